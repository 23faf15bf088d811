using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Readiness;

/// <summary>
/// How comfortable one leader is with the blocks of a module, what they want to rehearse, and how confident they are. Sealed to the leader, and to
/// the coach while the leader lets them in.
/// </summary>
public sealed class LeaderComfort : Aggregate<LeaderComfortId>
{
    private LeaderComfort(LeaderComfortId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public ModuleId ModuleId { get; private set; }

    /// <summary><see cref="ComfortMarks"/> as JSON.</summary>
    public SealedText? Marks { get; private set; }

    /// <summary><see cref="Readiness.Confidence"/> as JSON.</summary>
    public SealedText? Confidence { get; private set; }

    /// <summary>Which changes of confidence were counted for the totals: each once, whatever is said later.</summary>
    public ConfidenceChangeKind Counted { get; private set; }

    /// <summary>Who reads it besides the leader.</summary>
    public PersonId? CoachId { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public static LeaderComfort Begin(LeaderComfortId id, PersonId leader, ModuleId module, DateTimeOffset now) =>
        new(id)
        {
            OwnerId = leader,
            ModuleId = module,
            ChangedAt = now,
        };

    /// <exception cref="ArgumentException">The marks are not of this content: forms and API refuse that before.</exception>
    public void Mark(ComfortMarks marks, ModuleContent content, ISealer sealer, DateTimeOffset now)
    {
        if (marks.Problems(content) is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(marks));
        }

        Marks = marks.IsEmpty ? null : sealer.SealRequired(nameof(Marks), marks.ToJson(), ComfortMarks.TextLength);
        ChangedAt = now;
        Happened(new ComfortMarked(OwnerId.Value, ModuleId.Value, now));
    }

    /// <summary>Keeps what the leader says about one moment, beside what they said before.</summary>
    /// <param name="all">All that they have said, this included.</param>
    /// <returns>The pairs that are to be counted for the totals; none twice.</returns>
    /// <exception cref="ArgumentException">A value is off the scale: forms and API refuse that before.</exception>
    public IReadOnlyList<ConfidencePair> StateConfidence(ConfidenceMoment moment, Confidence all, ISealer sealer, DateTimeOffset now)
    {
        if (all.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(all));
        }

        Confidence = sealer.SealRequired(nameof(Confidence), all.ToJson(), Readiness.Confidence.TextLength);
        ChangedAt = now;
        List<ConfidencePair> counted = [.. all.Pairs().Where(p => !Counted.HasFlag(p.Kind))];
        Counted = counted.Aggregate(Counted, (kinds, pair) => kinds | pair.Kind);
        Happened(new ConfidenceStated(OwnerId.Value, ModuleId.Value, moment, now));
        return counted;
    }

    /// <summary>The coach reads it from now on; who read it before is named by the answer and no longer does.</summary>
    /// <returns>Whom to shut out; null: nobody.</returns>
    public PersonId? LetIn(PersonId coach, DateTimeOffset now)
    {
        var before = CoachId;
        if (before == coach)
        {
            return null;
        }

        (CoachId, ChangedAt) = (coach, now);
        Happened(new ComfortShownToCoach(OwnerId.Value, ModuleId.Value, coach.Value, now));
        return before;
    }

    /// <summary>Only the leader reads it again.</summary>
    /// <returns>Whom to shut out; null: nobody.</returns>
    public PersonId? ShutOut(DateTimeOffset now)
    {
        if (CoachId is not { } before)
        {
            return null;
        }

        (CoachId, ChangedAt) = (null, now);
        Happened(new ComfortHiddenFromCoach(OwnerId.Value, ModuleId.Value, before.Value, now));
        return before;
    }
}
