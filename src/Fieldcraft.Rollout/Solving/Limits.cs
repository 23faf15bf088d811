using System.Globalization;
using System.Numerics;
using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Solving;

/// <summary>
/// Which limits keep somebody out: the smallest set whose removal would cover them, everything else as it stands. A set of limits is seven bits, in the order
/// that decides between sets of one size.
/// </summary>
internal sealed class Limits
{
    private const int Shift = 1;
    private const int Language = 2;
    private const int Cover = 4;
    private const int Room = 8;
    private const int LeaderLoad = 16;
    private const int LeaderAvailability = 32;
    private const int Blackout = 64;
    private const int All = 127;
    private static readonly string[] Names = ["shift", "language", "cover", "room", "leader-load", "leader-availability", "blackout"];

    /// <summary>A way to hold a session, and what binds there.</summary>
    private readonly record struct Way(int Leader, int Site, int Start, int Binding);

    private readonly Ground _ground;
    private readonly Occupancy _taken;
    private readonly ILookup<int, Fixed> _sessions;
    private readonly Dictionary<(int Home, int Language, int Length), Way[][]> _ways = [];

    /// <param name="sessions">What stands; none for people who could not be covered even alone.</param>
    public Limits(Ground ground, IReadOnlyList<Fixed> sessions)
    {
        _ground = ground;
        _taken = new Occupancy(ground, sessions);
        _sessions = sessions.ToLookup(s => s.Leader);
    }

    /// <param name="half">The half that is locked for the person, if one is.</param>
    public (IReadOnlyList<string> Names, string Hint) Of(int person, Fixed? half)
    {
        var best = half is null ? Smallest(Ways(person, _ground.Length)) : null;
        if (_ground.Half > 0)
        {
            best = Halves(Ways(person, _ground.Half), half, best);
        }

        return best is { } way
            ? ([.. Names.Where((_, i) => (way.Binding >> i & 1) != 0)], Hint(person, way))
            : ([Names[5]], "No leader is within reach.");
    }

    private Way? Smallest(Way[][] ways)
    {
        Way? best = null;
        foreach (var way in ways.SelectMany(w => w))
        {
            best = best is not { } sofar || IsSmaller(way.Binding, sofar.Binding) ? way : best;
        }

        return best;
    }

    /// <summary>For each start the ways to hold a session then that are smaller than others for this person; shifts included.</summary>
    private Way[][] Ways(int person, int length)
    {
        var key = (_ground.PersonSite[person], _ground.PersonLanguage[person], length);
        if (!_ways.TryGetValue(key, out var ways))
        {
            _ways[key] = ways = WaysOf(key.Item1, key.Item2, length);
        }

        var onShift = new bool[ways.Length];
        foreach (var (first, last) in _ground.Starts(person, length))
        {
            onShift.AsSpan(first, last - first + 1).Fill(true);
        }

        return [.. ways.Select((at, t) => onShift[t] ? at : [.. at.Select(w => w with { Binding = w.Binding | Shift })])];
    }

    /// <summary>Two halves bind together what each of them binds.</summary>
    private Way? Halves(Way[][] ways, Fixed? half, Way? best)
    {
        for (var first = 0; first < ways.Length; first++)
        {
            if (half is { Part: SessionPart.First } && half.Start != first)
            {
                continue;
            }

            for (var second = first + _ground.Half; second < Math.Min(ways.Length, first + (7 * _ground.SlotsADay)); second++)
            {
                if (half is { Part: SessionPart.Second } && half.Start != second)
                {
                    continue;
                }

                foreach (var one in half is { Part: SessionPart.First } ? [new Way(half.Leader, half.Site, first, 0)] : ways[first])
                {
                    foreach (
                        var other in half is { Part: SessionPart.Second } ? [new Way(half.Leader, half.Site, second, 0)] : ways[second]
                    )
                    {
                        if (best is not { } sofar || IsSmaller(one.Binding | other.Binding, sofar.Binding))
                        {
                            best = (one.Binding != 0 ? one : other) with { Binding = one.Binding | other.Binding };
                        }
                    }
                }
            }
        }

        return best;
    }

