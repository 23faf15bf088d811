using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Features.Strategy;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Conditions.ReadConditions;

/// <summary>What holds in a unit, for its people to read and print; whoever may write finds the next question to answer.</summary>
public sealed class ReadConditionsModel(ConditionsReading reading, StatingConditions stating, Viewer viewer) : PageModel
{
    public UnitConditions Unit { get; private set; } = null!;

    public bool MayWrite { get; private set; }

    /// <summary>What of the strategy each condition comes from; nothing for those who may not read it.</summary>
    public ILookup<ConditionId, (StrategyEntryId Id, string Title)> Behind { get; private set; } = null!;

    /// <summary>Whether anything is said here or above.</summary>
    public bool IsEmpty => Unit.All.All(c => c.Text.Length == 0);

    /// <summary>What has been answered; for those who may write, all eight.</summary>
    public IEnumerable<string> Shown => ConditionTopics.System.Where(t => MayWrite || Unit.Of(t) is not null);

    /// <summary>Where the one main action leads.</summary>
    public string NextStep => Unit.NextToAnswer is { } topic ? ConditionsLinks.Write(Unit.Id, topic) : ConditionsLinks.WriteRole(Unit.Id);

    public string NextStepWord => Unit.NextToAnswer is null ? "conditions.next_role" : "conditions.next_question";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(UnitId.From(id), cancellationToken) is not { } unit)
        {
            return NotFound();
        }

        Unit = unit;
        MayWrite = viewer.MayWriteConditions(unit.Id, unit.Path);
        Behind = await stating.BehindAsync(viewer, unit.All.Select(c => c.Id), cancellationToken);
        return Page();
    }

    public IEnumerable<HeldCondition> OfRole(string jobTitle) =>
        ConditionTopics.Role.Select(t => Unit.Of(t, FoldedName.Of(jobTitle))).OfType<HeldCondition>();
}
