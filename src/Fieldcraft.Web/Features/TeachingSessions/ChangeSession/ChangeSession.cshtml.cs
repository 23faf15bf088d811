using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.TeachingSessions.ChangeSession;

/// <summary>One session: move it, change who is in it, keep it fixed, or call it off. Every rule that it breaks stands above.</summary>
public sealed class ChangeSessionModel(FieldcraftDb db, SessionPictures pictures, SessionDesk desk, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public SessionInput Input { get; set; } = new();

    public TeachingSession Session { get; private set; } = null!;

    public SessionPicture Picture { get; private set; } = null!;

    public SiteOnGround Site { get; private set; } = null!;

    public IReadOnlyList<SessionFinding> Broken { get; private set; } = [];

    public IReadOnlyList<RosterPerson> Seated { get; private set; } = [];

    /// <summary>Who could have a seat: at this site or next to it, without one for this module.</summary>
    public IReadOnlyList<RosterPerson> Free { get; private set; } = [];

    /// <summary>Other sessions to come, to which somebody could go.</summary>
    public IReadOnlyList<TeachingSession> Others { get; private set; } = [];

    public bool MayChange => Session is { IsHeld: false, State: not SessionState.Cancelled };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new SessionInput
        {
            Day = DateOnly.FromDateTime(Session.Start),
            Time = TimeOnly.FromDateTime(Session.Start),
            Room = Session.RoomId?.Value,
            Leader = Session.LeaderId?.Value,
            Version = Session.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, cancellationToken) ? this.Again() : NotFound();
        }

        var moved = await desk.MoveAsync(viewer, TeachingSessionId.From(id), Input.Version, Input.ToWish(), cancellationToken);
        return await AnswerAsync(id, moved, "sessions.flash.moved", cancellationToken);
    }

    public async Task<IActionResult> OnPostSeatAsync(Guid id, Guid? person, CancellationToken cancellationToken) =>
        person is { } who
            ? await AnswerAsync(
                id,
                await desk.SeatAsync(viewer, TeachingSessionId.From(id), PersonId.From(who), cancellationToken),
                "sessions.flash.seated",
                cancellationToken
            )
            : await AgainAsync(id, "sessions.seat.needs_person", cancellationToken);

    public async Task<IActionResult> OnPostUnseatAsync(Guid id, Guid person, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.UnseatAsync(viewer, TeachingSessionId.From(id), PersonId.From(person), cancellationToken),
            "sessions.flash.unseated",
            cancellationToken
        );

    public async Task<IActionResult> OnPostSwapAsync(Guid id, Guid person, Guid? to, CancellationToken cancellationToken) =>
        to is { } other
            ? await AnswerAsync(
                id,
                await desk.SwapAsync(
                    viewer,
                    TeachingSessionId.From(id),
                    PersonId.From(person),
                    TeachingSessionId.From(other),
                    null,
                    cancellationToken
                ),
                "sessions.flash.swapped",
                cancellationToken
            )
            : await AgainAsync(id, "sessions.swap.needs_session", cancellationToken);

    public async Task<IActionResult> OnPostLockAsync(Guid id, bool locked, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.LockAsync(viewer, TeachingSessionId.From(id), locked, cancellationToken),
            locked ? "sessions.flash.locked" : "sessions.flash.unlocked",
            cancellationToken
        );

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken)
    {
        var cancelled = await desk.CancelAsync(viewer, TeachingSessionId.From(id), cancellationToken);
        if (cancelled is not { Refusal: null } || !await LoadAsync(id, cancellationToken))
        {
            return await AnswerAsync(id, cancelled, "", cancellationToken);
        }

        return this.Onward(TeachingSessionsLinks.AtSite(Session.ModuleId, Session.SiteId), "sessions.flash.cancelled");
    }

    private async Task<IActionResult> AgainAsync(Guid id, string word, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        ModelState.AddModelError("", words[word]);
        return this.Again();
    }

    private async Task<IActionResult> AnswerAsync(Guid id, SessionChange? change, string flash, CancellationToken cancellationToken)
    {
        if (change is null)
        {
            return NotFound();
        }

        if (change.Refusal is not { } refusal)
        {
            return this.Onward(TeachingSessionsLinks.One(TeachingSessionId.From(id)), flash);
        }

        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Broken = change.Findings.Count > 0 ? change.Findings : Broken;
        if (refusal.Code == "session-changed-meanwhile")
        {
            ModelState.Remove("Input.Version");
            Input = Input with { Version = Session.Version };
        }

        return this.Refused(refusal);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var wanted = TeachingSessionId.From(id);
        if (
            await db
                .TeachingSessions.AsNoTracking()
                .ScheduledBy(viewer, db)
                .Include(s => s.Seats)
                .FirstOrDefaultAsync(s => s.Id == wanted, cancellationToken)
                is not { } session
            || await pictures.LoadAsync(session.ModuleId, session.SiteId, cancellationToken) is not { } picture
        )
        {
            return false;
        }

        (Session, Picture, Site) = (session, picture, picture.Rollout.Site(session.SiteId)!);
        Broken = [.. picture.Findings().Where(f => f.Session == wanted)];
        var sits = session.Seats.Select(s => s.PersonId).ToHashSet();
        var everywhere = picture
            .Rollout.Sessions.SelectMany(s => s.Seats.Where(x => x.Attended != false))
            .Select(s => s.PersonId)
            .ToHashSet();
        Seated = [.. picture.Rollout.People.Where(p => sits.Contains(p.Id))];
        Free = [.. picture.Rollout.Learners.Where(p => !everywhere.Contains(p.Id))];
        Others = [.. picture.Rollout.Sessions.Where(s => s.Id != wanted && !s.IsHeld && !picture.HasBegun(s) && s.Part == session.Part)];
        return true;
    }
}
