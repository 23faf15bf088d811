using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>
/// Programmes and published modules are read by everybody signed in; what a leader needs to teach, by whoever leads people or has a part in it. Drafts
/// are seen and written by those who design learning, lead programmes or administer; programmes are begun by the latter two.
/// </summary>
public static class ProgrammesAccess
{
    public static bool MayLeadProgrammes(this Viewer viewer) => viewer.Holds(Role.ProgrammeLead) || viewer.IsAdministrator;

    public static bool MayDesignModules(this Viewer viewer) => viewer.Holds(Role.LearningDesigner) || viewer.MayLeadProgrammes();

    /// <summary>Guides, hard questions and everything else for those who stand in front.</summary>
    public static bool MayReadGuides(this Viewer viewer) =>
        viewer.HasReports || viewer.Leads.Count > 0 || viewer.Holds(Role.PreviewFacilitator) || viewer.MayDesignModules();

    /// <summary>The programmes that the viewer leads, or may lead for the organisation.</summary>
    public static IQueryable<Programme> LedBy(this IQueryable<Programme> programmes, Viewer viewer)
    {
        var me = viewer.PersonId;
        return viewer.MayLeadProgrammes() ? programmes : programmes.Where(p => p.LeadId == me);
    }

    public static IQueryable<Module> VisibleTo(this IQueryable<Module> modules, Viewer viewer) =>
        viewer.MayDesignModules() ? modules : modules.Where(m => m.EditionId != null);
}
