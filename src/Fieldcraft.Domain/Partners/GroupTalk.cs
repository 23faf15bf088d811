using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Partners;

/// <summary>A report as far as grouping needs it.</summary>
public sealed record TalkReport(PersonId Id, string Name, string Shift);

/// <summary>People proposed for one talk. <paramref name="Shifts"/> are the shifts they work, as the directory spells them.</summary>
public sealed record ProposedGroup(IReadOnlyList<string> Shifts, IReadOnlyList<TalkReport> People);

/// <summary>How a manager with many reports talks with all of them (DOMAIN 15.8): in groups by shift, an hour each.</summary>
public static class GroupTalks
{
    public static bool AreUsedFor(int reports, PartnerRules rules) => reports > rules.GroupTalksAbove;

    /// <summary>
    /// Groups by shift and by name, of nearly equal size and not above the most. Shifts with very few people come together. Nothing else decides
    /// who sits with whom.
    /// </summary>
    public static IReadOnlyList<ProposedGroup> Propose(IReadOnlyCollection<TalkReport> reports, PartnerRules rules)
    {
        var shifts = reports
            .GroupBy(r => r.Shift, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.ToList())
            .ToList();
        var small = shifts.Where(s => s.Count < rules.GroupTalkAtLeast).SelectMany(s => s).ToList();
        var groups = shifts.Where(s => s.Count >= rules.GroupTalkAtLeast).SelectMany(s => Split(s, rules.GroupTalkAtMost)).ToList();
        groups.AddRange(Split(small, rules.GroupTalkAtMost));
        return [.. groups.Select(g => new ProposedGroup([.. g.Select(r => r.Shift).Distinct(StringComparer.Ordinal)], g))];
    }

    /// <summary>What the talks of a month take of the manager's time.</summary>
    public static TimeSpan MonthOf(int talks) => TimeSpan.FromMinutes(talks * Agenda.OfGroupTalk.Sum(b => b.Minutes));

    /// <summary>What a talk with each one, once a month, would take instead.</summary>
    public static TimeSpan MonthOneByOne(int reports) => TimeSpan.FromMinutes(reports * Agenda.MinutesOf(PartnerKind.Manager));

    private static IEnumerable<List<TalkReport>> Split(List<TalkReport> people, int atMost)
    {
        var parts = (people.Count + atMost - 1) / atMost;
        var ordered = people.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id.Value).ToList();
        var taken = 0;
        for (var part = 0; part < parts; part++)
        {
            var size = (ordered.Count - taken + parts - part - 1) / (parts - part);
            yield return ordered.GetRange(taken, size);
            taken += size;
        }
    }
}

/// <summary>A manager's hour on enabling with some of their reports.</summary>
public sealed class GroupTalk : Aggregate<GroupTalkId>
{
    public const int PeopleAtMost = 30;

    private readonly List<GroupTalkSeat> _seats = [];

    private GroupTalk(GroupTalkId id)
        : base(id) { }

    /// <summary>The manager.</summary>
    public PersonId OwnerId { get; private set; }
    public DateOnly On { get; private set; }
    public TimeOnly Time { get; private set; }
    public string TimeZone { get; private set; } = "UTC";
    public TimeSpan Takes { get; private set; }
    public DateTimeOffset? CalledOffAt { get; private set; }

    public IReadOnlyList<GroupTalkSeat> Seats => _seats;

    public AppointedTime When => new(On, Time, TimeZone, (int)Takes.TotalMinutes);

    public static Outcome<GroupTalk> Plan(
        GroupTalkId id,
        PersonId manager,
        IReadOnlyCollection<PersonId> people,
        AppointedTime when,
        AppraisalWindow? appraisal,
        DateTimeOffset now
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(people.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people.Count, PeopleAtMost);
        if (appraisal?.IsTooNear(when.On) == true)
        {
            return new Refusal("partners-near-appraisal");
        }

        var talk = new GroupTalk(id)
        {
            OwnerId = manager,
            TimeZone = when.TimeZone,
            Takes = TimeSpan.FromMinutes(when.Minutes),
        };
        talk._seats.AddRange(people.Distinct().Select(p => new GroupTalkSeat(id, p)));
        talk.Set(when.On, when.At ?? default, now);
        return talk;
    }

    public Outcome Move(DateOnly on, TimeOnly at, AppraisalWindow? appraisal, DateTimeOffset now)
    {
        if (CalledOffAt is not null)
        {
            return new Refusal("partners-meeting-over");
        }

        if (appraisal?.IsTooNear(on) == true)
        {
            return new Refusal("partners-near-appraisal");
        }

        Set(on, at, now);
        return Outcome.Done;
    }

    public void CallOff(DateTimeOffset now)
    {
        if (CalledOffAt is null)
        {
            CalledOffAt = now;
            Happened(new GroupTalkCalledOff(OwnerId.Value, Id.Value, now));
        }
    }

    private void Set(DateOnly on, TimeOnly at, DateTimeOffset now)
    {
        (On, Time) = (on, at);
        Happened(new GroupTalkPlanned(OwnerId.Value, Id.Value, on, now));
    }
}

/// <summary>Somebody invited to a group talk.</summary>
public sealed class GroupTalkSeat
{
    private GroupTalkSeat() { }

    internal GroupTalkSeat(GroupTalkId talk, PersonId person) => (TalkId, PersonId) = (talk, person);

    public GroupTalkId TalkId { get; private set; }
    public PersonId PersonId { get; private set; }
}

public sealed record GroupTalkPlanned(Guid Person, Guid Talk, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record GroupTalkCalledOff(Guid Person, Guid Talk, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
