using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Circles;

/// <summary>A meeting as the API shows it.</summary>
public sealed record CircleMeetingJson(
    Guid Id,
    int Number,
    Guid? IssueOwnerId,
    DateOnly On,
    TimeOnly? At,
    string TimeZone,
    int Minutes,
    bool IsHeld,
    int Version
)
{
    public static CircleMeetingJson Of(OpenMeeting m) =>
        new(m.Id.Value, m.Number, m.IssueOwnerId?.Value, m.When.On, m.When.At, m.When.TimeZone, m.When.Minutes, m.IsHeld, m.Version);
}

/// <summary>A commitment that the caller may read.</summary>
public sealed record CircleCommitmentJson(
    Guid Id,
    Guid OwnerId,
    Guid MeetingId,
    string Text,
    DateTimeOffset MadeAt,
    bool IsRevealed,
    bool IsSettled,
    int Version
)
{
    public static CircleCommitmentJson Of(OpenCommitment c) =>
        new(c.Id.Value, c.OwnerId.Value, c.MeetingId.Value, c.Text, c.MadeAt, c.IsRevealed, c.IsSettled, c.Version);
}

/// <summary>Another time for a meeting; without a zone, on the caller's clock.</summary>
public sealed record CircleTimeBody(DateOnly? On, TimeOnly? At, string? TimeZone = null);

/// <summary>Whose turn it is.</summary>
public sealed record CircleTurnBody(Guid? Person);

/// <summary>What is taken on.</summary>
public sealed record CircleCommitmentBody(string? Text, bool Revealed = false)
{
    public IResult? Problem() =>
        string.IsNullOrWhiteSpace(Text) ? InputProblem.Missing("text")
        : Text.Trim().Length > CircleCommitment.TextLength ? InputProblem.TooLong("text", CircleCommitment.TextLength)
        : null;
}

internal static class CircleMeetingsApi
{
    public static void Map(RouteGroupBuilder circles)
    {
        const string Alone = "A switch of its own: what is written stays.";
        circles
            .MapPut("/meetings/{id:guid}/time", MoveAsync)
            .WithName("MoveCircleMeeting")
            .WithSummary("Another day or time; everybody's calendar follows.")
            .WithoutVersion("A time agreed aloud; the last one said holds, and everybody is told.")
            .Produces(204);
        circles
            .MapPut("/meetings/{id:guid}/turn", TurnAsync)
            .WithName("PassCircleTurn")
            .WithSummary("Gives the turn to somebody else in the circle.")
            .WithoutVersion("A turn agreed aloud; the last one said holds.")
            .Produces(204);
        circles
            .MapPost("/meetings/{id:guid}/live-session", OpenSessionAsync)
            .WithName("OpenCircleSession")
            .WithSummary("Opens the live session of a meeting, or finds the one that is open.")
            .WithoutVersion("A meeting has one; asked again, it is the same.")
            .Produces<Made>();
        circles
            .MapPost("/meetings/{id:guid}/close", CloseAsync)
            .WithName("CloseCircleMeeting")
            .WithSummary("It took place; the next meeting is set in the agreed rhythm.")
            .WithoutVersion("A meeting is closed once.")
            .Produces(204);
        circles
            .MapGet("/{id:guid}/commitments", ListAsync)
            .WithName("ListCircleCommitments")
            .WithSummary("Your commitments in a circle, and those of others that were revealed to you, newest first.")
            .Produces<Listed<CircleCommitmentJson>>();
        circles
            .MapPost("/meetings/{id:guid}/commitments", MakeAsync)
            .WithName("MakeCircleCommitment")
            .WithSummary("Takes something on; sealed to you unless revealed.")
            .WithoutVersion("A commitment is added; nothing that is there is replaced.")
            .Produces<Made>(201);
        circles
            .MapPut("/commitments/{id:guid}", RewordAsync)
            .WithName("RewordCircleCommitment")
            .WithSummary("Words a commitment of your own anew.")
            .Produces(204);
        circles
            .MapPost("/commitments/{id:guid}/reveal", RevealAsync)
            .WithName("RevealCircleCommitment")
            .WithSummary("Lets those read it who take part in the circle now.")
            .WithoutVersion(Alone)
            .Produces(204);
        circles
            .MapPost("/commitments/{id:guid}/hide", HideAsync)
            .WithName("HideCircleCommitment")
            .WithSummary("Only you read it again.")
            .WithoutVersion(Alone)
            .Produces(204);
        circles
            .MapPost("/commitments/{id:guid}/settle", SettleAsync)
            .WithName("SettleCircleCommitment")
            .WithSummary("Puts it away, so that no meeting reminds of it; ?settled=false takes it up again.")
            .WithoutVersion(Alone)
            .Produces(204);
        circles
            .MapDelete("/commitments/{id:guid}", TearUpAsync)
            .WithName("TearUpCircleCommitment")
            .WithSummary("Removes a commitment of your own with its key.")
            .WithoutVersion("It goes, whatever it says.")
            .Produces(204);
    }

