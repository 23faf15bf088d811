using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Fieldcraft.Web.Demo;

/// <summary>One leader's assignment as it is told in a file of Stories/: days count from today.</summary>
internal sealed record DemoStory
{
    public required string Id { get; init; }
    public required string ForLevel { get; init; }
    public required string Archetype { get; init; }
    public required string Title { get; init; }
    public required string Context { get; init; }
    public required int StartDay { get; init; }
    public required int EndDay { get; init; }
    public required bool Ended { get; init; }
    public IReadOnlyList<StoryAnswer> Answers { get; init; } = [];
    public StoryProfile? Profile { get; init; }
    public StoryQuickLook? QuickLook { get; init; }
    public IReadOnlyList<StoryCheckIn> Strain { get; init; } = [];
    public required StoryPlan Plan { get; init; }
    public IReadOnlyList<StoryReview> Reviews { get; init; } = [];
    public IReadOnlyList<StoryEntry> Journal { get; init; } = [];
    public IReadOnlyList<StoryShare> Shares { get; init; } = [];

    /// <summary>What was written to a question in the first round, if anything.</summary>
    public string? AnswerTo(string question) => Answers.FirstOrDefault(a => a.Question == question && a.Round == 1)?.Text;
}

internal sealed record StoryAnswer(string Question, int Round, string Text, bool Resonates);

internal sealed record StoryProfile
{
    public Dictionary<string, int?> Demand { get; init; } = [];
    public Dictionary<string, int?> Readiness { get; init; } = [];
    public Dictionary<string, int?> Obstacles { get; init; } = [];
    public Dictionary<string, int?> Support { get; init; } = [];
    public int? Efficacy { get; init; }
}

internal sealed record StoryQuickLook(IReadOnlyList<StoryPart> Parts, Dictionary<string, int?> Support);

internal sealed record StoryPart(string Text, int Stretch);

internal sealed record StoryCheckIn(int Day, int UsedUp, int Recovered, bool Alarm);

internal sealed record StoryPlan
{
    public required string Title { get; init; }
    public required int StartDay { get; init; }
    public required int EndDay { get; init; }
    public required int MinutesPerWeek { get; init; }
    public IReadOnlyList<StoryGoal> Goals { get; init; } = [];
    public IReadOnlyList<StoryStep> Steps { get; init; } = [];
    public IReadOnlyList<StoryBehaviour> Behaviours { get; init; } = [];
    public string? NeedsFromManager { get; init; }
    public string? OpportunityForOther { get; init; }
    public IReadOnlyList<StorySource> LearningSources { get; init; } = [];
    public string? StopRule { get; init; }
}

internal sealed record StoryGoal(string Text, string Sign);

internal sealed record StoryStep(string Text, int Day, int? DoneDay);

internal sealed record StorySource(string Kind, string Text);

internal sealed record StoryBehaviour
{
    public required string Capability { get; init; }
    public required string Text { get; init; }
    public string? Why { get; init; }
    public string? StartingPicture { get; init; }
    public string? Signs { get; init; }
    public string? IfThen { get; init; }
    public string? Support { get; init; }
    public string? Obstacle { get; init; }
    public string? CounterMove { get; init; }
    public string? StopRule { get; init; }
    public IReadOnlyList<StoryExperiment> Experiments { get; init; } = [];
}

internal sealed record StoryExperiment
{
    public required string What { get; init; }
    public required int Day { get; init; }
    public string? Situation { get; init; }
    public required string WhoSees { get; init; }
    public string? IfThen { get; init; }
    public string? Expect { get; init; }
    public string? Risk { get; init; }
    public required string State { get; init; }
    public int? DoneDay { get; init; }
    public string? WhatHappened { get; init; }
    public string? EffectSeen { get; init; }
    public string? Surprise { get; init; }
    public string? Lesson { get; init; }
    public string? Next { get; init; }
    public string? DropReason { get; init; }
    public IReadOnlyList<StoryFeedback> Feedback { get; init; } = [];
}

internal sealed record StoryFeedback(int Day, string From, string? Keep, string? Change, bool Declined, bool Open);

internal sealed record StoryReview
{
    public required int Day { get; init; }
    public required string Event { get; init; }
    public string? Trying { get; init; }
    public string? ContributedGood { get; init; }
    public string? ContributedLess { get; init; }
    public string? OtherExplanation { get; init; }
    public string? OutsideSource { get; init; }
    public string? Differently { get; init; }
    public string? IfThen { get; init; }
    public int? NextDay { get; init; }
}

internal sealed record StoryEntry(int Day, string Text, string Prompt);

internal sealed record StoryShare(string Item, string With, int Day, int UntilDay, int? OpenedDay);

/// <summary>The story files, and how one becomes a particular leader's.</summary>
internal sealed partial class DemoStories
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
    private readonly FrozenDictionary<string, string> _texts;

    public DemoStories()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Demo", "Stories"), "*.json")
            .Order(StringComparer.Ordinal);
        var told = files
            .Select(f => File.ReadAllText(f))
            .Select(text => (Text: text, Story: JsonSerializer.Deserialize<DemoStory>(text, Json)!))
            .ToList();
        _texts = told.ToFrozenDictionary(t => t.Story.Id, t => t.Text, StringComparer.Ordinal);
        All = [.. told.Select(t => t.Story)];
    }

    /// <summary>The stories as they stand in the files, with the places for names still open.</summary>
    public IReadOnlyList<DemoStory> All { get; }

    /// <summary>The story with names in it.</summary>
    public DemoStory Told(string id, IReadOnlyDictionary<string, string> names) =>
        JsonSerializer.Deserialize<DemoStory>(
            Place().Replace(_texts[id], place => JsonEncodedText.Encode(names[place.Groups["name"].Value]).ToString()),
            Json
        )!;

    [GeneratedRegex(@"\{(?<name>facility|team|network|manager|peer|report)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
