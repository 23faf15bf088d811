using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Stories;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>Where you stand with a module.</summary>
public sealed record MyReadinessJson(
    ReadinessStep Next,
    DateOnly? On,
    string Address,
    Guid? Preview,
    Guid? Coaching,
    DateOnly? PreviewedOn,
    DateOnly? PractisedOn,
    bool IsPlannerDone,
    bool IsCleared,
    DateOnly? ExpectedOn,
    Guid? Deputy
);

/// <summary>"Not yet": from which day you expect to lead, and who leads your first sessions.</summary>
public sealed record NotYetBody(DateOnly? Expected, Guid? Deputy);

public sealed record ReadyFromJson(Guid Leader, string Name, Guid Site, DateOnly On, bool IsCleared, Guid? Deputy);

public sealed record ProposedPreviewJson(
    PreparationKind Kind,
    Guid SiteId,
    DateOnly On,
    TimeOnly? At,
    string TimeZone,
    int Minutes,
    string Language,
    string Shift,
    Guid Facilitator,
    IReadOnlyList<Guid> Leaders
);

public sealed record UnplacedJson(PreparationKind Kind, UnplacedReason Reason, string Language, string Shift, IReadOnlyList<Guid> Leaders);

/// <summary>What would be planned. Send the fingerprint to take exactly this.</summary>
public sealed record ProposalJson(
    string Fingerprint,
    DateOnly From,
    DateOnly Until,
    bool IsLate,
    IReadOnlyList<ProposedPreviewJson> Events,
    IReadOnlyList<UnplacedJson> Unplaced
);

/// <param name="Only">Places in the proposal, from 0; without it all of them.</param>
public sealed record TakeProposalBody(string? Fingerprint, IReadOnlyList<int>? Only = null);

public sealed record TakenJson(int Events);

public sealed record ReadinessCountJson(int Leaders, int Previewed, int Practised, int PlannerDone, int Cleared)
{
    public static ReadinessCountJson Of(ReadinessCount c) => new(c.Leaders, c.Previewed, c.Practised, c.PlannerDone, c.Cleared);
}

/// <summary>A figure, or why it is withheld.</summary>
public sealed record ReadinessFigureJson(ReadinessCountJson? Value, WithheldJson? Withheld);

public sealed record SiteReadinessJson(IReadOnlyList<string> Sites, ReadinessCountJson Value);

public sealed record ConfidenceChangeJson(int Pairs, double MeanBefore, double MeanAfter, double Change, double From, double To);

public sealed record ConfidenceFigureJson(ConfidenceChangeKind Kind, ConfidenceChangeJson? Value, WithheldJson? Withheld);

public sealed record ReadinessTotalsJson(
    ReadinessFigureJson Leaders,
    IReadOnlyList<SiteReadinessJson> Sites,
    IReadOnlyList<ConfidenceFigureJson> Confidence
);

internal static class ReadinessApi
{
    public static void Map(RouteGroupBuilder readiness)
    {
        const string Own = "A word of your own about yourself; the last one holds.";
        readiness
            .MapGet("/", MineAsync)
            .WithName("ReadMyReadiness")
            .WithSummary("Where you stand with a module, and what is next.")
            .Produces<MyReadinessJson>();
        readiness
            .MapPut("/planner-done", PlannerDoneAsync)
            .WithName("SayPlannerDone")
            .WithSummary("Your planner is finished.")
            .WithoutVersion(Own)
            .Produces(204);
        readiness
            .MapDelete("/planner-done", PlannerOpenAsync)
            .WithName("TakePlannerUpAgain")
            .WithSummary("You work on your planner again.")
            .WithoutVersion(Own)
            .Produces(204);
        readiness
            .MapPut("/not-yet", NotYetAsync)
            .WithName("SayNotYet")
            .WithSummary("You need more time. The timetable then shows a later day and your deputy, and others can see that.")
            .WithoutVersion(Own)
            .Produces(204);
        readiness
            .MapDelete("/not-yet", WithdrawNotYetAsync)
            .WithName("WithdrawNotYet")
            .WithSummary("You begin with the others after all.")
            .WithoutVersion(Own)
            .Produces(204);
        readiness
            .MapGet("/totals", TotalsAsync)
            .WithName("ReadReadinessTotals")
            .WithSummary("How far the leaders are, nobody by name; for sponsors and those who lead programmes. Withheld below ten leaders.")
            .Produces<ReadinessTotalsJson>();
        readiness
            .MapGet("/ready-from", ReadyFromAsync)
            .WithName("ReadReadyFrom")
            .WithSummary("From which day each leader can be on a timetable; for those who make it. ?site= for one site.")
            .Produces<Listed<ReadyFromJson>>();
        readiness
            .MapGet("/proposal", ProposeAsync)
            .WithName("ProposePreviews")
            .WithSummary("Previews and coaching groups for every leader who needs one; nothing is planned by this.")
            .Produces<ProposalJson>();
        readiness
            .MapPost("/proposal", TakeAsync)
            .WithName("TakePreviewProposal")
            .WithSummary("Plans what was proposed, all of it or some, and invites everybody in it.")
            .WithoutVersion("The fingerprint says what was seen.")
            .Produces<TakenJson>();
    }

