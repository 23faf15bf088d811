using Fieldcraft.Rollout.Solving;

namespace Fieldcraft.Rollout.Proving;

/// <summary>
/// A Lagrangian bound on the relaxation. Every kind of people is given a price for being covered; then each leader alone takes the sessions and people that earn
/// most. Whatever the prices, their sum less these earnings is no more than any timetable costs; the search for good prices may be inexact, the sum is
/// in whole numbers. A price on sessions makes use of their least number, which fractions of sessions would otherwise undercut.
/// </summary>
internal sealed class Prices
{
    /// <summary>Of one unit of cost; even, so that half a price is whole.</summary>
    private const long Scale = 1024;
    private const int Patience = 12;
    private readonly Relaxation _relaxation;
    private readonly int _uncovered;
    private readonly int _fewest;
    private readonly long[] _price;
    private readonly long[] _taken;
    private readonly (long Value, int Kind)[] _sorted;
    private long _session;
    private long _sessions;

    /// <param name="uncovered">People whom every timetable leaves out.</param>
    public Prices(Relaxation relaxation, int uncovered)
    {
        (_relaxation, _uncovered) = (relaxation, uncovered);
        _price = new long[relaxation.Kinds.Count];
        _taken = new long[relaxation.Kinds.Count];
        _sorted = new (long, int)[relaxation.Kinds.Count];
        _fewest = FewestSessions();
    }

    /// <summary>The best bound of so many rounds.</summary>
    /// <param name="known">What a timetable costs that was found.</param>
    public long Bound(long known, int rounds)
    {
        var people = _relaxation.People.Count - _uncovered;
        if (people <= 0)
        {
            return (long)Costs.Uncovered * _uncovered;
        }

        var first = Math.Max(1, known - ((long)Costs.Uncovered * _uncovered)) * Scale / people / _relaxation.Unit;
        var prices = Array.ConvertAll(_price, _ => (double)Math.Min(first, 8 * Scale));
        var (session, best, stride, idle) = (0.0, long.MinValue, 1.0, 0);
        var (bestPrices, bestSession) = ((double[])prices.Clone(), 0.0);
        for (var round = 0; round < rounds && best < (known - 1) * Scale + 1; round++)
        {
            Set(prices, session);
            var bound = Evaluate();
            if (bound > best)
            {
                (best, idle, bestSession) = (bound, 0, session);
                prices.CopyTo(bestPrices, 0);
            }
            else if (++idle == Patience)
            {
                (stride, idle, session) = (stride / 2, 0, bestSession);
                bestPrices.CopyTo(prices, 0);
                Set(prices, session);
                bound = Evaluate();
            }

            if (!Step(prices, ref session, stride * ((known * Scale) - bound)))
            {
                break;
            }
        }

        return Up(best);
    }

    /// <summary>A cost is whole, so that a bound may be rounded up.</summary>
    private static long Up(long scaled) => (scaled / Scale) + (scaled % Scale > 0 ? 1 : 0);

    /// <summary>Prices as whole numbers; together they never exceed what an uncovered person costs, so that leaving out more never pays.</summary>
    private void Set(double[] prices, double session)
    {
        const long Most = Costs.Uncovered * Scale;
        _session = (long)Math.Clamp(session, 0, Most / 4);
        for (var k = 0; k < prices.Length; k++)
        {
            _price[k] = (long)Math.Clamp(prices[k], 0, (Most / _relaxation.Unit) - _session);
        }
    }

    /// <summary>Moves prices towards what would be asked as often as offered.</summary>
    private bool Step(double[] prices, ref double session, double length)
    {
        var norm = 0.0;
        var unit = _relaxation.Unit;
        for (var k = 0; k < prices.Length; k++)
        {
            double wanted = (unit * _relaxation.Kinds[k].Count) - _taken[k];
            norm += wanted * wanted / _relaxation.Kinds[k].Count;
        }

        double fewer = _fewest - _sessions;
        norm += fewer * fewer;
        if (norm <= 0 || length <= 0)
        {
            return false;
        }

        for (var k = 0; k < prices.Length; k++)
        {
            double wanted = (unit * _relaxation.Kinds[k].Count) - _taken[k];
            prices[k] = Math.Max(0, prices[k] + (length / norm * wanted / _relaxation.Kinds[k].Count));
        }

        session = Math.Max(0, session + (length / norm * fewer));
        return true;
    }

