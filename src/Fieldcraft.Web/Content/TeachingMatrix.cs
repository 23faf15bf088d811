using System.Text.Json;

namespace Fieldcraft.Web.Content;

/// <summary>Which challenge dimension teaches which capability, 1 to 3 (DOMAIN 1.4); read once, a broken file stops the start.</summary>
public sealed class TeachingMatrix
{
    private const int Much = 3;
    private readonly Dictionary<string, Dictionary<string, int>> _rows;

    public TeachingMatrix()
    {
        using var stream = File.OpenRead(Path.Combine(ContentFiles.Folder, "matrix.json"));
        _rows = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, int>>>(stream)!;
    }

    /// <summary>The capabilities that one of these dimensions teaches most, in the order of the dimensions.</summary>
    public IReadOnlyList<string> TaughtMuchBy(IEnumerable<string> dimensions) =>
        [
            .. dimensions
                .SelectMany(d => _rows.GetValueOrDefault(d) ?? [])
                .Where(c => c.Value >= Much)
                .Select(c => c.Key)
                .Distinct(StringComparer.Ordinal),
        ];
}
