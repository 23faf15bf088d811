using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Loop.HoldLoopMeeting;

/// <summary>The meeting itself: the idea that is presented now with its answer, one after another, on one page.</summary>
public sealed class HoldLoopMeetingModel(
    LoopMeetingReading meetings,
    LoopMeetingDesk desk,
    LoopReading reading,
    LoopDesk ideas,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    /// <summary>Another idea than the next one, if the room takes it first.</summary>
    [FromQuery]
    public Guid? Idea { get; set; }

    public OpenLoopMeeting Meeting { get; private set; } = null!;

    public PresentedIdea? Now { get; private set; }

    public IReadOnlyList<Choice> Targets { get; private set; } = [];

    public DateOnly Today { get; } = words.Today(clock.GetUtcNow());

    public IEnumerable<Choice> Kinds => LoopChoices.Kinds(words, Targets.Count > 0);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>Records the room's answer to an idea; the next one comes up.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var usable = Input.IsComplete(ModelState, words, nameof(Input));
        if (!await LoadAsync(id, cancellationToken) || !Meeting.MayLead || Now is null)
        {
            return NotFound();
        }

        if (!usable)
        {
            return this.Again();
        }

        var outcome =
            Input.Kind == IdeaAnswerKind.Merged
                ? await ideas.MergeAsync(viewer, Now.Idea.Id, TeamIdeaId.From(Input.Into!.Value), Input.Words, cancellationToken)
                : await ideas.AnswerAsync(viewer, Now.Idea.Id, Input.ToFacts(), cancellationToken);
        return After(outcome, "loop.flash.answered");
    }

    public async Task<IActionResult> OnPostForwardAsync(Guid id, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return !await LoadAsync(id, cancellationToken) || !Meeting.MayLead || Now is null
            ? NotFound()
            : After(await ideas.ForwardAsync(viewer, Now.Idea.Id, cancellationToken), "loop.flash.forwarded");
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await LoadAsync(id, cancellationToken)
            ? After(await desk.CloseAsync(viewer, Meeting.Id, cancellationToken), "loop.flash.held")
            : NotFound();
    }

    private IActionResult After(Outcome? outcome, string flash) =>
        outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(LoopLinks.Meeting(Meeting.Id), flash),
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(viewer, LoopMeetingId.From(id), cancellationToken) is not { } meeting)
        {
            return false;
        }

        Meeting = meeting;
        if (meeting is { MayLead: true, IsOver: false })
        {
            Now = meeting.Order.FirstOrDefault(o => o.Idea.Id.Value == Idea && IsHere(o)) ?? meeting.Order.FirstOrDefault(IsHere);
        }

        if (Now is { } now)
        {
            Targets = LoopChoices.Targets(await reading.TargetsAsync(viewer, now.Idea, cancellationToken));
        }

        return true;
    }

    /// <summary>It still waits for the answer of this meeting.</summary>
    private bool IsHere(PresentedIdea presented) => presented.Idea.IsOpen && presented.Idea.OwnPlace == Meeting.Place;
}
