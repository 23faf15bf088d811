using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Moves;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Assignments;

namespace Fieldcraft.Web.Features.Moves;

/// <summary>What the form of one option sends. The scales come as the profile's do: by id, nothing for not answered.</summary>
public sealed record OptionInput
{
    [MaxLength(MoveOption.NameLength)]
    public string? Name { get; init; }

    [MaxLength(MoveOption.TextLength)]
    public string? Why { get; init; }

    public List<MoveReason> Reasons { get; init; } = [];

    [MaxLength(MoveOption.TextLength)]
    public string? Afterwards { get; init; }

    public string? Archetype { get; init; }

    /// <summary>All sixteen.</summary>
    public Dictionary<string, string?> Demand { get; init; } = [];

    public Dictionary<string, string?> Support { get; init; } = [];

    public Interdependence Interdependence { get; init; } = Interdependence.Some;

    [MaxLength(MoveOption.TextLength)]
    public string? LearnFrom { get; init; }

    [MaxLength(MoveOption.TextLength)]
    public string? Reversibility { get; init; }

    public Effect? Reversing { get; init; }

    [MaxLength(MoveOption.TextLength)]
    public string? Life { get; init; }

    public Effect? LifeEffect { get; init; }

    [MaxLength(MoveOption.TextLength)]
    public string? Pay { get; init; }

    public Effect? PayEffect { get; init; }

    /// <summary>The version of the comparison that was changed.</summary>
    public int Version { get; init; }

    /// <summary>Fills in what such work usually asks for; what was said already goes.</summary>
    public OptionInput Filled(Archetype usual) =>
        this with
        {
            Demand = ChallengeDimension.All.ToDictionary(d => d.Id, d => (string?)$"{usual.Demands[d.Id]}", StringComparer.Ordinal),
            Interdependence = usual.Interdependence,
        };

    public MoveOption ToOption(string id) =>
        new()
        {
            Id = id,
            Name = Text(Name),
            Why = Text(Why),
            Reasons = [.. Reasons.Distinct()],
            Afterwards = Text(Afterwards),
            Archetype = Text(Archetype),
            Demand = Read(ChallengeDimension.Task.Select(d => d.Id), Demand),
            Obstacles = Read(ChallengeDimension.Obstacles.Select(d => d.Id), Demand),
            Support = Read(SupportItem.All.Select(i => i.Id), Support),
            Interdependence = Interdependence,
            LearnFrom = Text(LearnFrom),
            Reversibility = Text(Reversibility),
            Reversing = Reversing,
            Life = Text(Life),
            LifeEffect = LifeEffect,
            Pay = Text(Pay),
            PayEffect = PayEffect,
        };

    public static OptionInput Of(MoveOption o, int version) =>
        new()
        {
            Name = o.Name,
            Why = o.Why,
            Reasons = [.. o.Reasons],
            Afterwards = o.Afterwards,
            Archetype = o.Archetype,
            Demand = RatingInput.Spell(o.Demand.Concat(o.Obstacles).ToDictionary(StringComparer.Ordinal)),
            Support = RatingInput.Spell(o.Support),
            Interdependence = o.Interdependence,
            LearnFrom = o.LearnFrom,
            Reversibility = o.Reversibility,
            Reversing = o.Reversing,
            Life = o.Life,
            LifeEffect = o.LifeEffect,
            Pay = o.Pay,
            PayEffect = o.PayEffect,
            Version = version,
        };

    private static IReadOnlyDictionary<string, int?> Read(IEnumerable<string> ids, Dictionary<string, string?> said) =>
        RatingInput.Merge(new Dictionary<string, int?>(StringComparer.Ordinal), ids, said);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
