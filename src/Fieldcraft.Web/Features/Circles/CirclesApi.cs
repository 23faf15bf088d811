using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Circles;

/// <summary>A circle as a list of the API shows it.</summary>
public sealed record CircleLineJson(
    Guid Id,
    string Name,
    string Purpose,
    int Seats,
    int SeatsTaken,
    CircleState State,
    CircleMemberState? Mine,
    DateOnly? NextOn
)
{
    public static CircleLineJson Of(CircleLine c) => new(c.Id.Value, c.Name, c.Purpose, c.Seats, c.SeatsTaken, c.State, c.Mine, c.NextOn);
}

/// <summary>Somebody in a circle.</summary>
public sealed record CircleFaceJson(Guid PersonId, string Name, string JobTitle, string Unit, CircleMemberState State);

/// <summary>A circle with its people and, for those in it, its meetings.</summary>
public sealed record CircleJson(
    Guid Id,
    string Name,
    string Purpose,
    int Seats,
    CircleDoor Door,
    CircleState State,
    Guid? ConvenorId,
    int? EveryWeeks,
    int? Minutes,
    IReadOnlyList<CircleFaceJson> People,
    IReadOnlyList<CircleMeetingJson> Meetings,
    int Version
)
{
    public static CircleJson Of(OpenCircle c) =>
        new(
            c.Id.Value,
            c.Name,
            c.Purpose,
            c.Seats,
            c.Door,
            c.State,
            c.ConvenorId?.Value,
            c.EveryWeeks == 0 ? null : c.EveryWeeks,
            c.EveryWeeks == 0 ? null : c.Minutes,
            [
                .. c
                    .TakingPart.Concat(c.IsIn ? c.Asked : [])
                    .Select(f => new CircleFaceJson(f.Id.Value, f.Name, f.JobTitle, f.Unit, f.State)),
            ],
            [.. c.Meetings.Select(CircleMeetingJson.Of)],
            c.Version
        );
}

/// <summary>What the API takes to call or describe a circle.</summary>
public sealed record CircleBody(string? Name, string? Purpose = null, int Seats = 6, CircleDoor Door = CircleDoor.ByInvitation)
{
    public CircleFacts ToFacts() => new(Name, Purpose, Seats, Door);
}

/// <summary>Whom to ask in.</summary>
public sealed record CircleInviteBody(Guid? Person);

/// <summary>The rhythm, and when the next meeting is; without a zone, on the caller's clock.</summary>
public sealed record CircleRhythmBody(int EveryWeeks, int Minutes, DateOnly? On, TimeOnly? At, string? TimeZone = null);

internal static class CirclesApi
{
    public static void Map(RouteGroupBuilder circles)
    {
        const string ByName = "Somebody comes or goes; nothing that is written is replaced.";
        circles
            .MapGet("/", ListAsync)
            .WithName("ListCircles")
            .WithSummary("Your circles, newest first; ?open=true for those with a free seat, by name.")
            .Produces<Listed<CircleLineJson>>();
        circles.MapGet("/{id:guid}", ReadAsync).WithName("ReadCircle").WithSummary("One circle.").Produces<CircleJson>();
        circles.MapPost("/", CallAsync).WithName("CallCircle").WithSummary("Calls a circle; you are its convenor.").Produces<Made>(201);
        circles
            .MapPut("/{id:guid}", DescribeAsync)
            .WithName("DescribeCircle")
            .WithSummary("Name, purpose, seats and door of a circle that you look after.")
            .Produces<Changed>();
        circles
            .MapPost("/{id:guid}/invitations", InviteAsync)
            .WithName("InviteToCircle")
            .WithSummary("Asks somebody in; a seat is kept for them.")
            .WithoutVersion(ByName)
            .Produces(204);
        circles
            .MapDelete("/{id:guid}/seats/{person:guid}", FreeAsync)
            .WithName("FreeCircleSeat")
            .WithSummary("Frees the seat of somebody who has not answered, or who has left the organisation.")
            .WithoutVersion(ByName)
            .Produces(204);
        circles
            .MapPost("/{id:guid}/seat", JoinAsync)
            .WithName("JoinCircle")
            .WithSummary("Takes the seat kept for you, or a free one where seats are open.")
            .WithoutVersion(ByName)
            .Produces(204);
        circles
            .MapPost("/{id:guid}/decline", DeclineAsync)
            .WithName("DeclineCircle")
            .WithSummary("Says no to an invitation.")
            .WithoutVersion(ByName)
            .Produces(204);
        circles
            .MapDelete("/{id:guid}/seat", LeaveAsync)
            .WithName("LeaveCircle")
            .WithSummary("Leaves; your commitments are shut to the others, and theirs to you.")
            .WithoutVersion(ByName)
            .Produces(204);
        circles
            .MapPut("/{id:guid}/rhythm", AgreeAsync)
            .WithName("AgreeCircleRhythm")
            .WithSummary("Agrees the rhythm and the next meeting; the first time this begins the circle.")
            .WithoutVersion("A rhythm is three numbers and a day, agreed aloud; the last one said holds.")
            .Produces(204);
        circles
            .MapPost("/{id:guid}/end", EndAsync)
            .WithName("EndCircle")
            .WithSummary("Ends a circle that you look after.")
            .WithoutVersion("Ending replaces nothing that is written.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(
        bool? open,
        CirclesReading reading,
        Viewer viewer,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var after = paging.After is { } id ? CircleId.From(id) : (CircleId?)null;
        var circles =
            open == true
                ? await reading.WithOpenSeatsAsync(viewer, after, paging.Take, cancellationToken)
                : await reading.OwnAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(circles, paging, c => c.Id.Value, CircleLineJson.Of));
    }

