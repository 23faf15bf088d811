using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Architecture;

public sealed class MigrationsTests
{
    [Fact]
    public void No_change_of_the_model_waits_for_a_migration_on_sqlite() =>
        Open(DatabaseChoice.File("never-opened.db")).Database.HasPendingModelChanges().ShouldBeFalse();

    [Fact]
    public void No_change_of_the_model_waits_for_a_migration_on_postgresql() =>
        Open(DatabaseChoice.Server("Host=never-opened")).Database.HasPendingModelChanges().ShouldBeFalse();

    [Fact]
    public void Every_foreign_key_has_an_index()
    {
        var bare = Open(DatabaseChoice.File("never-opened.db"))
            .Model.GetEntityTypes()
            .SelectMany(t =>
                t.GetForeignKeys()
                    .Where(k =>
                        !t.GetIndexes().Any(i => i.Properties[0] == k.Properties[0]) && t.FindPrimaryKey()!.Properties[0] != k.Properties[0]
                    )
            )
            .Select(k => $"{k.DeclaringEntityType.ClrType.Name}.{k.Properties[0].Name}");

        bare.ShouldBeEmpty();
    }

    private static FieldcraftDb Open(DatabaseChoice choice)
    {
        var options = new DbContextOptionsBuilder<FieldcraftDb>();
        options.UseFieldcraft(choice);
        return new FieldcraftDb(options.Options);
    }
}
