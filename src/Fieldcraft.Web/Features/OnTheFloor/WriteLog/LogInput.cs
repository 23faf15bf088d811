using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Fieldcraft.Web.Features.OnTheFloor.WriteLog;

/// <summary>The two minutes after a session, as the page sends them.</summary>
public sealed record LogInput
{
    public List<Guid> Present { get; init; } = [];

    /// <summary>Who stood on the page as being there when it was loaded.</summary>
    public List<Guid> Shown { get; init; } = [];

    [Range(1, TeachingSession.MinutesAtMost)]
    public int Minutes { get; init; }

    /// <summary>Typed in from a list on paper.</summary>
    public bool FromPaper { get; init; }

    public List<int?> Before { get; init; } = [];

    public List<int?> After { get; init; } = [];

    public bool AllBlocks { get; init; }

    public bool FilmShown { get; init; }

    public bool ActionAgreed { get; init; }

    [MaxLength(SessionLog.LessonLength)]
    public string? Lesson { get; init; }

    public HeldList List =>
        new(
            [.. Present.Select(PersonId.From)],
            [.. Shown.Select(PersonId.From)],
            FromPaper ? AttendanceWay.Paper : AttendanceWay.Ticked,
            Minutes
        );

    [MaxLength(TeamAction.WhatLength)]
    public string? Action { get; init; }

    [MaxLength(TeamAction.WhoLength)]
    public string? ActionWho { get; init; }

    [MaxLength(TeamIdea.TextLength)]
    public string? Idea { get; init; }

    public bool IdeaNamed { get; init; }

    /// <summary>Action and idea were sent with this log before, and are looked after elsewhere.</summary>
    [BindNever]
    public bool HasCarried { get; init; }

    public LogWords Words =>
        new(Hands(Before), Hands(After), new Fidelity(AllBlocks, FilmShown, ActionAgreed), null, Lesson, Starts, Sends);

    private (string What, string? Who)? Starts => string.IsNullOrWhiteSpace(Action) ? null : (Action.Trim(), ActionWho);

    private (string Text, bool Named)? Sends => string.IsNullOrWhiteSpace(Idea) ? null : (Idea.Trim(), IdeaNamed);

    /// <summary>Five counts; null when none was written, so that nothing asked is not nobody sure.</summary>
    private static ConfidenceSum? Hands(List<int?> hands) =>
        hands.Exists(h => h is not null) ? ConfidenceSum.Read([.. hands.Select(h => h ?? 0)]) : null;

    /// <summary>Whether every count is one that hands can give.</summary>
    public bool HandsAreCounts => Before.Concat(After).All(h => h is null or (>= 0 and <= ConfidenceSum.HandsAtMost));
}
