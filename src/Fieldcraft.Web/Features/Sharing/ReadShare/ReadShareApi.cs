using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Sharing.ListShares;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Sharing.ReadShare;

internal static class ReadShareApi
{
    public static void Map(RouteGroupBuilder shares)
    {
        shares.MapGet("/{id:guid}", FindAsync).WithName("ReadShare").WithSummary("One share of your own.").Produces<ShareJson>();
        shares
            .MapGet("/{id:guid}/looks", LooksAsync)
            .WithName("ListLooks")
            .WithSummary("Who opened your share, and when.")
            .Produces<Listed<LookLine>>();
        shares
            .MapPost("/{id:guid}/revocation", EndAsync)
            .WithName("EndShare")
            .WithSummary("Ends your share now, for everybody or for one reader.")
            .Produces(204)
            .WithoutVersion("Ending takes the copy from its readers in every version; no text is overwritten.");
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        SharingReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, ShareId.From(id), cancellationToken) is { } share
            ? http.Versioned(share.Version, ShareJson.Of(share))
            : Problem.NotFound.Result();

    private static async Task<IResult> LooksAsync(Guid id, SharingReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        await reading.FindAsync(viewer, ShareId.From(id), cancellationToken) is null
            ? Problem.NotFound.Result()
            : Results.Ok(Listed.Whole(await reading.LooksAsync(viewer, ShareId.From(id), cancellationToken)));

    private static async Task<IResult> EndAsync(
        Guid id,
        EndShareInput? input,
        SharingActions sharing,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await sharing.EndAsync(viewer, ShareId.From(id), input?.Reader is { } reader ? PersonId.From(reader) : null, cancellationToken)
            ? Results.NoContent()
            : Problem.NotFound.Result();
}

/// <summary>For whom to end it; without a reader for everybody.</summary>
public sealed record EndShareInput(Guid? Reader);
