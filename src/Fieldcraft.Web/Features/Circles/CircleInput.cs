using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Circles;

namespace Fieldcraft.Web.Features.Circles;

/// <summary>What the form of a circle sends.</summary>
public sealed record CircleInput
{
    [Required, MaxLength(Circle.NameLength)]
    public string Name { get; init; } = "";

    [MaxLength(Circle.PurposeLength)]
    public string? Purpose { get; init; }

    [Range(Circle.MembersAtLeast, Circle.MembersAtMost)]
    public int Seats { get; init; } = 6;

    public CircleDoor Door { get; init; }

    /// <summary>The version that was changed; 0 for a new circle.</summary>
    public int Version { get; init; }

    public CircleFacts ToFacts() => new(Name, Purpose, Seats, Door);
}

/// <summary>When the next meeting is, and the rhythm of those after it.</summary>
public sealed record RhythmInput
{
    [Required]
    public DateOnly? On { get; init; }

    [Required]
    public TimeOnly? At { get; init; }

    [Range(1, CircleRhythm.WeeksAtMost)]
    public int EveryWeeks { get; init; } = CircleRhythm.Usual.EveryWeeks;

    [Range(CircleRhythm.MinutesAtLeast, CircleRhythm.MinutesAtMost)]
    public int Minutes { get; init; } = CircleRhythm.Usual.Minutes;
}
