using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Workshops;

/// <summary>Who may come to a workshop.</summary>
public enum WorkshopDoor
{
    /// <summary>Whoever is on the list; nobody else sees that it exists.</summary>
    ByInvitation,

    /// <summary>Anybody signed in, while a seat is free; then they wait.</summary>
    Open,
}

/// <summary>What a workshop is called, where and when it is, for how many, and who may come.</summary>
/// <param name="Earlier">An earlier workshop of a series: until their own day, the people of this one are the comparison for that one.</param>
public sealed record WorkshopFacts(
    string? Title,
    string? Place,
    DateOnly? On,
    TimeOnly? Start,
    string TimeZone,
    int Seats,
    WorkshopDoor Door,
    WorkshopId? Earlier = null
)
{
    public IReadOnlyList<InputProblem> Problems(WorkshopProgramme programme, WorkshopRules rules) =>
        [
            .. string.IsNullOrWhiteSpace(Title) ? Missing("title") : [],
            .. Title?.Trim().Length > Workshop.TitleLength ? TooLong("title") : [],
            .. string.IsNullOrWhiteSpace(Place) ? Missing("place") : [],
            .. Place?.Trim().Length > Workshop.PlaceLength ? TooLong("place") : [],
            .. On is null ? Missing("on") : [],
            .. Start is null ? Missing("start") : [],
            .. TimeZone.Length > AppointedTime.TimeZoneLength ? TooLong("timeZone") : [],
            .. InputProblems.Outside("seats", Seats, programme.SeatsAtLeast(rules), rules.SeatsAtMost),
        ];

    private static IEnumerable<InputProblem> Missing(string path) => [new InputProblem(path, InputProblems.Missing)];

    private static IEnumerable<InputProblem> TooLong(string path) => [new InputProblem(path, "too-long")];
}
