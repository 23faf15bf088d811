using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Rhythm.ShowNotices;

internal static class ShowNoticesApi
{
    private const string Once = "The first time counts; seeing it again changes nothing.";

    public static void Map(RouteGroupBuilder notices)
    {
        notices
            .MapGet("/", ListAsync)
            .WithName("ListNotices")
            .WithSummary("What you have been told and have not seen, newest first.")
            .Produces<Listed<NoticeJson>>();
        notices
            .MapPost("/{id:guid}/seen", SeeAsync)
            .WithName("SeeNotice")
            .WithSummary("Notes that you have seen a notice, and all that told the same.")
            .WithoutVersion(Once)
            .Produces(204);
        notices
            .MapPost("/seen", SeeAllAsync)
            .WithName("SeeAllNotices")
            .WithSummary("Puts all notices away.")
            .WithoutVersion(Once)
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(NoticesReading reading, Viewer viewer, Words words, CancellationToken cancellationToken) =>
        Results.Ok(
            Listed.Whole(
                (await reading.ListAsync(viewer, cancellationToken)).Select(n => new NoticeJson(
                    n.Id.Value,
                    n.Kind.Key,
                    n.Say(words),
                    n.Address,
                    n.At,
                    n.Kind.IsRequest
                ))
            )
        );

    private static async Task<IResult> SeeAsync(Guid id, NoticesReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        await reading.SeeAsync(viewer, id, cancellationToken) is null ? Problem.NotFound.Result() : Results.NoContent();

    private static async Task<IResult> SeeAllAsync(NoticesReading reading, Viewer viewer, CancellationToken cancellationToken)
    {
        await reading.SeeAllAsync(viewer, cancellationToken);
        return Results.NoContent();
    }
}

/// <summary>A notice, in the caller's language; several that tell the same are one.</summary>
public sealed record NoticeJson(Guid Id, string Kind, string Text, string Address, DateTimeOffset At, bool IsRequest);
