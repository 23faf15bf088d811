using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Sharing.SharedWithMe;

internal static class SharedWithMeApi
{
    private const int Most = 200;

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
            .Produces<OpenCopyJson>();
    }

    private static async Task<IResult> ListAsync(SharingReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(
            Listed.Whole(
                (await reading.WithMeAsync(viewer, Most, cancellationToken)).Select(c => new CopyLineJson(
                    c.Id.Value,
                    c.Kind,
                    c.Title,
                    c.From,
                    c.SharedAt,
                    c.EndsAt,
                    c.IsOpened
                ))
            )
        );

    private static async Task<IResult> OpenAsync(Guid id, SharingReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        await reading.OpenCopyAsync(viewer, ShareId.From(id), cancellationToken) is { } opened
            ? Results.Ok(new OpenCopyJson(id, opened.Kind, opened.From, opened.SharedAt, opened.EndsAt, opened.Copy.Title, opened.Copy.Sections))
            : Problem.NotFound.Result();
}

/// <summary>A copy in the list of what is shared with the caller.</summary>
public sealed record CopyLineJson(Guid Id, SharedItemKind Kind, string Title, string From, DateTimeOffset SharedAt, DateTimeOffset EndsAt, bool IsOpened);

/// <summary>A copy, opened for one of its readers.</summary>
public sealed record OpenCopyJson(
    Guid Id,
    SharedItemKind Kind,
    string From,
    DateTimeOffset SharedAt,
    DateTimeOffset EndsAt,
    string Title,
    IReadOnlyList<SharedSection> Sections
);
