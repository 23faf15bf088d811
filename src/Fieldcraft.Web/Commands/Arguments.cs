using System.Globalization;

namespace Fieldcraft.Web.Commands;

/// <summary>What follows a command's name: words, <c>--switch</c>es and <c>--option value</c> pairs.</summary>
public sealed class Arguments
{
    private static readonly HashSet<string> Switches = new(StringComparer.Ordinal)
    {
        "--json",
        "--dry-run",
        "--skip-refused",
        "--demo",
        "--development",
    };
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    private Arguments(IReadOnlyList<string> words) => Words = words;

    public IReadOnlyList<string> Words { get; }

    public bool Json => Has("--json");

    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var words = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(args[i]);
            }
            else if (args[i].Split('=', 2) is [var name, var value])
            {
                options[name] = value;
            }
            else if (Switches.Contains(args[i]))
            {
                options[args[i]] = "";
            }
            else if (i + 1 < args.Count)
            {
                options[args[i]] = args[++i];
            }
            else
            {
                throw new UsageException($"{args[i]} needs a value.");
            }
        }

        var parsed = new Arguments(words);
        foreach (var (name, value) in options)
        {
            parsed._options[name] = value;
        }

        return parsed;
    }

    public bool Has(string name)
    {
        _read.Add(name);
        return _options.ContainsKey(name);
    }

    public string? Value(string name)
    {
        _read.Add(name);
        return _options.GetValueOrDefault(name);
    }

    public int Number(string name, int otherwise) =>
        Value(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new UsageException($"{name} needs a number, not {text}.");

    public string Word(int at, string name) => Words.Count > at ? Words[at] : throw new UsageException($"{name} is missing.");

    /// <summary>The settings that every command takes: --data, --database, --keys, --address, --smtp.</summary>
    public Settings Settings() =>
        new()
        {
            DataFolder = Path.GetFullPath(Value("--data") ?? "data"),
            Database = Value("--database"),
            Keys = Value("--keys"),
            Address = Value("--address") ?? Environment.GetEnvironmentVariable("FIELDCRAFT_ADDRESS"),
            Smtp = (Value("--smtp") ?? Environment.GetEnvironmentVariable("FIELDCRAFT_SMTP")) is { Length: > 0 } server
                ? new Uri(server)
                : null,
        };

    /// <exception cref="UsageException">An option was given that the command does not know.</exception>
    public void NothingElse()
    {
        if (_options.Keys.FirstOrDefault(o => !_read.Contains(o)) is { } unknown)
        {
            throw new UsageException($"{unknown} is not an option here.");
        }
    }
}