    private static async Task<IResult> MineAsync(Guid module, ReadinessReading reading, Viewer viewer, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, ModuleId.From(module), cancellationToken) is not { } mine)
        {
            return Problem.NotFound.Result();
        }

        var (next, readiness) = (mine.Next, mine.Readiness);
        return Results.Ok(
            new MyReadinessJson(
                next.Step,
                next.On,
                next.Address,
                mine.Preview?.Id.Value,
                mine.Coaching?.Id.Value,
                readiness?.PreviewedOn,
                readiness?.PractisedOn,
                readiness?.IsPlannerDone == true,
                readiness?.IsCleared == true,
                readiness?.ExpectedOn,
                readiness?.DeputyId?.Value
            )
        );
    }

    private static async Task<IResult> PlannerDoneAsync(
        Guid module,
        ReadinessDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.MarkPlannerDoneAsync(viewer, ModuleId.From(module), cancellationToken));

    private static async Task<IResult> PlannerOpenAsync(
        Guid module,
        ReadinessDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.TakePlannerUpAgainAsync(viewer, ModuleId.From(module), cancellationToken));

    private static async Task<IResult> NotYetAsync(
        Guid module,
        NotYetBody body,
        ReadinessDesk desk,
        LeadersReading leaders,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Expected is not { } expected)
        {
            return InputProblem.Missing("expected");
        }

        if (await leaders.ModuleAsync(viewer, ModuleId.From(module), cancellationToken) is not { } prepared)
        {
            return Problem.NotFound.Result();
        }

        var said = new NotYet(expected, body.Deputy is { } deputy ? PersonId.From(deputy) : null);
        return InputProblem.All(await desk.NotYetProblemsAsync(viewer, prepared, said, cancellationToken))
            ?? Problem.Answer(await desk.SayNotYetAsync(viewer, prepared.Id, said, cancellationToken));
    }

    private static async Task<IResult> WithdrawNotYetAsync(
        Guid module,
        ReadinessDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.WithdrawNotYetAsync(viewer, ModuleId.From(module), cancellationToken));

    private static async Task<IResult> TotalsAsync(Guid module, TotalsReading reading, Viewer viewer, CancellationToken cancellationToken)
    {
        if (await reading.OfModuleAsync(viewer, ModuleId.From(module), cancellationToken) is not { } totals)
        {
            return Problem.NotFound.Result();
        }

        return Results.Ok(
            new ReadinessTotalsJson(
                totals.Count is { } count
                    ? new ReadinessFigureJson(ReadinessCountJson.Of(count), null)
                    : new ReadinessFigureJson(null, new WithheldJson("minimum", ReadinessCount.LeadersAtLeast)),
                [.. totals.Sites.Select(s => new SiteReadinessJson(s.Sites, ReadinessCountJson.Of(s.Count)))],
                [.. totals.Changes.OrderBy(c => c.Key).Select(c => Change(c.Key, c.Value))]
            )
        );
    }

    private static ConfidenceFigureJson Change(ConfidenceChangeKind kind, ConfidenceChange? change) =>
        change is null
            ? new ConfidenceFigureJson(kind, null, new WithheldJson("minimum", ConfidenceChange.PairsAtLeast))
            : new ConfidenceFigureJson(
                kind,
                new ConfidenceChangeJson(
                    change.Pairs,
                    change.MeanBefore,
                    change.MeanAfter,
                    change.Change,
                    change.Change - change.HalfWidth,
                    change.Change + change.HalfWidth
                ),
                null
            );

    private static async Task<IResult> ReadyFromAsync(
        Guid module,
        Guid? site,
        ReadinessReading reading,
        LeadersReading leaders,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.MakesTimetables() || await leaders.ModuleAsync(viewer, ModuleId.From(module), cancellationToken) is not { } prepared)
        {
            return Problem.NotFound.Result();
        }

        var rows = await reading.ReadyFromAsync(viewer, prepared, site is { } one ? UnitId.From(one) : null, cancellationToken);
        return Results.Ok(
            Listed.Whole(
                rows.Select(r => new ReadyFromJson(r.Leader.Value, r.Name, r.Site.Value, r.From.On, r.From.IsCleared, r.From.Deputy?.Value))
            )
        );
    }

    private static async Task<IResult> ProposeAsync(Guid module, ProposalDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        await desk.ProposeAsync(viewer, ModuleId.From(module), cancellationToken) is { } open
            ? Results.Ok(
                new ProposalJson(
                    open.Fingerprint,
                    open.From,
                    open.Until,
                    open.IsLate,
                    [
                        .. open.Proposal.Events.Select(e => new ProposedPreviewJson(
                            e.Kind,
                            e.SiteId.Value,
                            e.When.On,
                            e.When.At,
                            e.When.TimeZone,
                            e.When.Minutes,
                            e.Language,
                            e.Shift,
                            e.Facilitator.Value,
                            [.. e.Leaders.Select(l => l.Value)]
                        )),
                    ],
                    [
                        .. open.Proposal.Unplaced.Select(u => new UnplacedJson(
                            u.Kind,
                            u.Reason,
                            u.Language,
                            u.Shift,
                            [.. u.Leaders.Select(l => l.Value)]
                        )),
                    ]
                )
            )
            : Problem.NotFound.Result();

    private static async Task<IResult> TakeAsync(
        Guid module,
        TakeProposalBody body,
        ProposalDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Fingerprint is null ? InputProblem.Missing("fingerprint")
        : await desk.TakeAsync(viewer, ModuleId.From(module), body.Fingerprint, body.Only, cancellationToken) is not { } taken
            ? Problem.NotFound.Result()
        : taken.Refusal is { } refusal ? Problem.Refused(refusal)
        : Results.Ok(new TakenJson(taken.Value));
}
