namespace Fieldcraft.Domain.Conditions;

public enum PieceKind
{
    Same,
    Gone,
    New,
}

/// <summary>A run of words that two wordings share, or that only one of them has.</summary>
public sealed record Piece(PieceKind Kind, string Text);

/// <summary>What changed from one wording to the next, word by word, by the longest run of words that both have in the same order.</summary>
public static class WordDifference
{
    /// <summary>Texts with more words than this are shown as gone and new as a whole: the comparison takes their product in steps.</summary>
    public const int WordsAtMost = 1_500;

    public static IReadOnlyList<Piece> Between(string before, string after)
    {
        var (old, @new) = (Words(before), Words(after));
        if (old.Count > WordsAtMost || @new.Count > WordsAtMost)
        {
            return Joined([.. old.Select(w => new Piece(PieceKind.Gone, w)), .. @new.Select(w => new Piece(PieceKind.New, w))]);
        }

        // longest[i, j]: how many words the rests from i and from j share in order.
        var longest = new int[old.Count + 1, @new.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = @new.Count - 1; j >= 0; j--)
            {
                longest[i, j] = IsSame(old[i], @new[j]) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var pieces = new List<Piece>();
        var (o, n) = (0, 0);
        while (o < old.Count || n < @new.Count)
        {
            if (o < old.Count && n < @new.Count && IsSame(old[o], @new[n]))
            {
                pieces.Add(new Piece(PieceKind.Same, @new[n]));
                (o, n) = (o + 1, n + 1);
            }
            else if (o < old.Count && (n == @new.Count || longest[o + 1, n] >= longest[o, n + 1]))
            {
                pieces.Add(new Piece(PieceKind.Gone, old[o++]));
            }
            else
            {
                pieces.Add(new Piece(PieceKind.New, @new[n++]));
            }
        }

        return Joined(pieces);
    }

    private static bool IsSame(string one, string other) => one.AsSpan().TrimEnd().SequenceEqual(other.AsSpan().TrimEnd());

    // Each word carries the white space after it, so that the pieces put together are the text.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var from = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i])))
            {
                words.Add(text[from..i]);
                from = i;
            }
        }

        return words;
    }

    private static List<Piece> Joined(List<Piece> pieces)
    {
        var joined = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (joined is [.., var last] && last.Kind == piece.Kind)
            {
                joined[^1] = last with { Text = last.Text + piece.Text };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }
}
