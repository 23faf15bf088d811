using Fieldcraft.Domain.Calendar;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Board;

public enum TrialState
{
    /// <summary>The manager knows; the days run.</summary>
    Told,

    /// <summary>The manager said yes, was silent for long enough, or there is none.</summary>
    Agreed,

    /// <summary>The manager has a concern about dates or load.</summary>
    Concern,

    /// <summary>The two talked about the concern and settled it.</summary>
    Settled,

    /// <summary>The person took it back.</summary>
    Withdrawn,
}

/// <summary>How a trial was agreed.</summary>
public enum TrialAgreement
{
    /// <summary>The manager said so.</summary>
    Word,

    /// <summary>The manager's days went by without a word.</summary>
    Silence,

    /// <summary>Nobody is entered as the person's manager.</summary>
    NoManager,
}

/// <summary>
/// The word to the own manager before a trial with hours begins (PRODUCT 1.6). The manager can raise a concern about dates or load, with a reason, within a
/// few counted days; silence is consent, and nobody who is away consents by it. There is no veto: a concern is answered.
/// </summary>
public sealed class TrialNotice : Aggregate<TrialNoticeId>
{
    public const int ConcernLength = 600;
    public const int SettlementLength = 600;

    private TrialNotice(TrialNoticeId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }

    /// <summary>Who was the manager when it was told; null where there was nobody.</summary>
    public PersonId? ManagerId { get; private set; }

    /// <summary>The opportunity it comes from, in another room.</summary>
    public Guid? OpportunityId { get; private set; }
    public PostingId? PostingId { get; private set; }

    /// <summary><see cref="TrialFacts"/> as JSON, sealed for the person and the manager.</summary>
    public SealedText Facts { get; private set; } = null!;
    public TrialState State { get; private set; }
    public TrialAgreement? AgreedBy { get; private set; }

    /// <summary>The manager's own day from which the time for dates runs; null where they are agreed.</summary>
    public DateOnly? DatesToldOn { get; private set; }

    /// <summary>As <see cref="DatesToldOn"/>, for hours and what comes off the plate.</summary>
    public DateOnly? LoadToldOn { get; private set; }
    public TrialTopic ConcernAbout { get; private set; }

    /// <summary>The manager's reason, sealed for the two.</summary>
    public SealedText? Concern { get; private set; }

    /// <summary>What the two settled, as the person wrote it down; sealed for the two.</summary>
    public SealedText? Settlement { get; private set; }

    /// <summary>The last day on which the manager was seen to be away while the days ran: they have all of them from their return.</summary>
    public DateOnly? ManagerAwayOn { get; private set; }
    public DateTimeOffset ToldAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Tells the manager; without one it is agreed at once. Refused: <c>trial-told-already</c>.</summary>
    /// <param name="toldAlready">Another notice of the same origin stands.</param>
    /// <param name="today">The manager's own day.</param>
    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public static Outcome<TrialNotice> Tell(
        TrialNoticeId id,
        PersonId person,
        PersonId? manager,
        TrialOrigin origin,
        TrialFacts facts,
        bool toldAlready,
        ISealer sealer,
        DateOnly today,
        DateTimeOffset now
    )
    {
        Demand(facts);
        if (toldAlready)
        {
            return new Refusal("trial-told-already");
        }

        var notice = new TrialNotice(id)
        {
            OwnerId = person,
            ManagerId = manager,
            OpportunityId = origin.Opportunity,
            PostingId = origin.Posting,
            Facts = sealer.Seal(nameof(Facts), facts.ToJson()),
            ToldAt = now,
            ChangedAt = now,
        };
        if (manager is null)
        {
            (notice.State, notice.AgreedBy) = (TrialState.Agreed, TrialAgreement.NoManager);
        }
        else
        {
            (notice.DatesToldOn, notice.LoadToldOn) = (today, today);
        }

        notice.Happened(new TrialTold(person.Value, id.Value, now));
        return notice;
    }

