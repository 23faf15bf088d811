using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Outcomes;

/// <summary>What the figures of a measure are.</summary>
public enum MeasureKind
{
    /// <summary>Promoters, passives and detractors: a net promoter score in points.</summary>
    Promoters,

    /// <summary>So many of so many, for example missed parcels of all parcels.</summary>
    Share,

    /// <summary>A mean of n values with their standard deviation.</summary>
    Mean,

    /// <summary>A plain number for each site and week.</summary>
    Count,
}

public enum BetterWhen
{
    Up,
    Down,
}

/// <summary>What is said of a measure.</summary>
/// <param name="Per">A share is told for so many: 100 is per cent, 1,000 per thousand. 1 for the other kinds.</param>
/// <param name="ChannelChangedOn">From this day figures were collected in another way; across it nothing can be compared (DOMAIN 7.10).</param>
public sealed record MeasureFacts(
    string? Name,
    string? Unit,
    MeasureKind? Kind,
    BetterWhen Better = BetterWhen.Up,
    int Per = 1,
    DateOnly? ChannelChangedOn = null
)
{
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. string.IsNullOrWhiteSpace(Name) ? [new InputProblem("name", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. Name?.Trim().Length > OutcomeMeasure.NameLength ? [new InputProblem("name", "too-long")] : Array.Empty<InputProblem>(),
            .. Unit?.Trim().Length > OutcomeMeasure.UnitLength ? [new InputProblem("unit", "too-long")] : Array.Empty<InputProblem>(),
            .. Kind is null ? [new InputProblem("kind", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. InputProblems.Outside("per", Per, 1, OutcomeMeasure.PerAtMost),
        ];
}

/// <summary>Something by which a programme wants to be seen at the customer or in the work, with figures by site and week (DOMAIN 7.9).</summary>
public sealed class OutcomeMeasure : Aggregate<OutcomeMeasureId>
{
    public const int NameLength = 120;
    public const int UnitLength = 40;
    public const int PerAtMost = 1_000_000;
    public const int AtMost = 20;

    private OutcomeMeasure(OutcomeMeasureId id)
        : base(id) { }

    public ProgrammeId ProgrammeId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>What stands behind a value, for example "missed parcels per 1,000".</summary>
    public string Unit { get; private set; } = "";
    public MeasureKind Kind { get; private set; }
    public BetterWhen Better { get; private set; }
    public int Per { get; private set; }
    public DateOnly? ChannelChangedOn { get; private set; }
    public DateTimeOffset DefinedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public Yardstick Yardstick => new(Kind, Per);

    /// <summary>Refused: <c>outcome-measures-full</c>.</summary>
    /// <param name="already">How many the programme has.</param>
    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public static Outcome<OutcomeMeasure> Define(
        OutcomeMeasureId id,
        ProgrammeId programme,
        int already,
        MeasureFacts facts,
        PersonId by,
        DateTimeOffset now
    )
    {
        if (already >= AtMost)
        {
            return new Refusal("outcome-measures-full", AtMost);
        }

        var measure = new OutcomeMeasure(id) { ProgrammeId = programme, DefinedAt = now };
        measure.Take(facts, now);
        measure.Happened(new OutcomeMeasureDefined(by.Value, id.Value, now));
        return measure;
    }

    /// <summary>Refused: <c>outcome-measure-has-figures</c> when what its figures are would change.</summary>
    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public Outcome Describe(MeasureFacts facts, bool hasFigures, PersonId by, DateTimeOffset now)
    {
        if (hasFigures && facts.Kind != Kind)
        {
            return new Refusal("outcome-measure-has-figures");
        }

        Take(facts, now);
        Happened(new OutcomeMeasureDescribed(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>
    /// Its figures become those of a plan; the rows are then written. Refused: <c>figures-changed-meanwhile</c> when the plan is no longer the one that
    /// was looked at, <c>figures-refused-rows</c> while a line is refused and is not to be left out, <c>figures-nothing-new</c>.
    /// </summary>
    /// <param name="lookedAt">The fingerprint of the plan that somebody confirms; null where nobody looked.</param>
    public Outcome TakeFigures(FigurePlan plan, string? lookedAt, bool withoutRefused, PersonId by, DateTimeOffset now)
    {
        if (lookedAt is not null && lookedAt != plan.Fingerprint)
        {
            return new Refusal("figures-changed-meanwhile");
        }

        if (plan.Refused.Count > 0 && !withoutRefused)
        {
            return new Refusal("figures-refused-rows", plan.Refused.Count);
        }

        if (plan.Taken.Count == 0)
        {
            return new Refusal("figures-nothing-new");
        }

        Happened(new FiguresTakenIn(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Tells that it goes, and every figure with it; the row is then removed.</summary>
    public void Remove(PersonId by, DateTimeOffset now) => Happened(new OutcomeMeasureRemoved(by.Value, Id.Value, now));

    private void Take(MeasureFacts facts, DateTimeOffset now)
    {
        if (facts.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(facts));
        }

        (Name, Unit, Kind) = (facts.Name!.Trim(), facts.Unit?.Trim() ?? "", facts.Kind!.Value);
        (Better, Per) = (facts.Better, Kind == MeasureKind.Share ? facts.Per : 1);
        (ChannelChangedOn, ChangedAt) = (facts.ChannelChangedOn, now);
    }
}
