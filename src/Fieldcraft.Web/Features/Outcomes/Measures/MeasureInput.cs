using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Outcomes;

namespace Fieldcraft.Web.Features.Outcomes.Measures;

/// <summary>What the form of a measure sends.</summary>
public sealed record MeasureInput
{
    [Required, MaxLength(OutcomeMeasure.NameLength)]
    public string? Name { get; init; }

    [MaxLength(OutcomeMeasure.UnitLength)]
    public string? Unit { get; init; }

    [Required]
    public MeasureKind? Kind { get; init; }

    [Required]
    public BetterWhen? Better { get; init; } = BetterWhen.Up;

    [Range(1, OutcomeMeasure.PerAtMost)]
    public int? Per { get; init; }

    public DateOnly? ChannelChangedOn { get; init; }

    public int Version { get; init; }

    public MeasureFacts ToFacts() => new(Name, Unit, Kind, Better!.Value, Per ?? (Kind == MeasureKind.Share ? 100 : 1), ChannelChangedOn);

    public static MeasureInput Of(OutcomeMeasure measure) =>
        new()
        {
            Name = measure.Name,
            Unit = measure.Unit,
            Kind = measure.Kind,
            Better = measure.Better,
            Per = measure.Per,
            ChannelChangedOn = measure.ChannelChangedOn,
            Version = measure.Version,
        };
}
