using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Features.Conditions;

/// <summary>What one unit says to one topic, with who wrote it last. A text that was taken back is empty.</summary>
/// <param name="Depth">How far down the tree the unit stands; the deepest that has a text is the nearest.</param>
public sealed record HeldCondition(
    ConditionId Id,
    UnitId UnitId,
    string Unit,
    int Depth,
    string Topic,
    string JobTitle,
    string TitleKey,
    string Text,
    string? By,
    DateTimeOffset At,
    int Version
)
{
    public string ShortWord => $"conditions.{Topic}.short";
}

/// <summary>Everything that holds in a unit: its own texts, and those of the units above it.</summary>
public sealed record UnitConditions(UnitId Id, string Name, string Path, IReadOnlyList<HeldCondition> All)
{
    /// <summary>The text of the nearest unit on the way up that has one; null where none has.</summary>
    public HeldCondition? Of(string topic, string titleKey = "") => Nearest(Said(topic, titleKey));

    /// <summary>What this unit itself says, also when it was taken back.</summary>
    public HeldCondition? Own(string topic, string titleKey = "") =>
        All.FirstOrDefault(c => c.UnitId == Id && c.Topic == topic && c.TitleKey == titleKey);

    /// <summary>What would hold without this unit's own text.</summary>
    public HeldCondition? Above(string topic, string titleKey = "") => Nearest(Said(topic, titleKey).Where(c => c.UnitId != Id));

    /// <summary>The job titles for which something is said, by name.</summary>
    public IReadOnlyList<string> JobTitles =>
        [
            .. All.Where(c => c.TitleKey.Length > 0 && c.Text.Length > 0)
                .GroupBy(c => c.TitleKey, StringComparer.Ordinal)
                .Select(g => g.MaxBy(c => c.Depth)!.JobTitle)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>The first of the eight questions to which this unit itself has said nothing; null when it has answered all.</summary>
    public string? NextToAnswer => ConditionTopics.System.FirstOrDefault(t => Own(t) is not { Text.Length: > 0 });

    /// <summary>The nearest texts beside a trigger question: for everybody, then for the job title.</summary>
    public IReadOnlyList<HeldCondition> Beside(string question, string titleKey)
    {
        var topics = ConditionTopics.All.Where(t => ConditionTopics.QuestionOf(t) == question);
        return
        [
            .. topics
                .Select(t => ConditionTopics.Role.Contains(t) ? (titleKey.Length == 0 ? null : Of(t, titleKey)) : Of(t))
                .OfType<HeldCondition>(),
        ];
    }

    private static HeldCondition? Nearest(IEnumerable<HeldCondition> said) => said.Where(c => c.Text.Length > 0).MaxBy(c => c.Depth);

    private IEnumerable<HeldCondition> Said(string topic, string titleKey) => All.Where(c => c.Topic == topic && c.TitleKey == titleKey);
}

/// <summary>What holds for a person: the conditions of their unit, and their own job title.</summary>
public sealed record OwnConditions(UnitConditions Unit, string JobTitle)
{
    public IReadOnlyList<HeldCondition> Beside(string question) => Unit.Beside(question, FoldedName.Of(JobTitle));
}

/// <summary>One wording as it was, with what changed from the one before.</summary>
public sealed record OpenEdition(int Number, string Text, string? By, DateTimeOffset At, IReadOnlyList<ChangedWords> Changes);