    private long Evaluate()
    {
        Array.Clear(_taken);
        _sessions = 0;
        var sum = ((long)Costs.Uncovered * Scale * _uncovered) + CheapestPeople() + (_session * _fewest);
        foreach (var leader in _relaxation.Teaching)
        {
            sum -= Earned(leader);
        }

        return sum;
    }

    /// <summary>The prices of all but the dearest who are left out anyway.</summary>
    private long CheapestPeople()
    {
        var sum = 0L;
        for (var k = 0; k < _price.Length; k++)
        {
            _sorted[k] = (-_price[k], k);
            sum += _relaxation.Unit * _price[k] * _relaxation.Kinds[k].Count;
        }

        if (_uncovered > 0)
        {
            Array.Sort(_sorted);
            long left = _uncovered;
            foreach (var (negative, kind) in _sorted)
            {
                var gone = Math.Min(left, _relaxation.Kinds[kind].Count);
                sum += _relaxation.Unit * negative * gone;
                // Whoever is left out is not asked for.
                _taken[kind] += _relaxation.Unit * gone;
                left -= gone;
            }
        }

        return sum;
    }

    /// <summary>
    /// What a leader alone earns at most: people of the highest value first, as many as the seats of an option and own ones as many as its seats for them, less
    /// what its sessions cost.
    /// </summary>
    private long Earned(Teaching leader)
    {
        var kinds = leader.Kinds;
        for (var i = 0; i < kinds.Count; i++)
        {
            var stranger = kinds[i].IsOwn ? 0 : Costs.NotOwn * Scale / _relaxation.Unit;
            _sorted[i] = (stranger - _price[kinds[i].Kind], i);
        }

        Array.Sort(_sorted, 0, kinds.Count);
        var (best, bestOption) = (0L, default(Option));
        foreach (var option in leader.Options)
        {
            var most = _session * option.Sessions - (option.Cost * Scale);
            var earned = most + Worth(kinds, option, false);
            if (earned > best)
            {
                (best, bestOption) = (earned, option);
            }
        }

        _sessions += bestOption.Sessions;
        if (best > 0)
        {
            Worth(kinds, bestOption, true);
        }

        return best;
    }

    private long Worth(IReadOnlyList<(int Kind, bool IsOwn)> kinds, Option option, bool take)
    {
        var (worth, seats, own) = (0L, (long)option.Seats, (long)option.Own);
        for (var i = 0; i < kinds.Count && seats > 0 && _sorted[i].Value < 0; i++)
        {
            var (kind, isOwn) = kinds[_sorted[i].Kind];
            var people = Math.Min(isOwn ? Math.Min(own, seats) : seats, (long)_relaxation.Unit * _relaxation.Kinds[kind].Count);
            worth -= people * _sorted[i].Value;
            seats -= people;
            own -= isOwn ? people : 0;
            if (take)
            {
                _taken[kind] += people;
            }
        }

        return worth;
    }

    /// <summary>
    /// A session of k seats holds whoever sits in it for 1/k: the shares of all who are covered, those with the smallest taken, rounded up. Exact, over the least
    /// common multiple.
    /// </summary>
    private int FewestSessions()
    {
        var counts = _relaxation
            .Kinds.Where(k => k.Widest > 0)
            .GroupBy(k => k.Widest)
            .Select(g => (Size: g.Key, Count: g.Sum(k => k.Count)));
        Int128 multiple = 1;
        foreach (var (size, _) in counts)
        {
            multiple = multiple / Divisor(multiple, size) * size;
            if (multiple > Int128.MaxValue >> 40)
            {
                // Rounded down to the largest size: fewer sessions, and still certain.
                var widest = _relaxation.Kinds.Max(k => k.Widest);
                return (int)((((long)_relaxation.People.Count - _uncovered) * _relaxation.Unit / widest));
            }
        }

        long left = _relaxation.People.Count - _uncovered;
        Int128 sum = 0;
        foreach (var (size, count) in counts.OrderByDescending(c => c.Size))
        {
            var people = Math.Clamp(left, 0, count);
            sum += multiple / size * people * _relaxation.Unit;
            left -= people;
        }

        return (int)((sum + multiple - 1) / multiple);
    }

    private static Int128 Divisor(Int128 a, Int128 b) => b == 0 ? a : Divisor(b, a % b);
}
