using System.Globalization;
using System.Text.RegularExpressions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Strategy;

public readonly record struct EnablingPromiseId(Guid Value) : IEntityId<EnablingPromiseId>, IComparable<EnablingPromiseId>
{
    public static EnablingPromiseId From(Guid value) => new(value);

    public int CompareTo(EnablingPromiseId other) => Value.CompareTo(other.Value);
}

/// <summary>How a promise stands, in the words of whoever made it.</summary>
public enum PromiseState
{
    Made,
    Kept,
    NotYet,
    NeedsHelp,
}

/// <summary>Three months, named by their first day.</summary>
public readonly record struct Quarter(DateOnly From)
{
    private const int Months = 3;

    public DateOnly Until => From.AddMonths(Months).AddDays(-1);

    public Quarter Before => new(From.AddMonths(-Months));

    public int Number => ((From.Month - 1) / Months) + 1;

    /// <summary>For example <c>2026-Q3</c>.</summary>
    public string Name => $"{From.Year}-Q{Number}";

    public static Quarter Of(DateOnly day) => new(new DateOnly(day.Year, (((day.Month - 1) / Months) * Months) + 1, 1));

    public static Quarter? Parse(string name) =>
        Regex.Match(name, @"^(\d{4})-Q([1-4])$") is { Success: true } match
        && int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is var year and >= 1
            ? new Quarter(new DateOnly(year, ((int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) - 1) * Months) + 1, 1))
            : null;

    public override string ToString() => Name;
}

/// <summary>Words by which a promise is known to ask for what none may ask for, in one language.</summary>
/// <param name="Learning">What somebody learns, their experiments, journal or ratings.</param>
/// <param name="Scores">Scores, rankings, targets and what is paid for them.</param>
public sealed record RefusedWords(IReadOnlyList<string> Learning, IReadOnlyList<string> Scores);

/// <summary>
/// What a leader promises to do in a quarter so that others can learn (DOMAIN 8.9): one of the six features, and a verb. It is about the leader's own doing; what others
/// learn, and how a pulse turns out, cannot be promised, and is refused. The leader and those who lead them see it.
/// </summary>
public sealed class EnablingPromise : Aggregate<EnablingPromiseId>
{
    public const int NoteLength = 600;

    private EnablingPromise(EnablingPromiseId id)
        : base(id) { }

    /// <summary>The leader who makes it.</summary>
    public PersonId OwnerId { get; private set; }

    /// <summary>The first day of the quarter.</summary>
    public DateOnly QuarterFrom { get; private set; }

    /// <summary>The <see cref="Sheet"/> as JSON.</summary>
    public string Written { get; private set; } = "";
    public PromiseState State { get; private set; }

    /// <summary>What was seen, or where help is needed.</summary>
    public string? Note { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public Sheet Sheet => SheetJson.Read(Written);

    public Quarter Quarter => new(QuarterFrom);

    /// <summary>Refused: <c>promise-about-learning</c>, <c>promise-about-scores</c>, <c>promise-incomplete</c> without feature or verb.</summary>
    public static Outcome<EnablingPromise> Make(
        EnablingPromiseId id,
        PersonId leader,
        Quarter quarter,
        Sheet sheet,
        RefusedWords refused,
        DateTimeOffset now
    )
    {
        var promise = new EnablingPromise(id)
        {
            OwnerId = leader,
            QuarterFrom = quarter.From,
            MadeAt = now,
        };
        return promise.Say(sheet, refused, now).Refusal is { } refusal ? refusal : promise;
    }

    /// <summary>Words it anew. Refused as in <see cref="Make"/>; <c>promise-answered</c> once it was said how it went.</summary>
    public Outcome Reword(Sheet sheet, RefusedWords refused, DateTimeOffset now) =>
        State == PromiseState.Made ? Say(sheet, refused, now) : new Refusal("promise-answered");

    /// <summary>Says how it went. A note is needed where help is (<c>promise-help-without-note</c>).</summary>
    public Outcome Answer(PromiseState state, string? note, DateTimeOffset now)
    {
        note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (state == PromiseState.NeedsHelp && note is null)
        {
            return new Refusal("promise-help-without-note");
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(note?.Length ?? 0, NoteLength, nameof(note));
        (State, Note, ChangedAt) = (state, note, now);
        Happened(new PromiseAnswered(OwnerId.Value, Id.Value, state, now));
        return Outcome.Done;
    }

    /// <summary>Why a wording cannot be a promise; null when it can.</summary>
    public static Refusal? WhyNot(Sheet sheet, RefusedWords refused) =>
        EmptyWords.Holds(refused.Scores, sheet["promise"]) ? new Refusal("promise-about-scores")
        : EmptyWords.Holds(refused.Learning, sheet["promise"]) ? new Refusal("promise-about-learning")
        : !sheet.Has("feature") || !sheet.Has("verb") ? new Refusal("promise-incomplete")
        : null;

    private Outcome Say(Sheet sheet, RefusedWords refused, DateTimeOffset now)
    {
        InputProblems.Refuse(StrategyForms.Commitment.Problems(sheet), nameof(sheet));
        if (WhyNot(sheet, refused) is { } refusal)
        {
            return refusal;
        }

        (Written, ChangedAt) = (SheetJson.Write(sheet), now);
        Happened(new PromiseMade(OwnerId.Value, Id.Value, QuarterFrom, now));
        return Outcome.Done;
    }
}

/// <summary>A measure that everybody reaches measures nothing any more (DOMAIN 8.9).</summary>
public static class MeasureGuard
{
    private const double Full = 100;

    /// <param name="percents">One for each quarter, the newest last; null where it is not known.</param>
    /// <returns>Whether the two newest quarters both stand at 100 %: look at the measure again, or drop it.</returns>
    public static bool IsToBeReviewed(IReadOnlyList<double?> percents) =>
        percents.Count >= 2 && percents[^1] >= Full && percents[^2] >= Full;
}

public sealed record PromiseMade(Guid Person, Guid Promise, DateOnly Quarter, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PromiseAnswered(Guid Person, Guid Promise, PromiseState State, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
