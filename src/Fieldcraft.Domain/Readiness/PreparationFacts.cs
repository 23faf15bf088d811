using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Readiness;

/// <summary>How leaders are made ready together (DOMAIN 7.2, 7.4).</summary>
public enum PreparationKind
{
    /// <summary>A skilled facilitator holds the module; leaders take part as learners.</summary>
    Preview,

    /// <summary>Leaders practise on each other and finish their planner.</summary>
    Coaching,
}

/// <summary>How long and how large a preview or a coaching group is (DOMAIN 7.4).</summary>
public sealed record PreparationSize(int Minutes, int LeadersAtLeast, int LeadersAtMost)
{
    public static readonly PreparationSize Preview = new(60, 16, 20);
    public static readonly PreparationSize Coaching = new(90, 8, 10);

    public static PreparationSize Of(PreparationKind kind) => kind == PreparationKind.Preview ? Preview : Coaching;
}

/// <summary>What is said of a preview or a coaching group: where, when, in which language, for which shift, with whom.</summary>
/// <param name="SiteId">The facility where it takes place; null: somewhere else, as the place says.</param>
/// <param name="FacilitatorId">The skilled facilitator, by name; whether somebody may be one is asked before.</param>
public sealed record PreparationFacts(
    PreparationKind Kind,
    UnitId? SiteId,
    string? Place,
    AppointedTime When,
    string? Language,
    string? Shift,
    PersonId FacilitatorId,
    int Seats
)
{
    public const int MinutesAtLeast = 30;
    public const int MinutesAtMost = 180;
    public const int SeatsAtLeast = 2;

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. SiteId is null && string.IsNullOrWhiteSpace(Place)
                ? [new InputProblem("place", InputProblems.Missing)]
                : Array.Empty<InputProblem>(),
            .. TooLong("place", Place, PreparationEvent.PlaceLength),
            .. string.IsNullOrWhiteSpace(Language) ? [new InputProblem("language", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. TooLong("language", Language, PreparationEvent.LanguageLength),
            .. TooLong("shift", Shift, DirectoryFacts.WordLength),
            .. When.At is null ? [new InputProblem("at", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. InputProblems.Outside("minutes", When.Minutes, MinutesAtLeast, MinutesAtMost),
            .. InputProblems.Outside("seats", Seats, SeatsAtLeast, PreparationSize.Of(Kind).LeadersAtMost),
        ];

    private static IEnumerable<InputProblem> TooLong(string path, string? text, int most) =>
        text?.Trim().Length > most ? [new InputProblem(path, "too-long")] : [];
}
