using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>A preview or a coaching group as the API shows it.</summary>
public sealed record PreviewJson(
    Guid Id,
    Guid ModuleId,
    PreparationKind Kind,
    Guid? SiteId,
    string Place,
    DateOnly On,
    TimeOnly? At,
    string TimeZone,
    int Minutes,
    string Language,
    string Shift,
    Guid? FacilitatorId,
    int Seats,
    int Invited,
    int Coming,
    int Waiting,
    PreparationState State,
    PreparationSeatState? MySeat,
    int Version,
    IReadOnlyList<SeatJson>? Seated
)
{
    public static PreviewJson Of(PreparationLine e, IReadOnlyList<SeatJson>? seated = null) =>
        new(
            e.Id.Value,
            e.ModuleId.Value,
            e.Kind,
            e.SiteId?.Value,
            e.Place,
            e.When.On,
            e.When.At,
            e.When.TimeZone,
            e.When.Minutes,
            e.Language,
            e.Shift,
            e.FacilitatorId?.Value,
            e.Seats,
            e.Invited,
            e.Coming,
            e.Waiting,
            e.State,
            e.Mine,
            e.Version,
            seated
        );
}

/// <summary>Somebody on the list, for the facilitator and for whoever plans.</summary>
public sealed record SeatJson(Guid PersonId, string Name, PreparationSeatState State, bool? IsPlannerDone, bool? IsCleared);

/// <summary>What is said of a preview or a coaching group.</summary>
public sealed record PreviewBody(
    Guid? Module,
    PreparationKind? Kind,
    Guid? SiteId,
    string? Place,
    DateOnly? On,
    TimeOnly? At,
    string? TimeZone,
    int? Minutes,
    string? Language,
    string? Shift,
    Guid? FacilitatorId,
    int? Seats
)
{
    public IResult? Problem() =>
        Kind is null ? InputProblem.Missing("kind")
        : On is null ? InputProblem.Missing("on")
        : FacilitatorId is null ? InputProblem.Missing("facilitatorId")
        : TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _) ? InputProblem.Of("timeZone", "unknown")
        : InputProblem.All(Facts("UTC").Problems());

    public PreparationFacts Facts(string zone) =>
        new(
            Kind!.Value,
            SiteId is { } site ? UnitId.From(site) : null,
            Place,
            new AppointedTime(On!.Value, At, TimeZone ?? zone, Minutes ?? PreparationSize.Of(Kind.Value).Minutes),
            Language,
            Shift,
            PersonId.From(FacilitatorId!.Value),
            Seats ?? PreparationSize.Of(Kind.Value).LeadersAtMost
        );
}

public sealed record PreviewInvitationBody(Guid? Person);

public sealed record PreviewAttendanceBody(IReadOnlyList<Guid>? Present);

public sealed record PreviewSeatJson(PreparationSeatState State);

/// <summary>The coach's word.</summary>
public sealed record ClearanceBody(bool PlannerFinishedHere = false);

internal static class PreviewsApi
{
    private const string Seat = "A seat is held by one person and said anew; nothing unseen is lost.";

