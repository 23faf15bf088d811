using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Solving;

/// <summary>
/// Halves for whoever no whole session could take, once the whole ones stand: the pair of a first and a second half that costs least for each person, again
/// and again. A half that is locked is completed by another alone.
/// </summary>
internal sealed class Halves
{
    private readonly Ground _ground;
    private readonly Part _part;
    private readonly Occupancy _taken;
    private readonly HashSet<int> _left;
    private readonly Chance[] _chances;
    private readonly List<(Fixed Session, List<int> People)> _made = [];

    private Halves(Section section, IReadOnlyList<int> people, IEnumerable<Fixed> standing)
    {
        _ground = section.Ground;
        _part = new Part(_ground, section.Sites, people, section.Leaders, _ground.Half);
        _taken = new Occupancy(_ground, standing);
        _left = [.. Enumerable.Range(0, _part.PersonAt.Length).Where(n => _part.PersonAt[n] >= 0)];
        _chances = [.. _part.Chances.OrderBy(c => c.From).ThenBy(c => c.Site).ThenBy(c => c.Leader)];
    }

    /// <param name="left">People whom whole sessions did not take.</param>
    /// <param name="standing">All sessions that stand, locked ones too.</param>
    public static IReadOnlyList<Fixed> For(Section section, IReadOnlyList<int> left, IReadOnlyList<Fixed> standing, Func<bool> isTimeUp)
    {
        if (section.Ground.Half == 0 || left.Count + section.HalfDone.Count == 0)
        {
            return [];
        }

        var halves = new Halves(section, [.. left.Concat(section.HalfDone)], standing);
        halves.Complete(standing);
        while (halves._left.Count > 0 && !isTimeUp() && halves.Pair()) { }
        return [.. halves._made.Select(m => m.Session with { People = [.. m.People.Order()] })];
    }

    /// <summary>Pairs of the timetable before that people can keep, as far as they do not stand in each other's way.</summary>
    public static IReadOnlyList<Fixed> Kept(Section section, IReadOnlyList<Fixed> locked)
    {
        var ground = section.Ground;
        var open = section.People.ToHashSet();
        var halves = section
            .Kept.Where(s => s.Part != SessionPart.Whole)
            .OrderBy(s => (s.Start, s.Leader))
            .Select(s => s with { People = [.. s.People.Where(open.Contains)] })
            .ToList();
        for (var gone = new HashSet<int>(); ; )
        {
            var taken = new Occupancy(ground, locked);
            var lost = gone.Count;
            foreach (
                var half in halves
                    .Select(h => h with { People = [.. h.People.Where(p => !gone.Contains(p))] })
                    .Where(h => h.People.Length > 0)
            )
            {
                if (taken.Fits(half))
                {
                    taken.Take(half);
                }
                else
                {
                    gone.UnionWith(half.People);
                }
            }

            if (gone.Count == lost)
            {
                return
                [
                    .. halves.Select(h => h with { People = [.. h.People.Where(p => !gone.Contains(p))] }).Where(h => h.People.Length > 0),
                ];
            }
        }
    }

    /// <summary>A place that a chance offers now.</summary>
    private readonly record struct Place(Chance Chance, int Start, int Room, int Most)
    {
        public bool IsNone => Chance is null;
    }

    /// <summary>Whoever has one half that is locked gets the other: in one that was made for the same, else in a new one.</summary>
    private void Complete(IReadOnlyList<Fixed> standing)
    {
        foreach (var half in standing.Where(s => s.Part != SessionPart.Whole))
        {
            var people = _left.Where(n => half.People.Contains(_part.PersonAt[n])).Order().ToList();
            foreach (var person in people)
            {
                _left.Remove(person);
            }

            var wanted = half.Part == SessionPart.First ? SessionPart.Second : SessionPart.First;
            while (people.Count > 0 && Completing(half, wanted, people) is { Count: > 0 } taken)
            {
                people.RemoveAll(taken.Contains);
            }
        }
    }

