using System.Text.Json;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Frameworks;

/// <summary>Who sees a capability at work, and so who can be asked about it (DOMAIN 2.1).</summary>
public enum RaterGroup
{
    /// <summary>One or two people above; always identifiable, and told so (DOMAIN 2.3).</summary>
    Boss,
    Peers,
    Reports,
    Customers,
}

/// <summary>Something a leader can do, seen in behaviour. A text that is null is the default's own word in the reader's language.</summary>
public sealed record Capability
{
    public const int Levels = 4;

    /// <summary>As long as an offer of a partner can name it.</summary>
    public const int IdLength = 40;
    public const int NameLength = 80;
    public const int LevelLength = 400;
    public const int ExampleLength = 300;
    public const int ExamplesAtMost = 12;
    public const int StatementLength = 200;
    public const int StatementsAtMost = 4;

    public required string Id { get; init; }

    /// <summary>The organisation's name for it.</summary>
    public string? Name { get; init; }

    /// <summary>The four indicators, from "starting" to "multiplying"; null as a whole where the default's stand.</summary>
    public IReadOnlyList<string>? LevelTexts { get; init; }
    public IReadOnlyList<RaterGroup> BestSeenBy { get; init; } = [];

    /// <summary>The organisation's own example events and achievements.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Three or four behaviours for the full form, rated for how often they are seen; empty where there is only the fast form.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>Offered nowhere any more; what was said about it stays readable.</summary>
    public bool IsHidden { get; init; }

    /// <summary>What the file it came from calls it, so that the same file taken in again finds it, whatever its name is by then.</summary>
    public Guid? CaseIdentifier { get; init; }

    // A record compares lists by reference; two capabilities are the same when they say the same.
    public bool Equals(Capability? other) =>
        other is not null
        && (Id, Name, IsHidden, CaseIdentifier) == (other.Id, other.Name, other.IsHidden, other.CaseIdentifier)
        && Same(LevelTexts, other.LevelTexts)
        && BestSeenBy.Order().SequenceEqual(other.BestSeenBy.Order())
        && Same(Examples, other.Examples)
        && Same(Statements, other.Statements);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    internal static bool Same<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other) =>
        one is null || other is null ? one == other : one.SequenceEqual(other);
}

/// <summary>
/// What a framework says: its capabilities, the names of challenges where they differ, and which challenge builds which capability (DOMAIN 1.4,
/// 2.1). Public: it is written to be read.
/// </summary>
public sealed record FrameworkContent
{
    /// <summary>As many as are offered; more is no framework that somebody keeps in mind.</summary>
    public const int CapabilitiesAtMost = 60;

    /// <summary>As many as are kept, the hidden ones among them.</summary>
    public const int KeptAtMost = 240;
    public const int HighestWeight = 3;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public IReadOnlyList<Capability> Capabilities { get; init; } = [];

    /// <summary>Challenge dimension id → the organisation's name for it; the sixteen ids themselves never change, the guard counts on them.</summary>
    public IReadOnlyDictionary<string, string> ChallengeNames { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Challenge dimension id → capability id → 3 high, 2 medium, 1 low; what is not there builds nothing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Matrix { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);

    /// <summary>Everything wrong with it, with paths such as <c>capabilities[2].levelTexts[0]</c>; empty when it can be used.</summary>
    /// <param name="isDefault">Whether an id is one of the default catalogue's, whose texts need not be given.</param>
    public IReadOnlyList<InputProblem> Problems(Func<string, bool> isDefault) =>
        [
            .. Capabilities.Count is 0 or > KeptAtMost || Capabilities.Count(c => !c.IsHidden) > CapabilitiesAtMost
                ? [new InputProblem("capabilities", InputProblems.WrongCount)]
                : Array.Empty<InputProblem>(),
            .. Capabilities.SelectMany((c, i) => ProblemsOf($"capabilities[{i}]", c, isDefault(c.Id))),
            .. Capabilities
                .GroupBy(c => c.Id, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => new InputProblem($"capabilities.{g.Key}", "duplicate")),
            .. Capabilities.Count > 0 && Capabilities.All(c => c.IsHidden)
                ? [new InputProblem("capabilities", "all-hidden")]
                : Array.Empty<InputProblem>(),
            .. ChallengeNames
                .Where(n => ChallengeDimension.Find(n.Key) is null)
                .Select(n => new InputProblem($"challengeNames.{n.Key}", "unknown")),
            .. ChallengeNames.SelectMany(n => Length($"challengeNames.{n.Key}", n.Value, Capability.NameLength, needed: true)),
            .. Matrix.SelectMany(row =>
                ChallengeDimension.Find(row.Key) is null
                    ? [new InputProblem($"matrix.{row.Key}", "unknown")]
                    : row.Value.SelectMany(cell => ProblemsOf(row.Key, cell))
            ),
        ];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static FrameworkContent FromJson(string json) => JsonSerializer.Deserialize<FrameworkContent>(json, Json)!;

    private static IEnumerable<InputProblem> ProblemsOf(string path, Capability c, bool isDefault) =>
        [
            .. IsId(c.Id) ? Array.Empty<InputProblem>() : [new InputProblem($"{path}.id", "not-an-id")],
            .. Length($"{path}.name", c.Name, Capability.NameLength, needed: !isDefault),
            .. c.LevelTexts is { } levels
                ? levels.Count != Capability.Levels
                    ? [new InputProblem($"{path}.levelTexts", InputProblems.WrongCount)]
                    : levels.SelectMany((l, i) => Length($"{path}.levelTexts[{i}]", l, Capability.LevelLength, needed: true))
                : isDefault
                    ? []
                    : [new InputProblem($"{path}.levelTexts", InputProblems.Missing)],
            .. c.Examples.Count > Capability.ExamplesAtMost
                ? [new InputProblem($"{path}.examples", InputProblems.WrongCount)]
                : Array.Empty<InputProblem>(),
            .. c.Examples.SelectMany((e, i) => Length($"{path}.examples[{i}]", e, Capability.ExampleLength, needed: true)),
            .. c.Statements.Count > Capability.StatementsAtMost
                ? [new InputProblem($"{path}.statements", InputProblems.WrongCount)]
                : Array.Empty<InputProblem>(),
            .. c.Statements.SelectMany((s, i) => Length($"{path}.statements[{i}]", s, Capability.StatementLength, needed: true)),
        ];

    private IEnumerable<InputProblem> ProblemsOf(string dimension, KeyValuePair<string, int> cell) =>
        Capabilities.All(c => c.Id != cell.Key) ? [new InputProblem($"matrix.{dimension}.{cell.Key}", "unknown")]
        : cell.Value is < 1 or > HighestWeight ? [new InputProblem($"matrix.{dimension}.{cell.Key}", InputProblems.OutOfRange)]
        : [];

    private static IEnumerable<InputProblem> Length(string path, string? text, int maximum, bool needed) =>
        string.IsNullOrWhiteSpace(text)
            ? needed
                ? [new InputProblem(path, InputProblems.Missing)]
                : []
            : text.Length > maximum
                ? [new InputProblem(path, "too-long")]
                : [];

    /// <summary>Begins with a letter; small letters, digits and underscores: an id stands in addresses, files and other people's plans.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= Capability.IdLength
        && char.IsAsciiLetterLower(id[0])
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
