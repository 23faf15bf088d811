using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Moves;

namespace Fieldcraft.Web.Features.Moves;

/// <summary>What a comparison is called, and how much each criterion matters (1–3); weights may be left out.</summary>
public sealed record MovesInput(string? Title)
{
    public IReadOnlyDictionary<MoveCriterion, int> Weights { get; init; } = new Dictionary<MoveCriterion, int>();
}

/// <summary>One option. Only a name is needed; scales are objects by id, 0–4.</summary>
public sealed record MoveInput
{
    public string? Name { get; init; }
    public string? Why { get; init; }
    public IReadOnlyList<MoveReason> Reasons { get; init; } = [];
    public string? Afterwards { get; init; }
    public string? Archetype { get; init; }
    public IReadOnlyDictionary<string, int?> Demand { get; init; } = new Dictionary<string, int?>(StringComparer.Ordinal);
    public IReadOnlyDictionary<string, int?> Obstacles { get; init; } = new Dictionary<string, int?>(StringComparer.Ordinal);
    public IReadOnlyDictionary<string, int?> Support { get; init; } = new Dictionary<string, int?>(StringComparer.Ordinal);
    public Interdependence Interdependence { get; init; } = Interdependence.Some;
    public string? LearnFrom { get; init; }
    public string? Reversibility { get; init; }
    public Effect? Reversing { get; init; }
    public string? Life { get; init; }
    public Effect? LifeEffect { get; init; }
    public string? Pay { get; init; }
    public Effect? PayEffect { get; init; }

    public MoveOption ToOption(string id, MoveKind kind) =>
        new()
        {
            Id = id,
            Kind = kind,
            Name = Name,
            Why = Why,
            Reasons = Reasons,
            Afterwards = Afterwards,
            Archetype = Archetype,
            Demand = Demand,
            Obstacles = Obstacles,
            Support = Support,
            Interdependence = Interdependence,
            LearnFrom = LearnFrom,
            Reversibility = Reversibility,
            Reversing = Reversing,
            Life = Life,
            LifeEffect = LifeEffect,
            Pay = Pay,
            PayEffect = PayEffect,
        };
}

public sealed record MovesJson(Guid Id, MoveContent Content, DateTimeOffset ChangedAt, int Version)
{
    public static MovesJson Of(OpenMoves m) => new(m.Id.Value, m.Content, m.ChangedAt, m.Version);
}

/// <param name="Results">Null before there are an aim and an own view.</param>
/// <param name="TooCloseToCall">More than one option can come first.</param>
public sealed record LookedMovesJson(
    Guid Id,
    MoveContent Content,
    IReadOnlyList<MoveResultJson>? Results,
    bool TooCloseToCall,
    DateTimeOffset ChangedAt,
    int Version
)
{
    public static LookedMovesJson Of(LookedMoves l) =>
        new(
            l.Moves.Id.Value,
            l.Moves.Content,
            l.Result?.Moves.Select(MoveResultJson.Of).ToList(),
            l.Result?.TooCloseToCall ?? false,
            l.Moves.ChangedAt,
            l.Moves.Version
        );
}

/// <param name="Value">Null while nothing is known of what it asks for.</param>
/// <param name="Scaled">0–100 within this comparison only, the best 100.</param>
public sealed record MoveResultJson(
    string Option,
    decimal? Value,
    decimal? Scaled,
    bool Leads,
    Zone Zone,
    decimal? EffectiveLoad,
    decimal? Hindrance
)
{
    public static MoveResultJson Of(MoveResult r) =>
        new(r.Id, r.Value?.Total, r.Scaled, r.Leads, r.Guard.Zone, r.Guard.EffectiveLoad, r.Guard.Hindrance);
}