    private List<int> Completing(Fixed half, SessionPart wanted, List<int> people)
    {
        var (best, bestPlace) = (new List<int>(), default(Place));
        foreach (var chance in _chances)
        {
            var place = Offered(chance, start => InOrder(half, wanted, start), people, out var come);
            if (!place.IsNone && come.Count > best.Count)
            {
                (best, bestPlace) = (come, place);
            }
        }

        if (best.Count > 0)
        {
            Hold(bestPlace, wanted, best);
        }

        return best;
    }

    private bool InOrder(Fixed half, SessionPart wanted, int start) =>
        wanted == SessionPart.Second ? Reach.AreInOrder(_ground, half.Start, start) : Reach.AreInOrder(_ground, start, half.Start);

    /// <summary>Holds the cheapest pair; says whether there was one.</summary>
    private bool Pair()
    {
        var left = _left.Order().ToList();
        var best = (Each: double.MaxValue, First: default(Place), Second: default(Place), People: new List<int>());
        var firsts = _chances
            .Select(c => (Chance: c, Place: Offered(c, _ => true, left, out var come), Come: come))
            .Where(c => !c.Place.IsNone)
            .OrderByDescending(c => c.Come.Count)
            .ThenBy(c => c.Place.Start)
            .ToList();
        foreach (var (chance, place, come) in firsts)
        {
            if (2.0 * Costs.Session / come.Count >= best.Each)
            {
                break;
            }

            foreach (var other in _chances)
            {
                if (other.To < place.Start + _ground.Half || other.From >= place.Start + (7 * _ground.SlotsADay))
                {
                    continue;
                }

                var second = Offered(other, start => GoWith(place, other, start), come, out var both);
                var each = second.IsNone ? double.MaxValue : (2.0 * Costs.Session + chance.Day + other.Day) / both.Count;
                if (each < best.Each)
                {
                    best = (each, place, second, both);
                }
            }
        }

        if (best.People.Count == 0)
        {
            return false;
        }

        Hold(best.First, SessionPart.First, best.People);
        Hold(best.Second, SessionPart.Second, best.People);
        _left.ExceptWith(best.People);
        return true;
    }

    private bool GoWith(Place first, Chance second, int start) =>
        Reach.AreInOrder(_ground, first.Start, start)
        && (first.Chance.Leader != second.Leader || _taken.TakesTwo(second.Leader, first.Start, start));

    /// <summary>The first start of a chance that takes most of these people, and whom it takes.</summary>
    private Place Offered(Chance chance, Func<int, bool> suits, List<int> people, out List<int> come)
    {
        (var best, come) = (default(Place), []);
        var able = people.Where(n => IsAble(chance, n)).ToList();
        for (var start = chance.From; start <= chance.To && come.Count < able.Count; start++)
        {
            if (!suits(start) || _taken.IsLoaded(chance.Leader, start, _ground.Half))
            {
                continue;
            }

            var room = _taken.FreeRoom(chance.Site, start, _ground.Half);
            var most = room < 0 ? 0 : Math.Min(_ground.Rooms[chance.Site][room], _ground.MaxSize);
            var taken = new List<int>();
            foreach (var home in able.GroupBy(n => _part.HomeAt[n]))
            {
                taken.AddRange(home.Take(Math.Max(0, Math.Min(most - taken.Count, _taken.CoverAt(home.Key, start, _ground.Half)))));
            }

            if (taken.Count > come.Count)
            {
                (best, come) = (new Place(chance, start, room, most), taken);
            }
        }

        return best;
    }

    private bool IsAble(Chance chance, int number)
    {
        var place = _part.PlaceIn(chance.Site, number);
        return place >= 0 && ((chance.Own[place / Part.Bits] | chance.Others[place / Part.Bits]) >> (place % Part.Bits) & 1) != 0;
    }

    private void Hold(Place place, SessionPart part, List<int> numbers)
    {
        var people = numbers.Select(n => _part.PersonAt[n]).ToList();
        var session = new Fixed(place.Chance.Site, place.Room, place.Chance.Leader, place.Start, _ground.Half, part, [.. people]);
        _made.Add((session, people));
        _taken.Take(session);
    }
}
