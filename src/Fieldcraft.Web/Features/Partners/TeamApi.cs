using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>A manager's talks with groups of reports.</summary>
internal static class GroupTalksApi
{
    private const string Date = "A date is set; no text is overwritten.";

    public static void Map(RouteGroupBuilder talks)
    {
        talks
            .MapGet("/", ListAsync)
            .WithName("ListGroupTalks")
            .WithSummary("Your talks on enabling with groups of reports: proposed and planned.")
            .Produces<TeamTalksJson>();
        talks
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadGroupTalk")
            .WithSummary("One group talk you hold or are invited to.")
            .Produces<TalkJson>();
        talks.MapPost("/", PlanAsync).WithName("PlanGroupTalk").WithSummary("Plans a talk with some of your reports.").Produces<Made>(201);
        talks
            .MapPost("/{id:guid}/move", MoveAsync)
            .WithName("MoveGroupTalk")
            .WithSummary("Moves your talk to another day.")
            .Produces(204)
            .WithoutVersion(Date);
        talks
            .MapPost("/{id:guid}/calling-off", CallOffAsync)
            .WithName("CallOffGroupTalk")
            .WithSummary("Calls your talk off.")
            .Produces(204)
            .WithoutVersion(Date);
    }

    private static async Task<IResult> ListAsync(
        TeamDesk desk,
        Viewer viewer,
        Words words,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var talks = await desk.FindAsync(viewer, words.Today(clock.GetUtcNow()), cancellationToken);
        return Results.Ok(
            new TeamTalksJson(
                talks.Reports.Count,
                [.. talks.Groups.Select(g => new ProposedGroupJson(g.Shifts, [.. g.People.Select(p => p.Id.Value)]))],
                [.. talks.Planned.Select(TalkJson.Of)],
                (int)GroupTalks.MonthOf(talks.Groups.Count).TotalMinutes
            )
        );
    }

    private static async Task<IResult> FindAsync(Guid id, TeamDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        await desk.TalkAsync(viewer, GroupTalkId.From(id), cancellationToken) is { } talk
            ? Results.Ok(TalkJson.Of(talk))
            : Problem.NotFound.Result();

    private static async Task<IResult> PlanAsync(
        GroupTalkBody body,
        TeamDesk desk,
        Viewer viewer,
        Words words,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (body.On is not { } on || body.At is not { } at)
        {
            return InputProblem.Missing(body.On is null ? "on" : "at");
        }

        List<PersonId> people = [.. (body.People ?? []).Select(PersonId.From).Distinct()];
        if (people.Count is 0 or > GroupTalk.PeopleAtMost)
        {
            return InputProblem.Of("people", "wrong-count", GroupTalk.PeopleAtMost);
        }

        return await desk.PlanAsync(viewer, people, on, at, words.Today(clock.GetUtcNow()), cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: { } talk } => Results.Created($"/api/v1/group-talks/{talk.Id.Value}", new Made(talk.Id.Value)),
            _ => Problem.NotFound.Result(),
        };
    }

    private static async Task<IResult> MoveAsync(
        Guid id,
        MeetingDateBody body,
        TeamDesk desk,
        Viewer viewer,
        Words words,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        body.Problem()
        ?? Problem.Answer(
            await desk.MoveAsync(
                viewer,
                GroupTalkId.From(id),
                body.On!.Value,
                body.At!.Value,
                words.Today(clock.GetUtcNow()),
                cancellationToken
            )
        );

    private static async Task<IResult> CallOffAsync(Guid id, TeamDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.CallOffAsync(viewer, GroupTalkId.From(id), cancellationToken));
}

/// <summary>The days of appraisal talks, unit by unit.</summary>
internal static class SeasonsApi
{
    private const string Days = "The days of a unit are stated whole; there is no text to lose.";

    public static void Map(RouteGroupBuilder units)
    {
        units
            .MapGet("/{unit:guid}/appraisal-season", FindAsync)
            .WithName("ReadAppraisalSeason")
            .WithSummary("The appraisal season that holds in a unit you lead or administer.")
            .Produces<SeasonJson>();
        units
            .MapPut("/{unit:guid}/appraisal-season", StateAsync)
            .WithName("StateAppraisalSeason")
            .WithSummary("States the days of the appraisal talks, and the distance that talks on enabling keep.")
            .Produces(204)
            .WithoutVersion(Days);
        units
            .MapDelete("/{unit:guid}/appraisal-season", LiftAsync)
            .WithName("LiftAppraisalSeason")
            .WithSummary("The unit says nothing of its own any more; what holds above it holds again.")
            .Produces(204)
            .WithoutVersion(Days);
    }

    private static async Task<IResult> FindAsync(Guid unit, SeasonDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        SeasonDesk.MayState(viewer)
        && await desk.FindAsync(viewer, UnitId.From(unit), cancellationToken) is { Window: { } window, From: { } from }
            ? Results.Ok(new SeasonJson(window.First, window.Last, window.Distance, from.Value))
            : Problem.NotFound.Result();

    private static async Task<IResult> StateAsync(
        Guid unit,
        SeasonBody body,
        SeasonDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.First is not { } first ? InputProblem.Missing("first")
        : body.Last is not { } last ? InputProblem.Missing("last")
        : last < first ? InputProblem.Of("last", "out-of-range")
        : body.Distance is < 0 or > AppraisalSeason.DistanceAtMost
            ? InputProblem.Of("distance", "out-of-range", AppraisalSeason.DistanceAtMost)
        : SeasonDesk.MayState(viewer) && await desk.StateAsync(viewer, UnitId.From(unit), first, last, body.Distance, cancellationToken)
            ? Results.NoContent()
        : Problem.NotFound.Result();

    private static async Task<IResult> LiftAsync(Guid unit, SeasonDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        SeasonDesk.MayState(viewer) && await desk.LiftAsync(viewer, UnitId.From(unit), cancellationToken)
            ? Results.NoContent()
            : Problem.NotFound.Result();
}

/// <summary>What the API takes to plan a group talk.</summary>
public sealed record GroupTalkBody(IReadOnlyList<Guid>? People, DateOnly? On, TimeOnly? At);

/// <summary>A proposed group: the shifts they work, and who.</summary>
public sealed record ProposedGroupJson(IReadOnlyList<string> Shifts, IReadOnlyList<Guid> People);

/// <summary>A group talk.</summary>
public sealed record TalkJson(Guid Id, Guid Manager, DateOnly On, TimeOnly At, string TimeZone, IReadOnlyList<Guid> People)
{
    internal static TalkJson Of(TalkLine talk) =>
        new(talk.Id.Value, talk.Manager.Value, talk.On, talk.At, talk.TimeZone, [.. talk.People.Select(p => p.Id.Value)]);
}

/// <summary>A manager's talks: groups where there are many reports, and what they take in a month.</summary>
public sealed record TeamTalksJson(
    int Reports,
    IReadOnlyList<ProposedGroupJson> Groups,
    IReadOnlyList<TalkJson> Planned,
    int MinutesAMonth
);

/// <summary>What the API takes as an appraisal season; without a distance the usual one.</summary>
public sealed record SeasonBody(DateOnly? First, DateOnly? Last, int? Distance = null);

/// <summary>The season that holds, and the unit that stated it.</summary>
public sealed record SeasonJson(DateOnly First, DateOnly Last, int Distance, Guid StatedBy);
