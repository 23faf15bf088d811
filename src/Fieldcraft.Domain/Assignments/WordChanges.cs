using System.Text.RegularExpressions;

namespace Fieldcraft.Domain.Assignments;

/// <summary>What happened to a piece of a text between two rounds.</summary>
public enum WordChange
{
    Kept,
    Removed,
    Added,
}

/// <summary>A run of words, with the spaces and line ends after them, that were all kept, all removed or all added.</summary>
public sealed record ChangedWords(WordChange Change, string Text);

/// <summary>
/// Which words of an answer changed from one round to the next, so that the second can be read beside the first (DOMAIN 1.7). The kept and removed
/// pieces together are the words of the earlier text, the kept and added ones those of the later; spaces and line ends are no change.
/// </summary>
public static partial class WordChanges
{
    // Above this many comparisons two long texts that share little are shown as one replaced by the other: nobody reads a patchwork.
    private const int MostComparisons = 400_000;

    /// <summary>The pieces in reading order; what was removed comes before what stands in its place. Two empty texts give none.</summary>
    public static IReadOnlyList<ChangedWords> Between(string earlier, string later)
    {
        var (before, after) = (Pieces(earlier), Pieces(later));
        var head = CommonHead(before, after);
        var tail = CommonTail(before, after, head);
        var pieces = new List<(WordChange Change, string Word)>();
        pieces.AddRange(before.Zip(after).Take(head).Select(w => (WordChange.Kept, Spaced(w.First, w.Second))));
        pieces.AddRange(Middle(before[head..^tail], after[head..^tail]));
        pieces.AddRange(before[^tail..].Zip(after[^tail..]).Select(w => (WordChange.Kept, Spaced(w.First, w.Second))));
        return Runs(pieces);
    }

    private static string[] Pieces(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    private static bool Same(string one, string other) => one.AsSpan().TrimEnd().SequenceEqual(other.AsSpan().TrimEnd());

    // A kept word stands as in the later text; at the end of that it has no space, and something removed may follow.
    private static string Spaced(string earlier, string later) => char.IsWhiteSpace(later[^1]) ? later : earlier;

    private static int CommonHead(string[] before, string[] after)
    {
        var most = Math.Min(before.Length, after.Length);
        var head = 0;
        while (head < most && Same(before[head], after[head]))
        {
            head++;
        }

        return head;
    }

    private static int CommonTail(string[] before, string[] after, int head)
    {
        var most = Math.Min(before.Length, after.Length) - head;
        var tail = 0;
        while (tail < most && Same(before[^(tail + 1)], after[^(tail + 1)]))
        {
            tail++;
        }

        return tail;
    }

    private static List<(WordChange Change, string Word)> Middle(string[] before, string[] after)
    {
        if ((long)before.Length * after.Length > MostComparisons)
        {
            return [.. before.Select(w => (WordChange.Removed, w)), .. after.Select(w => (WordChange.Added, w))];
        }

        var longest = LongestCommon(before, after);
        var pieces = new List<(WordChange Change, string Word)>(before.Length + after.Length);
        var (b, a) = (0, 0);
        while (b < before.Length || a < after.Length)
        {
            if (b < before.Length && a < after.Length && Same(before[b], after[a]))
            {
                pieces.Add((WordChange.Kept, Spaced(before[b++], after[a++])));
            }
            else if (a == after.Length || (b < before.Length && longest[b + 1, a] >= longest[b, a + 1]))
            {
                pieces.Add((WordChange.Removed, before[b++]));
            }
            else
            {
                pieces.Add((WordChange.Added, after[a++]));
            }
        }

        return pieces;
    }

    /// <summary>How many words from each pair of places on can be kept at most.</summary>
    private static int[,] LongestCommon(string[] before, string[] after)
    {
        var longest = new int[before.Length + 1, after.Length + 1];
        for (var b = before.Length - 1; b >= 0; b--)
        {
            for (var a = after.Length - 1; a >= 0; a--)
            {
                longest[b, a] = Same(before[b], after[a]) ? longest[b + 1, a + 1] + 1 : Math.Max(longest[b + 1, a], longest[b, a + 1]);
            }
        }

        return longest;
    }

    private static List<ChangedWords> Runs(List<(WordChange Change, string Word)> pieces)
    {
        var runs = new List<ChangedWords>();
        foreach (var (change, word) in pieces)
        {
            if (runs is [.., var last] && last.Change == change)
            {
                runs[^1] = last with { Text = last.Text + word };
            }
            else
            {
                runs.Add(new ChangedWords(change, word));
            }
        }

        return runs;
    }

    [GeneratedRegex(@"\S+\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Word();
}
