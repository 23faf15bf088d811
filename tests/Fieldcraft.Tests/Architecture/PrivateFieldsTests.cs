using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Tests.Approved;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fieldcraft.Tests.Architecture;

public sealed class PrivateFieldsTests
{
    private static readonly IModel Model = Open().Model;

    [Fact]
    public void Every_column_says_who_may_learn_what_it_holds() => Unclassified(Model).ShouldBeEmpty();

    [Fact]
    public void Every_table_says_why_its_data_may_be_used() =>
        Model
            .GetEntityTypes()
            .Where(t => t.FindAnnotation(PrivacyAnnotations.PurposeKey) is null)
            .Select(t => t.ClrType.Name)
            .ShouldBeEmpty();

    [Fact]
    public void An_unclassified_column_is_found()
    {
        using var db = new Careless();

        Unclassified(db.Model).ShouldBe(["Rating.Stars"]);
    }

    [Fact]
    public void Every_table_with_a_sealed_text_names_the_owner_whose_erasure_takes_it_along()
    {
        var careless = Model
            .GetEntityTypes()
            .Where(t => t.GetProperties().Any(p => p.ClrType == typeof(SealedText)))
            .Where(t => t.FindProperty("OwnerId") is not { } owner || !CascadesFromPerson(owner))
            .Select(t => t.ClrType);

        // What is said in a pulse or a vote leads back to nobody: there is no owner to name. It goes when the round closes.
        careless.ShouldBe([typeof(PulseAnswer), typeof(ConsensusBallot)], ignoreOrder: true);
        Model.FindEntityType(typeof(PulseAnswer))!.GetProperties().ShouldAllBe(p => ClassOf(p) != "sealed");
        Model.FindEntityType(typeof(ConsensusBallot))!.GetProperties().ShouldAllBe(p => ClassOf(p) != "sealed");
    }

    [Fact]
    public void No_number_of_one_person_about_another_is_kept_where_a_third_can_read_it()
    {
        // Whoever adds a numeric column beside two people has to say here what it counts. There is no list of ratings, on purpose.
        var numbers = Model
            .GetEntityTypes()
            .Where(t => t.GetForeignKeys().Count(k => k.PrincipalEntityType.ClrType == typeof(Person)) > 1)
            .SelectMany(t =>
                t.GetProperties().Where(p => IsNumber(p) && p.Name != nameof(IAggregate.Version)).Select(p => $"{t.ClrType.Name}.{p.Name}")
            );

        // The number of an edition of the framework counts editions; the people beside it wrote and published it.
        // The number of a wording counts wordings of a strategy; the people beside it wrote it, or answer for it.
        // A coaching slot has a length; a workshop has seats, and a number from which its groups are drawn. None is of a person.
        numbers.ShouldBe([
            "FrameworkEdition.Number",
            "StrategyEntry.WordingNumber",
            "CoachingSlot.Minutes",
            "Workshop.SeatCount",
            "Workshop.Seed",
        ]);
    }

    [Fact]
    public void The_list_of_private_fields_is_the_one_that_was_approved()
    {
        var text = new StringBuilder("# Every column, and who may learn what it holds\n\n");
        text.Append(
                "Written by a test from the model. *public*: anybody signed in · *guarded*: pages show it through an access rule; who opens the database file can read it · "
            )
            .Append(
                "*sealed*: encrypted, only its owner and whom the owner admits open it · *round*: encrypted with the key of a round, opened by nobody and gone when it closes · *secret*: a hash or a wrapped key · *id*: which row belongs to which.\n"
            );
        foreach (var type in Model.GetEntityTypes().OrderBy(t => t.GetTableName(), StringComparer.Ordinal))
        {
            text.Append(
                $"\n## {type.GetTableName()} — purpose: {type.FindAnnotation(PrivacyAnnotations.PurposeKey)?.Value?.ToString()!.ToLowerInvariant()}\n\n| column | holds | privacy |\n|---|---|---|\n"
            );
            foreach (var property in type.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                text.Append($"| {property.Name} | {Kind(property)} | {ClassOf(property)} |\n");
            }
        }

        ApprovedFile.ShouldMatch("docs/private-fields.md", text.ToString());
    }

    private static IEnumerable<string> Unclassified(IModel model) =>
        model.GetEntityTypes().SelectMany(t => t.GetProperties().Where(p => ClassOf(p) is null).Select(p => $"{t.ClrType.Name}.{p.Name}"));

    private static string? ClassOf(IProperty property) =>
        property.ClrType == typeof(SealedText)
            ? property.FindAnnotation(PrivacyAnnotations.PrivacyKey)?.Value is Privacy.Round
                ? "round"
                : "sealed"
            : property.FindAnnotation(PrivacyAnnotations.PrivacyKey)?.Value is Privacy privacy
                ? privacy.ToString().ToLowerInvariant()
                : property.IsKey() || property.IsForeignKey() || property.Name == nameof(IAggregate.Version)
                    ? "id"
                    : null;

    private static string Kind(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(SealedText) ? "private text"
            : type.IsEnum ? "word"
            : type.IsValueType && type.Name.EndsWith("Id", StringComparison.Ordinal) ? "id"
            : type.Name switch
            {
                nameof(String) => "text",
                nameof(DateTimeOffset) => "instant",
                nameof(DateOnly) => "day",
                nameof(Boolean) => "yes or no",
                nameof(Guid) => "id",
                "Byte[]" => "bytes",
                nameof(TimeSpan) => "duration",
                _ => "number",
            };
    }

    private static bool IsNumber(IProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { IsPrimitive: true } type && type != typeof(bool)
        || (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(decimal);

    private static bool CascadesFromPerson(IProperty owner) =>
        owner
            .GetContainingForeignKeys()
            .Any(k => k.PrincipalEntityType.ClrType == typeof(Person) && k.DeleteBehavior == DeleteBehavior.Cascade);

    private static FieldcraftDb Open()
    {
        var options = new DbContextOptionsBuilder<FieldcraftDb>();
        options.UseFieldcraft(DatabaseChoice.File("never-opened.db"));
        return new FieldcraftDb(options.Options);
    }

    /// <summary>What somebody might add in a hurry.</summary>
    private sealed class Careless : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.UseSqlite("Data Source=never-opened.db");

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Rating>();

        private sealed class Rating
        {
            public int Id { get; init; }

            public int Stars { get; init; }
        }
    }
}
