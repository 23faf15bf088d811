using Fieldcraft.Domain.Stories;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Stories;

/// <summary>
/// Who may see a story: teller and interviewer, and nobody else, whatever role they hold. Colleagues see the copy that the teller's consent made, as long
/// as it stands.
/// </summary>
public static class StoriesAccess
{
    public static IQueryable<GrowthStory> VisibleTo(this IQueryable<GrowthStory> stories, Viewer viewer)
    {
        var me = viewer.PersonId;
        return stories.Where(s => s.OwnerId == me || s.InterviewerId == me);
    }

    /// <summary>The stories that the viewer told, and therefore decides about.</summary>
    public static IQueryable<GrowthStory> ToldBy(this IQueryable<GrowthStory> stories, Viewer viewer)
    {
        var me = viewer.PersonId;
        return stories.Where(s => s.OwnerId == me);
    }

    /// <summary>Copies that colleagues read. Every question of library, search and assignments begins here.</summary>
    public static IQueryable<PublishedStory> Read(this IQueryable<PublishedStory> stories) => stories.Where(s => s.IsRead);

    /// <summary>Read stories that hold a text, in title, text or the name of a teller who stands by it.</summary>
    /// <param name="needle">Folded.</param>
    public static IQueryable<PublishedStory> Holding(this IQueryable<PublishedStory> stories, string needle, FieldcraftDb db) =>
        stories.Where(s =>
            s.Needles!.Contains(needle)
            || db.People.Any(p => s.TellerId == p.Id && (p.NameKey.Contains(needle) || p.CalledKey.Contains(needle)))
        );
}
