using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Features.TeachingSessions;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.OnTheFloor;

/// <summary>Somebody who is expected, or could come.</summary>
public sealed record Expected(PersonId Id, string Name, bool HasSeat, bool? Attended, AttendanceWay? Way);

/// <summary>Where a session stands, for a second screen.</summary>
public sealed record PlaceInRun(string? Block, DateTimeOffset? Ends, bool IsOver, IReadOnlyList<PersonId> Here);

/// <summary>Everything a leader needs to hold a session, line or no line.</summary>
public sealed record OpenRun(
    TeachingSession Session,
    string Title,
    int Number,
    string Site,
    ModuleContent Content,
    IReadOnlyDictionary<ModuleMediaId, ModuleMedia> Media,
    IReadOnlyList<Expected> People,
    IReadOnlyDictionary<PlannerPlace, string> Notes
)
{
    /// <summary>The blocks of this session: all of them, or those of its half.</summary>
    public IReadOnlyList<TimedBlock> Blocks
    {
        get
        {
            var timed = Content.Timed(Session.Part != SessionPart.Whole);
            var last = timed.ToList().FindIndex(b => b.Block.Id == Content.FirstHalfEndsWith);
            return Session.Part switch
            {
                SessionPart.First => [.. timed.Take(last + 1)],
                SessionPart.Second =>
                [
                    .. timed.Skip(last + 1).Select(b => new TimedBlock(b.Block, b.From - timed[last].To, b.To - timed[last].To)),
                ],
                _ => timed,
            };
        }
    }

    /// <summary>A block's media in a language, and those in others; where it has none in that language, all of them come first.</summary>
    public (IReadOnlyList<ModuleMedia> Own, IReadOnlyList<ModuleMedia> Others) MediaOf(ModuleBlock block, string language)
    {
        var all = block.Media.Where(Media.ContainsKey).Select(id => Media[id]).ToLookup(m => m.Language == language);
        return all[true].Any() ? ([.. all[true]], [.. all[false]]) : ([.. all[false]], []);
    }

    public string Own(PlannerField field, string block) => Notes.GetValueOrDefault(new PlannerPlace(field, block), "");
}

/// <summary>Reads a session for whoever holds it, and says on a second screen where it stands.</summary>
public sealed class RunDesk(FieldcraftDb db, Vault vault, TimeProvider clock)
{
    /// <summary>The session with everything in it; null: not the viewer's, or called off.</summary>
    public async Task<OpenRun?> FindAsync(Viewer viewer, TeachingSessionId id, bool withNotes, CancellationToken cancellationToken)
    {
        var found = await (
            from session in db.TeachingSessions.AsNoTracking().LoggedBy(viewer, db).Include(s => s.Seats)
            where session.Id == id && session.State != SessionState.Cancelled
            join module in db.Modules on session.ModuleId equals module.Id
            join site in db.Units on session.SiteId equals site.Id
            select new
            {
                Session = session,
                module.Title,
                module.Number,
                Site = site.Name,
                Content = db
                    .ModuleEditions.Where(e => e.Id == (session.EditionId ?? module.EditionId))
                    .Select(e => e.Content)
                    .FirstOrDefault(),
            }
        ).FirstOrDefaultAsync(cancellationToken);
        if (found?.Content is null)
        {
            return null;
        }

        var content = ModuleContent.FromJson(found.Content);
        var wanted = content.Blocks.SelectMany(b => b.Media).Distinct().ToList();
        var media = await db.ModuleMedia.AsNoTracking().Where(m => wanted.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
        return new OpenRun(
            found.Session,
            found.Title,
            found.Number,
            found.Site,
            content,
            media,
            await ExpectedAsync(found.Session, cancellationToken),
            withNotes ? await NotesAsync(viewer, found.Session.ModuleId, cancellationToken) : new Dictionary<PlannerPlace, string>()
        );
    }

    /// <summary>Those with a seat, and after them the leader's other people; by name.</summary>
    public async Task<IReadOnlyList<Expected>> ExpectedAsync(TeachingSession session, CancellationToken cancellationToken)
    {
        var seats = session.Seats.ToDictionary(s => s.PersonId);
        var (seated, leader) = (seats.Keys.ToList(), session.LeaderId);
        var rows = await db
            .People.AsNoTracking()
            .Where(p => seated.Contains(p.Id) || (p.ManagerId == leader && leader != null && p.Status == PersonStatus.Active))
            .OrderBy(p => p.NameKey)
            .ThenBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.FirstName,
                p.LastName,
                p.PreferredName,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r =>
            {
                var seat = seats.GetValueOrDefault(r.Id);
                return new Expected(
                    r.Id,
                    NamedPerson.NameOf(r.FirstName, r.LastName, r.PreferredName),
                    seat is not null,
                    seat?.Attended,
                    seat?.Way
                );
            }),
        ];
    }

    /// <summary>Where the session stands, said by the leader's device. Null: not the viewer's.</summary>
    public async Task<Outcome?> GoAsync(
        Viewer viewer,
        TeachingSessionId id,
        string? block,
        DateTimeOffset? ends,
        bool over,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (!await db.TeachingSessions.LoggedBy(viewer, db).AnyAsync(s => s.Id == id, cancellationToken))
        {
            return null;
        }

        var run = await db.SessionRuns.FirstOrDefaultAsync(r => r.SessionId == id, cancellationToken);
        if (run is null)
        {
            run = SessionRun.Of(id);
            db.Add(run);
        }

        run.Go(block, ends, over, at, viewer.PersonId, clock.GetUtcNow());
        // Two tabs may begin at once.
        return await db.TryAddAsync(cancellationToken) ? Outcome.Done : new Refusal("session-changed-meanwhile");
    }

    /// <summary>Where the session stands and who is here; null: not the viewer's.</summary>
    public async Task<PlaceInRun?> WhereAsync(Viewer viewer, TeachingSessionId id, CancellationToken cancellationToken)
    {
        var found = await (
            from session in db.TeachingSessions.AsNoTracking().LoggedBy(viewer, db)
            where session.Id == id
            join run in db.SessionRuns on session.Id equals run.SessionId into runs
            from run in runs.DefaultIfEmpty()
            select new { Run = run, Here = session.Seats.Where(s => s.Attended == true).Select(s => s.PersonId).ToList() }
        ).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new PlaceInRun(found.Run?.Block, found.Run?.BlockEnds, found.Run?.IsOver ?? false, found.Here);
    }

    private async Task<IReadOnlyDictionary<PlannerPlace, string>> NotesAsync(
        Viewer viewer,
        ModuleId module,
        CancellationToken cancellationToken
    )
    {
        var me = viewer.PersonId;
        var texts = await db
            .PlannerTexts.AsNoTracking()
            .Where(t => t.OwnerId == me && db.Planners.Any(p => p.Id == t.PlannerId && p.OwnerId == me && p.ModuleId == module))
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, texts.Select(t => t.Text), cancellationToken);
        return texts.ToDictionary(t => t.Place, t => unlocked.Open(t.Text));
    }
}
