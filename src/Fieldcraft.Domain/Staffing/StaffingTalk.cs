using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Staffing;

public readonly record struct TalkId(Guid Value) : IEntityId<TalkId>, IComparable<TalkId>
{
    public static TalkId From(Guid value) => new(value);

    public int CompareTo(TalkId other) => Value.CompareTo(other.Value);
}

/// <summary>What a talk is about; everybody who may enter reads it.</summary>
public sealed record TalkWording
{
    public const int TitleLength = 160;
    public const int AboutLength = 2_000;

    /// <summary>Days that a talk can be held, at most: what people enter is for one decision.</summary>
    public const int DaysAtMost = 90;
    public const int HoldersAtMost = 6;
    public string? Title { get; init; }
    public string? About { get; init; }
    public string? Archetype { get; init; }
    public DateOnly? EndsOn { get; init; }

    /// <summary>Anybody can enter themselves; otherwise only who was asked.</summary>
    public bool IsOpenToAll { get; init; }

    public IReadOnlyList<InputProblem> Problems(DateOnly today) =>
        [
            .. string.IsNullOrWhiteSpace(Title) ? [new InputProblem("title", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. Title?.Trim().Length > TitleLength ? [new InputProblem("title", "too-long")] : Array.Empty<InputProblem>(),
            .. About?.Trim().Length > AboutLength ? [new InputProblem("about", "too-long")] : Array.Empty<InputProblem>(),
            .. Archetype?.Length > AssignmentFacts.ArchetypeLength
                ? [new InputProblem("archetype", "unknown")]
                : Array.Empty<InputProblem>(),
            .. EndsOn is null ? [new InputProblem("endsOn", InputProblems.Missing)]
            : EndsOn < today || EndsOn > today.AddDays(DaysAtMost) ? [new InputProblem("endsOn", InputProblems.OutOfRange)]
            : Array.Empty<InputProblem>(),
        ];
}

/// <summary>
/// A talk about who takes on a role or an assignment (DOMAIN 5.4), in two columns: who can do it now, and who would learn most and with which support. People
/// enter themselves; nobody else writes about them. It has no scores and no order, and ends on a day, with everything that was entered.
/// </summary>
public sealed class StaffingTalk : Aggregate<TalkId>
{
    public const int AskedAtMost = 30;

    private readonly List<TalkHolder> _holders = [];
    private readonly List<TalkAsked> _asked = [];

    private StaffingTalk(TalkId id)
        : base(id) { }

    /// <summary>Who opened it.</summary>
    public PersonId OwnerId { get; private set; }
    public string Title { get; private set; } = "";
    public string? About { get; private set; }
    public string? Archetype { get; private set; }

    /// <summary>The last day; on the next one it is gone.</summary>
    public DateOnly EndsOn { get; private set; }
    public bool IsOpenToAll { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Everybody who reads what is entered, the opener included. Fixed at the opening: people enter for exactly these.</summary>
    public IReadOnlyList<TalkHolder> Holders => _holders;

    public IReadOnlyList<TalkAsked> Asked => _asked;

    /// <exception cref="ArgumentException">The wording has problems, or there are too many holders: forms and API refuse that before.</exception>
    public static StaffingTalk Open(
        TalkId id,
        PersonId owner,
        TalkWording wording,
        IReadOnlyCollection<PersonId> holdersBeside,
        DateOnly today,
        DateTimeOffset now
    )
    {
        if (wording.Problems(today) is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(wording));
        }

        var holders = holdersBeside.Prepend(owner).Distinct().ToList();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(holders.Count, TalkWording.HoldersAtMost);
        var talk = new StaffingTalk(id)
        {
            OwnerId = owner,
            Title = wording.Title!.Trim(),
            About = string.IsNullOrWhiteSpace(wording.About) ? null : wording.About.Trim(),
            Archetype = string.IsNullOrWhiteSpace(wording.Archetype) ? null : wording.Archetype,
            EndsOn = wording.EndsOn!.Value,
            IsOpenToAll = wording.IsOpenToAll,
            OpenedAt = now,
        };
        talk._holders.AddRange(holders.Select(h => new TalkHolder(id, h)));
        talk.Happened(new TalkOpened(owner.Value, id.Value, talk.EndsOn, now));
        return talk;
    }

    /// <summary>
    /// Asks somebody whether they want to enter themselves. Asking twice changes nothing. Refused: <c>staffing-talk-over</c>,
    /// <c>staffing-asked-enough</c>, <c>staffing-holder-cannot-enter</c>.
    /// </summary>
    public Outcome Ask(PersonId person, DateOnly today, DateTimeOffset now)
    {
        if (EndsOn < today)
        {
            return new Refusal("staffing-talk-over");
        }

        if (_holders.Exists(h => h.PersonId == person))
        {
            return new Refusal("staffing-holder-cannot-enter");
        }

        if (_asked.Exists(a => a.PersonId == person))
        {
            return Outcome.Done;
        }

        if (_asked.Count >= AskedAtMost)
        {
            return new Refusal("staffing-asked-enough", AskedAtMost);
        }

        _asked.Add(new TalkAsked(Id, person));
        Happened(new TalkPersonAsked(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Tells that the talk is going, with everything that was entered; rows and keys are then removed.</summary>
    public void End(DateTimeOffset now) => Happened(new TalkEnded(OwnerId.Value, Id.Value, now));
}

/// <summary>Somebody who holds a talk and reads what is entered.</summary>
public sealed class TalkHolder
{
    private TalkHolder() { }

    internal TalkHolder(TalkId talk, PersonId person) => (TalkId, PersonId) = (talk, person);

    public TalkId TalkId { get; private set; }
    public PersonId PersonId { get; private set; }
}

/// <summary>Somebody who was asked. Whether they answered is not kept: who does not enter has said nothing.</summary>
public sealed class TalkAsked
{
    private TalkAsked() { }

    internal TalkAsked(TalkId talk, PersonId person) => (TalkId, PersonId) = (talk, person);

    public TalkId TalkId { get; private set; }
    public PersonId PersonId { get; private set; }
}

public sealed record TalkOpened(Guid Person, Guid Talk, DateOnly EndsOn, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TalkPersonAsked(Guid Person, Guid Talk, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TalkEnded(Guid Person, Guid Talk, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
