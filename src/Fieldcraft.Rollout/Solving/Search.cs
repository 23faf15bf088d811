using System.Numerics;

namespace Fieldcraft.Rollout.Solving;

/// <summary>
/// Makes and betters the timetable of one part. First the cheapest session for each person is held, again and again; then a few related sessions are taken
/// off and their people seated anew, kept when it is no dearer or, early on, little dearer. The same seed and the same effort give the same timetable.
/// </summary>
internal sealed class Search
{
    private const int MostTaken = 8;
    private const double Noise = 0.8;
    private const double WarmthAtFirst = 3;
    private const int MostSeated = 16;
    private const int DaysLater = 4;
    private readonly Part _part;
    private readonly Board _board;
    private readonly Before? _before;
    private readonly Seating _seating;
    private readonly Dice _dice;
    private readonly Chance[][] _bySite;

    /// <summary>What is tried first: where people keep their places, and people without one for every other chance.</summary>
    private readonly Chance[][] _first;
    private readonly List<Held> _taken = [];
    private readonly List<Chance> _chances = [];
    private readonly List<double> _factors = [];
    private readonly List<double> _keys = [];
    private readonly SortedSet<int> _homes = [];
    private readonly List<int> _left = [];
    private readonly List<(Chance Chance, int Start, int Room, int[] People)> _best = [];
    private int _lastDay;
    private long _bestCost = long.MaxValue;

    public Search(Part part, Before? before, IEnumerable<Fixed> standing, ulong seed)
    {
        _part = part;
        _before = before is { IsEmpty: false } ? before : null;
        _board = new Board(part, _before, standing);
        _seating = new Seating(part, _board);
        _dice = new Dice(seed);
        _bySite = BySite(part.Chances);
        _first = _bySite;
        if (_before is not null)
        {
            var free = _before.Everybody.Select(w => ~w).ToArray();
            _first = BySite([.. Keeping(), .. part.Chances.Select(c => c with { Only = free })]);
        }
    }

    /// <param name="effort">How often, for each session, a piece is taken off and seated anew.</param>
    /// <param name="isTimeUp">Asked between two pieces; the best so far is kept.</param>
    /// <param name="tell">Told the cost whenever it falls.</param>
    public Board Run(int effort, Func<bool> isTimeUp, Action<long, int>? tell = null)
    {
        Construct();
        _board.Keep();
        Remember();
        var rounds = (long)effort * Math.Max(1, _board.Sessions.Count);
        for (long i = 0; i < rounds && _board.Sessions.Count > 0 && !isTimeUp(); i++)
        {
            var before = _board.Cost;
            TakeOff();
            Repair(Noise * _dice.Next());
            var warmth = WarmthAtFirst * (1 - (i / (double)rounds));
            if (_board.Cost <= before - (warmth * Math.Log(1 - _dice.Next())))
            {
                _board.Keep();
                if (_board.Cost < _bestCost)
                {
                    Remember();
                    tell?.Invoke(_bestCost, _best.Sum(s => s.People.Length));
                }
            }
            else
            {
                _board.TakeBack();
            }
        }

        Recall();
        return _board;
    }

    private Chance[][] BySite(IEnumerable<Chance> chances)
    {
        var bySite = new Chance[_part.Ground.Near.Length][];
        foreach (var group in chances.GroupBy(c => c.Site))
        {
            bySite[group.Key] = [.. group];
        }

        foreach (var site in _part.Sites)
        {
            bySite[site] ??= [];
        }

        return bySite;
    }

    /// <summary>A chance of its own for each session of the timetable before, for those who sat in it and for people without a place to keep.</summary>
    private IEnumerable<Chance> Keeping()
    {
        foreach (var ((leader, site, room, start), people) in _before!.Sessions)
        {
            if (_bySite[site].FirstOrDefault(c => c.Leader == leader && c.From <= start && start <= c.To) is { } chance)
            {
                var asked = people.Select((w, i) => w | ~_before.Everybody[i]).ToArray();
                yield return chance with
                {
                    From = start,
                    To = start,
                    Room = room,
                    Only = asked,
                };
            }
        }
    }

    private void Construct()
    {
        _homes.UnionWith(_part.Sites);
        Keep();
        Fill([.. _part.Sites.SelectMany(s => _first[s])], noise: 0);
        SeatLeft(Costs.Uncovered - 1, int.MaxValue);
        FillRest(_part.Sites);
        _homes.Clear();
    }

    /// <summary>Whoever may keep their session does, as far as these do not stand in each other's way.</summary>
    private void Keep()
    {
        foreach (var chance in _part.Sites.SelectMany(s => _first[s]).Where(c => c.Room >= 0).OrderBy(c => c.From).ThenBy(c => c.Leader))
        {
            var kept = _before!.KeptAt(chance.Leader, chance.Site, chance.Room, chance.From)!;
            var only = chance with { Only = kept };
            if (_board.Look(only) is { IsNone: false } offer)
            {
                _board.Hold(only, offer, andOthers: true);
            }
        }
    }

    /// <summary>People who cannot keep their place and found no seat.</summary>
    private void FillRest(IEnumerable<int> sites)
    {
        if (
            _before is not null
            && _homes.Any(h => _part.Rows[h].Any(r => r.Home == h && _board.Left.AsSpan(r.In, r.Words).ContainsAnyExcept(0UL)))
        )
        {
            Fill([.. sites.SelectMany(s => _bySite[s])], noise: 0);
            SeatLeft(Costs.Uncovered - 1, MostSeated);
        }
    }

