using System.Text.Json;

namespace Fieldcraft.Web.Wall;

/// <summary>
/// A copy of the key store as one JSON file. The keys in it are wrapped by the master key, which is in no backup. Copies rotate within
/// seven days: an erased person's key must not live on in an old one.
/// </summary>
public sealed record KeyBackup(
    string Kind,
    DateTimeOffset TakenAt,
    IReadOnlyList<KeyBackup.PersonKey> People,
    IReadOnlyList<Erasure> Erasures,
    IReadOnlyDictionary<string, byte[]> Values
)
{
    public const string FileKind = "fieldcraft keys 1";
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    public sealed record PersonKey(Guid Person, byte[] Wrapped, DateTimeOffset MadeAt);

    /// <summary>Writes the copy and removes copies in the same folder that are older than seven days.</summary>
    /// <returns>The old copies that were removed.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(string file, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(this), cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var removed = new List<string>();
        foreach (var other in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, $"*{Path.GetExtension(file)}").Where(f => f != file))
        {
            if (await ReadAsync(other, cancellationToken) is { } old && TakenAt - old.TakenAt > KeptFor)
            {
                File.Delete(other);
                removed.Add(other);
            }
        }

        return removed;
    }

    /// <summary>The copy in a file, or null when the file is something else.</summary>
    public static async Task<KeyBackup?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var read = JsonSerializer.Deserialize<KeyBackup>(await File.ReadAllTextAsync(file, cancellationToken));
            return read?.Kind == FileKind ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
