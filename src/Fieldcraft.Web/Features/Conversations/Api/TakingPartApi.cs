using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Conversations.Api;

/// <summary>What members do: arrive, write, show, take back, leave.</summary>
internal static class TakingPartApi
{
    private const string OwnPlace = "Says where the caller themselves are; nobody else writes it.";

    public static void Map(RouteGroupBuilder sessions)
    {
        sessions
            .MapPost("/joining", JoinAsync)
            .WithName("JoinLiveSession")
            .WithSummary("Joins a session by its code. Wrong codes are counted.")
            .Produces<Made>();
        sessions
            .MapPost("/{id:guid}/arrival", ComeAsync)
            .WithName("ComeToLiveSession")
            .WithSummary("You were invited, and are there.")
            .Produces(204)
            .WithoutVersion(OwnPlace);
        sessions
            .MapDelete("/{id:guid}/arrival", LeaveAsync)
            .WithName("LeaveLiveSession")
            .WithSummary("You are not coming, or leave. What you wrote stays yours.")
            .Produces(204)
            .WithoutVersion(OwnPlace);
        sessions
            .MapPut("/{id:guid}/answers/{stage:int}", WriteAsync)
            .WithName("WriteInLiveSession")
            .WithSummary(
                "Keeps your answer of one stage; If-Match is \"0\" where there was none. Shown to the group only when you say so, and when it reveals."
            )
            .Produces<Changed>();
        sessions
            .MapDelete("/{id:guid}/answers/{stage:int}/showing", TakeBackAsync)
            .WithName("TakeBackInLiveSession")
            .WithSummary("The others no longer see your answer of one stage.")
            .Produces<Changed>()
            .WithoutVersion("Removes the copy, whatever it says.");
        sessions
            .MapPut("/{id:guid}/assignment", PickAsync)
            .WithName("PickAssignmentForLiveSession")
            .WithSummary("Chooses the assignment of yours whose inquiry takes your answers; null for none.")
            .Produces<Changed>()
            .WithoutVersion(OwnPlace);
    }

    private static async Task<IResult> JoinAsync(
        JoinCodeInput input,
        Joining joining,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(input.Code))
        {
            return InputProblem.Missing("code");
        }

        var (session, refusal, wait) = await joining.ByCodeAsync(input.Code, cancellationToken);
        if (wait is { } pause)
        {
            return Problem.Wait(http, pause);
        }

        return session is not null ? Results.Ok(new Made(session.Id.Value))
            : refusal is not null ? Problem.Refused(refusal)
            : Problem.NotFound.Result();
    }

    private static async Task<IResult> ComeAsync(Guid id, LiveDesk desk, CancellationToken cancellationToken) =>
        await desk.ComeAsync(LiveSessionId.From(id), cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            _ => Results.NoContent(),
        };

    private static async Task<IResult> LeaveAsync(Guid id, LiveDesk desk, HttpContext http, CancellationToken cancellationToken)
    {
        var kept = await desk.LeaveAsync(LiveSessionId.From(id), cancellationToken);
        return kept.Kept == Kept.Done ? Results.NoContent() : LiveSessionsApi.Answer(http, id, kept);
    }

    private static async Task<IResult> WriteAsync(
        Guid id,
        int stage,
        SessionAnswerBody body,
        SessionWriting writing,
        LiveReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (body.Text?.Trim().Length > SessionAnswer.TextLength)
        {
            return InputProblem.TooLong("text", SessionAnswer.TextLength);
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var sessionId = LiveSessionId.From(id);
        var kept = await writing.WriteAsync(sessionId, stage, body.Text, body.Shows, version, cancellationToken);
        switch (kept.Kept)
        {
            case Kept.Done:
                http.Response.SetVersion(kept.Version);
                return Results.Ok(new Changed(kept.Id, kept.Version));
            case Kept.Meanwhile:
                var open = await reading.FindAsync(viewer, sessionId, withOwn: true, cancellationToken);
                var theirs = open?.Mine(stage);
                return Problem.Meanwhile(body, theirs is null ? null : new SessionAnswerBody(theirs.Text, theirs.Shows));
            default:
                return LiveSessionsApi.Answer(http, id, kept);
        }
    }

    private static async Task<IResult> TakeBackAsync(
        Guid id,
        int stage,
        SessionWriting writing,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var kept = await writing.TakeBackAsync(LiveSessionId.From(id), stage, cancellationToken);
        return LiveSessionsApi.Answer(http, kept.Id, kept);
    }

    private static async Task<IResult> PickAsync(
        Guid id,
        PickedInput input,
        SessionWriting writing,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var into = input.Assignment is { } picked ? AssignmentId.From(picked) : (AssignmentId?)null;
        var kept = await writing.PickAsync(LiveSessionId.From(id), into, cancellationToken);
        return LiveSessionsApi.Answer(http, kept.Id, kept);
    }
}

public sealed record JoinCodeInput(string? Code);

/// <param name="Shows">The group may see it once it reveals.</param>
public sealed record SessionAnswerBody(string? Text, bool Shows = false);

public sealed record PickedInput(Guid? Assignment);