    private static async Task<IResult> ReadAsync(
        Guid id,
        CirclesReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, CircleId.From(id), cancellationToken) is { } circle
            ? http.Versioned(circle.Version, CircleJson.Of(circle))
            : Problem.NotFound.Result();

    private static async Task<IResult> CallAsync(CircleBody body, CircleDesk desk, Viewer viewer, CancellationToken cancellationToken)
    {
        if (InputProblem.All(body.ToFacts().Problems()) is { } problem)
        {
            return problem;
        }

        var id = await desk.CallAsync(viewer, body.ToFacts(), cancellationToken);
        return Results.Created($"/api/v1/circles/{id.Value}", new Made(id.Value));
    }

    private static async Task<IResult> DescribeAsync(
        Guid id,
        CircleBody body,
        HttpContext http,
        CircleDesk desk,
        CirclesReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (InputProblem.All(body.ToFacts().Problems()) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var outcome = await desk.DescribeAsync(viewer, CircleId.From(id), version, body.ToFacts(), cancellationToken);
        var now = await reading.FindAsync(viewer, CircleId.From(id), cancellationToken);
        if (outcome is null || now is null)
        {
            return Problem.NotFound.Result();
        }

        if (outcome.Value.Refusal is { } refusal)
        {
            return refusal.Code == "circle-changed-meanwhile" ? Problem.Meanwhile(body, CircleJson.Of(now)) : Problem.Refused(refusal);
        }

        http.Response.SetVersion(now.Version);
        return Results.Ok(new Changed(id, now.Version));
    }

    private static async Task<IResult> InviteAsync(
        Guid id,
        CircleInviteBody body,
        CircleDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Person is { } person
            ? Problem.Answer(await desk.InviteAsync(viewer, CircleId.From(id), PersonId.From(person), cancellationToken))
            : InputProblem.Missing("person");

    private static async Task<IResult> FreeAsync(
        Guid id,
        Guid person,
        CircleDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.FreeSeatAsync(viewer, CircleId.From(id), PersonId.From(person), cancellationToken));

    private static async Task<IResult> JoinAsync(Guid id, CircleDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.JoinAsync(viewer, CircleId.From(id), cancellationToken));

    private static async Task<IResult> DeclineAsync(Guid id, CircleDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.DeclineAsync(viewer, CircleId.From(id), cancellationToken));

    private static async Task<IResult> LeaveAsync(Guid id, CircleDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.LeaveAsync(viewer, CircleId.From(id), cancellationToken));

    private static async Task<IResult> AgreeAsync(
        Guid id,
        CircleRhythmBody body,
        CircleDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var rhythm = new CircleRhythm(body.EveryWeeks, body.Minutes);
        if (InputProblem.All(rhythm.Problems()) is { } problem)
        {
            return problem;
        }

        if (CircleMeetingsApi.Time(body.On, body.At, body.TimeZone, viewer, body.Minutes) is not { } time)
        {
            return CircleMeetingsApi.TimeProblem(body.On, body.At);
        }

        return Problem.Answer(await desk.AgreeRhythmAsync(viewer, CircleId.From(id), rhythm, time, cancellationToken));
    }

    private static async Task<IResult> EndAsync(Guid id, CircleDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.EndAsync(viewer, CircleId.From(id), cancellationToken));
}
