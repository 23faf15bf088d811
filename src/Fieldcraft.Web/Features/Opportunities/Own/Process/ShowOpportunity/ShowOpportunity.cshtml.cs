using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Features.Board;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process.ShowOpportunity;

/// <summary>One opportunity: where it is, what this step is about, what is still to do, and what there is so far.</summary>
public sealed class ShowOpportunityModel(
    OpportunityReading reading,
    OpportunityDesk desk,
    CustomerLinks links,
    Rules rules,
    Words words,
    Viewer viewer,
    TimeProvider clock
) : PageModel
{
    public OpenOpportunity Opportunity { get; private set; } = null!;

    /// <summary>What the exit test of the present step still asks for.</summary>
    public IReadOnlyList<Refusal> StillToDo { get; private set; } = [];

    public IReadOnlyList<OpenLink> Links { get; private set; } = [];

    /// <summary>The word to the own manager about the trial, where there is one.</summary>
    public TrialNoticeId? Notice { get; private set; }

    /// <summary>Where the own manager is told of the trial, or what they were told; null where the trial does not need it.</summary>
    public string? Manager =>
        Next != OpportunityState.Trial || !OpportunityProcess.NeedsManager(Opportunity.Written) ? null
        : Notice is { } told ? BoardLinks.Trial(told)
        : BoardLinks.NewTrialOf(Opportunity.Id.Value);

    [BindProperty]
    public int Version { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public OpportunityState? Next => OpportunityProcess.After(Opportunity.Kind, Opportunity.State);

    public OpportunityState? Before => OpportunityProcess.Before(Opportunity.Kind, Opportunity.State);

    public IReadOnlyList<SheetForm> Forms => OpportunityParts.Of(Opportunity.Kind, Opportunity.State);

    /// <summary>The form in which the first thing that is still to do is done; it is the one to press.</summary>
    public SheetForm? ToFill =>
        Forms.FirstOrDefault(f =>
            StillToDo.Any(r =>
                r is { Code: SheetForm.BoxEmpty, Arguments: [string box, ..] } && box.StartsWith($"{f.Id}.", StringComparison.Ordinal)
            )
        );

    public IReadOnlyList<string> Challenges => OpportunityProcess.ChallengesOf(Opportunity.Kind, Opportunity.State);

    /// <summary>The question that the customer can be asked in this step.</summary>
    public CustomerAsk? CanAsk =>
        Opportunity.IsWithCustomerAt(Now) ? null
        : Opportunity.State == OpportunityState.Proposition && Opportunity.Versions.Count > 0 ? CustomerAsk.Proposition
        : Opportunity is { State: OpportunityState.Result, ResultConfirmedAt: null } ? CustomerAsk.Result
        : null;

    public IEnumerable<Step> Steps =>
        OpportunityProcess
            .RouteOf(Opportunity.Kind)
            .Select(s => new Step(words[$"opportunities.state.{s}"], s < Opportunity.State, s == Opportunity.State));

    /// <summary>What there is so far, the newest step first: this step's open, the earlier ones folded.</summary>
    public IEnumerable<(SheetForm Form, Sheet Sheet, bool IsNow)> Written =>
        OpportunityProcess
            .RouteOf(Opportunity.Kind)
            .TakeWhile(s => Opportunity.IsOver || s <= Opportunity.State)
            .Reverse()
            .SelectMany(s =>
                OpportunityParts.Of(Opportunity.Kind, s).Select(f => (Form: f, Sheet: Opportunity.SheetOf(f), s == Opportunity.State))
            )
            .Where(f => f.Sheet.Said.Count > 0);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostGoOnAsync(Guid id, CancellationToken cancellationToken) =>
        await EndAsync(id, await desk.GoOnAsync(viewer, OpportunityId.From(id), Version, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostGoBackAsync(Guid id, CancellationToken cancellationToken) =>
        await EndAsync(id, await desk.GoBackAsync(viewer, OpportunityId.From(id), Version, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        var removed = await desk.RemoveAsync(viewer, OpportunityId.From(id), Version, cancellationToken);
        return removed.IsSaved
            ? this.Onward(OpportunitiesLinks.Room, "opportunities.flash.removed")
            : await EndAsync(id, removed, cancellationToken);
    }

    private async Task<IActionResult> EndAsync(Guid id, SaveResult saved, CancellationToken cancellationToken)
    {
        if (saved.IsSaved)
        {
            return this.Onward(OpportunitiesLinks.One(OpportunityId.From(id)));
        }

        if (saved.End == SaveEnd.NotFound || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.AddModelError("", saved.Refusal is { } refusal ? words.Say(refusal) : words["opportunities.flash.meanwhile"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, OpportunityId.From(id), cancellationToken) is not { } found)
        {
            return false;
        }

        Opportunity = found;
        (var facts, Notice) = await reading.AroundAsync(viewer, found, cancellationToken);
        StillToDo = OpportunityProcess.StillToDo(found.Standing(facts), rules.Opportunities);

        // What went to the customer is of use in the two steps in which something goes there, and at the end.
        if (found.IsOver || found.State is OpportunityState.Proposition or OpportunityState.Result)
        {
            Links = await links.ListAsync(viewer, found.Id, cancellationToken);
        }

        return true;
    }
}
