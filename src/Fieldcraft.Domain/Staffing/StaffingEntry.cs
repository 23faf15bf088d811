using System.Text.RegularExpressions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Staffing;

public readonly record struct EntryId(Guid Value) : IEntityId<EntryId>, IComparable<EntryId>
{
    public static EntryId From(Guid value) => new(value);

    public int CompareTo(EntryId other) => Value.CompareTo(other.Value);
}

/// <summary>The two columns. A person stands in the one they chose.</summary>
public enum StaffingColumn
{
    /// <summary>I can do it now.</summary>
    ReadyNow,

    /// <summary>I would learn most by it.</summary>
    WouldLearnMost,
}

/// <summary>What a person says about themselves in one talk.</summary>
public sealed record EntryTexts
{
    public const int TextLength = 1_200;

    public string? Brings { get; init; }
    public string? WouldLearn { get; init; }
    public string? SupportNeeded { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. new[] { ("brings", Brings), ("wouldLearn", WouldLearn), ("supportNeeded", SupportNeeded) }
                .Where(t => t.Item2?.Trim().Length > TextLength)
                .Select(t => new InputProblem(t.Item1, "too-long")),
        ];
}

/// <summary>
/// A person in a staffing talk: entered and worded by themselves, sealed for them and for those who hold the talk (DOMAIN 5.4). Leaving takes row and key
/// away at once. Plans, reviews, feedback and other development items stay out of it: appraisal and staffing decisions would end their honesty (DOMAIN 9.1).
/// </summary>
public sealed partial class StaffingEntry : Aggregate<EntryId>
{
    private StaffingEntry(EntryId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public TalkId TalkId { get; private set; }
    public StaffingColumn Column { get; private set; }
    public SealedText? Brings { get; private set; }
    public SealedText? WouldLearn { get; private set; }
    public SealedText? SupportNeeded { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>
    /// Enters oneself. Refused: <c>staffing-talk-over</c>, <c>staffing-holder-cannot-enter</c>, <c>staffing-needs-own-words</c>, and
    /// <c>staffing-takes-no-development-items</c> when something is attached or a development item is linked.
    /// </summary>
    /// <param name="attached">How many items somebody wanted to attach; none is taken.</param>
    public static Outcome<StaffingEntry> Enter(
        EntryId id,
        StaffingTalk talk,
        PersonId person,
        StaffingColumn column,
        EntryTexts texts,
        int attached,
        ISealer sealer,
        DateOnly today,
        DateTimeOffset now
    )
    {
        if (talk.EndsOn < today)
        {
            return new Refusal("staffing-talk-over");
        }

        if (talk.Holders.Any(h => h.PersonId == person))
        {
            return new Refusal("staffing-holder-cannot-enter");
        }

        if (Wrong(texts, attached) is { } wrong)
        {
            return wrong;
        }

        var entry = new StaffingEntry(id)
        {
            OwnerId = person,
            TalkId = talk.Id,
            EnteredAt = now,
        };
        entry.Take(column, texts, sealer, now);
        entry.Happened(new EnteredStaffingTalk(person.Value, talk.Id.Value, now));
        return entry;
    }

    /// <summary>Says it anew. Refused as <see cref="Enter"/> is.</summary>
    public Outcome Reword(StaffingColumn column, EntryTexts texts, int attached, ISealer sealer, DateTimeOffset now)
    {
        if (Wrong(texts, attached) is { } wrong)
        {
            return wrong;
        }

        Take(column, texts, sealer, now);
        Happened(new StaffingEntryReworded(OwnerId.Value, TalkId.Value, now));
        return Outcome.Done;
    }

    /// <summary>Tells that the person leaves the talk; row and key are then removed.</summary>
    public void Leave(DateTimeOffset now) => Happened(new LeftStaffingTalk(OwnerId.Value, TalkId.Value, now));

    /// <summary>Whether a text holds the address of a plan, a review, a journal entry, feedback or a shared copy.</summary>
    public static bool LinksToDevelopmentItem(string? text) => text is not null && DevelopmentItem().IsMatch(text);

    private static Refusal? Wrong(EntryTexts texts, int attached)
    {
        if (attached > 0 || new[] { texts.Brings, texts.WouldLearn, texts.SupportNeeded }.Any(LinksToDevelopmentItem))
        {
            return new Refusal("staffing-takes-no-development-items");
        }

        return string.IsNullOrWhiteSpace(texts.Brings) && string.IsNullOrWhiteSpace(texts.WouldLearn)
            ? new Refusal("staffing-needs-own-words")
            : null;
    }

    private void Take(StaffingColumn column, EntryTexts texts, ISealer sealer, DateTimeOffset now)
    {
        Column = column;
        Brings = sealer.SealOptional(nameof(Brings), texts.Brings, EntryTexts.TextLength);
        WouldLearn = sealer.SealOptional(nameof(WouldLearn), texts.WouldLearn, EntryTexts.TextLength);
        SupportNeeded = sealer.SealOptional(nameof(SupportNeeded), texts.SupportNeeded, EntryTexts.TextLength);
        ChangedAt = now;
    }

    [GeneratedRegex(
        "/(?:plans|assignments|experiments|reviews|journal|feedback|shares|shared-with-me|answers)/[0-9a-f]{8}-[0-9a-f]{4}-",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DevelopmentItem();
}

public sealed record EnteredStaffingTalk(Guid Person, Guid Talk, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record StaffingEntryReworded(Guid Person, Guid Talk, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record LeftStaffingTalk(Guid Person, Guid Talk, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
