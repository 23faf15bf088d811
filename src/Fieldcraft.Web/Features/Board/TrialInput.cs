using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Board;

namespace Fieldcraft.Web.Features.Board;

/// <summary>What the form of a trial sends, the same for page and API.</summary>
public sealed record TrialInput
{
    [Required, MaxLength(TrialFacts.WhatLength)]
    public string What { get; init; } = "";

    [Range(0, TrialFacts.HoursAtMost)]
    public int HoursAWeek { get; init; } = 4;

    [Required]
    public DateOnly? FromOn { get; init; }

    [Required]
    public DateOnly? UntilOn { get; init; }

    [Required, MaxLength(TrialFacts.OffThePlateLength)]
    public string OffThePlate { get; init; } = "";

    /// <summary>The opportunity it comes from.</summary>
    public Guid? Opportunity { get; init; }

    /// <summary>The posting it comes from.</summary>
    public Guid? Posting { get; init; }

    public static TrialInput Of(TrialFacts facts) =>
        new()
        {
            What = facts.What ?? "",
            HoursAWeek = facts.HoursAWeek,
            FromOn = facts.FromOn,
            UntilOn = facts.UntilOn,
            OffThePlate = facts.OffThePlate ?? "",
        };

    public TrialFacts Facts() =>
        new()
        {
            What = What,
            HoursAWeek = HoursAWeek,
            FromOn = FromOn,
            UntilOn = UntilOn,
            OffThePlate = OffThePlate,
        };

    /// <summary>An opportunity goes before a posting; it may have come from one.</summary>
    internal TrialOrigin Origin() => new(Opportunity, Opportunity is null && Posting is { } posting ? PostingId.From(posting) : null);
}
