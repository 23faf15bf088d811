namespace Fieldcraft.Domain.Frameworks.Importing;

/// <summary>Something in a file that cannot be taken in.</summary>
/// <param name="Place">A line number of a table, or a JSON path such as <c>$.CFItems[3].fullStatement</c>.</param>
/// <param name="Field">The column or member; empty where the place says it.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Code">In kebab-case; the sentence is the word <c>framework.take_in.code.CODE</c>.</param>
public sealed record ReadFinding(string Place, string Field, string Value, string Code);

/// <summary>What a file says of one capability; null where it says nothing, and what stands is kept.</summary>
public sealed record ReadCapability
{
    public required string Place { get; init; }

    /// <summary>The id, where the file gives one.</summary>
    public string? Id { get; init; }
    public Guid? CaseIdentifier { get; init; }
    public string? Name { get; init; }
    public IReadOnlyList<string>? LevelTexts { get; init; }
    public IReadOnlyList<RaterGroup>? BestSeenBy { get; init; }
    public IReadOnlyList<string>? Examples { get; init; }
    public IReadOnlyList<string>? Statements { get; init; }
    public bool? IsHidden { get; init; }

    /// <summary>Challenge dimension id → 0–3 for the challenges that the file speaks of.</summary>
    public IReadOnlyDictionary<string, int>? Weights { get; init; }

    /// <summary>What is wrong with it; then it is refused and what stands is kept.</summary>
    public IReadOnlyList<ReadFinding> Findings { get; init; } = [];
}

/// <summary>What a file says, and what is wrong with the file as a whole; with findings of its own nothing of it is taken in.</summary>
/// <param name="PassedOver">What the file says besides, and nothing here reads.</param>
public sealed record FrameworkFile(
    IReadOnlyList<ReadCapability> Capabilities,
    IReadOnlyList<ReadFinding> Findings,
    IReadOnlyList<ReadFinding> PassedOver
);

/// <summary>The codes of <see cref="ReadFinding"/>.</summary>
public static class ReadFindings
{
    public const string Missing = "missing";
    public const string TooLong = "too-long";
    public const string WrongKind = "wrong-kind";
    public const string Unknown = "unknown";
    public const string Duplicate = "duplicate";
    public const string OutOfRange = "out-of-range";
    public const string Formula = "formula";
    public const string NotAnId = "not-an-id";
    public const string WrongCount = "wrong-count";
    public const string NotJson = "not-json";
    public const string Cycle = "cycle";

    /// <summary>A value for a table that people read: one line, not longer than they look at.</summary>
    public static string Shown(string value)
    {
        const int Length = 120;
        var line = value.ReplaceLineEndings(" ").Trim();
        return line.Length <= Length ? line : $"{line[..Length]}…";
    }
}
