using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Features.Partners.ShowPartnership;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Partners.Team;

/// <summary>A manager's talks on enabling: with each one, or in groups by shift where there are more than fifteen reports (DOMAIN 15.8).</summary>
public sealed class PlanTalksModel(TeamDesk desk, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    [BindProperty]
    public DateInput Date { get; set; } = new();

    [BindProperty]
    public List<Guid> People { get; set; } = [];

    public TeamTalks Talks { get; private set; } = null!;

    public DateOnly Today => words.Today(clock.GetUtcNow());

    /// <summary>Hours a month, as people say them.</summary>
    public string Hours(TimeSpan time) => words["partners.hours", Math.Round(time.TotalHours, 1).ToString("0.#", words.Culture)];

    public string? WhyNot =>
        Talks.Window is { } window
            ? words[
                "partners.season.why",
                words.Day(window.First),
                words.Day(window.Last),
                window.Distance,
                words.Day(window.NextFree(window.First))
            ]
            : null;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Date is not { On: { } on, At: { } at })
        {
            ModelState.AddModelError("", words["partners.date.missing"]);
            await LoadAsync(cancellationToken);
            return this.Again();
        }

        var planned = await desk.PlanAsync(viewer, [.. People.Select(PersonId.From).Distinct()], on, at, Today, cancellationToken);
        if (planned is null)
        {
            return NotFound();
        }

        if (planned.Value.Refusal is { } refusal)
        {
            await LoadAsync(cancellationToken);
            return this.Refused(refusal);
        }

        return this.Onward(PartnersLinks.Team, "partners.flash.talk");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Talks = await desk.FindAsync(viewer, Today, cancellationToken);
}
