using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>What the form of a routine sends, and the API as it is.</summary>
public sealed record RoutineInput
{
    [Required, MaxLength(Routine.NameLength)]
    public string? Name { get; init; }

    [Required, Range(1, Routine.MinutesAtMost)]
    public int? Minutes { get; init; }

    [MaxLength(Routine.HeaderLength)]
    public string? Header { get; init; }

    [MaxLength(Routine.SequenceLength)]
    public string? Sequence { get; init; }

    public int Version { get; init; }

    public static RoutineInput Of(Routine routine) =>
        new()
        {
            Name = routine.Name,
            Minutes = routine.Minutes,
            Header = routine.Header,
            Sequence = routine.Sequence,
            Version = routine.Version,
        };
}
