using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Conditions.ReadEditions;

/// <summary>Every wording of one text, with what changed from one to the next.</summary>
public sealed class ReadEditionsModel(ConditionsReading reading) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Title { get; set; }

    public UnitConditions Unit { get; private set; } = null!;

    public string Topic { get; private set; } = "";

    public IReadOnlyList<OpenEdition> Editions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string topic, CancellationToken cancellationToken)
    {
        if (!ConditionTopics.All.Contains(topic) || await reading.FindAsync(UnitId.From(id), cancellationToken) is not { } unit)
        {
            return NotFound();
        }

        (Unit, Topic) = (unit, topic);
        Editions = await reading.EditionsAsync(unit.Id, topic, FoldedName.Of(Title ?? ""), cancellationToken);
        return Editions.Count == 0 ? NotFound() : Page();
    }
}
