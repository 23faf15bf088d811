using System.Reflection;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;

namespace Fieldcraft.Tests.Architecture;

public sealed class LayersTests
{
    private static readonly string[] FolderNamesThatSayNothing =
    [
        "Services",
        "Helpers",
        "Utils",
        "Managers",
        "Models",
        "DTOs",
        "Common",
        "Infrastructure",
    ];

    [Fact]
    public void The_domain_knows_only_the_base_library() => Foreign(typeof(DomainEvent).Assembly, "System", "netstandard").ShouldBeEmpty();

    [Fact]
    public void The_timetable_engine_knows_only_the_base_library_and_its_checker_does_not_know_the_engine()
    {
        Foreign(typeof(Rollout.Solver).Assembly, "System", "netstandard").ShouldBeEmpty();
        Foreign(typeof(RolloutChecker.TimetableChecker).Assembly, "System", "netstandard").ShouldBeEmpty();
    }

    [Fact]
    public void The_rehearsal_knows_nothing_of_what_it_rehearses() =>
        Foreign(typeof(Rehearsal.ProgrammeRehearsal).Assembly, "System", "netstandard").ShouldBeEmpty();

    [Fact]
    public void The_persistence_does_not_know_the_web() =>
        Foreign(
                typeof(FieldcraftDb).Assembly,
                "System",
                "netstandard",
                "Microsoft.EntityFrameworkCore",
                "Microsoft.Data.Sqlite",
                "Npgsql",
                "SQLitePCLRaw",
                "Microsoft.Extensions",
                "Fieldcraft.Domain"
            )
            .ShouldBeEmpty();

    [Fact]
    public void A_foreign_reference_is_found() =>
        Foreign(typeof(FieldcraftDb).Assembly, "System").ShouldContain("Microsoft.EntityFrameworkCore");

    [Fact]
    public void Only_persistence_asks_which_database_it_is()
    {
        var askers = SourceFiles("src/Fieldcraft.Web")
            .Where(f => File.ReadAllText(f).Contains("IsNpgsql(", StringComparison.Ordinal))
            .Select(Path.GetFileName);

        askers.ShouldBeEmpty();
    }

    [Fact]
    public void No_folder_has_a_name_that_says_nothing() =>
        Directory
            .EnumerateDirectories(Path.Combine(Approved.ApprovedFile.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(d => !d.Contains("/obj/", StringComparison.Ordinal) && !d.Contains("/bin/", StringComparison.Ordinal))
            .Where(d => FolderNamesThatSayNothing.Contains(Path.GetFileName(d)))
            .ShouldBeEmpty();

    [Fact]
    public void No_source_file_is_longer_than_a_person_reads_at_once() =>
        SourceFiles("src")
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => (File: Path.GetFileName(f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > 400)
            .ShouldBeEmpty();

    [Fact]
    public void Aggregates_change_only_through_their_own_methods()
    {
        var open = typeof(IAggregate)
            .Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IAggregate)) && !t.IsAbstract)
            .SelectMany(t => t.GetProperties().Where(p => p.SetMethod is { IsPublic: true }).Select(p => $"{t.Name}.{p.Name}"));

        open.ShouldBeEmpty();
    }

    private static IEnumerable<string> Foreign(Assembly assembly, params string[] allowed) =>
        assembly
            .GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => !allowed.Any(a => name == a || name.StartsWith(a + ".", StringComparison.Ordinal)));

    private static IEnumerable<string> SourceFiles(string under) =>
        Directory
            .EnumerateFiles(Path.Combine(Approved.ApprovedFile.Root, under), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));
}
