using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.People;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>
/// An idea is answered by whoever owns its tier: the team's leader, the lead of the facility, network or state; at the top also the programme's sponsor, and
/// where there is none, its lead. It is read by its team, by those who lead a unit above it, and by those who answer for its programme. Who wrote it is shown
/// only where the team wishes.
/// </summary>
public static class LoopAccess
{
    /// <summary>The programmes whose ideas the viewer answers at the top.</summary>
    public static IQueryable<Programme> AnsweredAtTheTopBy(this IQueryable<Programme> programmes, Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        return programmes.Where(p =>
            p.SponsorId == me || (p.LeadId == me && !db.People.Any(s => s.Id == p.SponsorId && s.Status != PersonStatus.Left))
        );
    }

    /// <summary>The ideas at a tier that the viewer answers for, answered ones included.</summary>
    public static IQueryable<TeamIdea> OwnedBy(this IQueryable<TeamIdea> ideas, Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        var led = viewer.Leads.Select(u => u.Id).ToList();
        var top = db.Programmes.AnsweredAtTheTopBy(viewer, db).Select(p => p.Id);
        return ideas.Where(i =>
            (i.Tier == LoopTier.Team && i.LeaderId == me)
            || (i.OwnerUnitId != null && led.Contains(i.OwnerUnitId.Value))
            || (i.Tier == LoopTier.State && db.Modules.Any(m => m.Id == i.ModuleId && top.Contains(m.ProgrammeId)))
        );
    }

    /// <summary>The ideas of the viewer's team: the one that they lead, the one that they are in, and what they wrote themselves.</summary>
    public static IQueryable<TeamIdea> OfTeamOf(this IQueryable<TeamIdea> ideas, Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        return ideas.Where(i =>
            i.AuthorId == me || i.LeaderId == me || (i.LeaderId != null && db.People.Any(p => p.Id == me && p.ManagerId == i.LeaderId))
        );
    }

    public static IQueryable<TeamIdea> VisibleTo(this IQueryable<TeamIdea> ideas, Viewer viewer, FieldcraftDb db)
    {
        if (viewer.MayLeadProgrammes())
        {
            return ideas;
        }

        var me = viewer.PersonId;
        var sites = db.Units.Where(PeopleAccess.InAnyOf([.. viewer.Leads.Select(l => l.Path)])).Select(u => u.Id);
        var programmes = db.Programmes.Where(p => p.SponsorId == me || p.LeadId == me).Select(p => p.Id);
        return ideas.Where(i =>
            i.AuthorId == me
            || i.LeaderId == me
            || (i.LeaderId != null && db.People.Any(p => p.Id == me && p.ManagerId == i.LeaderId))
            || sites.Contains(i.SiteId)
            || db.Modules.Any(m => m.Id == i.ModuleId && programmes.Contains(m.ProgrammeId))
        );
    }

    /// <summary>The meetings that the viewer calls and leads.</summary>
    public static IQueryable<LoopMeeting> LedBy(this IQueryable<LoopMeeting> meetings, Viewer viewer, FieldcraftDb db)
    {
        var led = viewer.Leads.Select(u => u.Id).ToList();
        var top = db.Programmes.AnsweredAtTheTopBy(viewer, db).Select(p => p.Id);
        return meetings.Where(m =>
            (m.UnitId != null && led.Contains(m.UnitId.Value)) || (m.Tier == LoopTier.State && top.Contains(m.ProgrammeId))
        );
    }

    /// <summary>Those, and the ones at which the viewer presents.</summary>
    public static IQueryable<LoopMeeting> VisibleTo(this IQueryable<LoopMeeting> meetings, Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        var led = viewer.Leads.Select(u => u.Id).ToList();
        var top = db.Programmes.AnsweredAtTheTopBy(viewer, db).Select(p => p.Id);
        return meetings.Where(m =>
            (m.UnitId != null && led.Contains(m.UnitId.Value))
            || (m.Tier == LoopTier.State && top.Contains(m.ProgrammeId))
            || m.Lines.Any(l => l.PresenterId == me)
        );
    }
}
