using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Finding;

/// <summary>Something that was found, with the page it stands on.</summary>
public sealed record FoundJson(string Kind, string Title, string Address, string? About);

internal static class SearchApi
{
    public static void Map(RouteGroupBuilder search) =>
        search
            .MapGet("/", FindAsync)
            .WithName("Search")
            .WithSummary("?q= in people, units, circles, communities and your own texts; a few of each kind.")
            .Produces<Listed<FoundJson>>();

    private static async Task<IResult> FindAsync(
        string? q,
        FindingEverywhere finding,
        Viewer viewer,
        Words words,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (FindingEverywhere.Folded(q) is not { } needle)
        {
            return InputProblem.Of("q", "too-short", FindingEverywhere.ShortestNeedle);
        }

        var found = await finding.FindAsync(viewer, needle, cancellationToken);
        if (found.Wait is { } wait)
        {
            return Problem.Wait(http, wait);
        }

        return Results.Ok(Listed.Whole(found.All.Select(f => new FoundJson(words[f.KindWord], f.Title, f.Address, f.About))));
    }
}
