using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Trials;

/// <summary>What the manager's concern is about, and why.</summary>
public sealed record ConcernForm
{
    public bool Dates { get; init; }
    public bool Load { get; init; }

    [MaxLength(TrialNotice.ConcernLength)]
    public string? Reason { get; init; }

    internal TrialTopic Topic => (Dates ? TrialTopic.Dates : TrialTopic.None) | (Load ? TrialTopic.Load : TrialTopic.None);
}

/// <summary>One notice of a trial, for the person and for the manager they told.</summary>
public sealed class ReadTrialModel(TrialNotices trials, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public ConcernForm Concern { get; set; } = new();

    [BindProperty, MaxLength(TrialNotice.SettlementLength)]
    public string? Settlement { get; set; }

    public OpenTrial? Trial { get; private set; }

    public bool MayAgree => Trial is { IsMine: false, IsAgreed: false, State: TrialState.Told or TrialState.Concern };

    public bool IsDue => Trial!.IsDue || Trial is { IsMine: true, State: TrialState.Concern };

    /// <summary>The other one of the two; null where nobody was told.</summary>
    public string? Other => Trial!.IsMine ? Trial.Manager : Trial.Person;

    public string SealWord =>
        Other is null ? "design.seal.only_you"
        : Trial!.IsMine ? "board.trial.seal"
        : "board.trial.seal_manager";

    public string Lead =>
        Trial!.IsMine
            ? Trial.Manager is { } manager
                ? words["board.trial.told_to", manager]
                : words["board.trial.no_manager"]
            : words["board.trial.told_by", Trial.Person];

    /// <summary>Where it stands, and until when, as a sentence.</summary>
    public string Says
    {
        get
        {
            var side = Trial!.IsMine ? "mine" : "manager";
            if (Trial.IsAgreed)
            {
                return Trial.AgreedBy is { } by ? words[$"board.trial.agreed.{by}.text"] : words["board.trial.Settled.text"];
            }

            return Trial switch
            {
                { State: not TrialState.Told } => words[$"board.trial.{Trial.State}.{side}", Other ?? ""],
                { ManagerHasLeft: true } => words["board.trial.Told.left", Other ?? ""],
                { RunsUntil: { } day } => words[$"board.trial.Told.{side}", Other ?? "", words.Day(day)],
                _ => words["board.trial.Told.away", Other ?? ""],
            };
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken)
            ? Answer(id, await trials.AgreeAsync(viewer, TrialNoticeId.From(id), cancellationToken), "board.flash.agreed")
            : NotFound();

    public async Task<IActionResult> OnPostConcernAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Concern.Topic == TrialTopic.None)
        {
            ModelState.AddModelError("Concern.Dates", words["board.concern.needed"]);
        }

        if (string.IsNullOrWhiteSpace(Concern.Reason))
        {
            ModelState.AddModelError("Concern.Reason", words["board.concern.reason.needed"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await trials.RaiseConcernAsync(viewer, TrialNoticeId.From(id), Concern.Topic, Concern.Reason!, cancellationToken);
        return Answer(id, outcome, "board.flash.concern");
    }

    public async Task<IActionResult> OnPostSettleAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Settlement))
        {
            ModelState.AddModelError(nameof(Settlement), words["board.settlement.needed"]);
        }

        return ModelState.IsValid
            ? Answer(id, await trials.SettleAsync(viewer, TrialNoticeId.From(id), Settlement!, cancellationToken), "board.flash.settled")
            : this.Again();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken)
            ? Answer(id, await trials.WithdrawAsync(viewer, TrialNoticeId.From(id), cancellationToken), "board.flash.trial_withdrawn")
            : NotFound();

    private IActionResult Answer(Guid id, Outcome? outcome, string flash)
    {
        if (outcome is not { } came)
        {
            return NotFound();
        }

        return came.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(BoardLinks.Trial(TrialNoticeId.From(id)), flash);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        (Trial = await trials.FindAsync(viewer, TrialNoticeId.From(id), cancellationToken)) is not null;
}
