using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>
/// The strategy is read by those who lead and by those who steer learning, and written by the learning team. Where learning sits in a unit's work its own leader writes, and
/// everybody in it reads. A request is its asker's and the learning team's. A promise is its leader's and seen by those who lead them, never by anybody else.
/// </summary>
public static class StrategyAccess
{
    public static bool MayReadStrategy(this Viewer viewer) =>
        viewer.LeadsPeople() || viewer.IsLearningTeam() || viewer.Holds(Role.Sponsor) || viewer.Holds(Role.SeniorLeader);

    /// <summary>Those who steer learning: they write the strategy and answer requests.</summary>
    public static bool IsLearningTeam(this Viewer viewer) => viewer.Holds(Role.ProgrammeLead) || viewer.Holds(Role.LearningDesigner);

    /// <summary>Says whether they agree, and votes.</summary>
    public static bool TakesStances(this Viewer viewer) =>
        viewer.LeadsPeople() || viewer.Holds(Role.SeniorLeader) || viewer.Holds(Role.ProgrammeLead);

    /// <summary>Makes promises.</summary>
    public static bool LeadsPeople(this Viewer viewer) => viewer.HasReports || viewer.Leads.Count > 0;

    /// <summary>Whether the viewer may write pieces of this kind for a unit.</summary>
    public static bool MayWrite(this Viewer viewer, StrategyKind kind, UnitId unit, string path) =>
        viewer.Roles.Any(r =>
            r.Role is Role.ProgrammeLead or Role.LearningDesigner && path.StartsWith(r.UnitPath, StringComparison.Ordinal)
        ) || (kind == StrategyKind.Place && viewer.Leads.Any(l => l.Id == unit));

    public static IQueryable<StrategyEntry> VisibleTo(this IQueryable<StrategyEntry> entries, Viewer viewer, FieldcraftDb db)
    {
        if (viewer.MayReadStrategy())
        {
            return entries;
        }

        var me = viewer.PersonId;
        return entries.Where(e => e.Kind == StrategyKind.Place && db.People.Any(p => p.Id == me && p.UnitId == e.UnitId));
    }

    public static IQueryable<LearningRequest> VisibleTo(this IQueryable<LearningRequest> requests, Viewer viewer)
    {
        if (viewer.IsLearningTeam())
        {
            return requests;
        }

        var me = viewer.PersonId;
        return requests.Where(r => r.OwnerId == me);
    }

    /// <summary>The viewer's own promises, and those of leaders who report to them or whose unit lies below one they lead.</summary>
    public static IQueryable<EnablingPromise> VisibleTo(this IQueryable<EnablingPromise> promises, Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        var below = db.People.LedBy(viewer, db).Select(p => p.Id);
        return promises.Where(p => p.OwnerId == me || below.Contains(p.OwnerId));
    }

    /// <summary>Leaders one level below the viewer: who report to them and have people of their own, and who lead a unit just below one of theirs.</summary>
    public static IQueryable<Person> LedBy(this IQueryable<Person> people, Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        var led = viewer.Leads.Select(l => l.Id).ToList();
        return people.Where(p =>
            p.Id != me
            && p.Status != PersonStatus.Left
            && (
                (p.ManagerId == me && (db.People.Any(r => r.ManagerId == p.Id) || db.Units.Any(u => u.LeadId == p.Id)))
                || db.Units.Any(u => u.LeadId == p.Id && u.ParentId != null && led.Contains(u.ParentId.Value))
            )
        );
    }
}
