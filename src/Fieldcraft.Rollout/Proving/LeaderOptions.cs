using System.Numerics;
using Fieldcraft.Rollout.Solving;

namespace Fieldcraft.Rollout.Proving;

/// <summary>A number of sessions of one leader: what they cost at least for so many seats.</summary>
/// <param name="Cost">Sessions and days, in the cost's own unit.</param>
/// <param name="Seats">In shares of a session: where halves are allowed a whole seat counts two.</param>
internal readonly record struct Option(int Sessions, int Cost, int Seats);

/// <summary>
/// What a leader can hold at best: at most so many a day and a week, each session with as many seats as any on that day could have. Every timetable's sessions
/// of the leader are one of these options, or cost more for fewer seats.
/// </summary>
internal static class LeaderOptions
{
    private const int None = int.MaxValue / 2;
    private const long MostWork = 20_000_000;

    /// <param name="seats">For each day the most seats of a session of the leader's; 0 where none can be held.</param>
    /// <param name="most">Seats that people who can be reached could take together.</param>
    public static List<Option> Of(Ground ground, int leader, int[] seats, int most)
    {
        var (perDay, perWeek) = Loads(ground, leader);
        var sessions = 0;
        for (var week = 0; week < perWeek.Length; week++)
        {
            sessions += Math.Min(perWeek[week], InWeek(week, seats.Length).Sum(d => seats[d] > 0 ? perDay[d] : 0));
        }

        sessions = Math.Min(sessions, most);
        var cap = Math.Min(most, seats.Max() * sessions);
        if (sessions == 0 || cap == 0)
        {
            return [];
        }

        return (long)sessions * cap * seats.Length * Math.Min(perDay.Max(), sessions) > MostWork
            ? Coarse(seats, perDay, sessions, most)
            : Exact(seats, perDay, perWeek, sessions, cap);
    }

    private static IEnumerable<int> InWeek(int week, int days) => Enumerable.Range(7 * week, Math.Min(7, days - (7 * week)));

    /// <summary>What is left of a leader's days and weeks once locked sessions are counted.</summary>
    private static (int[] PerDay, int[] PerWeek) Loads(Ground ground, int leader)
    {
        var rules = ground.Instance.Leaders[leader];
        var shortest = ground.Half > 0 ? ground.Half : ground.Length;
        var perDay = new int[ground.Instance.Window.Days];
        Array.Fill(perDay, Math.Min(rules.MaxPerDay, (ground.SlotsADay + shortest - 1) / shortest));
        var perWeek = new int[ground.Weeks];
        Array.Fill(perWeek, rules.MaxPerWeek);
        foreach (var session in ground.Locked.Where(s => s.Leader == leader))
        {
            perDay[ground.DayOf(session.Start)] = Math.Max(0, perDay[ground.DayOf(session.Start)] - 1);
            perWeek[ground.WeekOf(session.Start)] = Math.Max(0, perWeek[ground.WeekOf(session.Start)] - 1);
        }

        return (perDay, perWeek);
    }

    /// <summary>The least cost for each number of sessions and seats, week by week.</summary>
    private static List<Option> Exact(int[] seats, int[] perDay, int[] perWeek, int sessions, int cap)
    {
        var best = Empty(sessions, cap);
        for (var week = 0; week < perWeek.Length; week++)
        {
            var limit = Math.Min(perWeek[week], sessions);
            var inWeek = Empty(limit, cap);
            foreach (var day in InWeek(week, seats.Length).Where(d => seats[d] > 0))
            {
                for (var again = 0; again < Math.Min(perDay[day], limit); again++)
                {
                    Add(inWeek, Costs.Session + day, seats[day], cap);
                }
            }

            best = Together(best, inWeek, sessions, cap);
        }

        return Undominated(best);
    }

    /// <summary>One more session that may be held.</summary>
    private static void Add(int[][] least, int cost, int seats, int cap)
    {
        for (var k = least.Length - 1; k > 0; k--)
        {
            for (var c = 0; c <= cap; c++)
            {
                if (least[k - 1][c] < None)
                {
                    var with = Math.Min(cap, c + seats);
                    least[k][with] = Math.Min(least[k][with], least[k - 1][c] + cost);
                }
            }
        }
    }

    private static int[][] Together(int[][] one, int[][] other, int sessions, int cap)
    {
        var both = Empty(sessions, cap);
        both[0][0] = None;
        var points = Undominated(other);
        for (var k = 0; k < one.Length; k++)
        {
            for (var c = 0; c <= cap; c++)
            {
                if (one[k][c] < None)
                {
                    both[k][c] = Math.Min(both[k][c], one[k][c]);
                    foreach (var point in points.Where(p => k + p.Sessions <= sessions))
                    {
                        var with = Math.Min(cap, c + point.Seats);
                        both[k + point.Sessions][with] = Math.Min(both[k + point.Sessions][with], one[k][c] + point.Cost);
                    }
                }
            }
        }

        return both;
    }

    private static int[][] Empty(int sessions, int cap)
    {
        var least = new int[sessions + 1][];
        for (var k = 0; k <= sessions; k++)
        {
            least[k] = new int[cap + 1];
            Array.Fill(least[k], None);
        }

        least[0][0] = 0;
        return least;
    }

    private static List<Option> Undominated(int[][] least)
    {
        var options = new List<Option>();
        for (var k = 1; k < least.Length; k++)
        {
            var cheapest = None;
            for (var c = least[k].Length - 1; c >= 0; c--)
            {
                if (least[k][c] < cheapest)
                {
                    cheapest = least[k][c];
                    options.Add(new Option(k, cheapest, c));
                }
            }
        }

        return options;
    }

    /// <summary>For a leader with very many sessions: as if all had the most seats and no week a limit.</summary>
    private static List<Option> Coarse(int[] seats, int[] perDay, int sessions, int most)
    {
        var (options, cost, widest) = (new List<Option>(), 0, seats.Max());
        var days = Enumerable.Range(0, seats.Length).Where(d => seats[d] > 0).SelectMany(d => Enumerable.Repeat(d, Math.Min(perDay[d], sessions)));
        foreach (var day in days.Take(sessions))
        {
            cost += Costs.Session + day;
            options.Add(new Option(options.Count + 1, cost, (int)Math.Min(most, (long)widest * (options.Count + 1))));
        }

        return options;
    }

    public static int CountIn(ulong[] bits, int at, int words)
    {
        var count = 0;
        for (var i = at; i < at + words; i++)
        {
            count += BitOperations.PopCount(bits[i]);
        }

        return count;
    }
}
