using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Sharing.ListShares;

internal static class ListSharesApi
{
    public static void Map(RouteGroupBuilder shares) =>
        shares
            .MapGet("/", ListAsync)
            .WithName("ListShares")
            .WithSummary("What you share or have shared, newest first.")
            .Produces<Listed<ShareJson>>();

    private static async Task<IResult> ListAsync(SharingReading reading, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var shares = await reading.ListAsync(viewer, paging.After is { } id ? ShareId.From(id) : null, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(shares, paging, s => s.Id.Value, ShareJson.Of));
    }
}

/// <summary>A share as the API shows it to its owner.</summary>
public sealed record ShareJson(
    Guid Id,
    SharedItemKind Kind,
    Guid Item,
    string Title,
    DateTimeOffset SharedAt,
    DateTimeOffset EndsAt,
    DateTimeOffset? EndedAt,
    IReadOnlyList<ShareReaderJson> Readers
)
{
    public static ShareJson Of(OwnShare share) =>
        new(
            share.Id.Value,
            share.Kind,
            share.ItemId,
            share.Title,
            share.SharedAt,
            share.EndsAt,
            share.EndedAt,
            [.. share.Readers.Select(r => new ShareReaderJson(r.Id.Value, r.Name, r.TakenAwayAt, r.Looks, r.LastLook))]
        );
}

public sealed record ShareReaderJson(Guid Id, string Name, DateTimeOffset? TakenAwayAt, int Looks, DateTimeOffset? LastLook);
