using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Demo;

/// <summary>One line of the demo's directory.</summary>
public sealed record DemoPerson(
    string EmployeeId,
    string? SupervisorId,
    string UnitPath,
    string? Email,
    string JobTitle,
    PersonStatus Status,
    DateOnly InJobSince,
    DirectoryFacts Facts
);

/// <summary>The directory of Meridian Post, the fictional company: 8,005 people, 42 facilities, read from people.csv.</summary>
public static class DemoDirectory
{
    private static readonly Lazy<IReadOnlyList<DemoPerson>> Read = new(ReadFile);

    public static IReadOnlyList<DemoPerson> Rows => Read.Value;

    private static List<DemoPerson> ReadFile()
    {
        using var text = new StreamReader(Path.Combine(AppContext.BaseDirectory, "Demo", "people.csv"));
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture));
        csv.Read();
        csv.ReadHeader();
        var rows = new List<DemoPerson>(8_100);
        while (csv.Read())
        {
            rows.Add(Row(csv));
        }

        return rows;
    }

    private static DemoPerson Row(CsvReader csv)
    {
        var facts = new DirectoryFacts
        {
            EmployeeId = csv.GetField("employeeId"),
            FirstName = csv.GetField("firstName")!,
            LastName = csv.GetField("lastName")!,
            PreferredName = Some(csv, "preferredName"),
            Email = Some(csv, "email"),
            Status = csv.GetField("status") switch
            {
                "L" => PersonStatus.OnLeave,
                "T" => PersonStatus.Left,
                _ => PersonStatus.Active,
            },
            JobTitle = csv.GetField("jobTitle")!,
            InJobSince = Day(csv, "dateInJob"),
            StartedOn = Day(csv, "startDate"),
            Location = csv.GetField("location")!,
            EmploymentType = csv.GetField("employmentType")!,
            Language = csv.GetField("language")!,
            ShiftPattern = csv.GetField("shiftPattern")!,
            TimeZone = csv.GetField("timeZone")!,
        };
        return new DemoPerson(
            facts.EmployeeId!,
            Some(csv, "supervisorId"),
            csv.GetField("unit")!,
            facts.Email,
            facts.JobTitle,
            facts.Status,
            facts.InJobSince!.Value,
            facts
        );
    }

    private static string? Some(CsvReader csv, string column) => csv.GetField(column) is { Length: > 0 } value ? value : null;

    private static DateOnly Day(CsvReader csv, string column) =>
        DateOnly.ParseExact(csv.GetField(column)!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
