using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Web.Features.Administration.Importing;

namespace Fieldcraft.Tests.People;

/// <summary>The two directory files of Meridian Post, and plans made from them without a database.</summary>
internal static class DirectoryFiles
{
    public const string Headers = "employeeId,firstName,lastName,email,status,supervisorId,unit,startDate,timeZone";
    public static readonly byte[] Whole = File.ReadAllBytes(Find("src", "Fieldcraft.Web", "Demo", "people.csv"));
    public static readonly byte[] Messy = File.ReadAllBytes(Find("tests", "Fieldcraft.Tests", "People", "Data", "people-messy.csv"));

    public static DirectorySnapshot Nothing { get; } =
        new()
        {
            People = [],
            Units = [],
            ZoneNamed = DirectoryReading.ZoneNamed,
        };

    public static ImportPlan Plan(byte[] bytes, DirectorySnapshot? snapshot = null, DateOrder? dates = null)
    {
        var file = DirectoryFile.Read(bytes);
        var mapping = ColumnMapping.Of(file.Headers, ColumnMapping.Propose(file.Headers).Chosen(), dates);
        return DirectoryImport.Plan(file.Rows, snapshot ?? Nothing, mapping);
    }

    /// <summary>A plan of a few lines under <see cref="Headers"/>.</summary>
    public static ImportPlan PlanOf(params string[] lines) => Plan(Bytes(lines));

    public static byte[] Bytes(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', [Headers, .. lines]));

    /// <summary>The directory as it would be after a plan, made by the domain.</summary>
    public static (DirectorySnapshot Snapshot, ImportedDirectory Made) After(ImportPlan plan)
    {
        var made = ImportedDirectory.CarryOut(
            plan,
            new Dictionary<PersonId, Person>(),
            new Dictionary<UnitId, Unit>(),
            new DateOnly(2026, 11, 24),
            new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)
        );
        var snapshot = Nothing with
        {
            People = [.. made.NewPeople.Select(p => new KnownPerson(p.Id, p.Facts(), p.UnitId, p.ManagerId))],
            Units = [.. made.NewUnits.Select(u => new KnownUnit(u.Id, u.ParentId, u.Kind, u.Name, u.Path, u.LeadId))],
        };
        return (snapshot, made);
    }

    private static string Find(params string[] path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Fieldcraft.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The checkout is not above the tests.");
        }

        return Path.Combine([folder.FullName, .. path]);
    }
}
