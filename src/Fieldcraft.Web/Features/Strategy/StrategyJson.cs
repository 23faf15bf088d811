using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Shared;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>A piece of the strategy; boxes key to text.</summary>
public sealed record PieceJson(
    Guid Id,
    StrategyKind Kind,
    Guid Unit,
    IReadOnlyDictionary<string, string> Boxes,
    Guid? Serves,
    Guid? Gap,
    Guid? Contradicts,
    Guid? Owner,
    DateTimeOffset WrittenAt,
    DateTimeOffset? EndedAt,
    IReadOnlyList<StanceJson> Stances,
    IReadOnlyList<EffectJson> Effects,
    WorkType? WorkType
)
{
    internal static PieceJson Of(StrategyPiece p) =>
        new(
            p.Id.Value,
            p.Kind,
            p.UnitId.Value,
            p.Sheet.Said,
            p.Serves?.Value,
            p.Gap?.Value,
            p.Contradicts?.Value,
            p.OwnerId?.Value,
            p.WrittenAt,
            p.EndedAt,
            [.. p.Stances.Select(s => new StanceJson(s.PersonId.Value, s.Name, s.Stance, s.Reason, s.IsCurrent))],
            [.. p.Effects.Select(e => new EffectJson(e.Kind, e.TargetId))],
            p.Kind == StrategyKind.Process ? WorkTypes.Of(p.Sheet) : null
        );
}

public sealed record StanceJson(Guid Person, string Name, Stance Stance, string? Reason, bool IsCurrent);

public sealed record EffectJson(EffectKind Kind, Guid Target);

public sealed record FindingJson(string Code, string Text, Guid? Piece, string? Because);

public sealed record WordingJson(int Number, IReadOnlyDictionary<string, string> Boxes, string? By, DateTimeOffset At);

/// <summary>Shares of generative learning from 0 to 1; hours and money by kind of learning and source.</summary>
public sealed record BalanceJson(
    double? Intended,
    double? ShareOfHours,
    double? ShareOfMoney,
    bool IsTooLittleGenerative,
    IReadOnlyList<Effort> Efforts
)
{
    internal static BalanceJson Of(LearningBalance b) =>
        new(b.Intended, b.ShareOfHours, b.ShareOfMoney, b.IsTooLittleGenerative, b.Efforts);
}

/// <summary>A piece to be written. Kind and unit count for a new one only; without a unit it is the organisation's.</summary>
public sealed record PieceBody(
    Dictionary<string, string?>? Boxes,
    StrategyKind? Kind = null,
    Guid? Unit = null,
    Guid? Serves = null,
    Guid? Gap = null,
    Guid? Contradicts = null,
    Guid? Owner = null
)
{
    internal StrategyWriting ToWriting() =>
        new(
            SheetInput.SheetOf(Boxes ?? []),
            Entry(Serves),
            Entry(Gap),
            Entry(Contradicts),
            Owner is { } owner ? PersonId.From(owner) : null
        );

    internal IResult? Problem(StrategyKind kind) => InputProblem.All(StrategyForms.Of(kind).Problems(SheetInput.SheetOf(Boxes ?? [])));

    private static StrategyEntryId? Entry(Guid? id) => id is { } known ? StrategyEntryId.From(known) : null;
}

public sealed record EndBody(bool? IsOver);

public sealed record BecauseBody(string? Because);

public sealed record StanceBody(Stance? Stance, string? Reason = null);
