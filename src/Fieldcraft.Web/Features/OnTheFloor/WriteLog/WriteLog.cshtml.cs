using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Features.TeachingSessions;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.OnTheFloor.WriteLog;

/// <summary>A line of the trace as the page shows it.</summary>
public sealed record TraceLine(string Person, bool Here, AttendanceWay Way, string? By, DateTimeOffset At);

/// <summary>
/// Who was there, and two minutes of what came of it. Everybody with a seat is ticked already, unless somebody said otherwise; corrections stay in sight.
/// </summary>
public sealed class WriteLogModel(FieldcraftDb db, RunDesk runs, LogDesk desk, Vault vault, Words words, Viewer viewer, TimeProvider clock)
    : PageModel
{
    [BindProperty]
    public LogInput Input { get; set; } = new();

    public TeachingSession Session { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public IReadOnlyList<Expected> People { get; private set; } = [];

    public IReadOnlyList<TraceLine> Trace { get; private set; } = [];

    /// <summary>The viewer leads it, and writes the rest of the log too; a scheduler types in who was there.</summary>
    public bool IsMine => Session.LeaderId == viewer.PersonId;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        // Nobody said anything yet: a full house is the likeliest list, and ticks are quicker taken away than set.
        var anybody = People.Any(p => p.Attended is not null);
        var log = IsMine ? await LogAsync(cancellationToken) : null;
        Input = new LogInput
        {
            Minutes = Session.HeldMinutes ?? Session.Minutes,
            Present = [.. People.Where(p => p.HasSeat && (anybody ? p.Attended == true : p.Attended is null)).Select(p => p.Id.Value)],
            Before = [.. (SessionLog.Hands(log?.ConfidenceBefore)?.Hands ?? []).Select(h => (int?)h)],
            After = [.. (SessionLog.Hands(log?.ConfidenceAfter)?.Hands ?? []).Select(h => (int?)h)],
            AllBlocks = log?.AllBlocks ?? false,
            FilmShown = log?.FilmShown ?? false,
            ActionAgreed = log?.ActionAgreed ?? false,
            HasCarried = log is { ActionId: not null, IdeaId: not null },
            Lesson = await LessonAsync(log, cancellationToken),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!Input.HandsAreCounts)
        {
            ModelState.AddModelError("", words["floor.hands.wrong", ConfidenceSum.HandsAtMost]);
        }

        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, cancellationToken) ? this.Again() : NotFound();
        }

        var outcome = await desk.WriteAsync(viewer, TeachingSessionId.From(id), Input.List, Input.Words, cancellationToken);
        return await AnswerAsync(id, outcome, "floor.flash.logged", cancellationToken);
    }

    public async Task<IActionResult> OnPostNotHeldAsync(Guid id, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var outcome = await desk.NotHeldAsync(viewer, TeachingSessionId.From(id), cancellationToken);
        return await AnswerAsync(id, outcome, "floor.flash.not_held", cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome? outcome, string flash, CancellationToken cancellationToken) =>
        outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => this.Onward(
                viewer.HasReports ? TeachingSessionsLinks.MySessions : TeachingSessionsLinks.One(TeachingSessionId.From(id)),
                flash
            ),
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var wanted = TeachingSessionId.From(id);
        var found = await db
            .TeachingSessions.AsNoTracking()
            .LoggedBy(viewer, db)
            .Where(s => s.Id == wanted && s.State != SessionState.Cancelled)
            .Include(s => s.Seats)
            .Select(s => new { Session = s, Title = db.Modules.Where(m => m.Id == s.ModuleId).Select(m => m.Title).First() })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return false;
        }

        (Session, Title) = (found.Session, found.Title);
        People = await runs.ExpectedAsync(Session, cancellationToken);
        var names = People.ToDictionary(p => p.Id, p => p.Name);
        var notes = await (
            from note in db.AttendanceNotes.AsNoTracking()
            where note.SessionId == wanted
            join person in db.People on note.ById equals person.Id into people
            from sayer in people.DefaultIfEmpty()
            orderby note.NotedAt, note.Id
            select new { Note = note, By = sayer == null ? null : NamedPerson.NameOf(sayer.FirstName, sayer.LastName, sayer.PreferredName) }
        ).ToListAsync(cancellationToken);
        Trace =
        [
            .. notes.Select(n => new TraceLine(
                names.GetValueOrDefault(n.Note.PersonId, ""),
                n.Note.Here,
                n.Note.Way,
                n.Note.ById == n.Note.PersonId ? null : n.By,
                n.Note.NotedAt
            )),
        ];
        return true;
    }

    private Task<SessionLog?> LogAsync(CancellationToken cancellationToken)
    {
        var id = Session.Id;
        return db.SessionLogs.AsNoTracking().FirstOrDefaultAsync(l => l.SessionId == id, cancellationToken);
    }

    private async Task<string?> LessonAsync(SessionLog? log, CancellationToken cancellationToken) =>
        log?.Lesson is { } lesson && viewer.MayOpen(log.OwnerId.Value, clock.GetUtcNow())
            ? (await vault.UnlockAsync(viewer, [lesson], cancellationToken)).Open(lesson)
            : null;
}
