using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Finding;

/// <summary>Something that was found. <paramref name="KindWord"/> is the key of what it is ("Community").</summary>
public sealed record Found(string KindWord, string Title, string Address, string? About = null);

/// <summary>A room whose things the search at the top of every page can find. It finds only what the viewer may open, and looks into no sealed text of others.</summary>
public interface IFinder
{
    /// <param name="needle">Folded as in <c>FoldedName</c>, at least two characters.</param>
    Task<IReadOnlyList<Found>> FindAsync(Viewer viewer, string needle, int atMost, CancellationToken cancellationToken);
}
