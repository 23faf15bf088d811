using Fieldcraft.Domain.Calendar;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Board;

public enum InterestState
{
    /// <summary>The two talk.</summary>
    Open,

    /// <summary>The owner of the posting goes on with this person.</summary>
    TakenUp,

    /// <summary>One of the two ended it.</summary>
    Ended,

    /// <summary>The posting closed before anything came of it.</summary>
    PostingClosed,
}

/// <summary>How new such work would be for the person, as they say it themselves. Only the organisation's figure over many is made of it.</summary>
public enum WorkNewness
{
    New,
    Partly,
    DoneBefore,
}

/// <summary>One line of the conversation, sealed for the two.</summary>
public sealed class InterestLine
{
    private InterestLine() { }

    internal InterestLine(InterestId interest, int number, PersonId owner, bool isOwners, SealedText text, DateTimeOffset at)
    {
        InterestId = interest;
        Number = number;
        OwnerId = owner;
        IsOwners = isOwners;
        Text = text;
        At = at;
    }

    public InterestId InterestId { get; private set; }

    /// <summary>1, 2, 3…; of two lines written at the same moment one is refused.</summary>
    public int Number { get; private set; }

    /// <summary>The interested person, with whose key every line is sealed.</summary>
    public PersonId OwnerId { get; private set; }

    /// <summary>Written by the interested person; otherwise by the owner of the posting.</summary>
    public bool IsOwners { get; private set; }
    public SealedText Text { get; private set; } = null!;
    public DateTimeOffset At { get; private set; }
}

/// <summary>
/// One person's interest in one posting: the start of a conversation, for the two and for nobody else. No gate: it needs nobody's leave, and the person's
/// own manager learns nothing of it before the person says so (PRODUCT 1.6).
/// </summary>
public sealed class Interest : Aggregate<InterestId>
{
    public const int LineLength = 1_000;
    public const int LinesAtMost = 40;

    private readonly List<InterestLine> _lines = [];

    private Interest(InterestId id)
        : base(id) { }

    /// <summary>The interested person.</summary>
    public PersonId OwnerId { get; private set; }
    public PersonId PosterId { get; private set; }
    public PostingId PostingId { get; private set; }
    public InterestState State { get; private set; }
    public WorkNewness? Newness { get; private set; }

