using System.Linq.Expressions;
using Fieldcraft.Domain.Journal;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Journal;

/// <summary>Who may see a journal entry: the person who wrote it. What is shared is a copy, and lives with the shares.</summary>
public static class JournalAccess
{
    public static IQueryable<JournalEntry> VisibleTo(this IQueryable<JournalEntry> entries, Viewer viewer) =>
        entries.Where(IsVisibleTo(viewer));

    private static Expression<Func<JournalEntry, bool>> IsVisibleTo(Viewer viewer)
    {
        var me = viewer.PersonId;
        return entry => entry.OwnerId == me;
    }
}