    /// <summary>The time that was said; null when a part is missing or the zone is unknown.</summary>
    public static AppointedTime? Time(DateOnly? on, TimeOnly? at, string? zone, Viewer viewer, int minutes) =>
        on is { } day && at is { } time && (zone is null || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            ? new AppointedTime(day, time, zone ?? viewer.TimeZone, minutes)
            : null;

    public static IResult TimeProblem(DateOnly? on, TimeOnly? at) =>
        on is null ? InputProblem.Missing("on")
        : at is null ? InputProblem.Missing("at")
        : InputProblem.Of("timeZone", "unknown");

    private static async Task<IResult> MoveAsync(
        Guid id,
        CircleTimeBody body,
        MeetingDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        Time(body.On, body.At, body.TimeZone, viewer, 1) is { } time
            ? Problem.Answer(
                await desk.MoveAsync(viewer, CircleMeetingId.From(id), time.On, time.At!.Value, time.TimeZone, cancellationToken)
            )
            : TimeProblem(body.On, body.At);

    private static async Task<IResult> TurnAsync(
        Guid id,
        CircleTurnBody body,
        MeetingDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Person is { } person
            ? Problem.Answer(await desk.PassTurnAsync(viewer, CircleMeetingId.From(id), PersonId.From(person), cancellationToken))
            : InputProblem.Missing("person");

    private static async Task<IResult> OpenSessionAsync(Guid id, MeetingDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        await desk.OpenSessionAsync(viewer, CircleMeetingId.From(id), cancellationToken) is not { } opened ? Problem.NotFound.Result()
        : opened.Refusal is { } refusal ? Problem.Refused(refusal)
        : Results.Ok(new Made(opened.Value.Value));

    private static async Task<IResult> CloseAsync(Guid id, MeetingDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.CloseAsync(viewer, CircleMeetingId.From(id), cancellationToken));

    private static async Task<IResult> ListAsync(Guid id, CirclesReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        await reading.FindAsync(viewer, CircleId.From(id), cancellationToken) is { IsIn: true }
            ? Results.Ok(
                Listed.Whole((await reading.CommitmentsAsync(viewer, CircleId.From(id), cancellationToken)).Select(CircleCommitmentJson.Of))
            )
            : Problem.NotFound.Result();

    private static async Task<IResult> MakeAsync(
        Guid id,
        CircleCommitmentBody body,
        CommitmentDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Problem() is { } problem)
        {
            return problem;
        }

        return await desk.MakeAsync(viewer, CircleMeetingId.From(id), body.Text!, body.Revealed, cancellationToken) is { } made
            ? Results.Created($"/api/v1/circles/commitments/{made.Id.Value}", new Made(made.Id.Value))
            : Problem.NotFound.Result();
    }

    private static async Task<IResult> RewordAsync(
        Guid id,
        CircleCommitmentBody body,
        HttpContext http,
        CommitmentDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Problem() is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var outcome = await desk.RewordAsync(viewer, CommitmentId.From(id), version, body.Text!, cancellationToken);
        return outcome?.Refusal is { Code: "commitment-changed-meanwhile" } ? Problem.Meanwhile(body, null) : Problem.Answer(outcome);
    }

    private static async Task<IResult> RevealAsync(Guid id, CommitmentDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.RevealAsync(viewer, CommitmentId.From(id), cancellationToken));

    private static async Task<IResult> HideAsync(Guid id, CommitmentDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.HideAsync(viewer, CommitmentId.From(id), cancellationToken));

    private static async Task<IResult> SettleAsync(
        Guid id,
        bool? settled,
        CommitmentDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.SettleAsync(viewer, CommitmentId.From(id), settled ?? true, cancellationToken));

    private static async Task<IResult> TearUpAsync(Guid id, CommitmentDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.TearUpAsync(viewer, CommitmentId.From(id), cancellationToken));
}
