using Fieldcraft.Domain.People;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Finding;

/// <summary>What was found, or how long to wait before the next search.</summary>
public sealed record Findings(IReadOnlyList<Found> All, TimeSpan? Wait = null);

/// <summary>
/// Asks every room. Each finder costs one query and the viewer's own texts one for each kind and one for their keys: at most eighteen in all, more
/// than another page may need, which is why searches are counted.
/// </summary>
public sealed class FindingEverywhere(IEnumerable<IFinder> finders, Throttle throttle)
{
    public const int ShortestNeedle = 2;
    public const int LongestNeedle = 100;

    /// <summary>So many of a kind are shown; the kind's own room has the rest.</summary>
    public const int OfAKind = 8;
    private const int SearchesAMinute = 30;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>The needle as it is looked for; null when it is too short.</summary>
    public static string? Folded(string? typed)
    {
        var needle = FoldedName.Of(typed ?? "");
        return needle.Length < ShortestNeedle ? null : needle[..Math.Min(needle.Length, LongestNeedle)];
    }

    public async Task<Findings> FindAsync(Viewer viewer, string needle, CancellationToken cancellationToken)
    {
        if (await throttle.TakeAsync($"search:{viewer.PersonId.Value}", SearchesAMinute, Window, cancellationToken) is { } wait)
        {
            return new Findings([], wait);
        }

        var found = new List<Found>();
        foreach (var finder in finders)
        {
            found.AddRange(await finder.FindAsync(viewer, needle, OfAKind, cancellationToken));
        }

        return new Findings(found);
    }
}
