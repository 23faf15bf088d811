using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Communities;

namespace Fieldcraft.Web.Features.Communities;

/// <summary>What the form of a community sends.</summary>
public sealed record CommunityInput
{
    [Required, MaxLength(Community.TopicLength)]
    public string Topic { get; init; } = "";

    [Required, MaxLength(Community.PurposeLength)]
    public string Purpose { get; init; } = "";

    /// <summary>The version that was changed; 0 for a new community.</summary>
    public int Version { get; init; }

    public CommunityFacts ToFacts() => new(Topic, Purpose);
}

/// <summary>One thing that was found out.</summary>
public sealed record FindingInput
{
    [Required, MaxLength(CommunityFinding.TextLength)]
    public string Text { get; init; } = "";

    public int Version { get; init; }
}

/// <summary>When a community meets, and about what.</summary>
public sealed record MeetingInput
{
    [Required, MaxLength(CommunityMeeting.TitleLength)]
    public string Title { get; init; } = "";

    [MaxLength(CommunityMeeting.PlaceLength)]
    public string? Place { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    [Required]
    public TimeOnly? At { get; init; } = new TimeOnly(9, 0);

    [Range(MeetingFacts.MinutesAtLeast, MeetingFacts.MinutesAtMost)]
    public int Minutes { get; init; } = 60;
}
