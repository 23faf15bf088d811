using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Api;

namespace Fieldcraft.Web.Features.Outcomes.Reading;

/// <summary>Where a measure stands: always with how many it is of.</summary>
public sealed record LevelJson(long N, double Value, Interval? Interval)
{
    public static LevelJson? Of(Yardstick yardstick, Moments figures) =>
        yardstick.Level(figures) is { } level ? new(level.N, level.Value, level.Interval) : null;
}

/// <summary>A change with its interval; clear when the interval leaves 0 out.</summary>
public sealed record ChangeJson(double Value, Interval? Interval, bool IsClear)
{
    public static ChangeJson? Of(OutcomeChange? change) => change is null ? null : new(change.Value, change.Interval, change.IsClear);
}

/// <summary>A month beside the same month of the year before, and how far the roll-out was.</summary>
public sealed record MonthJson(DateOnly Month, LevelJson? Now, LevelJson? YearBefore, ChangeJson? Change, int SitesBegun, int Sessions);

/// <summary>Early sites against later ones.</summary>
public sealed record ComparisonJson(
    ComparisonVerdict Verdict,
    IReadOnlyList<ComparisonDoubt> Doubts,
    int EarlySites,
    int LateSites,
    Weeks? Before,
    Weeks? After,
    ChangeJson? Early,
    ChangeJson? Late,
    double? Difference,
    Interval? ByAnswers,
    Interval? BySites
);

/// <summary>A measure beside the roll-out.</summary>
public sealed record OutcomeJson(
    Guid Programme,
    Guid? Module,
    MeasureJsonLine? Measure,
    int Sites,
    int SitesBegun,
    IReadOnlyList<MonthJson> Months,
    ChangeJson? Change,
    IReadOnlyList<SampleNeeded> Samples,
    ComparisonJson? Comparison
);

/// <summary>Which measure it is.</summary>
public sealed record MeasureJsonLine(Guid Id, string Name, string Unit, MeasureKind Kind, BetterWhen Better);

internal static class OutcomesApi
{
    public static void Map(RouteGroupBuilder outcomes)
    {
        outcomes
            .MapGet("/programmes/{id:guid}", OfProgrammeAsync)
            .WithName("ReadProgrammeOutcome")
            .WithSummary("A measure (?measure=, else the first) beside the roll-out of a programme, with early sites against later ones.")
            .Produces<OutcomeJson>();
        outcomes
            .MapGet("/modules/{id:guid}", OfModuleAsync)
            .WithName("ReadModuleOutcome")
            .WithSummary("A measure (?measure=, else the first) beside the roll-out of one module.")
            .Produces<OutcomeJson>();
    }

    private static async Task<IResult> OfProgrammeAsync(
        Guid id,
        Guid? measure,
        OutcomeReading reading,
        CancellationToken cancellationToken
    ) =>
        await reading.ProgrammeAsync(ProgrammeId.From(id), cancellationToken) is { } programme
            ? Results.Ok(Json(await reading.OfAsync(programme, null, measure, cancellationToken)))
            : Problem.NotFound.Result();

    private static async Task<IResult> OfModuleAsync(Guid id, Guid? measure, OutcomeReading reading, CancellationToken cancellationToken) =>
        await reading.ModuleAsync(ModuleId.From(id), cancellationToken) is var (programme, module)
            ? Results.Ok(Json(await reading.OfAsync(programme, module, measure, cancellationToken)))
            : Problem.NotFound.Result();

    private static OutcomeJson Json(OutcomePicture p)
    {
        var yardstick = p.Measure?.Yardstick;
        return new OutcomeJson(
            p.Programme.Id.Value,
            p.Module?.Id.Value,
            p.Measure is { } m ? new MeasureJsonLine(m.Id.Value, m.Name, m.Unit, m.Kind, m.Better) : null,
            p.Sites,
            p.SitesBegun,
            [
                .. p.Months.Select(x => new MonthJson(
                    x.Month,
                    LevelJson.Of(yardstick!, x.Beside.Now),
                    LevelJson.Of(yardstick!, x.Beside.Before),
                    ChangeJson.Of(x.Change),
                    x.SitesBegun,
                    x.Sessions
                )),
            ],
            ChangeJson.Of(p.Change),
            p.Samples,
            p.Comparison is { } c
                ? new ComparisonJson(
                    c.Verdict,
                    c.Doubts,
                    c.EarlySites,
                    c.LateSites,
                    c.Start?.Before,
                    c.Start?.After,
                    ChangeJson.Of(c.ByAnswers?.Early),
                    ChangeJson.Of(c.ByAnswers?.Late),
                    c.ByAnswers?.Value,
                    c.ByAnswers?.Interval,
                    c.BySites
                )
                : null
        );
    }
}