    /// <summary>
    /// Tells it anew with other dates, hours or room; only for what changed the days run again. Refused: <c>trial-withdrawn</c>,
    /// <c>trial-nothing-changed</c>, <c>trial-concern-unanswered</c> where what changed is not what the concern is about.
    /// </summary>
    /// <param name="before">What the notice says so far, opened.</param>
    public Outcome Change(TrialFacts before, TrialFacts facts, ISealer sealer, DateOnly today, DateTimeOffset now)
    {
        Demand(facts);
        if (State == TrialState.Withdrawn)
        {
            return new Refusal("trial-withdrawn");
        }

        var changed = facts.DifferenceTo(before);
        if (changed == TrialTopic.None && facts.What?.Trim() == before.What?.Trim())
        {
            return new Refusal("trial-nothing-changed");
        }

        if (State == TrialState.Concern && !changed.HasFlag(ConcernAbout))
        {
            return new Refusal("trial-concern-unanswered");
        }

        Facts = sealer.Seal(nameof(Facts), facts.ToJson());
        if (changed != TrialTopic.None && ManagerId is not null)
        {
            DatesToldOn = changed.HasFlag(TrialTopic.Dates) ? today : DatesToldOn;
            LoadToldOn = changed.HasFlag(TrialTopic.Load) ? today : LoadToldOn;
            (State, AgreedBy) = (TrialState.Told, null);
            (ConcernAbout, Concern, Settlement) = (TrialTopic.None, null, null);
        }

        ChangedAt = now;
        Happened(new TrialChanged(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The manager says yes, also to what they had a concern about. Refused: <c>trial-not-open</c>.</summary>
    public Outcome Agree(DateTimeOffset now)
    {
        if (State is not (TrialState.Told or TrialState.Concern))
        {
            return new Refusal("trial-not-open");
        }

        AgreeBy(TrialAgreement.Word, now);
        return Outcome.Done;
    }

    /// <summary>
    /// The manager raises a concern about dates or load, with a reason. Refused: <c>trial-not-open</c>; <c>trial-time-is-over</c> where the days for it
    /// have gone by or it was agreed before.
    /// </summary>
    /// <param name="about">One topic, or both.</param>
    public Outcome RaiseConcern(
        TrialTopic about,
        string reason,
        ISealer sealer,
        BoardRules rules,
        CountedDays manager,
        DateOnly today,
        DateTimeOffset now
    )
    {
        ArgumentOutOfRangeException.ThrowIfEqual(about, TrialTopic.None);
        if (State is TrialState.Concern or TrialState.Withdrawn)
        {
            return new Refusal("trial-not-open");
        }

        if (!Open(rules, manager, today).HasFlag(about))
        {
            return new Refusal("trial-time-is-over");
        }

        (State, ConcernAbout, ChangedAt) = (TrialState.Concern, about, now);
        Concern = sealer.SealRequired(nameof(Concern), reason, ConcernLength);
        Happened(new TrialConcernRaised(OwnerId.Value, Id.Value, about, now));
        return Outcome.Done;
    }

    /// <summary>The two have talked: the person writes down what they settled, and the manager reads it. Refused: <c>trial-no-concern</c>.</summary>
    public Outcome Settle(string settlement, ISealer sealer, DateTimeOffset now)
    {
        if (State != TrialState.Concern)
        {
            return new Refusal("trial-no-concern");
        }

        Settlement = sealer.SealRequired(nameof(Settlement), settlement, SettlementLength);
        (State, ChangedAt) = (TrialState.Settled, now);
        (DatesToldOn, LoadToldOn) = (null, null);
        Happened(new TrialSettled(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The person takes it back. Refused: <c>trial-withdrawn</c>.</summary>
    public Outcome Withdraw(DateTimeOffset now)
    {
        if (State == TrialState.Withdrawn)
        {
            return new Refusal("trial-withdrawn");
        }

        (State, ChangedAt) = (TrialState.Withdrawn, now);
        Happened(new TrialWithdrawn(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Notes that the manager is away today while the days run.</summary>
    public void NoteManagerAway(DateOnly today, DateTimeOffset now)
    {
        if (State == TrialState.Told && !(ManagerAwayOn >= today))
        {
            ManagerAwayOn = today;
            Happened(new TrialHeld(OwnerId.Value, Id.Value, now));
        }
    }

    /// <summary>Keeps that the days have gone by, so that an absence that is said later does not undo it.</summary>
    /// <returns>Whether it is agreed by silence from now on.</returns>
    public bool ConsentBySilence(BoardRules rules, CountedDays manager, DateOnly today, DateTimeOffset now)
    {
        if (State != TrialState.Told || !IsAgreed(today, rules, manager))
        {
            return false;
        }

        AgreeBy(TrialAgreement.Silence, now);
        return true;
    }

    /// <summary>Whether the trial may begin, as far as the own manager goes, by what is known on this day.</summary>
    public bool IsAgreed(DateOnly day, BoardRules rules, CountedDays manager) =>
        State switch
        {
            TrialState.Agreed or TrialState.Settled => true,
            TrialState.Told => ManagerId is not null && !manager.IsAway(day) && Open(rules, manager, day) == TrialTopic.None,
            _ => false,
        };

    /// <summary>The last day on which the manager can raise a concern; null where there is none, or nobody knows when they are back.</summary>
    public DateOnly? RunsUntil(BoardRules rules, CountedDays manager)
    {
        if (State != TrialState.Told)
        {
            return null;
        }

        DateOnly? last = null;
        foreach (var told in new[] { DatesToldOn, LoadToldOn }.OfType<DateOnly>())
        {
            if (Known(manager).EndOf(told, rules.TrialNoticeDays) is not { } end)
            {
                return null;
            }

            last = last > end ? last : end;
        }

        return last;
    }

    /// <summary>What a concern can still be about.</summary>
    public TrialTopic Open(BoardRules rules, CountedDays manager, DateOnly today)
    {
        var known = Known(manager);
        return (Runs(DatesToldOn) ? TrialTopic.Dates : TrialTopic.None) | (Runs(LoadToldOn) ? TrialTopic.Load : TrialTopic.None);

        bool Runs(DateOnly? told) => told is { } on && !known.HavePassed(on, rules.TrialNoticeDays, today);
    }

    private CountedDays Known(CountedDays manager) =>
        ManagerAwayOn is { } seen && Earliest() is { } from && from <= seen ? manager.Without(new DaySpan(from, seen)) : manager;

    private DateOnly? Earliest() => DatesToldOn is { } d && LoadToldOn is { } l ? (d < l ? d : l) : DatesToldOn ?? LoadToldOn;

    private void AgreeBy(TrialAgreement by, DateTimeOffset now)
    {
        (State, AgreedBy, ChangedAt) = (TrialState.Agreed, by, now);
        (DatesToldOn, LoadToldOn) = (null, null);
        Happened(new TrialAgreed(OwnerId.Value, Id.Value, by, now));
    }

    private static void Demand(TrialFacts facts)
    {
        if (facts.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(facts));
        }
    }
}

public sealed record TrialTold(Guid Person, Guid Trial, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TrialChanged(Guid Person, Guid Trial, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TrialAgreed(Guid Person, Guid Trial, TrialAgreement By, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TrialConcernRaised(Guid Person, Guid Trial, TrialTopic About, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TrialSettled(Guid Person, Guid Trial, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TrialHeld(Guid Person, Guid Trial, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TrialWithdrawn(Guid Person, Guid Trial, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