    private Way[][] WaysOf(int home, int language, int length)
    {
        var ways = new Way[Math.Max(0, _ground.Slots - length + 1)][];
        Array.Fill(ways, []);
        var found = new Way?[All + 1];
        var teachers = Enumerable
            .Range(0, _ground.LeaderSite.Length)
            .SelectMany(l => _ground.Near[home].Where(s => _ground.IsNear(s, _ground.LeaderSite[l])).Select(s => (Leader: l, Site: s)))
            .ToList();
        for (var t = _ground.FirstStart; t < ways.Length; t++)
        {
            Array.Clear(found);
            var cover = _taken.CoverAt(home, t, length) > 0 ? 0 : Cover;
            foreach (var (leader, site) in teachers)
            {
                var speaks = _ground.Speaks[leader].Contains(language) ? 0 : Language;
                Note(found, new Way(leader, site, t, cover | speaks | Binding(leader, site, t, length)));
            }

            foreach (var (leader, site) in teachers)
            {
                foreach (
                    var session in _sessions[leader]
                        .Where(s => s.Start == t && s.Site == site && s.Length == length && s.People.Length < _ground.MaxSize)
                )
                {
                    var seats = _ground.Rooms[site][session.Room] > session.People.Length ? 0 : Room;
                    Note(found, new Way(leader, site, t, cover | seats | (_ground.Speaks[leader].Contains(language) ? 0 : Language)));
                }
            }

            ways[t] = length == _ground.Length ? SmallestOf(found) : [.. found.OfType<Way>()];
        }

        return ways;
    }

    private int Binding(int leader, int site, int start, int length) =>
        (_taken.FreeRoom(site, start, length) >= 0 ? 0 : Room)
        | (_taken.IsLoaded(leader, start, length) ? LeaderLoad : 0)
        | (Ground.All(_ground.Free[leader], start, length) ? 0 : LeaderAvailability)
        | (Ground.All(_ground.Open[site], start, length) ? 0 : Blackout);

    private static void Note(Way?[] found, Way way) => found[way.Binding] ??= way;

    private static Way[] SmallestOf(Way?[] found)
    {
        Way? best = null;
        foreach (var way in found.OfType<Way>())
        {
            best = best is not { } sofar || IsSmaller(way.Binding, sofar.Binding) ? way : best;
        }

        return best is { } smallest ? [smallest] : [];
    }

    private static bool IsSmaller(int one, int other)
    {
        var (a, b) = (BitOperations.PopCount((uint)one), BitOperations.PopCount((uint)other));
        if (a != b)
        {
            return a < b;
        }

        // The first name in which they differ decides: the set that has it comes first.
        var differ = one ^ other;
        return differ != 0 && (one >> BitOperations.TrailingZeroCount(differ) & 1) != 0;
    }

    private string Hint(int person, Way way)
    {
        var instance = _ground.Instance;
        var (leader, site) = (instance.Leaders[way.Leader].Id, instance.Sites[way.Site].Id);
        string[] needs =
        [
            "a shift then",
            $"a leader who speaks {instance.People[person].Language}",
            $"one more released from {instance.People[person].Site}",
            $"a further room or seat at {site}",
            $"one more session for {leader}",
            $"{leader} available",
            $"no blackout at {site}",
        ];
        var needed = string.Join(" and ", needs.Where((_, i) => (way.Binding >> i & 1) != 0));
        var when = _ground.TimeOf(way.Start).ToString("yyyy-MM-dd 'at' HH:mm", CultureInfo.InvariantCulture);
        return needed.Length == 0
            ? $"There is a place with {leader} at {site} on {when}."
            : $"With {needed}: {leader} at {site} on {when}.";
    }
}
