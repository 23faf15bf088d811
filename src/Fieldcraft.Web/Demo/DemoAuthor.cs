using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>The days of one leader's story: shifted a little, so that two leaders with the same story did not live the same days.</summary>
internal sealed class DemoCalendar(DateTimeOffset now, TimeZoneInfo zone, int earlier, int later, DemoChance chance)
{
    private const int FirstMinute = 7 * 60;
    private const int LastMinute = 20 * 60;
    private const int LongestPause = 9;

    public DateTimeOffset Now { get; } = now;

    public DateOnly Today { get; } = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    public DateOnly Day(int offset) =>
        Today.AddDays(
            offset < -1 ? offset - earlier
            : offset > 0 ? offset + later
            : offset
        );

    /// <summary>A moment in the working day, in UTC, not before <paramref name="earlierMoment"/> and never in the future.</summary>
    public DateTimeOffset On(int offset, DateTimeOffset earlierMoment = default) => On(Day(offset), earlierMoment);

    public DateTimeOffset On(DateOnly day, DateTimeOffset earlierMoment = default)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(chance.From(FirstMinute, LastMinute));
        var moment = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero);
        var soonest = earlierMoment == default ? moment : earlierMoment.AddMinutes(chance.From(1, LongestPause));
        moment = moment < soonest ? soonest : moment;
        return moment < Now ? moment : Now;
    }

    /// <summary>Midnight at the beginning of a day, where the leader lives.</summary>
    public DateTimeOffset StartOf(DateOnly day) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), zone), TimeSpan.Zero);
}

/// <summary>What one leader writes with: days, chance, keys, and the rows that come of it.</summary>
internal sealed class DemoAuthor(
    DemoLeader leader,
    string story,
    DemoCalendar calendar,
    DemoChance chance,
    DemoKeys keys,
    DemoRows rows,
    Rules rules
)
{
    public DemoLeader Leader { get; } = leader;
    public DemoCalendar Calendar { get; } = calendar;
    public DemoChance Chance { get; } = chance;
    public DemoKeys Keys { get; } = keys;
    public DemoRows Rows { get; } = rows;
    public Rules Rules { get; } = rules;

    /// <summary>An id that depends on the leader, the story and the name of the thing in it.</summary>
    public TId Id<TId>(DateTimeOffset at, string name)
        where TId : struct, IEntityId<TId> => DemoIds.Of<TId>(at, $"{Leader.Row.EmployeeId}/{story}/{name}");

    /// <summary>A document of the leader's own, with its key.</summary>
    public NewDocument Document(Guid id, DateTimeOffset at)
    {
        var document = Vault.NewDocument(Leader.Person.Id, id, Keys.Of(Leader.Person.Id), at);
        Rows.Wraps.Add(document.OwnersWrap);
        return document;
    }

    /// <summary>How many experiments of the leader, of whichever story, were planned and still to come at a moment.</summary>
    public int ActiveExperimentsAt(DateTimeOffset at) =>
        Rows.Experiments.Count(e =>
            e.OwnerId == Leader.Person.Id && e.PlannedAt <= at && (e.DoneAt ?? (e.IsActive ? DateTimeOffset.MaxValue : e.ChangedAt)) > at
        );

    /// <summary>Whether this giver was left alone for long enough (DOMAIN 4.5).</summary>
    public bool MayAsk(GiverMarks giver, DateTimeOffset at) =>
        AskingLimit.NextPossible(
            Rows.Requests.Where(r => r.OwnerId == Leader.Person.Id)
                .Select(r => new EarlierRequest(new GiverMarks(r.NameMark, r.AddressMark), r.AskedAt)),
            giver,
            Rules.Feedback,
            at
        )
            is null;

    /// <summary>"If A then I will B" as its two halves.</summary>
    public static (string? If, string? Then) Halves(string? ifThen)
    {
        const string Then = " then I will ";
        return ifThen?.IndexOf(Then, StringComparison.Ordinal) is { } at and > 0
            ? (ifThen["If ".Length..at].TrimEnd(','), ifThen[(at + Then.Length)..].TrimEnd('.'))
            : (null, null);
    }
}
