using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Partners;

/// <summary>Where a partnership stands.</summary>
public enum PartnershipState
{
    /// <summary>Somebody was asked and has not answered yet.</summary>
    Asked,

    /// <summary>Whoever was asked said "not now".</summary>
    NotNow,

    /// <summary>Nobody answered in time; nobody was told.</summary>
    Unanswered,
    TakenBack,

    /// <summary>All said yes; what, how often and until when is being agreed.</summary>
    Arranging,
    Running,
    Ended,
}

/// <summary>What one partner answered to the ask.</summary>
public enum PartnerAnswer
{
    None,
    Yes,
    NotNow,
}

/// <summary>What partners agree on: what about, how often, until when, what stays between them, and when they first meet.</summary>
public sealed record AgreementWording
{
    [Required, MaxLength(Partnership.TextLength)]
    public string? About { get; init; }

    public PartnerRhythm Rhythm { get; init; }

    [Required]
    public DateOnly? Until { get; init; }

    [Required, MaxLength(Partnership.TextLength)]
    public string? Confidentiality { get; init; }

    [Required]
    public DateOnly? FirstOn { get; init; }

    [Required]
    public TimeOnly? FirstAt { get; init; }
}

/// <summary>
/// Two or three people who think along with each other (DOMAIN 4.6). Only they see that it exists. What was asked and agreed is sealed under the
/// key of the person who asked, with a wrap for each partner.
/// </summary>
public sealed class Partnership : Aggregate<PartnershipId>
{
    public const int MessageLength = 1_000;
    public const int TextLength = 1_000;
    public const int LongestDays = 366;

    private readonly List<PartnershipMember> _members = [];

    private Partnership(PartnershipId id)
        : base(id) { }

