using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Sharing.NewShare;

internal static class NewShareApi
{
    public static void Map(RouteGroupBuilder shares)
    {
        shares
            .MapPost("/", ShareAsync)
            .WithName("ShareCopy")
            .WithSummary("Shares a copy of one of your items with named people, until a day.")
            .Produces<Made>(201);
        shares
            .MapGet("/readers", FindAsync)
            .WithName("FindReaders")
            .WithSummary("People you could share with, by the beginning of a name.")
            .Produces<Listed<ReaderJson>>();
    }

    private static async Task<IResult> ShareAsync(
        NewShareInput input,
        SharingActions sharing,
        ReaderSearch search,
        Viewer viewer,
        Words words,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (input.Kind is not { } kind || input.Item is not { } item)
        {
            return InputProblem.Missing(input.Kind is null ? "kind" : "item");
        }

        if (SharePurpose.Refused(input.Purpose) is { } refusal)
        {
            return Problem.Refused(refusal);
        }

        var today = words.Today(clock.GetUtcNow());
        var until = input.Until ?? Share.DayOffered(today);
        var chosen = (input.Readers ?? []).Select(PersonId.From).Distinct().ToList();
        var readers = await search.NamedAsync(viewer, chosen, cancellationToken);
        if (ShareProblem.Of(readers.Count, chosen.Count, until, today) is { } problem)
        {
            return InputProblem.Of(problem.Field.ToLowerInvariant(), problem.Code);
        }

        if (sharing.Of(kind) is not { } shareable || await shareable.CopyAsync(viewer, item, cancellationToken) is not { } copy)
        {
            return Problem.NotFound.Result();
        }

        var id = await sharing.ShareAsync(viewer, kind, item, copy, chosen, until, cancellationToken);
        return Results.Created($"/api/v1/shares/{id.Value}", new Made(id.Value));
    }

    private static async Task<IResult> FindAsync(string? name, ReaderSearch search, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(
            Listed.Whole(
                (await search.FindAsync(viewer, name ?? "", cancellationToken)).Select(p => new ReaderJson(
                    p.Id.Value,
                    p.Name,
                    p.JobTitle,
                    p.Unit
                ))
            )
        );
}

/// <summary>Somebody a copy could be shared with.</summary>
public sealed record ReaderJson(Guid Id, string Name, string JobTitle, string Unit);

/// <summary>
/// What the API takes to share a copy. Without a day it is thirty days. The only purpose is <c>development</c>; any other is refused with the reason.
/// </summary>
public sealed record NewShareInput(SharedItemKind? Kind, Guid? Item, IReadOnlyList<Guid>? Readers, DateOnly? Until, string? Purpose = null);
