using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>Sessions of the caller: the own slot, the ones they lead, and what follows from them.</summary>
internal static class OwnSessionsApi
{
    public static void Map(RouteGroupBuilder sessions)
    {
        sessions
            .MapGet("/mine", MineAsync)
            .WithName("ListOwnSessions")
            .WithSummary("Published sessions that you attend or lead: those to come and those of the last weeks.")
            .Produces<Listed<OwnSessionJson>>();
        sessions
            .MapPost("/{id:guid}/leader", HandOverAsync)
            .WithName("HandSessionOver")
            .WithSummary("Hands a session that you lead to a colleague who leads people there too.")
            .WithoutVersion("A session has one leader; the last one named holds it.")
            .Produces(204);
        sessions
            .MapPost("/{id:guid}/swap-requests", AskForSwapAsync)
            .WithName("AskForSwap")
            .WithSummary("You cannot come then: asks for another session, or that somebody finds one. No reason is asked.")
            .WithoutVersion("A request is added; the session stays until it is settled.")
            .Produces<Made>(201);
        sessions
            .MapDelete("/swap-requests/{id:guid}", TakeSwapBackAsync)
            .WithName("TakeSwapBack")
            .WithSummary("You can come after all.")
            .WithoutVersion("A request is settled once.")
            .Produces(204);
        sessions
            .MapPost("/swap-requests/{id:guid}/settle", SettleSwapAsync)
            .WithName("SettleSwap")
            .WithSummary("Gives the person the seat that was wished or another one, or says that it stays.")
            .WithoutVersion("A request is settled once.")
            .Produces(204);
        sessions
            .MapPost("/absences", TellAwayAsync)
            .WithName("TellLeaderAway")
            .WithSummary("A leader does not teach on these days; the schedulers concerned are told. No reason is asked.")
            .Produces<Made>(201);
        sessions
            .MapDelete("/absences/{id:guid}", BackAsync)
            .WithName("TakeLeaderAbsenceBack")
            .WithSummary("The leader is there after all.")
            .WithoutVersion("It goes, whatever it says.")
            .Produces(204);
    }

    private static async Task<IResult> MineAsync(SessionsReading reading, Viewer viewer, CancellationToken cancellationToken)
    {
        var attended = await reading.AttendedAsync(viewer, cancellationToken);
        var led = await reading.LedAsync(viewer, cancellationToken);
        return Results.Ok(
            Listed.Whole(
                attended.Select(s => OwnSessionJson.Of(s, false)).Concat(led.Select(s => OwnSessionJson.Of(s, true))).OrderBy(s => s.Start)
            )
        );
    }

    private static async Task<IResult> HandOverAsync(
        Guid id,
        HandOverBody body,
        SessionDesk desk,
        Words words,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Leader is { } leader
            ? SessionsApi.Answer(
                await desk.HandOverAsync(viewer, TeachingSessionId.From(id), PersonId.From(leader), cancellationToken),
                words
            )
            : InputProblem.Missing("leader");

    private static async Task<IResult> AskForSwapAsync(
        Guid id,
        SwapRequestBody body,
        SwapDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var wanted = body.Wanted is { } other ? TeachingSessionId.From(other) : (TeachingSessionId?)null;
        return await desk.AskAsync(viewer, TeachingSessionId.From(id), wanted, cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var made } => Results.Created($"/api/v1/sessions/swap-requests/{made.Value}", new Made(made.Value)),
        };
    }

    private static async Task<IResult> TakeSwapBackAsync(Guid id, SwapDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.TakeBackAsync(viewer, SwapRequestId.From(id), cancellationToken));

    private static async Task<IResult> SettleSwapAsync(
        Guid id,
        SettleSwapBody body,
        SwapDesk desk,
        Words words,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Grant is { } grant
            ? SessionsApi.Answer(
                await desk.SettleAsync(
                    viewer,
                    SwapRequestId.From(id),
                    grant,
                    body.To is { } to ? TeachingSessionId.From(to) : null,
                    cancellationToken
                ),
                words
            )
            : InputProblem.Missing("grant");

    private static async Task<IResult> TellAwayAsync(AbsenceBody body, LeaderDesk desk, Viewer viewer, CancellationToken cancellationToken)
    {
        if (body is not { From: { } from, To: { } to })
        {
            return InputProblem.Missing(body.From is null ? "from" : "to");
        }

        if (to < from)
        {
            return InputProblem.Of("to", "out-of-range");
        }

        var person = body.Person is { } id ? PersonId.From(id) : viewer.PersonId;
        return await desk.TellAwayAsync(viewer, person, from, to, cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var made } => Results.Created($"/api/v1/sessions/absences/{made.Value}", new Made(made.Value)),
        };
    }

    private static async Task<IResult> BackAsync(Guid id, LeaderDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.TakeBackAsync(viewer, LeaderAbsenceId.From(id), cancellationToken));
}
