using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Features.People;

/// <summary>Every address of the people room.</summary>
public static class PeopleLinks
{
    public const string List = "/people";
    public const string New = "/people/new";
    public const string Units = "/units";

    public static string Person(PersonId id) => $"/people/{id.Value}";

    public static string Correct(PersonId id) => $"/people/{id.Value}/correct";

    public static string End(PersonId id) => $"/people/{id.Value}/end";

    public static string Unit(UnitId id) => $"/units/{id.Value}";

    public static string CorrectUnit(UnitId id) => $"/units/{id.Value}/correct";

    public static string OpenUnit(UnitId under) => $"/units/{under.Value}/open";

    public static string After(PersonId id, string? search) =>
        search is null ? $"/people?after={id.Value}" : $"/people?search={Uri.EscapeDataString(search)}&after={id.Value}";
}
