using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Domain.Readiness;

/// <summary>
/// How many leaders went from one value of confidence to another; it carries no person and no time. Pairs are counted in batches of ten: only full
/// ones are shown, so that no figure changes by one leader (DOMAIN 15.6).
/// </summary>
public sealed class ConfidenceTally
{
    public const int BatchSize = ConfidenceChange.PairsAtLeast;

    private ConfidenceTally() { }

    public ConfidenceTally(ModuleId module, int batch, ConfidencePair pair) =>
        (ModuleId, Batch, Kind, Before, After, Pairs) = (module, batch, pair.Kind, pair.Before, pair.After, 1);

    public ModuleId ModuleId { get; private set; }
    public ConfidenceChangeKind Kind { get; private set; }
    public int Batch { get; private set; }
    public int Before { get; private set; }
    public int After { get; private set; }
    public int Pairs { get; private set; }

    public void CountOneMore() => Pairs++;

    /// <summary>Counts a pair into the first batch of its kind that is not full.</summary>
    /// <param name="tallies">All of the module.</param>
    /// <returns>The new line, or null when one that was there counts it.</returns>
    public static ConfidenceTally? Count(ModuleId module, IReadOnlyCollection<ConfidenceTally> tallies, ConfidencePair pair)
    {
        var batch = 0;
        while (tallies.Where(t => t.Kind == pair.Kind && t.Batch == batch).Sum(t => t.Pairs) >= BatchSize)
        {
            batch++;
        }

        if (
            tallies.FirstOrDefault(t => t.Kind == pair.Kind && t.Batch == batch && t.Before == pair.Before && t.After == pair.After) is
            { } line
        )
        {
            line.CountOneMore();
            return null;
        }

        return new ConfidenceTally(module, batch, pair);
    }

    /// <summary>The pairs that may be shown: those of full batches.</summary>
    public static IReadOnlyList<ConfidencePair> Shown(IEnumerable<ConfidenceTally> tallies, ConfidenceChangeKind kind) =>
        [
            .. tallies
                .Where(t => t.Kind == kind)
                .GroupBy(t => (t.ModuleId, t.Batch))
                .Where(b => b.Sum(t => t.Pairs) >= BatchSize)
                .SelectMany(b => b)
                .OrderBy(t => t.Before)
                .ThenBy(t => t.After)
                .SelectMany(t => Enumerable.Repeat(new ConfidencePair(t.Kind, t.Before, t.After), t.Pairs)),
        ];
}
