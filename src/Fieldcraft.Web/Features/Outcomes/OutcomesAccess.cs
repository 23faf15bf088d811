using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Outcomes;

/// <summary>
/// Results are read by those who answer for them: who leads or designs programmes, sponsors, leads of facilities, networks and states. Measures and figures
/// are kept, and cases drawn, by who leads the programme. What a leader says for the team, and a case, is the leader's.
/// </summary>
public static class OutcomesAccess
{
    public static bool MayReadOutcomes(this Viewer viewer) => viewer.MaySeeTotals() || viewer.LeadsSites();

    public static bool LeadsSites(this Viewer viewer) =>
        viewer.Leads.Any(l => l.Kind is UnitKind.Facility or UnitKind.Network or UnitKind.State);

    /// <summary>Leads the site, or a unit above it.</summary>
    public static bool LeadsSite(this Viewer viewer, string sitePath) =>
        viewer.Leads.Any(l =>
            l.Kind is UnitKind.Facility or UnitKind.Network or UnitKind.State && sitePath.StartsWith(l.Path, StringComparison.Ordinal)
        );

    /// <summary>Keeps the measures of the programme that this person leads, or of any.</summary>
    public static bool MayKeepOutcomesOf(this Viewer viewer, PersonId? lead) => viewer.MayLeadProgrammes() || lead == viewer.PersonId;

    /// <summary>Programmes whose results the viewer reads.</summary>
    public static IQueryable<Programme> WithOutcomeFor(this IQueryable<Programme> programmes, Viewer viewer)
    {
        var me = viewer.PersonId;
        return viewer.MayReadOutcomes() ? programmes : programmes.Where(p => p.LeadId == me);
    }

    /// <summary>Measures that the viewer keeps.</summary>
    public static IQueryable<OutcomeMeasure> KeptBy(this IQueryable<OutcomeMeasure> measures, FieldcraftDb db, Viewer viewer)
    {
        var led = db.Programmes.LedBy(viewer).Select(p => p.Id);
        return measures.Where(m => led.Contains(m.ProgrammeId));
    }

    /// <summary>Modules whose cases the viewer draws and writes.</summary>
    public static IQueryable<Module> LedBy(this IQueryable<Module> modules, FieldcraftDb db, Viewer viewer)
    {
        var led = db.Programmes.LedBy(viewer).Select(p => p.Id);
        return modules.Where(m => led.Contains(m.ProgrammeId));
    }

    /// <summary>The viewer's own cases: those in which somebody asked.</summary>
    public static IQueryable<SuccessCase> OwnOf(this IQueryable<SuccessCase> cases, Viewer viewer)
    {
        var me = viewer.PersonId;
        return cases.Where(c => c.LeaderId == me && c.State != CaseState.Waiting);
    }

    /// <summary>Cases with a name, for those who lead the programme: the leader has agreed.</summary>
    public static IQueryable<SuccessCase> AgreedFor(this IQueryable<SuccessCase> cases, FieldcraftDb db, Viewer viewer)
    {
        var modules = db.Modules.LedBy(db, viewer).Select(m => m.Id);
        return cases.Where(c => c.State == CaseState.Agreed && modules.Contains(c.ModuleId));
    }

    /// <summary>Stories that may be read: approved by the team's leader, for those who read results.</summary>
    public static IQueryable<SuccessCase> ShownTo(this IQueryable<SuccessCase> cases, FieldcraftDb db, Viewer viewer)
    {
        var programmes = db.Programmes.WithOutcomeFor(viewer).Select(p => p.Id);
        return cases.Where(c =>
            c.State == CaseState.Agreed
            && c.ApprovedAt != null
            && db.Modules.Any(m => m.Id == c.ModuleId && programmes.Contains(m.ProgrammeId))
        );
    }
}
