using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Conversations;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Circles.HoldMeeting;

/// <summary>What somebody takes on.</summary>
public sealed record CommitmentInput
{
    [Required, MaxLength(CircleCommitment.TextLength)]
    public string Text { get; init; } = "";

    public bool Revealed { get; init; }
}

/// <summary>One meeting: its course with the times, whose turn it is, what was taken on last time, and what is taken on now.</summary>
public sealed class HoldMeetingModel(
    CirclesReading reading,
    MeetingDesk meetings,
    CommitmentDesk commitments,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public CommitmentInput Input { get; set; } = new();

    public OpenCircle Circle { get; private set; } = null!;

    public OpenMeeting Meeting { get; private set; } = null!;

    public IReadOnlyList<AgendaPart> Agenda { get; private set; } = [];

    /// <summary>What was taken on before this meeting and is not put away: own ones, and the revealed ones of the others.</summary>
    public IReadOnlyList<OpenCommitment> Before { get; private set; } = [];

    /// <summary>What was taken on in this meeting.</summary>
    public IReadOnlyList<OpenCommitment> Here { get; private set; } = [];

    public bool MayClose => !Meeting.IsHeld && words.Today(clock.GetUtcNow()) >= Meeting.When.On;

    public bool IsOwn(OpenCommitment commitment) => commitment.OwnerId == viewer.PersonId;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid meeting, CancellationToken cancellationToken) =>
        await LoadAsync(id, meeting, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid meeting, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, meeting, cancellationToken) ? this.Again() : NotFound();
        }

        var made = await commitments.MakeAsync(viewer, CircleMeetingId.From(meeting), Input.Text, Input.Revealed, cancellationToken);
        return made is null ? NotFound() : Back(id, meeting, "circles.flash.committed");
    }

    public async Task<IActionResult> OnPostRevealAsync(Guid id, Guid meeting, Guid commitment, CancellationToken cancellationToken) =>
        await commitments.RevealAsync(viewer, CommitmentId.From(commitment), cancellationToken)
            ? Back(id, meeting, "circles.flash.revealed")
            : NotFound();

    public async Task<IActionResult> OnPostHideAsync(Guid id, Guid meeting, Guid commitment, CancellationToken cancellationToken) =>
        await commitments.HideAsync(viewer, CommitmentId.From(commitment), cancellationToken)
            ? Back(id, meeting, "circles.flash.hidden")
            : NotFound();

    public async Task<IActionResult> OnPostSettleAsync(
        Guid id,
        Guid meeting,
        Guid commitment,
        bool settled,
        CancellationToken cancellationToken
    ) =>
        await commitments.SettleAsync(viewer, CommitmentId.From(commitment), settled, cancellationToken)
            ? Back(id, meeting, settled ? "circles.flash.settled" : "circles.flash.taken_up")
            : NotFound();

    public async Task<IActionResult> OnPostTearUpAsync(Guid id, Guid meeting, Guid commitment, CancellationToken cancellationToken) =>
        await commitments.TearUpAsync(viewer, CommitmentId.From(commitment), cancellationToken)
            ? Back(id, meeting, "circles.flash.torn_up")
            : NotFound();

    public Task<IActionResult> OnPostCloseAsync(Guid id, Guid meeting, CancellationToken cancellationToken) =>
        AnswerAsync(id, meeting, meetings.CloseAsync(viewer, CircleMeetingId.From(meeting), cancellationToken), cancellationToken);

    /// <summary>The live session of the meeting; whoever is first opens it for all.</summary>
    public async Task<IActionResult> OnPostLiveAsync(Guid id, Guid meeting, CancellationToken cancellationToken)
    {
        if (await meetings.OpenSessionAsync(viewer, CircleMeetingId.From(meeting), cancellationToken) is not { } opened)
        {
            return NotFound();
        }

        return opened.Refusal is not { } refusal ? this.Onward(ConversationsLinks.Session(opened.Value))
            : await LoadAsync(id, meeting, cancellationToken) ? this.Refused(refusal)
            : NotFound();
    }

    public Task<IActionResult> OnPostTurnAsync(Guid id, Guid meeting, Guid person, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            meeting,
            meetings.PassTurnAsync(viewer, CircleMeetingId.From(meeting), PersonId.From(person), cancellationToken),
            cancellationToken,
            "circles.flash.turn"
        );

    public async Task<IActionResult> OnPostMoveAsync(Guid id, Guid meeting, DateOnly? on, TimeOnly? at, CancellationToken cancellationToken)
    {
        if (on is not { } day || at is not { } time)
        {
            ModelState.AddModelError("", words["circles.move.needs_both"]);
            return await LoadAsync(id, meeting, cancellationToken) ? this.Again() : NotFound();
        }

        var work = meetings.MoveAsync(viewer, CircleMeetingId.From(meeting), day, time, viewer.TimeZone, cancellationToken);
        return await AnswerAsync(id, meeting, work, cancellationToken, "circles.flash.moved");
    }

    private async Task<IActionResult> AnswerAsync(
        Guid id,
        Guid meeting,
        Task<Outcome?> work,
        CancellationToken cancellationToken,
        string? flash = null
    )
    {
        if (await work is not { } outcome || !await LoadAsync(id, meeting, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        return outcome.Refusal is { } refusal ? this.Refused(refusal)
            : flash is null ? this.Onward(CirclesLinks.One(Circle.Id), "circles.flash.held")
            : Back(id, meeting, flash);
    }

    private RedirectResult Back(Guid id, Guid meeting, string flash) =>
        this.Onward(CirclesLinks.Meeting(CircleId.From(id), CircleMeetingId.From(meeting)), flash);

    private async Task<bool> LoadAsync(Guid id, Guid meeting, CancellationToken cancellationToken)
    {
        if (
            await reading.FindAsync(viewer, CircleId.From(id), cancellationToken) is not { IsIn: true } circle
            || circle.Meetings.FirstOrDefault(m => m.Id.Value == meeting) is not { } open
        )
        {
            return false;
        }

        (Circle, Meeting, Agenda) = (circle, open, CircleAgenda.For(open.When.Minutes));
        var all = await reading.CommitmentsAsync(viewer, circle.Id, cancellationToken);
        var earlier = circle.Meetings.Where(m => m.Number < open.Number).Select(m => m.Id).ToHashSet();
        Here = [.. all.Where(c => c.MeetingId == open.Id)];
        Before = [.. all.Where(c => earlier.Contains(c.MeetingId) && !c.IsSettled)];
        return true;
    }
}
