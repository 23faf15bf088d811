using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Opportunities;

/// <summary>
/// Who may see what of opportunities: each thing is its owner's alone, the own manager no more than anybody. What a customer is sent, they see through their
/// link; a note from outside that was put before a unit, its people see.
/// </summary>
public static class OpportunitiesAccess
{
    public static IQueryable<ProviderEntry> VisibleTo(this IQueryable<ProviderEntry> entries, Viewer viewer)
    {
        var me = viewer.PersonId;
        return entries.Where(e => e.OwnerId == me);
    }

    /// <summary>Notes from outside that somebody put before the viewer's unit, the viewer's own among them.</summary>
    public static IQueryable<ProviderEntry> BeforeTheUnitOf(this IQueryable<ProviderEntry> entries, Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        return entries.Where(e => e.SharedWith != null && db.People.Any(p => p.Id == me && p.UnitId == e.SharedWith));
    }

    public static IQueryable<CustomerDialogue> VisibleTo(this IQueryable<CustomerDialogue> dialogues, Viewer viewer)
    {
        var me = viewer.PersonId;
        return dialogues.Where(d => d.OwnerId == me);
    }

    public static IQueryable<Opportunity> VisibleTo(this IQueryable<Opportunity> opportunities, Viewer viewer)
    {
        var me = viewer.PersonId;
        return opportunities.Where(o => o.OwnerId == me);
    }

    public static IQueryable<CustomerLink> VisibleTo(this IQueryable<CustomerLink> links, Viewer viewer)
    {
        var me = viewer.PersonId;
        return links.Where(l => l.OwnerId == me);
    }
}
