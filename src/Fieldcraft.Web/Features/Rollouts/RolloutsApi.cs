using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Reading;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Rollouts;

internal static class RolloutsApi
{
    private const int UsualSeconds = 30;

    public static void Map(RouteGroupBuilder rollouts)
    {
        rollouts
            .MapGet("/{module:guid}", ReadAsync)
            .WithName("ReadRollout")
            .WithSummary("A module's window and what holds everywhere; for those who plan it.")
            .Produces<RolloutJson>();
        rollouts
            .MapPut("/{module:guid}", SetAsync)
            .WithName("SetRollout")
            .WithSummary("Sets what holds everywhere. The version is 0 while nobody has set anything.")
            .Produces(204);
        rollouts
            .MapPut("/{module:guid}/rates", SayRatesAsync)
            .WithName("SayRolloutRates")
            .WithSummary("What an hour costs here, for the comparison of cost.")
            .Produces(204);
        rollouts
            .MapGet("/{module:guid}/sites", SitesAsync)
            .WithName("ListRolloutSites")
            .WithSummary("Every site with its arithmetic: how large a session can be, how many are needed, whether that can work.")
            .Produces<Listed<SiteStateJson>>();
        rollouts
            .MapGet("/{module:guid}/coverage", CoverageAsync)
            .WithName("ReadCoverage")
            .WithSummary("How far a module has come in its window; sponsors read totals, those who plan read groups of five or more.")
            .Produces<CoverageJson>();
        rollouts
            .MapGet("/{module:guid}/proposals", ProposalsAsync)
            .WithName("ListProposals")
            .WithSummary("Proposals that you may see, newest first.")
            .Produces<Listed<ProposalLineJson>>();
        rollouts
            .MapPost("/{module:guid}/proposals", AskAsync)
            .WithName("AskForTimetable")
            .WithSummary("Asks the engine for a timetable of every site, or of one with its neighbours; a job works it out.")
            .WithoutVersion("A proposal is added; nothing changes until it is taken.")
            .Produces<Made>(202);
        rollouts
            .MapGet("/proposals/{id:guid}", ProposalAsync)
            .WithName("ReadProposal")
            .WithSummary("How far a proposal is; the timetable, what is proven of it and who is left out, once it is ready.")
            .Produces<ProposalJson>();
        rollouts
            .MapPost("/proposals/{id:guid}/stop", StopAsync)
            .WithName("StopProposal")
            .WithSummary("Ends the search; the best so far becomes the proposal.")
            .WithoutVersion("A search is stopped once; asked again, it is the same.")
            .Produces(204);
        rollouts
            .MapPost("/proposals/{id:guid}/take", TakeAsync)
            .WithName("TakeProposal")
            .WithSummary("Makes it the timetable; what is locked, held or has begun stays.")
            .WithoutVersion("A proposal that is older than a change of a session is refused.")
            .Produces(204);
        rollouts
            .MapPost("/proposals/{id:guid}/put-aside", PutAsideAsync)
            .WithName("PutProposalAside")
            .WithSummary("Nobody wants it.")
            .WithoutVersion("A proposal is settled once.")
            .Produces(204);
    }

