using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>An idea on a running order.</summary>
public sealed record RunningLineJson(int Number, int Minutes, string? Presenter, TeamIdeaJson Idea);

/// <summary>A meeting with its running order, and what waits at its place and is not on it.</summary>
public sealed record LoopMeetingJson(
    Guid Id,
    Guid Programme,
    LoopTier Tier,
    string? Unit,
    DateOnly On,
    TimeOnly At,
    string TimeZone,
    int Minutes,
    string Where,
    DateTimeOffset? HeldAt,
    DateTimeOffset? CalledOffAt,
    IReadOnlyList<RunningLineJson> Order,
    IReadOnlyList<TeamIdeaJson> Besides,
    int Version
)
{
    public static LoopMeetingJson Of(OpenLoopMeeting m) =>
        new(
            m.Id.Value,
            m.ProgrammeId.Value,
            m.Place.Tier,
            m.Unit,
            m.When.On,
            m.When.At!.Value,
            m.When.TimeZone,
            m.When.Minutes,
            m.Where,
            m.HeldAt,
            m.CalledOffAt,
            [.. m.Order.Select(o => new RunningLineJson(o.Number, o.Minutes, o.Presenter, TeamIdeaJson.Of(o.Idea)))],
            [.. m.Besides.Select(TeamIdeaJson.Of)],
            m.Version
        );
}

/// <summary>A meeting in a list of the API.</summary>
public sealed record LoopMeetingLineJson(Guid Id, LoopTier Tier, string? Unit, DateOnly On, TimeOnly At, int Ideas, DateTimeOffset? HeldAt);

/// <summary>When and where; without a zone, on the caller's clock.</summary>
public sealed record LoopTimeBody(DateOnly? On, TimeOnly? At, int Minutes = 30, string? Where = null, string? TimeZone = null)
{
    public IResult? Problem() =>
        On is null ? InputProblem.Missing("on")
        : At is null ? InputProblem.Missing("at")
        : Minutes is < LoopMeeting.MinutesAtLeast or > LoopMeeting.MinutesAtMost ? InputProblem.Of("minutes", "out-of-range")
        : Where?.Trim().Length > LoopMeeting.WhereLength ? InputProblem.TooLong("where", LoopMeeting.WhereLength)
        : TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? InputProblem.Unknown("timeZone")
        : null;

    public AppointedTime When(Viewer viewer) => new(On!.Value, At!.Value, TimeZone ?? viewer.TimeZone, Minutes);
}

/// <summary>A meeting to arrange: of which tier, and of which unit.</summary>
public sealed record LoopMeetingBody(Guid? Programme, LoopTier? Tier, Guid? Unit, LoopTimeBody? Time);

/// <summary>A line of a running order.</summary>
public sealed record WantedLineBody(Guid Idea, int Minutes);

/// <summary>The running order, in this order.</summary>
public sealed record RunningOrderBody(IReadOnlyList<WantedLineBody>? Lines);

internal static class LoopMeetingsApi
{
    private const int WeeksBack = 8;

    public static void Map(RouteGroupBuilder ideas)
    {
        ideas
            .MapGet("/meetings", ListAsync)
            .WithName("ListLoopMeetings")
            .WithSummary("Meetings that you lead or present at: those to come and those of the last weeks.")
            .Produces<Listed<LoopMeetingLineJson>>();
        ideas
            .MapGet("/meetings/{id:guid}", ReadAsync)
            .WithName("ReadLoopMeeting")
            .WithSummary("One meeting with its running order, and what waits at its place beside it.")
            .Produces<LoopMeetingJson>();
        ideas
            .MapPost("/meetings", ArrangeAsync)
            .WithName("ArrangeLoopMeeting")
            .WithSummary("Sets a meeting of your tier about everything that waits there, with the time divided.")
            .Produces<Made>(201);
        ideas
            .MapPut("/meetings/{id:guid}/time", MoveAsync)
            .WithName("MoveLoopMeeting")
            .WithSummary("Another time or place; the calendars of those who present follow.")
            .WithoutVersion("A time agreed aloud; the last one said holds, and everybody is told.")
            .Produces(204);
        ideas
            .MapPut("/meetings/{id:guid}/order", OrderAsync)
            .WithName("OrderLoopMeeting")
            .WithSummary("Which ideas are presented, in this order and for so many minutes.")
            .WithoutVersion("A running order is given whole; the last one said holds.")
            .Produces(204);
        ideas
            .MapPost("/meetings/{id:guid}/close", CloseAsync)
            .WithName("CloseLoopMeeting")
            .WithSummary("It took place. What has no answer keeps its owner and its date.")
            .WithoutVersion("A meeting is closed once.")
            .Produces(204);
        ideas
            .MapDelete("/meetings/{id:guid}", CallOffAsync)
            .WithName("CallLoopMeetingOff")
            .WithSummary("It does not take place. What waits keeps its owner and its date.")
            .WithoutVersion("It is called off, whatever it says.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(
        LoopMeetingReading reading,
        Viewer viewer,
        Words words,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var since = words.Today(clock.GetUtcNow()).AddDays(-7 * WeeksBack);
        var meetings = await reading.ListAsync(viewer, since, cancellationToken);
        return Results.Ok(
            Listed.Whole(meetings.Select(m => new LoopMeetingLineJson(m.Id.Value, m.Tier, m.Unit, m.On, m.Time, m.Ideas, m.HeldAt)))
        );
    }

    private static async Task<IResult> ReadAsync(
        Guid id,
        LoopMeetingReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, LoopMeetingId.From(id), cancellationToken) is { } meeting
            ? http.Versioned(meeting.Version, LoopMeetingJson.Of(meeting))
            : Problem.NotFound.Result();

    private static async Task<IResult> ArrangeAsync(
        LoopMeetingBody body,
        LoopMeetingDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body is not { Programme: { } programme, Tier: { } tier, Time: { } time })
        {
            return InputProblem.Missing(
                body.Programme is null ? "programme"
                : body.Tier is null ? "tier"
                : "time"
            );
        }

        if (time.Problem() is { } problem)
        {
            return problem;
        }

        var place = new LoopPlace(tier, body.Unit is { } unit ? UnitId.From(unit) : null);
        return
            await desk.ArrangeAsync(viewer, ProgrammeId.From(programme), place, time.When(viewer), time.Where, cancellationToken)
                is { } made
            ? Results.Created($"/api/v1/ideas/meetings/{made.Value}", new Made(made.Value))
            : Problem.NotFound.Result();
    }

    private static async Task<IResult> MoveAsync(
        Guid id,
        LoopTimeBody body,
        LoopMeetingDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Problem()
        ?? Problem.Answer(await desk.MoveAsync(viewer, LoopMeetingId.From(id), body.When(viewer), body.Where, cancellationToken));

    private static async Task<IResult> OrderAsync(
        Guid id,
        RunningOrderBody body,
        LoopMeetingDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Lines is { } lines
            ? Problem.Answer(
                await desk.OrderAsync(
                    viewer,
                    LoopMeetingId.From(id),
                    [.. lines.Select(l => new WantedLine(TeamIdeaId.From(l.Idea), l.Minutes))],
                    cancellationToken
                )
            )
            : InputProblem.Missing("lines");

    private static async Task<IResult> CloseAsync(Guid id, LoopMeetingDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.CloseAsync(viewer, LoopMeetingId.From(id), cancellationToken));

    private static async Task<IResult> CallOffAsync(Guid id, LoopMeetingDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.CallOffAsync(viewer, LoopMeetingId.From(id), cancellationToken));
}