    /// <summary>The person who asked.</summary>
    public PersonId OwnerId { get; private set; }
    public PartnerKind Kind { get; private set; }
    public PartnershipState State { get; private set; }
    public SealedText Message { get; private set; } = null!;
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When the last of them said yes.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }
    public SealedText? About { get; private set; }
    public SealedText? Confidentiality { get; private set; }
    public PartnerRhythm? Rhythm { get; private set; }
    public DateOnly? FirstOn { get; private set; }
    public TimeOnly? FirstAt { get; private set; }
    public DateOnly? Until { get; private set; }

    /// <summary>The clock that the times are meant on; its first writer's.</summary>
    public string? TimeZone { get; private set; }
    public DateTimeOffset? AgreedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When the partners were told that no first meeting has been; once.</summary>
    public DateTimeOffset? NoFirstToldAt { get; private set; }

    /// <summary>When they were told that several in a row did not happen; once.</summary>
    public DateTimeOffset? MissedToldAt { get; private set; }

    public IReadOnlyList<PartnershipMember> Members => _members;

    public bool IsOpen => State is PartnershipState.Asked or PartnershipState.Arranging or PartnershipState.Running;

    /// <summary>Those who take part: the one who asked and those who did not say "not now".</summary>
    public IEnumerable<PersonId> Partners => _members.Where(m => m.Answer != PartnerAnswer.NotNow).Select(m => m.PersonId);

    /// <exception cref="ArgumentException">Not the number of people of the kind, or the one who asks among them: forms and API refuse that before.</exception>
    public static Partnership Ask(
        PartnershipId id,
        PersonId owner,
        PartnerKind kind,
        IReadOnlyCollection<PersonId> people,
        string message,
        PartnerRules rules,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        if (people.Distinct().Count() != Agenda.PeopleIn(kind) - 1 || people.Contains(owner))
        {
            throw new ArgumentException("A partnership has the people of its kind.", nameof(people));
        }

        var partnership = new Partnership(id)
        {
            OwnerId = owner,
            Kind = kind,
            Message = sealer.SealRequired(nameof(Message), message, MessageLength),
            AskedAt = now,
            ExpiresAt = now.AddDays(rules.AskOpenDays),
        };
        partnership._members.Add(new PartnershipMember(id, owner, PartnerAnswer.Yes, now));
        partnership._members.AddRange(people.Distinct().Select(p => new PartnershipMember(id, p, PartnerAnswer.None, now)));
        partnership.Happened(new PartnerAsked(owner.Value, id.Value, kind, now));
        return partnership;
    }

    /// <summary>Whether the ask still waits for somebody.</summary>
    public bool IsWaitingAt(DateTimeOffset now) => State == PartnershipState.Asked && ExpiresAt > now;

    public PartnershipState StateAt(DateTimeOffset now) =>
        State == PartnershipState.Asked && ExpiresAt <= now ? PartnershipState.Unanswered : State;

    /// <summary>Somebody who was asked says yes or not now. In a trio another peer can be asked in the place of the one who does not.</summary>
    public Outcome Answer(PersonId person, PartnerAnswer answer, DateTimeOffset now)
    {
        if (!IsWaitingAt(now) || Member(person) is not { Answer: PartnerAnswer.None } member)
        {
            return new Refusal("partners-ask-over");
        }

        member.Say(answer, now);
        if (answer == PartnerAnswer.NotNow && Kind != PartnerKind.PeerTrio)
        {
            State = PartnershipState.NotNow;
        }
        else if (Partners.Count() == Agenda.PeopleIn(Kind) && _members.TrueForAll(m => m.Answer != PartnerAnswer.None))
        {
            (State, AcceptedAt) = (PartnershipState.Arranging, now);
        }

        Happened(new PartnerAnswered(OwnerId.Value, Id.Value, answer, now));
        return Outcome.Done;
    }

    /// <summary>Asks another peer for the free place of a trio; the time to answer begins anew.</summary>
    public Outcome AskAnother(PersonId person, PartnerRules rules, DateTimeOffset now)
    {
        if (State != PartnershipState.Asked || Partners.Count() >= Agenda.PeopleIn(Kind))
        {
            return new Refusal("partners-no-free-place");
        }

        if (Member(person) is not null)
        {
            return new Refusal("partners-asked-already");
        }

        _members.Add(new PartnershipMember(Id, person, PartnerAnswer.None, now));
        ExpiresAt = now.AddDays(rules.AskOpenDays);
        Happened(new PartnerAsked(OwnerId.Value, Id.Value, Kind, now));
        return Outcome.Done;
    }

    public Outcome TakeBack(DateTimeOffset now)
    {
        if (State != PartnershipState.Asked)
        {
            return new Refusal("partners-ask-over");
        }

        (State, EndedAt) = (PartnershipState.TakenBack, now);
        Happened(new PartnerAskTakenBack(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The time to answer is over. Nobody is told.</summary>
    public void Expire(DateTimeOffset now)
    {
        if (State == PartnershipState.Asked && ExpiresAt <= now)
        {
            (State, EndedAt) = (PartnershipState.Unanswered, now);
            Happened(new PartnerAskOver(OwnerId.Value, Id.Value, now));
        }
    }

    /// <summary>One of them writes down what is agreed; the others confirm it. What ran before goes on until they have.</summary>
    public Outcome WriteAgreement(
        PersonId by,
        AgreementWording wording,
        string timeZone,
        DateOnly today,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        if (State is not (PartnershipState.Arranging or PartnershipState.Running) || Member(by) is not { Answer: PartnerAnswer.Yes })
        {
            return new Refusal("partners-not-open");
        }

        if (wording.FirstOn < today)
        {
            return new Refusal("partners-first-day-over");
        }

        if (wording.Until < wording.FirstOn || wording.Until > today.AddDays(LongestDays))
        {
            return new Refusal("partners-until-outside");
        }

        About = sealer.SealRequired(nameof(About), wording.About, TextLength);
        Confidentiality = sealer.SealRequired(nameof(Confidentiality), wording.Confidentiality, TextLength);
        (Rhythm, FirstOn, FirstAt, Until) = (wording.Rhythm, wording.FirstOn, wording.FirstAt, wording.Until);
        TimeZone = timeZone;
        State = PartnershipState.Arranging;
        foreach (var member in _members)
        {
            member.Confirm(member.PersonId == by ? now : null);
        }

        Happened(new PartnerAgreementWritten(OwnerId.Value, Id.Value, by.Value, now));
        return Outcome.Done;
    }

    /// <summary>One of them confirms what another wrote; with the last one it runs.</summary>
    public Outcome Confirm(PersonId by, DateTimeOffset now)
    {
        if (State != PartnershipState.Arranging || About is null || Member(by) is not { Answer: PartnerAnswer.Yes } member)
        {
            return new Refusal("partners-nothing-to-confirm");
        }

        if (member.ConfirmedAt is null)
        {
            member.Confirm(now);
        }

        if (_members.Where(m => m.Answer == PartnerAnswer.Yes).All(m => m.ConfirmedAt is not null))
        {
            (State, AgreedAt) = (PartnershipState.Running, now);
        }

        Happened(new PartnerAgreementConfirmed(OwnerId.Value, Id.Value, by.Value, now));
        return Outcome.Done;
    }

    /// <summary>Ends it well: any of them can, and nobody is held. It stays in each one's own history.</summary>
    public Outcome End(DateTimeOffset now)
    {
        if (State is not (PartnershipState.Arranging or PartnershipState.Running))
        {
            return new Refusal("partners-not-open");
        }

        (State, EndedAt) = (PartnershipState.Ended, now);
        Happened(new PartnershipEnded(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Notes that the partners are told that there was no first meeting yet.</summary>
    /// <returns>False when they were told before.</returns>
    public bool TellNoFirst(DateTimeOffset now)
    {
        if (NoFirstToldAt is not null)
        {
            return false;
        }

        NoFirstToldAt = now;
        Happened(new PartnersStalled(OwnerId.Value, Id.Value, now));
        return true;
    }

    /// <summary>Notes that the partners are told that several meetings in a row did not happen.</summary>
    /// <returns>False when they were told before.</returns>
    public bool TellMissed(DateTimeOffset now)
    {
        if (MissedToldAt is not null)
        {
            return false;
        }

        MissedToldAt = now;
        Happened(new PartnersStalled(OwnerId.Value, Id.Value, now));
        return true;
    }

    private PartnershipMember? Member(PersonId person) => _members.Find(m => m.PersonId == person);
}

/// <summary>One of the people of a partnership.</summary>
public sealed class PartnershipMember
{
    private PartnershipMember() { }

    internal PartnershipMember(PartnershipId partnership, PersonId person, PartnerAnswer answer, DateTimeOffset now)
    {
        (PartnershipId, PersonId, Answer, AskedAt) = (partnership, person, answer, now);
        AnsweredAt = answer == PartnerAnswer.None ? null : now;
    }

    public PartnershipId PartnershipId { get; private set; }
    public PersonId PersonId { get; private set; }
    public PartnerAnswer Answer { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When this partner confirmed the agreement as it now stands.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    internal void Say(PartnerAnswer answer, DateTimeOffset now) => (Answer, AnsweredAt) = (answer, now);

    internal void Confirm(DateTimeOffset? at) => ConfirmedAt = at;
}