    /// <summary>The poster's own day on which it was asked.</summary>
    public DateOnly AskedOn { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When the poster first answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The last day on which the poster was seen to be away while somebody waited: the time begins anew when they are back.</summary>
    public DateOnly? PosterAwayOn { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it was taken up, ended, or closed with its posting.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public IReadOnlyList<InterestLine> Lines => _lines;

    public bool IsOpen => State == InterestState.Open;

    /// <summary>The two can write: while it is open, and after it was taken up.</summary>
    public bool CanBeWritten => State is InterestState.Open or InterestState.TakenUp;

    public bool WaitsForAnswer => IsOpen && AnsweredAt is null;

    /// <summary>Asks. Refused: <c>posting-closed</c>, <c>posting-over</c>, <c>posting-is-own</c>, <c>posting-asked-already</c>.</summary>
    public static Outcome<Interest> Express(
        InterestId id,
        Posting posting,
        PersonId person,
        bool askedAlready,
        string message,
        WorkNewness? newness,
        ISealer sealer,
        DateOnly today,
        DateTimeOffset now
    )
    {
        if (posting.OwnerId == person)
        {
            return new Refusal("posting-is-own");
        }

        if (posting.Shut(today) is { } shut)
        {
            return shut;
        }

        if (askedAlready)
        {
            return new Refusal("posting-asked-already");
        }

        var interest = new Interest(id)
        {
            OwnerId = person,
            PosterId = posting.OwnerId,
            PostingId = posting.Id,
            Newness = newness,
            AskedOn = today,
            AskedAt = now,
            ChangedAt = now,
        };
        interest.Add(1, true, message, sealer, now);
        interest.Happened(new InterestExpressed(person.Value, id.Value, now));
        return interest;
    }

    /// <summary>One of the two writes a line. Refused: <c>interest-over</c>, <c>interest-full</c> (how many).</summary>
    /// <param name="linesBefore">How many there are; they need not be loaded.</param>
    public Outcome Write(PersonId by, string text, int linesBefore, ISealer sealer, DateTimeOffset now)
    {
        if (!CanBeWritten)
        {
            return new Refusal("interest-over");
        }

        if (linesBefore >= LinesAtMost)
        {
            return new Refusal("interest-full", LinesAtMost);
        }

        Add(linesBefore + 1, by == OwnerId, text, sealer, now);
        if (by == PosterId)
        {
            AnsweredAt ??= now;
        }

        ChangedAt = now;
        Happened(new InterestContinued(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The owner of the posting goes on with this person. Refused: <c>interest-over</c>.</summary>
    public Outcome TakeUp(DateTimeOffset now) => Settle(InterestState.TakenUp, new InterestTakenUp(OwnerId.Value, Id.Value, now), now);

    /// <summary>One of the two ends it. Refused: <c>interest-over</c>.</summary>
    public Outcome End(DateTimeOffset now) => Settle(InterestState.Ended, new InterestEnded(OwnerId.Value, Id.Value, now), now);

    /// <summary>The posting closed. Refused: <c>interest-over</c>.</summary>
    public Outcome CloseWithPosting(DateTimeOffset now) =>
        Settle(InterestState.PostingClosed, new InterestEnded(OwnerId.Value, Id.Value, now), now);

    /// <summary>The interested person says how new such work would be, or takes the answer back.</summary>
    public void SayNewness(WorkNewness? newness, DateTimeOffset now)
    {
        if (Newness != newness)
        {
            Newness = newness;
            Happened(new InterestNewnessSaid(OwnerId.Value, Id.Value, now));
        }
    }

    /// <summary>Notes that the poster is away today while somebody waits.</summary>
    public void NotePosterAway(DateOnly today, DateTimeOffset now)
    {
        if (WaitsForAnswer && !(PosterAwayOn >= today))
        {
            PosterAwayOn = today;
            Happened(new InterestHeld(OwnerId.Value, Id.Value, now));
        }
    }

    /// <summary>Whether so many of the poster's counted days went by without an answer. Whoever is or was away has all of them from their return.</summary>
    public bool HasWaited(int days, CountedDays poster, DateOnly today) => HasWaited(AskedOn, days, poster, today);

    /// <summary>As above, counted from a later day.</summary>
    public bool HasWaited(DateOnly from, int days, CountedDays poster, DateOnly today) =>
        WaitsForAnswer && !poster.IsAway(today) && Calendar(poster).HavePassed(from, days, today);

    private CountedDays Calendar(CountedDays poster) => PosterAwayOn is { } seen ? poster.Without(new DaySpan(AskedOn, seen)) : poster;

    private void Add(int number, bool isOwners, string text, ISealer sealer, DateTimeOffset now) =>
        _lines.Add(new InterestLine(Id, number, OwnerId, isOwners, sealer.SealRequired(nameof(InterestLine.Text), text, LineLength), now));

    private Outcome Settle(InterestState state, DomainEvent happened, DateTimeOffset now)
    {
        if (!IsOpen && !(state == InterestState.Ended && State == InterestState.TakenUp))
        {
            return new Refusal("interest-over");
        }

        (State, ChangedAt) = (state, now);
        SettledAt ??= now;
        Happened(happened);
        return Outcome.Done;
    }
}

public sealed record InterestExpressed(Guid Person, Guid Interest, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record InterestContinued(Guid Person, Guid Interest, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record InterestTakenUp(Guid Person, Guid Interest, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record InterestEnded(Guid Person, Guid Interest, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record InterestNewnessSaid(Guid Person, Guid Interest, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record InterestHeld(Guid Person, Guid Interest, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
