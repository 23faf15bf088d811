using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Strategy;
using Fieldcraft.Web.Features.Strategy.WorkingSessions;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Conversations.ShowSession;

/// <summary>What the form of a written stage sends.</summary>
public sealed record SessionAnswerInput
{
    [MaxLength(SessionAnswer.TextLength)]
    public string? Text { get; init; }

    /// <summary>The group may see it once it reveals.</summary>
    public bool Shows { get; init; }

    /// <summary>The version that was changed; 0 when there was none.</summary>
    public int Version { get; init; }
}

/// <summary>
/// A member's place in a session, and the desk of whoever leads it: the same page, so that any browser can take over. Opening it again shows the same
/// place with the same text.
/// </summary>
public sealed partial class ShowSessionModel(
    LiveReading reading,
    LiveDesk desk,
    SessionWriting writing,
    StrategySessions strategy,
    Viewer viewer,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public SessionAnswerInput Input { get; set; } = new();

    /// <summary>Without script the page looks again by itself, unless the reader asked it not to.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Still { get; set; }

    public OpenSession Open { get; private set; } = null!;

    /// <summary>What another tab kept meanwhile; the page shows both.</summary>
    public string? Theirs { get; private set; }

    /// <summary>Whether the viewer may take over what was said into the strategy that the session worked on.</summary>
    public bool MayTakeOver { get; private set; }

    /// <summary>The word for the way to the strategy that the session works on; null where there is none for the viewer.</summary>
    public string? ToStrategy =>
        Session.Origin != StrategySession.Script || !viewer.MayReadStrategy() ? null
        : viewer.TakesStances() ? "strategy.sessions.to_strategy"
        : "strategy.sessions.read_strategy";

    public LiveSession Session => Open.Session;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        TakeUp();
        return Page();
    }

    /// <summary>What changes on the page, for the script; nothing when nothing did.</summary>
    public async Task<IActionResult> OnGetNowAsync(Guid id, CancellationToken cancellationToken)
    {
        var (isThere, changed) = await reading.LookAsync(
            viewer,
            LiveSessionId.From(id),
            withOwn: true,
            PulseTags.Known(Request),
            cancellationToken
        );
        if (changed is null)
        {
            return isThere ? StatusCode(StatusCodes.Status304NotModified) : NotFound();
        }

        Open = changed;
        MayTakeOver = await strategy.MayTakeOverAsync(viewer, changed, cancellationToken);
        PulseTags.Set(Response, Session.Pulse);
        TakeUp();
        return Partial("_Live", this);
    }

    public async Task<IActionResult> OnPostWriteAsync(Guid id, int stage, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Request.IsAutosave() ? this.NotSaved("conversations.too_long")
                : await LoadAsync(id, cancellationToken) ? this.Again()
                : NotFound();
        }

        var kept = await writing.WriteAsync(LiveSessionId.From(id), stage, Input.Text, Input.Shows, Input.Version, cancellationToken);
        if (kept.Kept == Kept.Done)
        {
            return Request.IsAutosave() ? this.Saved(Now, kept.Version) : this.Onward(Here(id), "conversations.flash.saved");
        }

        if (kept.Kept == Kept.Missing || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (kept.Refusal is { } refusal)
        {
            return Request.IsAutosave() ? this.NotSaved($"refusal.{refusal.Code}") : this.Refused(refusal);
        }

        var theirs = Open.Mine(stage);
        if (Request.IsAutosave())
        {
            return this.SavedMeanwhile(theirs?.Text ?? "", theirs?.Version ?? 0);
        }

        (Theirs, Input) = (theirs?.Text ?? "", Input with { Version = theirs?.Version ?? 0 });
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, int stage, CancellationToken cancellationToken) =>
        (await writing.TakeBackAsync(LiveSessionId.From(id), stage, cancellationToken)).Kept == Kept.Done
            ? this.Onward(Here(id), "conversations.flash.taken_back")
            : NotFound();

    public async Task<IActionResult> OnPostPickAsync(Guid id, Guid? assignment, CancellationToken cancellationToken)
    {
        var into = assignment is { } picked ? AssignmentId.From(picked) : (AssignmentId?)null;
        return (await writing.PickAsync(LiveSessionId.From(id), into, cancellationToken)).Kept == Kept.Missing
            ? NotFound()
            : this.Onward(Here(id), into is null ? "conversations.flash.unpicked" : "conversations.flash.picked");
    }

    public async Task<IActionResult> OnPostComeAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.ComeAsync(LiveSessionId.From(id), cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => this.Onward(Here(id)),
        };

    public async Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken cancellationToken)
    {
        var left = await desk.LeaveAsync(LiveSessionId.From(id), cancellationToken);
        return left.Kept == Kept.Missing || !await LoadAsync(id, cancellationToken) ? NotFound()
            : left.Refusal is { } refusal ? this.Refused(refusal)
            : this.Onward(ConversationsLinks.List, "conversations.flash.left");
    }

    private static string Here(Guid id) => ConversationsLinks.Session(LiveSessionId.From(id));

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, LiveSessionId.From(id), withOwn: true, cancellationToken) is not { } open)
        {
            return false;
        }

        Open = open;
        MayTakeOver = await strategy.MayTakeOverAsync(viewer, open, cancellationToken);
        return true;
    }

    /// <summary>The form of the present stage holds what was last kept of it.</summary>
    private void TakeUp()
    {
        if (Session.Current is { IsWritten: true } && Open.Mine(Session.Stage) is { } mine)
        {
            Input = new SessionAnswerInput
            {
                Text = mine.Text,
                Shows = mine.Shows,
                Version = mine.Version,
            };
        }
    }
}
