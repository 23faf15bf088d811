using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Fieldcraft.Migrations.Sqlite;

/// <summary>Lets bin/migration make migrations without starting the product or reaching a database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<FieldcraftDb>
{
    public FieldcraftDb CreateDbContext(string[] args) =>
        new(
            (DbContextOptions<FieldcraftDb>)
                new DbContextOptionsBuilder<FieldcraftDb>().UseFieldcraft(DatabaseChoice.File("design-time.db")).Options
        );
}
