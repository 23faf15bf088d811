using Fieldcraft.Rollout.Solving;

namespace Fieldcraft.Rollout.Proving;

/// <summary>A number of sessions of one leader: what they cost at least, and for how many.</summary>
/// <param name="Cost">Sessions and days, in the cost's own unit.</param>
/// <param name="Own">Seats that own people could take, in shares of a session: where halves are allowed a whole seat counts two.</param>
/// <param name="Seats">All seats, own people's among them.</param>
internal readonly record struct Option(int Sessions, int Cost, int Own, int Seats)
{
    public bool IsNoWorseThan(Option other) => Cost <= other.Cost && Own >= other.Own && Seats >= other.Seats;

    public Option And(Option other) => new(Sessions + other.Sessions, Cost + other.Cost, Own + other.Own, Seats + other.Seats);
}

/// <summary>
/// What a leader can hold at best: at most so many a day and a week, each session with as many seats as any on that day could have. Every timetable's sessions
/// of the leader are one of these options, or cost no less for no more seats.
/// </summary>
internal static class LeaderOptions
{
    private const int MostAlike = 24;
    private const int MostSessions = 40;

    /// <param name="seats">For each day the most seats of a session of the leader's, for own people and in all; none where none can be held.</param>
    /// <param name="people">People who can be reached: no more sessions than seats for them are of use.</param>
    public static List<Option> Of(Ground ground, int leader, (int Own, int All)[] seats, int people)
    {
        var (perDay, perWeek) = Loads(ground, leader);
        var sessions = 0;
        for (var week = 0; week < perWeek.Length; week++)
        {
            sessions += (int)Math.Min(perWeek[week], InWeek(week, seats.Length).Sum(d => seats[d].All > 0 ? (long)perDay[d] : 0));
        }

        sessions = Math.Min(sessions, people);
        return sessions == 0 ? []
            : sessions > MostSessions ? Coarse(seats, perDay, sessions)
            : Exact(seats, perDay, perWeek, sessions);
    }

    private static IEnumerable<int> InWeek(int week, int days) => Enumerable.Range(7 * week, Math.Min(7, days - (7 * week)));

    /// <summary>What is left of a leader's days and weeks once locked sessions and those held before now are counted.</summary>
    private static (int[] PerDay, int[] PerWeek) Loads(Ground ground, int leader)
    {
        var rules = ground.Instance.Leaders[leader];
        var shortest = ground.Half > 0 ? ground.Half : ground.Length;
        var perDay = new int[ground.Instance.Window.Days];
        for (var day = 0; day < perDay.Length; day++)
        {
            perDay[day] = Math.Clamp(rules.MaxPerDay - ground.HeldOnDay[leader][day], 0, (ground.SlotsADay + shortest - 1) / shortest);
        }

        var perWeek = new int[ground.Weeks];
        for (var week = 0; week < perWeek.Length; week++)
        {
            perWeek[week] = Math.Max(0, rules.MaxPerWeek - ground.HeldInWeek[leader][week]);
        }

        foreach (var session in ground.Locked.Where(s => s.Leader == leader))
        {
            perDay[ground.DayOf(session.Start)] = Math.Max(0, perDay[ground.DayOf(session.Start)] - 1);
            perWeek[ground.WeekOf(session.Start)] = Math.Max(0, perWeek[ground.WeekOf(session.Start)] - 1);
        }

        return (perDay, perWeek);
    }

    /// <summary>All that is not dominated, week by week.</summary>
    private static List<Option> Exact((int Own, int All)[] seats, int[] perDay, int[] perWeek, int sessions)
    {
        var best = Empty(sessions);
        for (var week = 0; week < perWeek.Length; week++)
        {
            var limit = Math.Min(perWeek[week], sessions);
            var inWeek = Empty(limit);
            foreach (var day in InWeek(week, seats.Length).Where(d => seats[d].All > 0))
            {
                var one = new Option(1, Costs.Session + day, seats[day].Own, seats[day].All);
                for (var again = 0; again < Math.Min(perDay[day], limit); again++)
                {
                    for (var k = limit; k > 0; k--)
                    {
                        foreach (var option in inWeek[k - 1])
                        {
                            Note(inWeek[k], option.And(one));
                        }
                    }
                }
            }

            var both = Empty(sessions);
            foreach (var option in best.SelectMany(o => o))
            {
                foreach (var more in inWeek.SelectMany(o => o).Where(m => option.Sessions + m.Sessions <= sessions))
                {
                    Note(both[option.Sessions + more.Sessions], option.And(more));
                }
            }

            best = both;
        }

        return [.. best.Skip(1).SelectMany(o => o)];
    }

    private static List<Option>[] Empty(int sessions)
    {
        var options = new List<Option>[sessions + 1];
        for (var k = 0; k <= sessions; k++)
        {
            options[k] = [];
        }

        options[0].Add(default);
        return options;
    }

    /// <summary>Keeps what is not dominated. Where there is too much of it, two that cost nearly the same become one that is better than both.</summary>
    private static void Note(List<Option> options, Option option)
    {
        if (options.Exists(o => o.IsNoWorseThan(option)))
        {
            return;
        }

        options.RemoveAll(o => option.IsNoWorseThan(o));
        var at = options.FindIndex(o => o.Cost > option.Cost);
        options.Insert(at < 0 ? options.Count : at, option);
        if (options.Count <= MostAlike)
        {
            return;
        }

        var nearest = 1;
        for (var i = 2; i < options.Count; i++)
        {
            nearest = options[i].Cost - options[i - 1].Cost < options[nearest].Cost - options[nearest - 1].Cost ? i : nearest;
        }

        var (one, other) = (options[nearest - 1], options[nearest]);
        options.RemoveRange(nearest - 1, 2);
        Note(options, one with { Own = Math.Max(one.Own, other.Own), Seats = Math.Max(one.Seats, other.Seats) });
    }

    /// <summary>For a leader with very many sessions: as if all had the most seats and no week a limit.</summary>
    private static List<Option> Coarse((int Own, int All)[] seats, int[] perDay, int sessions)
    {
        var (options, cost) = (new List<Option>(), 0);
        var (own, all) = (seats.Max(s => s.Own), seats.Max(s => s.All));
        var days = Enumerable
            .Range(0, seats.Length)
            .Where(d => seats[d].All > 0)
            .SelectMany(d => Enumerable.Repeat(d, Math.Min(perDay[d], sessions)));
        foreach (var day in days.Take(sessions))
        {
            cost += Costs.Session + day;
            var count = options.Count + 1;
            options.Add(
                new Option(
                    count,
                    cost,
                    (int)Math.Min(int.MaxValue / 2, (long)own * count),
                    (int)Math.Min(int.MaxValue / 2, (long)all * count)
                )
            );
        }

        return options;
    }
}
