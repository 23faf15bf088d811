namespace Fieldcraft.Tests.Insight.Figures;

/// <summary>
/// An attacker with pencil and paper: everything released as equations over what single people said, row reduction in exact arithmetic modulo a large prime, and then
/// bounds, because an answer lies between the ends of its scale.
/// </summary>
internal sealed class Solver(int people)
{
    private const long Prime = 2_147_483_647;
    private readonly List<(int[] Members, double Sum)> _equations = [];

    public int Equations => _equations.Count;

    public void Learn(IEnumerable<int> members, double sum) => _equations.Add(([.. members], sum));

    /// <summary>People whose answer follows from the equations alone.</summary>
    public IReadOnlyList<int> Isolated()
    {
        var rows = _equations.Select(e => Row(e.Members)).ToList();
        var rank = 0;
        for (var column = 0; column < people && rank < rows.Count; column++)
        {
            var pivot = rows.FindIndex(rank, r => r[column] != 0);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            var inverse = Power(rows[rank][column], Prime - 2);
            rows[rank] = [.. rows[rank].Select(x => x * inverse % Prime)];
            for (var other = 0; other < rows.Count; other++)
            {
                if (other != rank && rows[other][column] is var factor and not 0)
                {
                    for (var at = 0; at < people; at++)
                    {
                        rows[other][at] = (rows[other][at] + (Prime - factor) * rows[rank][at]) % Prime;
                    }
                }
            }

            rank++;
        }

        return [.. rows.Take(rank).Where(r => r.Count(x => x != 0) == 1).Select(r => Array.FindIndex(r, x => x != 0))];
    }

    /// <summary>People whose answer follows when every answer lies between the ends of the scale.</summary>
    public IReadOnlyList<int> Pinned(double least, double most)
    {
        var (low, high) = (Enumerable.Repeat(least, people).ToArray(), Enumerable.Repeat(most, people).ToArray());
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var (members, sum) in _equations)
            {
                var (lows, highs) = (members.Sum(m => low[m]), members.Sum(m => high[m]));
                foreach (var m in members)
                {
                    var (from, to) = (Math.Max(low[m], sum - (highs - high[m])), Math.Min(high[m], sum - (lows - low[m])));
                    changed |= from > low[m] + 1e-6 || to < high[m] - 1e-6;
                    (low[m], high[m]) = (from, to);
                }
            }
        }

        return [.. Enumerable.Range(0, people).Where(p => _equations.Any(e => e.Members.Contains(p)) && high[p] - low[p] < 1e-6)];
    }

    private long[] Row(int[] members)
    {
        var row = new long[people];
        foreach (var m in members)
        {
            row[m] = 1;
        }

        return row;
    }

    private static long Power(long value, long exponent)
    {
        long result = 1;
        for (value %= Prime; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1)
            {
                result = result * value % Prime;
            }

            value = value * value % Prime;
        }

        return result;
    }
}
