using Fieldcraft.Domain.People.Importing;

namespace Fieldcraft.Web.Features.Administration;

/// <summary>Every address of the administration that stands in this folder.</summary>
public static class AdministrationLinks
{
    public const string Home = "/administration";
    public const string Import = "/administration/import";
    public const string Export = "/administration/export/people.csv";
    public const string Grants = "/administration/grants";
    public const string Holidays = "/administration/holidays";

    public static string Check(Guid import) => $"/administration/import/{import}";

    public static string Check(Guid import, RowOutcome show, int after = 0) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"/administration/import/{import}?show={show.ToString().ToLowerInvariant()}{(after > 0 ? $"&after={after}" : "")}"
        );

    public static string Mend(Guid import, int line) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/administration/import/{import}/lines/{line}");

    public static string Table(Guid import) => $"/administration/import/{import}/table.csv";
}
