using System.Globalization;
using System.Text;

namespace Fieldcraft.Domain.Frameworks;

/// <summary>How the content of a draft is written, one part at a time. Each gives a new content; whether it can be used, its problems say.</summary>
public static class FrameworkWriting
{
    /// <summary>The content with this capability in its place, or at the end when it is new.</summary>
    public static FrameworkContent With(this FrameworkContent content, Capability capability) =>
        content with
        {
            Capabilities = content.Capabilities.Any(c => c.Id == capability.Id)
                ? [.. content.Capabilities.Select(c => c.Id == capability.Id ? capability : c)]
                : [.. content.Capabilities, capability],
        };

    /// <summary>The content without this capability and what builds it.</summary>
    public static FrameworkContent Without(this FrameworkContent content, string id) =>
        content.Weighted(id, new Dictionary<string, int>(StringComparer.Ordinal)) with
        {
            Capabilities = [.. content.Capabilities.Where(c => c.Id != id)],
        };

    /// <summary>The capabilities in the order of these ids; those that are not named follow as they stood.</summary>
    public static FrameworkContent InOrder(this FrameworkContent content, IReadOnlyList<string> ids)
    {
        var places = ids.Distinct(StringComparer.Ordinal)
            .Select((id, place) => (id, place))
            .ToDictionary(p => p.id, p => p.place, StringComparer.Ordinal);
        return content with { Capabilities = [.. content.Capabilities.OrderBy(c => places.GetValueOrDefault(c.Id, int.MaxValue))] };
    }

    /// <summary>The capability one place up (−1) or down (1) among those that are offered; at the end it stays.</summary>
    public static FrameworkContent Moved(this FrameworkContent content, string id, int by)
    {
        var shown = content.Capabilities.Where(c => !c.IsHidden).Select(c => c.Id).ToList();
        var place = shown.IndexOf(id);
        if (place < 0 || place + by < 0 || place + by >= shown.Count)
        {
            return content;
        }

        (shown[place], shown[place + by]) = (shown[place + by], shown[place]);
        return content.InOrder(shown);
    }

    /// <summary>The organisation's names of challenges; an empty one leaves the default's.</summary>
    public static FrameworkContent Named(this FrameworkContent content, IEnumerable<KeyValuePair<string, string?>> names) =>
        content with
        {
            ChallengeNames = names
                .Where(n => !string.IsNullOrWhiteSpace(n.Value))
                .ToDictionary(n => n.Key, n => n.Value!.Trim(), StringComparer.Ordinal),
        };

    /// <summary>What builds a capability: challenge dimension id → 1–3; 0 or none builds nothing.</summary>
    public static IReadOnlyDictionary<string, int> WeightsOf(this FrameworkContent content, string capability) =>
        content
            .Matrix.Where(row => row.Value.ContainsKey(capability))
            .ToDictionary(row => row.Key, row => row.Value[capability], StringComparer.Ordinal);

    /// <summary>The content with what builds a capability said anew.</summary>
    public static FrameworkContent Weighted(this FrameworkContent content, string capability, IReadOnlyDictionary<string, int> weights)
    {
        var matrix = content.Matrix.ToDictionary(
            row => row.Key,
            row => row.Value.Where(cell => cell.Key != capability).ToDictionary(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        foreach (var (dimension, weight) in weights.Where(w => w.Value != 0))
        {
            matrix.TryAdd(dimension, new(StringComparer.Ordinal));
            matrix[dimension][capability] = weight;
        }

        return content with
        {
            Matrix = matrix
                .Where(row => row.Value.Count > 0)
                .ToDictionary(row => row.Key, row => (IReadOnlyDictionary<string, int>)row.Value, StringComparer.Ordinal),
        };
    }

    /// <summary>
    /// The content with everything that an earlier one had: what was left out is kept, hidden, with what builds it. Plans and offers name
    /// capabilities by id, and nobody can look into the sealed ones; so a name that was ever in use never goes.
    /// </summary>
    public static FrameworkContent Keeping(this FrameworkContent content, FrameworkContent earlier)
    {
        var known = content.Capabilities.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return earlier
            .Capabilities.Where(c => !known.Contains(c.Id))
            .Aggregate(content, (kept, c) => kept.With(c with { IsHidden = true }).Weighted(c.Id, earlier.WeightsOf(c.Id)));
    }

    /// <summary>An id made from a name, that nothing in the content has: "Cash and care" becomes <c>cash_and_care</c>.</summary>
    public static string IdFor(this FrameworkContent content, string name)
    {
        const int RoomForNumber = 4;
        var letters = new StringBuilder();
        foreach (
            var letter in name.Normalize(NormalizationForm.FormD)
                .Where(l => CharUnicodeInfo.GetUnicodeCategory(l) != UnicodeCategory.NonSpacingMark)
        )
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
            else if (letters.Length > 0 && letters[^1] != '_')
            {
                letters.Append('_');
            }
        }

        var id = letters.ToString().TrimStart('_', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        id = id[..Math.Min(id.Length, Capability.IdLength - RoomForNumber)].TrimEnd('_');
        id = id.Length == 0 ? "capability" : id;
        var taken = content.Capabilities.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return Enumerable
            .Range(1, taken.Count + 1)
            .Select(n => n == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}_{n}"))
            .First(i => !taken.Contains(i));
    }
}
