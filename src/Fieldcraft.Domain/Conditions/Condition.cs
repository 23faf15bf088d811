using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Conditions;

public readonly record struct ConditionId(Guid Value) : IEntityId<ConditionId>, IComparable<ConditionId>
{
    public static ConditionId From(Guid value) => new(value);

    public int CompareTo(ConditionId other) => Value.CompareTo(other.Value);
}

/// <summary>
/// What a unit says to one topic, for its people and for everybody below it (DOMAIN 1.7, system questions): for all of them, or for those with
/// one job title. No private text: it is written to be read. Every wording stays as an edition, with who wrote it and when.
/// </summary>
public sealed class Condition : Aggregate<ConditionId>
{
    public const int TextLength = 4_000;
    public const int TopicLength = 20;

    private readonly List<ConditionEdition> _editions = [];

    private Condition(ConditionId id)
        : base(id) { }

    public UnitId UnitId { get; private set; }

    /// <summary>One of <see cref="ConditionTopics"/>.</summary>
    public string Topic { get; private set; } = "";

    /// <summary>The job title it holds for, as it was written; empty: for everybody.</summary>
    public string JobTitle { get; private set; } = "";

    /// <summary>The job title folded, so that "Team Leader" and "team leader" are one.</summary>
    public string TitleKey { get; private set; } = "";

    /// <summary>Null where the unit has taken its answer back: the one from above holds again.</summary>
    public string? Text { get; private set; }

    public PersonId? WrittenById { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }

    public IReadOnlyList<ConditionEdition> Editions => _editions;

    /// <exception cref="ArgumentException">The topic is none, the text is empty or too long: forms and API refuse that before.</exception>
    public static Condition Write(ConditionId id, UnitId unit, string topic, string? jobTitle, string text, PersonId by, DateTimeOffset now)
    {
        if (!ConditionTopics.All.Contains(topic, StringComparer.Ordinal))
        {
            throw new ArgumentException($"{topic} is no topic.", nameof(topic));
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var title = jobTitle?.Trim() ?? "";
        var condition = new Condition(id)
        {
            UnitId = unit,
            Topic = topic,
            JobTitle = title,
            TitleKey = FoldedName.Of(title),
        };
        condition.Take(text, by, now);
        return condition;
    }

    /// <summary>Says it anew; an empty text takes the answer back. The same words again make no edition.</summary>
    public void Rewrite(string? text, PersonId by, DateTimeOffset now)
    {
        if (Worded(text) != Text)
        {
            Take(text, by, now);
        }
    }

    private static string? Worded(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");

    private void Take(string? text, PersonId by, DateTimeOffset now)
    {
        Text = Worded(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Text?.Length ?? 0, TextLength, nameof(text));
        WrittenById = by;
        WrittenAt = now;
        Happened(new ConditionWritten(by.Value, UnitId.Value, Id.Value, now));
        _editions.Add(new ConditionEdition(Id, Version, Text, by, now));
    }
}

/// <summary>One wording of a condition, as it was. The number is the version that it made.</summary>
public sealed class ConditionEdition
{
    private ConditionEdition() { }

    internal ConditionEdition(ConditionId condition, int number, string? text, PersonId by, DateTimeOffset at)
    {
        ConditionId = condition;
        Number = number;
        Text = text;
        WrittenById = by;
        WrittenAt = at;
    }

    public ConditionId ConditionId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }
    public string? Text { get; private set; }
    public PersonId? WrittenById { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
}

/// <summary>What a unit can say something to: the eight system questions, and two texts about one role.</summary>
public static class ConditionTopics
{
    public const string JobDescription = "job_description";
    public const string RoleExpectations = "role_expectations";

    /// <summary>The ids of the system questions, in the order of DOMAIN 1.7.</summary>
    public static readonly IReadOnlyList<string> System = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"];

    public static readonly IReadOnlyList<string> Role = [JobDescription, RoleExpectations];

    public static readonly IReadOnlyList<string> All = [.. System, .. Role];

    /// <summary>The trigger question beside which a leader reads a topic: what the role says stands beside s6, what is expected of it beside s8.</summary>
    public static string QuestionOf(string topic) =>
        topic switch
        {
            JobDescription => "s6",
            RoleExpectations => "s8",
            _ => topic,
        };
}

public sealed record ConditionWritten(Guid Person, Guid Unit, Guid Condition, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
