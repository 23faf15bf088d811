using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Loop.HoldLoopMeeting;

/// <summary>A line as the form shows it: an empty place takes the idea off the order.</summary>
public sealed record OrderLineInput
{
    public Guid Idea { get; init; }
    public int? Number { get; init; }
    public int? Minutes { get; init; }
}

/// <summary>The running order, the minutes of each, and when and where the meeting is.</summary>
public sealed class OrderLoopMeetingModel(
    LoopMeetingReading reading,
    LoopMeetingDesk desk,
    Rules rules,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public List<OrderLineInput> Lines { get; set; } = [];

    [BindProperty]
    public LoopMeetingInput Input { get; set; } = new();

    public OpenLoopMeeting Meeting { get; private set; } = null!;

    public DateOnly Today { get; } = words.Today(clock.GetUtcNow());

    public int MinutesAtLeast => rules.Loop.MinutesAtLeast;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        // Only the lines were sent; when and where stay as they are.
        foreach (var key in ModelState.Keys.Where(k => !k.StartsWith(nameof(Lines), StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        if (!ModelState.IsValid)
        {
            FillTime();
            return this.Again();
        }

        var wanted = Lines
            .Where(l => l.Number is not null)
            .OrderBy(l => l.Number)
            .Select(l => new WantedLine(TeamIdeaId.From(l.Idea), l.Minutes ?? MinutesAtLeast))
            .ToList();
        FillTime();
        return After(await desk.OrderAsync(viewer, Meeting.Id, wanted, cancellationToken), "loop.flash.ordered");
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        FillLines();
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var when = new AppointedTime(Input.On!.Value, Input.At!.Value, Meeting.When.TimeZone, Input.Minutes);
        return After(await desk.MoveAsync(viewer, Meeting.Id, when, Input.Where, cancellationToken), "loop.flash.moved");
    }

    public async Task<IActionResult> OnPostCallOffAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Fill();
        return await desk.CallOffAsync(viewer, Meeting.Id, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(LoopLinks.Waiting, "loop.flash.called_off"),
        };
    }

    /// <summary>What stands in the line of the form, with the words of the idea.</summary>
    public IdeaLine IdeaOf(OrderLineInput line) =>
        Meeting.Order.Select(o => o.Idea).Concat(Meeting.Besides).First(i => i.Id.Value == line.Idea);

    private IActionResult After(Outcome? outcome, string flash) =>
        outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(LoopLinks.Meeting(Meeting.Id), flash),
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, LoopMeetingId.From(id), cancellationToken) is not { MayLead: true, IsOver: false } meeting)
        {
            return false;
        }

        Meeting = meeting;
        var known = meeting.Order.Select(o => o.Idea).Concat(meeting.Besides).Select(i => i.Id.Value).ToHashSet();
        Lines.RemoveAll(l => !known.Contains(l.Idea));
        return true;
    }

    private void Fill()
    {
        FillLines();
        FillTime();
    }

    private void FillLines() =>
        Lines = [
            .. Meeting.Order.Select(o => new OrderLineInput
            {
                Idea = o.Idea.Id.Value,
                Number = o.Number,
                Minutes = o.Minutes,
            }),
            .. Meeting.Besides.Select(i => new OrderLineInput { Idea = i.Id.Value }),
        ];

    private void FillTime() =>
        Input = new LoopMeetingInput
        {
            On = Meeting.When.On,
            At = Meeting.When.At,
            Minutes = Meeting.When.Minutes,
            Where = Meeting.Where,
        };
}
