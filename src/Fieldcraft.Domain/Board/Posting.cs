using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Board;

/// <summary>How a posting ended.</summary>
public enum PostingEnd
{
    /// <summary>Its owner went on with somebody.</summary>
    TakenUp,
    Withdrawn,

    /// <summary>Somebody asked and had no answer.</summary>
    NoAnswer,

    /// <summary>Its last day went by.</summary>
    Over,
}

/// <summary>
/// Work that somebody can take on beside their job: a problem worth solving, a need, or an offer (PRODUCT 1.6). Everybody signed in reads it while it is
/// open; nobody approves it.
/// </summary>
public sealed class Posting : Aggregate<PostingId>
{
    public const int ChallengesLength = 200;
    public const int NeedlesLength = 4_000;

    private Posting(PostingId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public PostingKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string WhyItMatters { get; private set; } = "";
    public string GoodEnd { get; private set; } = "";

    /// <summary>Ids with a space before and after each, so that one is found by " id ".</summary>
    public string Challenges { get; private set; } = "";
    public int HoursAWeek { get; private set; }
    public DateOnly? FromOn { get; private set; }
    public DateOnly UntilOn { get; private set; }
    public string? Support { get; private set; }
    public string? OffThePlate { get; private set; }

    /// <summary>The unit it is for.</summary>
    public UnitId? UnitId { get; private set; }

    /// <summary>What it says as it is searched: without case and accents.</summary>
    public string Needles { get; private set; } = "";
    public DateTimeOffset PostedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Since when its owner knows that somebody waits for an answer.</summary>
    public DateOnly? FlaggedOn { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public PostingEnd? ClosedAs { get; private set; }

    public bool IsClosed => ClosedAt is not null;

    public IReadOnlyList<string> ChallengeList => Challenges.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public PostingWording Wording =>
        new()
        {
            Kind = Kind,
            Title = Title,
            WhyItMatters = WhyItMatters,
            GoodEnd = GoodEnd,
            Challenges = ChallengeList,
            HoursAWeek = HoursAWeek,
            FromOn = FromOn,
            UntilOn = UntilOn,
            Support = Support,
            OffThePlate = OffThePlate,
        };

    /// <summary>Posts it. Refused: <c>posting-problem-needs-lead</c> where somebody who leads nobody posts a problem.</summary>
    /// <exception cref="ArgumentException">The wording has problems: forms and API refuse that before.</exception>
    public static Outcome<Posting> Post(PostingId id, PersonId owner, UnitId? unit, bool leads, PostingWording wording, DateTimeOffset now)
    {
        if (wording.Kind == PostingKind.Problem && !leads)
        {
            return new Refusal("posting-problem-needs-lead");
        }

        var posting = new Posting(id)
        {
            OwnerId = owner,
            UnitId = unit,
            PostedAt = now,
        };
        posting.Take(wording, now);
        posting.Happened(new PostingPosted(owner.Value, id.Value, wording.Kind, now));
        return posting;
    }

    /// <summary>Changes what it says. Refused: <c>posting-closed</c>, <c>posting-problem-needs-lead</c>.</summary>
    public Outcome Reword(PostingWording wording, bool leads, DateTimeOffset now)
    {
        if (IsClosed)
        {
            return new Refusal("posting-closed");
        }

        if (wording.Kind == PostingKind.Problem && Kind != PostingKind.Problem && !leads)
        {
            return new Refusal("posting-problem-needs-lead");
        }

        Take(wording, now);
        Happened(new PostingReworded(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Its owner takes it off the board. Refused: <c>posting-closed</c>.</summary>
    public Outcome Withdraw(DateTimeOffset now) => Close(PostingEnd.Withdrawn, now);

    /// <summary>Closes it for one of the reasons. Refused: <c>posting-closed</c>.</summary>
    public Outcome Close(PostingEnd end, DateTimeOffset now)
    {
        if (IsClosed)
        {
            return new Refusal("posting-closed");
        }

        (ClosedAt, ClosedAs, ChangedAt) = (now, end, now);
        Happened(new PostingClosed(OwnerId.Value, Id.Value, end, now));
        return Outcome.Done;
    }

    /// <summary>Somebody has waited too long for an answer: its owner is told.</summary>
    /// <returns>Whether it was not flagged before.</returns>
    public bool Flag(DateOnly today, DateTimeOffset now)
    {
        if (IsClosed || FlaggedOn is not null)
        {
            return false;
        }

        FlaggedOn = today;
        Happened(new PostingFlagged(OwnerId.Value, Id.Value, now));
        return true;
    }

    /// <summary>Everybody who waited has an answer.</summary>
    public void Unflag(DateTimeOffset now)
    {
        if (FlaggedOn is not null)
        {
            FlaggedOn = null;
            Happened(new PostingUnflagged(OwnerId.Value, Id.Value, now));
        }
    }

    /// <summary>Why nobody can ask any more; null while somebody can: <c>posting-closed</c>, <c>posting-over</c>.</summary>
    public Refusal? Shut(DateOnly today) =>
        IsClosed ? new Refusal("posting-closed")
        : UntilOn < today ? new Refusal("posting-over")
        : null;

    private void Take(PostingWording wording, DateTimeOffset now)
    {
        if (wording.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(wording));
        }

        Kind = wording.Kind;
        Title = wording.Title!.Trim();
        WhyItMatters = wording.WhyItMatters!.Trim();
        GoodEnd = wording.GoodEnd!.Trim();
        Challenges = $" {string.Join(' ', wording.Challenges.Distinct(StringComparer.Ordinal))} ";
        HoursAWeek = wording.HoursAWeek;
        FromOn = wording.FromOn;
        UntilOn = wording.UntilOn!.Value;
        Support = Given(wording.Support);
        OffThePlate = Given(wording.OffThePlate);
        Needles = Folded();
        ChangedAt = now;
    }

    private string Folded() =>
        string.Join(
            ' ',
            new[] { Title, WhyItMatters, GoodEnd, Support, OffThePlate }
                .SelectMany(t => (t ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Select(FoldedName.Of)
        )
            is var folded
        && folded.Length > NeedlesLength
            ? folded[..NeedlesLength]
            : folded;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public sealed record PostingPosted(Guid Person, Guid Posting, PostingKind Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PostingReworded(Guid Person, Guid Posting, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PostingFlagged(Guid Person, Guid Posting, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PostingUnflagged(Guid Person, Guid Posting, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PostingClosed(Guid Person, Guid Posting, PostingEnd End, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
