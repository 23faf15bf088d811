using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Plans;

/// <summary>What is written to plan an experiment. Three things are needed: what, when, and who will see it; the rest may wait.</summary>
public sealed record ExperimentWording : IWording
{
    /// <summary>Novelty runs from 1, familiar, to 5, quite new (DOMAIN 4.3).</summary>
    public const int LeastNovelty = 1;
    public const int MostNovelty = 5;

    /// <summary>One observable behaviour that starts with a verb, in this try.</summary>
    [Required, MaxLength(PlanRules.LongestBehaviour)]
    public string? What { get; init; }

    /// <summary>The day of the real event.</summary>
    [Required]
    public DateOnly? On { get; init; }

    /// <summary>One person who will be there and see it.</summary>
    [Required, MaxLength(Lengths.Title)]
    public string? SeenBy { get; init; }

    /// <summary>The event: which, where, with whom.</summary>
    [MaxLength(Lengths.Line)]
    public string? Situation { get; init; }

    [MaxLength(Lengths.Line)]
    public string? If { get; init; }

    [MaxLength(Lengths.Line)]
    public string? Then { get; init; }

    /// <summary>Said aloud or played through once.</summary>
    public bool Rehearsed { get; init; }

    [MaxLength(Lengths.Paragraph)]
    public string? Expectation { get; init; }

    /// <summary>What would show that it worked; at least one thing that another person can see.</summary>
    [MaxLength(Lengths.Paragraph)]
    public string? Evidence { get; init; }

    [MaxLength(Lengths.Paragraph)]
    public string? RiskAndGuard { get; init; }

    [Range(LeastNovelty, MostNovelty)]
    public int? Novelty { get; init; }

    [MaxLength(Lengths.Line)]
    public string? FocusAid { get; init; }

    [MaxLength(Lengths.Line)]
    public string? Distraction { get; init; }

    /// <summary>Keeps the text as it stands although it reads like a quality (<see cref="ObservableBehaviour"/>).</summary>
    public bool KeepAsWritten { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Texts.Required("what", What, PlanRules.LongestBehaviour),
            .. On is null ? new[] { new InputProblem("on", InputProblems.Missing) } : [],
            .. Texts.Required("seenBy", SeenBy, Lengths.Title),
            .. Texts.Optional("situation", Situation, Lengths.Line),
            .. IfThen.Problems("if", If, "then", Then),
            .. Texts.Optional("expectation", Expectation, Lengths.Paragraph),
            .. Texts.Optional("evidence", Evidence, Lengths.Paragraph),
            .. Texts.Optional("riskAndGuard", RiskAndGuard, Lengths.Paragraph),
            .. InputProblems.Outside("novelty", Novelty, LeastNovelty, MostNovelty),
            .. Texts.Optional("focusAid", FocusAid, Lengths.Line),
            .. Texts.Optional("distraction", Distraction, Lengths.Line),
        ];
}

/// <summary>The two-minute note after the event: facts first (DOMAIN 4.3).</summary>
public sealed record CaptureWording : IWording
{
    [MaxLength(Lengths.Page)]
    public string? WhatHappened { get; init; }

    [MaxLength(Lengths.Page)]
    public string? EffectSeen { get; init; }

    [MaxLength(Lengths.Page)]
    public string? Surprise { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Texts.Optional("whatHappened", WhatHappened, Lengths.Page),
            .. Texts.Optional("effectSeen", EffectSeen, Lengths.Page),
            .. Texts.Optional("surprise", Surprise, Lengths.Page),
        ];
}

/// <summary>What is taken from a try.</summary>
public sealed record LessonWording : IWording
{
    [Required, MaxLength(Lengths.Page)]
    public string? Lesson { get; init; }

    public IReadOnlyList<InputProblem> Problems() => [.. Texts.Required("lesson", Lesson, Lengths.Page)];
}

/// <summary>What follows a reviewed try. A next step in words is needed to close it (DOMAIN 4.3).</summary>
public sealed record NextWording : IWording
{
    [Required]
    public NextMove? Move { get; init; }

    [Required, MaxLength(Lengths.Line)]
    public string? NextStep { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Move is null ? new[] { new InputProblem("move", InputProblems.Missing) } : [],
            .. Texts.Required("nextStep", NextStep, Lengths.Line),
        ];
}

/// <summary>Why a planned try is let go. It carries no penalty and is kept for its owner only.</summary>
public sealed record DropWording : IWording
{
    [Required, MaxLength(Lengths.Paragraph)]
    public string? Reason { get; init; }

    public IReadOnlyList<InputProblem> Problems() => [.. Texts.Required("reason", Reason, Lengths.Paragraph)];
}

/// <summary>The four ways on from a reviewed try.</summary>
public enum NextMove
{
    Repeat,
    Vary,
    Stop,
    Raise,
}
