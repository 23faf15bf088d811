using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments;

/// <summary>What a person says about an assignment. Only the title is needed; everything else can wait (PRODUCT 0.1).</summary>
public sealed record AssignmentFacts
{
    public const int TitleLength = 160;
    public const int ContextLength = 8_000;
    public const int ArchetypeLength = 40;

    public string? Title { get; init; }

    /// <summary>What surrounds it: the organisation's aims, the people, what changes (DOMAIN 15.1).</summary>
    public string? Context { get; init; }

    /// <summary>One of the archetypes of DOMAIN 1.5; null when none of them fits.</summary>
    public string? Archetype { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }

    /// <summary>Everything wrong with it; empty when it can be used. Whether the archetype exists is for the caller, who has the content.</summary>
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. string.IsNullOrWhiteSpace(Title) ? [new InputProblem("title", InputProblems.Missing)] : Lengths("title", Title, TitleLength),
            .. Lengths("context", Context, ContextLength),
            .. EndsOn < StartsOn ? [new InputProblem("endsOn", InputProblems.OutOfRange)] : Array.Empty<InputProblem>(),
        ];

    internal static IEnumerable<InputProblem> Lengths(string path, string? text, int maximum) =>
        text?.Trim().Length > maximum ? [new InputProblem(path, "too-long")] : [];
}
