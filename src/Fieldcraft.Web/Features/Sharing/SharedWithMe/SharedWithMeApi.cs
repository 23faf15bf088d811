using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Sharing.SharedWithMe;

internal static class SharedWithMeApi
{
    public static void Map(RouteGroupBuilder shares)
    {
        shares
            .MapGet("/with-me", ListAsync)
            .WithName("ListSharedWithMe")
            .WithSummary("Copies that others share with you now.")
            .Produces<Listed<CopyLineJson>>();
        shares
            .MapGet("/with-me/{id:guid}", OpenAsync)
            .WithName("OpenSharedCopy")
            .WithSummary("A copy shared with you. Its owner sees that you opened it.")
            .Produces<CopyJson>();
    }

    private static async Task<IResult> ListAsync(SharingReading reading, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var copies = await reading.WithMeAsync(viewer, paging.After is { } id ? ShareId.From(id) : null, paging.Take, cancellationToken);
        return Results.Ok(
            Listed.Of(
                copies,
                paging,
                c => c.Id.Value,
                c => new CopyLineJson(c.Id.Value, c.Kind, c.Title, c.From, c.SharedAt, c.EndsAt, c.IsOpened)
            )
        );
    }

    private static async Task<IResult> OpenAsync(Guid id, SharingReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        await reading.OpenCopyAsync(viewer, ShareId.From(id), cancellationToken) is { } opened
            ? Results.Ok(
                new CopyJson(id, opened.Kind, opened.From, opened.SharedAt, opened.EndsAt, opened.Copy.Title, opened.Copy.Sections)
            )
            : Problem.NotFound.Result();
}

/// <summary>A copy in the list of what others share with the caller.</summary>
public sealed record CopyLineJson(
    Guid Id,
    SharedItemKind Kind,
    string Title,
    string From,
    DateTimeOffset SharedAt,
    DateTimeOffset EndsAt,
    bool IsOpened
);

/// <summary>A copy, opened.</summary>
public sealed record CopyJson(
    Guid Id,
    SharedItemKind Kind,
    string From,
    DateTimeOffset SharedAt,
    DateTimeOffset EndsAt,
    string Title,
    IReadOnlyList<SharedSection> Sections
);