    public static void Map(RouteGroupBuilder previews)
    {
        previews
            .MapGet("/", ListAsync)
            .WithName("ListPreviews")
            .WithSummary("Previews and coaching groups that you may see; ?module= for one module.")
            .Produces<Listed<PreviewJson>>();
        previews
            .MapPost("/", PlanAsync)
            .WithName("PlanPreview")
            .WithSummary("Plans a preview or a coaching group of a module.")
            .Produces<Made>(201);
        previews
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("ReadPreview")
            .WithSummary("One preview or group; its list of people for the facilitator and for whoever plans.")
            .Produces<PreviewJson>();
        previews
            .MapPut("/{id:guid}", DescribeAsync)
            .WithName("DescribePreview")
            .WithSummary("Another day, place or facilitator; everybody with a seat is told.")
            .Produces(204);
        previews
            .MapPost("/{id:guid}/cancel", CancelAsync)
            .WithName("CancelPreview")
            .WithSummary("It does not take place; everybody with a seat is told.")
            .WithoutVersion("It is called off, whatever was changed before.")
            .Produces(204);
        previews
            .MapPost("/{id:guid}/invitations", InviteAsync)
            .WithName("InviteToPreview")
            .WithSummary("Keeps a seat for a leader until they answer.")
            .WithoutVersion(Seat)
            .Produces(204);
        previews
            .MapDelete("/{id:guid}/seats/{person:guid}", ReleaseAsync)
            .WithName("ReleasePreviewSeat")
            .WithSummary("Takes a seat back; whoever waits longest has it.")
            .WithoutVersion(Seat)
            .Produces(204);
        previews
            .MapPost("/{id:guid}/seat", ComeAsync)
            .WithName("TakePreviewSeat")
            .WithSummary("You come: on your seat, on a free one, or on the waiting list. A coach of a group then reads your comfort page.")
            .WithoutVersion(Seat)
            .Produces<PreviewSeatJson>();
        previews
            .MapDelete("/{id:guid}/seat", DeclineAsync)
            .WithName("GiveUpPreviewSeat")
            .WithSummary("You cannot come, or no longer wait.")
            .WithoutVersion(Seat)
            .Produces(204);
        previews
            .MapPut("/{id:guid}/attendance", HoldAsync)
            .WithName("HoldPreview")
            .WithSummary("It took place, and these were there; for the facilitator. Said again, the later list holds.")
            .WithoutVersion("The list is always sent whole, by one person.")
            .Produces(204);
        previews
            .MapPost("/{id:guid}/clearances/{person:guid}", ClearAsync)
            .WithName("ClearLeader")
            .WithSummary("The coach clears a leader of their group to deliver.")
            .WithoutVersion("The coach's word; said twice it is the same.")
            .Produces(204);
        previews
            .MapDelete("/{id:guid}/clearances/{person:guid}", TakeClearanceBackAsync)
            .WithName("TakeClearanceBack")
            .WithSummary("The coach takes a clearance back.")
            .WithoutVersion("The coach's word; said twice it is the same.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(
        Guid? module,
        Paging paging,
        PreparationReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var rows = await reading.ListAsync(
            viewer,
            module is { } one ? ModuleId.From(one) : null,
            paging.After is { } after ? PreparationEventId.From(after) : null,
            paging.Take,
            cancellationToken
        );
        return Results.Ok(Listed.Of(rows, paging, r => r.Id.Value, r => PreviewJson.Of(r)));
    }

    private static async Task<IResult> PlanAsync(PreviewBody body, PreparationDesk desk, Viewer viewer, CancellationToken cancellationToken)
    {
        if ((body.Module is null ? InputProblem.Missing("module") : body.Problem()) is { } problem)
        {
            return problem;
        }

        return await desk.PlanAsync(viewer, ModuleId.From(body.Module!.Value), body.Facts(viewer.TimeZone), cancellationToken)
                is not { } planned
                ? Problem.NotFound.Result()
            : planned.Refusal is { } refusal ? Problem.Refused(refusal)
            : Results.Created($"/api/v1/previews/{planned.Value.Value}", new Made(planned.Value.Value));
    }

    private static async Task<IResult> ReadAsync(
        Guid id,
        HttpContext http,
        PreparationReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(viewer, PreparationEventId.From(id), cancellationToken) is not { } open)
        {
            return Problem.NotFound.Result();
        }

        var seated =
            open.IsFacilitator || open.MayPlan
                ? open.Seated.Select(s => new SeatJson(s.Id.Value, s.Name, s.State, s.IsPlannerDone, s.IsCleared)).ToList()
                : null;
        return http.Versioned(open.Line.Version, PreviewJson.Of(open.Line, seated));
    }

    private static async Task<IResult> DescribeAsync(
        Guid id,
        PreviewBody body,
        HttpContext http,
        PreparationDesk desk,
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

        var outcome = await desk.DescribeAsync(
            viewer,
            PreparationEventId.From(id),
            version,
            body.Facts(viewer.TimeZone),
            cancellationToken
        );
        return outcome?.Refusal is { Code: "preparation-changed-meanwhile" } ? Problem.Meanwhile(body, null) : Problem.Answer(outcome);
    }

    private static async Task<IResult> CancelAsync(Guid id, PreparationDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.CancelAsync(viewer, PreparationEventId.From(id), cancellationToken));

    private static async Task<IResult> InviteAsync(
        Guid id,
        PreviewInvitationBody body,
        PreparationDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Person is { } person
            ? Problem.Answer(await desk.InviteAsync(viewer, PreparationEventId.From(id), PersonId.From(person), cancellationToken))
            : InputProblem.Missing("person");

    private static async Task<IResult> ReleaseAsync(
        Guid id,
        Guid person,
        PreparationDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.ReleaseAsync(viewer, PreparationEventId.From(id), PersonId.From(person), cancellationToken));

    private static async Task<IResult> ComeAsync(Guid id, SeatDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        await desk.ComeAsync(viewer, PreparationEventId.From(id), cancellationToken) is not { } come ? Problem.NotFound.Result()
        : come.Refusal is { } refusal ? Problem.Refused(refusal)
        : Results.Ok(new PreviewSeatJson(come.Value));

    private static async Task<IResult> DeclineAsync(Guid id, SeatDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.DeclineAsync(viewer, PreparationEventId.From(id), cancellationToken));

    private static async Task<IResult> HoldAsync(
        Guid id,
        PreviewAttendanceBody body,
        PreparationDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Present is { } present
            ? Problem.Answer(
                await desk.HoldAsync(viewer, PreparationEventId.From(id), [.. present.Distinct().Select(PersonId.From)], cancellationToken)
            )
            : InputProblem.Missing("present");

    private static async Task<IResult> ClearAsync(
        Guid id,
        Guid person,
        [FromBody] ClearanceBody body,
        ReadinessDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        Problem.Answer(
            await desk.ClearAsync(viewer, PreparationEventId.From(id), PersonId.From(person), body.PlannerFinishedHere, cancellationToken)
        );

    private static async Task<IResult> TakeClearanceBackAsync(
        Guid id,
        Guid person,
        ReadinessDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.TakeClearanceBackAsync(viewer, PreparationEventId.From(id), PersonId.From(person), cancellationToken));
}
