using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Experience;

namespace Fieldcraft.Web.Features.Experience;

/// <summary>What the form of a past experience sends.</summary>
public sealed record ExperienceInput
{
    [Required, MaxLength(PastExperienceContent.TitleLength)]
    public string Title { get; init; } = "";

    [Range(PastExperienceContent.EarliestYear, PastExperienceContent.LatestYear)]
    public int? FromYear { get; init; }

    [Range(PastExperienceContent.EarliestYear, PastExperienceContent.LatestYear)]
    public int? ToYear { get; init; }

    public string? Archetype { get; init; }

    /// <summary>A list that the form fills, hence one that can be filled.</summary>
    public List<string> Challenges { get; init; } = [];

    [MaxLength(PastExperienceContent.LessonLength)]
    public string? Lesson { get; init; }

    /// <summary>The version that was changed; 0 for a new one.</summary>
    public int Version { get; init; }

    public PastExperienceContent ToContent() =>
        new()
        {
            Title = Title,
            FromYear = FromYear,
            ToYear = ToYear,
            Archetype = string.IsNullOrEmpty(Archetype) ? null : Archetype,
            Challenges = Challenges,
            Lesson = string.IsNullOrWhiteSpace(Lesson) ? null : Lesson,
        };

    public static ExperienceInput Of(OpenExperience e) =>
        new()
        {
            Title = e.Told.Title ?? "",
            FromYear = e.Told.FromYear,
            ToYear = e.Told.ToYear,
            Archetype = e.Told.Archetype,
            Challenges = [.. e.Told.Challenges],
            Lesson = e.Told.Lesson,
            Version = e.Version,
        };
}
