using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Workshops.Api;

/// <summary>What the API takes to plan or describe a workshop; without a zone, on the caller's clock.</summary>
public sealed record WorkshopBody(
    string? Title,
    string? Place,
    DateOnly? On,
    TimeOnly? Start,
    int Seats,
    WorkshopDoor Door = WorkshopDoor.Open,
    string? TimeZone = null,
    string? Programme = null,
    Guid? Earlier = null
)
{
    public WorkshopFacts ToFacts(Viewer viewer) =>
        new(Title, Place, On, Start, TimeZone ?? viewer.TimeZone, Seats, Door, Earlier is { } id ? WorkshopId.From(id) : null);
}

/// <summary>Who leads it beside the organiser; null: nobody.</summary>
public sealed record WorkshopSecondBody(Guid? Person);

/// <summary>From what groups are drawn; null: other ones than before.</summary>
public sealed record WorkshopDrawBody(int? Seed);

internal static class WorkshopsApi
{
    private const string Aloud = "Agreed by those who lead it; nothing that is written is replaced.";

    public static void Map(RouteGroupBuilder workshops)
    {
        workshops
            .MapGet("/", ListAsync)
            .WithName("ListWorkshops")
            .WithSummary("Workshops with which you have to do, newest first; ?open=true for open ones that are to come.")
            .Produces<Listed<WorkshopLineJson>>();
        workshops
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("ReadWorkshop")
            .WithSummary("One workshop; who takes part only for those who lead it or are in it.")
            .Produces<WorkshopJson>();
        workshops
            .MapPost("/", PlanAsync)
            .WithName("PlanWorkshop")
            .WithSummary("Plans a workshop with the agenda of its programme; you organise it.")
            .Produces<Made>(201);
        workshops
            .MapPut("/{id:guid}", DescribeAsync)
            .WithName("DescribeWorkshop")
            .WithSummary("Title, place, day, start, seats and door of a workshop that you lead.")
            .Produces<Changed>();
        workshops
            .MapPut("/{id:guid}/second", SecondAsync)
            .WithName("NameSecondFacilitator")
            .WithSummary("Who leads it beside the organiser.")
            .WithoutVersion(Aloud)
            .Produces(204);
        workshops
            .MapPost("/{id:guid}/groups", GroupsAsync)
            .WithName("DrawWorkshopGroups")
            .WithSummary("Draws small groups and trios: units and managers are spread, nobody sits with the person they report to.")
            .WithoutVersion("Groups are drawn as often as wanted; the last draw holds.")
            .Produces(204);
        workshops
            .MapPost("/{id:guid}/live-session", OpenAsync)
            .WithName("OpenWorkshopSession")
            .WithSummary("Opens the live session of the day, or brings one that has not begun up to the agenda.")
            .WithoutVersion("A workshop has one; asked again, it is the same.")
            .Produces<Made>();
        workshops
            .MapPost("/{id:guid}/call-off", CallOffAsync)
            .WithName("CallOffWorkshop")
            .WithSummary("It does not take place; everybody is told.")
            .WithoutVersion("Calling off replaces nothing that is written.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(
        bool? open,
        WorkshopsReading reading,
        Words words,
        TimeProvider clock,
        Viewer viewer,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var after = paging.After is { } id ? WorkshopId.From(id) : (WorkshopId?)null;
        var workshops =
            open == true
                ? await reading.OpenAsync(viewer, words.Today(clock.GetUtcNow()), after, paging.Take, cancellationToken)
                : await reading.OwnAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(workshops, paging, w => w.Id.Value, WorkshopLineJson.Of));
    }

    private static async Task<IResult> ReadAsync(
        Guid id,
        WorkshopsReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is { } workshop
            ? http.Versioned(workshop.Version, WorkshopJson.Of(workshop))
            : Problem.NotFound.Result();

    private static async Task<IResult> PlanAsync(
        WorkshopBody body,
        WorkshopDesk desk,
        WorkshopProgrammes programmes,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var programme = body.Programme is null ? programmes.Offered[0] : programmes.Find(body.Programme);
        if (programme is not { IsOffered: true })
        {
            return InputProblem.Unknown("programme");
        }

        var facts = body.ToFacts(viewer);
        if (ProblemOf(facts, programme, rules) is { } problem)
        {
            return problem;
        }

        var id = await desk.PlanAsync(viewer, facts, programme, cancellationToken);
        return Results.Created($"/api/v1/workshops/{id.Value}", new Made(id.Value));
    }

    private static async Task<IResult> DescribeAsync(
        Guid id,
        WorkshopBody body,
        HttpContext http,
        WorkshopDesk desk,
        WorkshopsReading reading,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { Leads: true } workshop)
        {
            return Problem.NotFound.Result();
        }

        var facts = body.ToFacts(viewer);
        if (ProblemOf(facts, workshop.Programme, rules) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var outcome = await desk.DescribeAsync(viewer, workshop.Id, version, facts, cancellationToken);
        var now = await reading.FindAsync(viewer, workshop.Id, cancellationToken);
        if (outcome is null || now is null)
        {
            return Problem.NotFound.Result();
        }

        if (outcome.Value.Refusal is { } refusal)
        {
            return refusal.Code == "workshop-changed-meanwhile" ? Problem.Meanwhile(body, WorkshopJson.Of(now)) : Problem.Refused(refusal);
        }

        http.Response.SetVersion(now.Version);
        return Results.Ok(new Changed(id, now.Version));
    }

    private static async Task<IResult> SecondAsync(
        Guid id,
        WorkshopSecondBody body,
        WorkshopDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var person = body.Person is { } named ? PersonId.From(named) : (PersonId?)null;
        return Problem.Answer(await desk.NameSecondAsync(viewer, WorkshopId.From(id), person, cancellationToken));
    }

    private static async Task<IResult> GroupsAsync(
        Guid id,
        WorkshopDrawBody body,
        WorkshopDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.DrawGroupsAsync(viewer, WorkshopId.From(id), body.Seed, cancellationToken));

    private static async Task<IResult> OpenAsync(Guid id, RunDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        await desk.OpenAsync(viewer, WorkshopId.From(id), cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var session } => Results.Ok(new Made(session.Value)),
        };

    private static async Task<IResult> CallOffAsync(Guid id, WorkshopDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.CallOffAsync(viewer, WorkshopId.From(id), cancellationToken));

    private static IResult? ProblemOf(WorkshopFacts facts, WorkshopProgramme programme, Rules rules) =>
        InputProblem.All(facts.Problems(programme, rules.Workshops))
        ?? (TimeZoneInfo.TryFindSystemTimeZoneById(facts.TimeZone, out _) ? null : InputProblem.Unknown("timeZone"));
}
