using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Assignments;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Conversations.ShowSession;

/// <summary>The steps of whoever leads.</summary>
public sealed partial class ShowSessionModel
{
    /// <param name="seen">The stage that was in sight: two who press at once move one stage on.</param>
    public async Task<IActionResult> OnPostLeadAsync(Guid id, string act, int seen, CancellationToken cancellationToken)
    {
        if (StepOf(act, seen) is not { } step)
        {
            return NotFound();
        }

        var kept = await desk.LeadAsync(LiveSessionId.From(id), null, step, cancellationToken);
        return await AnswerAsync(id, kept, act == "end" ? "conversations.flash.ended" : null, cancellationToken);
    }

    public async Task<IActionResult> OnPostHideAsync(Guid id, Guid answer, bool hide, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.HideAsync(LiveSessionId.From(id), SessionAnswerId.From(answer), hide, cancellationToken),
            null,
            cancellationToken
        );

    public async Task<IActionResult> OnPostEntrustAsync(Guid id, Guid member, bool lead, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.EntrustAsync(LiveSessionId.From(id), SessionMemberId.From(member), lead, cancellationToken),
            null,
            cancellationToken
        );

    public async Task<IActionResult> OnPostCallOffAsync(Guid id, CancellationToken cancellationToken)
    {
        var kept = await desk.CallOffAsync(LiveSessionId.From(id), null, cancellationToken);
        return kept.Kept == Kept.Done
            ? this.Onward(ConversationsLinks.List, "conversations.flash.called_off")
            : await AnswerAsync(id, kept, null, cancellationToken);
    }

    private static Func<LiveSession, Domain.People.PersonId, DateTimeOffset, Outcome>? StepOf(string act, int seen) =>
        act switch
        {
            "begin" => (session, by, now) => session.Begin(by, now),
            "on" => (session, by, now) => session.MoveOn(by, seen, now),
            "back" => (session, by, now) => session.GoBack(by, seen, now),
            "pause" => (session, by, now) => session.Pause(by, now),
            "resume" => (session, by, now) => session.Resume(by, now),
            "more-1" => (session, by, now) => session.AddMinutes(by, 1, now),
            "more-5" => (session, by, now) => session.AddMinutes(by, 5, now),
            "end" => (session, by, now) => session.End(by, now),
            _ => null,
        };

    private async Task<IActionResult> AnswerAsync(Guid id, Keeping kept, string? flash, CancellationToken cancellationToken)
    {
        if (kept.Kept == Kept.Done)
        {
            return this.Onward(Here(id), flash);
        }

        if (kept.Kept == Kept.Missing || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        TakeUp();
        ModelState.Clear();
        return kept.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(Here(id));
    }
}
