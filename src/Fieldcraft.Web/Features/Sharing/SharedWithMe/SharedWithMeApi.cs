using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Sharing.SharedWithMe;

internal static class SharedWithMeApi
{
    public static void Map(RouteGroupBuilder shares)
    {
        shares.MapGet("/with-me", ListAsync).WithName("ListSharedWithMe").WithSummary("Copies that others share with you now.");
        shares.MapGet("/with-me/{id:guid}", OpenAsync).WithName("OpenSharedCopy").WithSummary("A copy shared with you. Its owner sees that you opened it.");
    }

    private static async Task<IResult> ListAsync(SharingReading reading, Viewer viewer, int? limit, CancellationToken cancellationToken) =>
        Results.Ok(
            new
            {
                items = (await reading.WithMeAsync(viewer, Math.Clamp(limit ?? SharingReading.PageSize, 1, 200), cancellationToken)).Select(c => new
                {
                    id = c.Id.Value,
                    c.Kind,
                    c.Title,
                    c.From,
                    c.SharedAt,
                    c.EndsAt,
                    c.IsOpened,
                }),
            }
        );

    private static async Task<IResult> OpenAsync(Guid id, SharingReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        await reading.OpenCopyAsync(viewer, ShareId.From(id), cancellationToken) is { } opened
            ? Results.Ok(
                new
                {
                    id,
                    opened.Kind,
                    opened.From,
                    opened.SharedAt,
                    opened.EndsAt,
                    opened.Copy.Title,
                    opened.Copy.Sections,
                }
            )
            : Problem.NotFound.Result();
}
