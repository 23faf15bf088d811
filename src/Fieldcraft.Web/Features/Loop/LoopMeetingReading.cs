using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>A meeting in a list.</summary>
public sealed record MeetingLine(
    LoopMeetingId Id,
    ProgrammeId ProgrammeId,
    LoopTier Tier,
    UnitId? UnitId,
    string? Unit,
    DateOnly On,
    TimeOnly Time,
    int Ideas,
    DateTimeOffset? HeldAt
);

/// <summary>An idea on the running order. Its presenter is null where the one who leads the meeting reads it out.</summary>
public sealed record PresentedIdea(int Number, int Minutes, string? Presenter, IdeaLine Idea);

/// <summary>A meeting with its running order, and with what waits at its place and is not on it.</summary>
/// <param name="MayLead">The viewer leads it; others present.</param>
public sealed record OpenLoopMeeting(
    LoopMeetingId Id,
    ProgrammeId ProgrammeId,
    LoopPlace Place,
    string? Unit,
    AppointedTime When,
    string Where,
    DateTimeOffset? HeldAt,
    DateTimeOffset? CalledOffAt,
    int Version,
    bool MayLead,
    IReadOnlyList<PresentedIdea> Order,
    IReadOnlyList<IdeaLine> Besides
)
{
    public bool IsOver => HeldAt is not null || CalledOffAt is not null;

    public int MinutesUsed => Order.Sum(o => o.Minutes);

    /// <summary>What is presented next: the first on the order that has no answer.</summary>
    public PresentedIdea? Next => Order.FirstOrDefault(o => o.Idea.IsOpen);
}

/// <summary>Reads the meetings of tiers: for those who lead them, and for those who present.</summary>
public sealed class LoopMeetingReading(FieldcraftDb db)
{
    private const int MostShown = 20;

    /// <summary>Meetings to come and those of the last weeks, the next first. One query.</summary>
    public async Task<IReadOnlyList<MeetingLine>> ListAsync(Viewer viewer, DateOnly since, CancellationToken cancellationToken) =>
        await (
            from m in db.LoopMeetings.AsNoTracking().VisibleTo(viewer, db)
            where m.CalledOffAt == null && m.On >= since
            from u in db.Units.Where(u => u.Id == m.UnitId).DefaultIfEmpty()
            orderby m.HeldAt != null, m.On, m.Time, m.Id
            select new MeetingLine(m.Id, m.ProgrammeId, m.Tier, m.UnitId, u == null ? null : u.Name, m.On, m.Time, m.Lines.Count, m.HeldAt)
        )
            .Take(MostShown)
            .ToListAsync(cancellationToken);

    /// <summary>With three questions to the database.</summary>
    public async Task<OpenLoopMeeting?> FindAsync(Viewer viewer, LoopMeetingId id, CancellationToken cancellationToken)
    {
        var found = await (
            from m in db.LoopMeetings.AsNoTracking().VisibleTo(viewer, db)
            where m.Id == id
            from u in db.Units.Where(u => u.Id == m.UnitId).DefaultIfEmpty()
            select new
            {
                Meeting = m,
                Unit = u == null ? null : u.Name,
                MayLead = db.LoopMeetings.LedBy(viewer, db).Any(x => x.Id == m.Id),
            }
        ).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var lines = await (
            from l in db.Set<LoopMeetingLine>().AsNoTracking()
            where l.MeetingId == id
            from p in db.People.Where(p => p.Id == l.PresenterId).DefaultIfEmpty()
            select new
            {
                l.IdeaId,
                l.Number,
                l.Minutes,
                Presenter = p == null ? null : NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName),
            }
        ).ToDictionaryAsync(l => l.IdeaId, cancellationToken);
        var (meeting, on) = (found.Meeting, lines.Keys.ToList());
        var (programme, tier, unit) = (meeting.ProgrammeId, meeting.Tier, meeting.UnitId);
        var ideas = await IdeaLines
            .Of(
                db,
                db.TeamIdeas.Where(i =>
                    on.Contains(i.Id)
                    || (
                        i.AnsweredAt == null
                        && i.Tier == tier
                        && i.OwnerUnitId == unit
                        && db.Modules.Any(m => m.Id == i.ModuleId && m.ProgrammeId == programme)
                    )
                ),
                viewer.PersonId
            )
            .OrderBy(i => i.DueOn)
            .ThenBy(i => i.Id)
            .Take(LoopReading.MostShown)
            .ToListAsync(cancellationToken);
        return new OpenLoopMeeting(
            id,
            programme,
            meeting.Place,
            found.Unit,
            meeting.When,
            meeting.Where,
            meeting.HeldAt,
            meeting.CalledOffAt,
            meeting.Version,
            found.MayLead,
            [
                .. ideas
                    .Where(i => lines.ContainsKey(i.Id))
                    .Select(i => new PresentedIdea(lines[i.Id].Number, lines[i.Id].Minutes, lines[i.Id].Presenter, i))
                    .OrderBy(o => o.Number),
            ],
            [.. ideas.Where(i => !lines.ContainsKey(i.Id))]
        );
    }
}
