using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Rhythm.Own.ShowNotices;

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

    private static async Task<IResult> ListAsync(
        NoticesReading reading,
        Viewer viewer,
        Words words,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var told = await reading.ListAsync(viewer, words.Today(clock.GetUtcNow()), cancellationToken);
        return Results.Ok(
            Listed.Whole(
                told.Now.Select(n => NoticeJson.Of(n, words, null)).Concat(told.Held.Select(n => NoticeJson.Of(n, words, told.Until)))
            )
        );
    }

    private static async Task<IResult> SeeAsync(Guid id, NoticesReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        await reading.SeeAsync(viewer, id, cancellationToken) is null ? Problem.NotFound.Result() : Results.NoContent();

    private static async Task<IResult> SeeAllAsync(
        NoticesReading reading,
        Viewer viewer,
        Words words,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        await reading.SeeAllAsync(viewer, words.Today(clock.GetUtcNow()), cancellationToken);
        return Results.NoContent();
    }
}

/// <summary>A notice, in the caller's language; several that tell the same are one.</summary>
/// <param name="WaitsUntil">A request that waits for a month with time.</param>
public sealed record NoticeJson(Guid Id, string Kind, string Text, string Address, DateTimeOffset At, bool IsRequest, DateOnly? WaitsUntil)
{
    public static NoticeJson Of(ShownNotice notice, Words words, DateOnly? waitsUntil) =>
        new(notice.Id.Value, notice.Kind.Key, notice.Say(words), notice.Address, notice.At, notice.Kind.IsRequest, waitsUntil);
}