    /// <summary>Takes off one session by chance, and others that have to do with it.</summary>
    private void TakeOff()
    {
        _taken.Clear();
        _homes.Clear();
        var first = _board.Sessions[_dice.Below(_board.Sessions.Count)];
        _taken.Add(first);
        var near = _part.Ground.Near[first.Chance.Site];
        var wanted = _dice.Below(MostTaken);
        for (var tries = 0; _taken.Count <= wanted && tries < 3 * MostTaken; tries++)
        {
            var there = _board.Near[near[_dice.Below(near.Length)]];
            if (there.Count > 0 && there[_dice.Below(there.Count)] is var other && !_taken.Contains(other))
            {
                _taken.Add(other);
            }
        }

        _lastDay = 0;
        foreach (var session in _taken)
        {
            _lastDay = Math.Max(_lastDay, session.Chance.Day);
            foreach (var person in session.People)
            {
                _homes.Add(_part.HomeAt[person]);
            }

            _board.Remove(session);
        }
    }

    /// <summary>
    /// Seats those who were taken off: in seats that cost nothing, by half of the times; in new sessions no later than the ones they had, which is where a better
    /// timetable lies; and whoever is left wherever there is a place.
    /// </summary>
    private void Repair(double noise)
    {
        var ground = _part.Ground;
        var sites = _homes.SelectMany(h => ground.Near[h]).Distinct().ToList();
        var latest = _lastDay + _dice.Below(DaysLater);
        if (_dice.Below(2) == 0)
        {
            SeatLeft(0, MostSeated);
        }

        _chances.Clear();
        foreach (var site in sites)
        {
            foreach (var chance in _first[site])
            {
                if (chance.Day <= latest)
                {
                    _chances.Add(chance);
                }
            }
        }

        Fill(_chances, noise);
        SeatLeft(Costs.Uncovered - 1, MostSeated);
        if (HasLeft())
        {
            Fill([.. sites.SelectMany(s => _first[s])], noise);
            SeatLeft(Costs.Uncovered - 1, MostSeated);
            FillRest(sites);
        }
    }

    private bool HasLeft()
    {
        foreach (var home in _homes)
        {
            foreach (var row in _part.Rows[home])
            {
                if (row.Home == home && _board.Left.AsSpan(row.In, row.Words).ContainsAnyExcept(0UL))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Holds the cheapest session for each person until nothing can be held. What a chance offers only gets worse as others are taken, so an old look is a
    /// safe bound. Before a session that would not be full, seats elsewhere are tried that cost no more a head.
    /// </summary>
    private void Fill(List<Chance> chances, double noise)
    {
        _keys.Clear();
        _factors.Clear();
        var queue = new PriorityQueue<int, (double, int)>();
        for (var i = 0; i < chances.Count; i++)
        {
            _factors.Add(1 + (noise * _dice.Next()));
            var offer = _board.Look(chances[i]);
            if (!offer.IsNone)
            {
                queue.Enqueue(i, (offer.Each * _factors[i], i));
            }
        }

        while (HasLeft() && queue.TryDequeue(out var i, out var known))
        {
            var offer = _board.Look(chances[i]);
            if (offer.IsNone)
            {
                continue;
            }

            var key = (offer.Each * _factors[i], i);
            if (key.Item1 > known.Item1 + 1e-9 && queue.TryPeek(out _, out var next) && key.CompareTo(next) > 0)
            {
                queue.Enqueue(i, key);
                continue;
            }

            if (offer.Each >= Costs.NotOwn && SeatLeft((int)offer.Each, MostSeated))
            {
                queue.Enqueue(i, key);
                continue;
            }

            _board.Hold(chances[i], offer);
            queue.Enqueue(i, key);
        }
    }

    /// <summary>Seats people of the homes at hand in sessions that stand, for at most so much each; says whether anybody was.</summary>
    private bool SeatLeft(int most, int people)
    {
        var seated = false;
        foreach (var home in _homes)
        {
            ListLeft(home, people);
            if (_left.Count == 0 || !_seating.HasPlace(home))
            {
                continue;
            }

            foreach (var person in _left)
            {
                if (_seating.Seat(person, most))
                {
                    seated = true;
                    if (!_seating.HasPlace(home))
                    {
                        break;
                    }
                }
            }
        }

        return seated;
    }

    /// <summary>Lists people of a home who are still to be covered.</summary>
    private void ListLeft(int home, int most)
    {
        _left.Clear();
        foreach (var row in _part.Rows[home])
        {
            for (var i = 0; i < row.Words && row.Home == home && _left.Count < most; i++)
            {
                for (var bits = _board.Left[row.In + i]; bits != 0; bits &= bits - 1)
                {
                    _left.Add(((row.In + i) * Part.Bits) + BitOperations.TrailingZeroCount(bits));
                }
            }
        }
    }

    private void Remember()
    {
        _bestCost = _board.Cost;
        _best.Clear();
        foreach (var session in _board.Sessions)
        {
            _best.Add((session.Chance, session.Start, session.Room, [.. session.People]));
        }
    }

    private void Recall()
    {
        if (_board.Cost == _bestCost)
        {
            return;
        }

        while (_board.Sessions.Count > 0)
        {
            _board.Remove(_board.Sessions[^1]);
        }

        foreach (var (chance, start, room, people) in _best)
        {
            var session = _board.Open(chance, start, room);
            foreach (var person in people)
            {
                _board.Enter(session, person);
            }
        }

        _board.Keep();
    }
}