    private static async Task<IResult> ReadAsync(
        Guid module,
        RolloutModules modules,
        HttpContext http,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        viewer.MayPlanRollouts() && await modules.FindAsync(viewer, ModuleId.From(module), cancellationToken) is { } found
            ? http.Versioned(found.Version, RolloutJson.Of(found))
            : Problem.NotFound.Result();

    private static async Task<IResult> SetAsync(
        Guid module,
        RolloutBody body,
        HttpContext http,
        RolloutDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var settings = body.ToSettings();
        if (InputProblem.All(settings.Problems()) is { } problem)
        {
            return problem;
        }

        return http.Request.VersionMatched() is { } version
            ? Answer(await desk.SetAsync(viewer, ModuleId.From(module), version, settings, cancellationToken), body)
            : Problem.IfMatchNeeded.Result();
    }

    private static async Task<IResult> SayRatesAsync(
        Guid module,
        RatesBody body,
        HttpContext http,
        RolloutDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (((decimal?[])[body.Leader, body.Participant, body.Central, body.Trainer]).Any(r => r < 0))
        {
            return InputProblem.Of("rates", "out-of-range");
        }

        var rates = new HourlyRates(body.Leader, body.Participant, body.Central, body.Trainer);
        return http.Request.VersionMatched() is { } version
            ? Answer(await desk.SayRatesAsync(viewer, ModuleId.From(module), version, rates, cancellationToken), body)
            : Problem.IfMatchNeeded.Result();
    }

    private static IResult Answer(Domain.Shared.Outcome? outcome, object body) =>
        outcome?.Refusal is { Code: RolloutDesk.ChangedMeanwhile } ? Problem.Meanwhile(body, null) : Problem.Answer(outcome);

    private static async Task<IResult> SitesAsync(
        Guid module,
        RolloutModules modules,
        RolloutReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        viewer.MayPlanRollouts() && await modules.FindAsync(viewer, ModuleId.From(module), cancellationToken) is { } found
            ? Results.Ok(Listed.Whole((await reading.SitesAsync(viewer, found, cancellationToken)).Select(SiteStateJson.Of)))
            : Problem.NotFound.Result();

    private static async Task<IResult> CoverageAsync(
        Guid module,
        RolloutModules modules,
        CoverageReading reading,
        Words words,
        TimeProvider clock,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        viewer.MaySeeTotals() && await modules.FindAsync(viewer, ModuleId.From(module), cancellationToken) is { } found
            ? Results.Ok(
                CoverageJson.Of(await reading.OfAsync(found, words.Today(clock.GetUtcNow()), cancellationToken), viewer.MayPlanRollouts())
            )
            : Problem.NotFound.Result();

    private static async Task<IResult> ProposalsAsync(
        Guid module,
        Paging paging,
        RolloutModules modules,
        RolloutReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.MayScheduleSomewhere() || await modules.FindAsync(viewer, ModuleId.From(module), cancellationToken) is null)
        {
            return Problem.NotFound.Result();
        }

        var after = paging.After is { } id ? ProposalId.From(id) : (ProposalId?)null;
        var rows = await reading.ProposalsAsync(viewer, ModuleId.From(module), null, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(rows, paging, r => r.Id.Value, ProposalLineJson.Of));
    }

    private static async Task<IResult> AskAsync(
        Guid module,
        ProposalBody body,
        RolloutDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Seconds is < 1 or > RolloutProposal.SecondsAtMost)
        {
            return InputProblem.Of("seconds", "out-of-range");
        }

        if (body.Seed is < 0)
        {
            return InputProblem.Of("seed", "out-of-range");
        }

        var asked = await desk.AskAsync(
            viewer,
            ModuleId.From(module),
            body.Site is { } site ? UnitId.From(site) : null,
            body.Seconds ?? UsualSeconds,
            body.Seed ?? 1,
            body.KeepsPeople ?? false,
            cancellationToken
        );
        return asked switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var id } => Results.Accepted($"/api/v1/rollouts/proposals/{id.Value}", new Made(id.Value)),
        };
    }

    private static async Task<IResult> ProposalAsync(Guid id, RolloutReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        await reading.ProposalAsync(viewer, ProposalId.From(id), cancellationToken) is { } proposal
            ? Results.Ok(ProposalJson.Of(proposal))
            : Problem.NotFound.Result();

    private static async Task<IResult> StopAsync(Guid id, RolloutDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.StopAsync(viewer, ProposalId.From(id), cancellationToken));

    private static async Task<IResult> TakeAsync(Guid id, ProposalTaking taking, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await taking.TakeAsync(viewer, ProposalId.From(id), cancellationToken));

    private static async Task<IResult> PutAsideAsync(Guid id, RolloutDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.PutAsideAsync(viewer, ProposalId.From(id), cancellationToken));
}
