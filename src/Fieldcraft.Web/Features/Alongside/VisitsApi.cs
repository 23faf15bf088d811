using Fieldcraft.Domain.Alongside;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using Outcome = Fieldcraft.Domain.Shared.Outcome;

namespace Fieldcraft.Web.Features.Alongside;

/// <summary>Visits of which the caller is guest or host.</summary>
internal static class VisitsApi
{
    private const string StateSaysIt = "A visit is only answered in the state it is in; anything else is refused.";

    public static void Map(RouteGroupBuilder visits)
    {
        visits
            .MapGet("/", ListAsync)
            .WithName("ListVisits")
            .WithSummary("Visits you asked for or host, newest first.")
            .Produces<Listed<VisitJson>>();
        visits.MapGet("/{id:guid}", FindAsync).WithName("ReadVisit").WithSummary("One of them.").Produces<VisitJson>();
        visits
            .MapPost("/{id:guid}/agreement", AgreeAsync)
            .WithName("AgreeToVisit")
            .WithSummary("The host agrees to a day, or moves it; it stands in both calendars.")
            .WithoutVersion(StateSaysIt)
            .Produces(204);
        visits
            .MapPost("/{id:guid}/declining", DeclineAsync)
            .WithName("DeclineVisit")
            .WithSummary("The host says: not this time.")
            .WithoutVersion(StateSaysIt)
            .Produces(204);
        visits
            .MapPost("/{id:guid}/calling-off", CallOffAsync)
            .WithName("CallVisitOff")
            .WithSummary("Guest or host call it off.")
            .WithoutVersion(StateSaysIt)
            .Produces(204);
        visits
            .MapPut("/{id:guid}/reflection", LookBackAsync)
            .WithName("LookBackAtVisit")
            .WithSummary("The guest's two answers after the visit; nobody else reads them.")
            .WithoutVersion("One person writes two short answers; the last version is the one they meant.")
            .Produces(204);
        visits
            .MapDelete("/{id:guid}/reflection", TearUpAsync)
            .WithName("TearUpReflection")
            .WithSummary("Removes the guest's answers and their key.")
            .WithoutVersion("They go whatever they say by now.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(VisitsReading reading, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var after = paging.After is { } id ? VisitId.From(id) : (VisitId?)null;
        var visits = await reading.ListAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(visits, paging, v => v.Id.Value, VisitJson.Of));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        VisitsReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, VisitId.From(id), cancellationToken) is { } visit
            ? http.Versioned(visit.Version, VisitJson.Of(visit))
            : Problem.NotFound.Result();

    private static async Task<IResult> AgreeAsync(
        Guid id,
        AgreementInput input,
        VisitsActions visits,
        VisitsReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (input.On is not { } on)
        {
            return InputProblem.Missing("on");
        }

        if (on < reading.Today || input.Minutes is < 1 or > AppointedTime.MinutesAtMost)
        {
            return InputProblem.Of(on < reading.Today ? "on" : "minutes", "out-of-range");
        }

        var when = new AppointedTime(on, input.At, viewer.TimeZone, input.Minutes);
        return Problem.Answer(await visits.AgreeAsync(viewer, VisitId.From(id), when, cancellationToken));
    }

    private static async Task<IResult> DeclineAsync(Guid id, VisitsActions visits, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await visits.DeclineAsync(viewer, VisitId.From(id), cancellationToken));

    private static async Task<IResult> CallOffAsync(Guid id, VisitsActions visits, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await visits.CallOffAsync(viewer, VisitId.From(id), cancellationToken));

    private static async Task<IResult> LookBackAsync(
        Guid id,
        ReflectionInput input,
        VisitsActions visits,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (input.Saw?.Trim().Length > VisitReflection.TextLength || input.WillTry?.Trim().Length > VisitReflection.TextLength)
        {
            return InputProblem.TooLong(
                input.Saw?.Trim().Length > VisitReflection.TextLength ? "saw" : "willTry",
                VisitReflection.TextLength
            );
        }

        return Problem.Answer(await visits.LookBackAsync(viewer, VisitId.From(id), input.Saw, input.WillTry, cancellationToken));
    }

    private static async Task<IResult> TearUpAsync(Guid id, VisitsActions visits, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await visits.TearUpAsync(viewer, VisitId.From(id), cancellationToken));
}

/// <summary>When a visit takes place, on the clock of the host's place.</summary>
public sealed record AgreementInput(DateOnly? On, TimeOnly? At = null, int Minutes = 60);

/// <summary>The guest's two answers.</summary>
public sealed record ReflectionInput(string? Saw, string? WillTry);

/// <summary>A visit as the API shows it to guest and host; the reflection to the guest alone.</summary>
public sealed record VisitJson(
    Guid Id,
    Guid Offer,
    string What,
    bool IsHost,
    string Guest,
    string Host,
    string Wish,
    DateOnly? On,
    TimeOnly? At,
    string TimeZone,
    int Minutes,
    VisitState State,
    ReflectionInput? Reflection,
    int Version
)
{
    public static VisitJson Of(OpenVisit v) =>
        new(
            v.Id.Value,
            v.OfferId.Value,
            v.What,
            v.IsHost,
            v.Guest,
            v.Host,
            v.Wish,
            v.On,
            v.Time,
            v.TimeZone,
            v.Minutes,
            v.State,
            v.Reflection is { } r ? new ReflectionInput(r.Saw, r.WillTry) : null,
            v.Version
        );
}
