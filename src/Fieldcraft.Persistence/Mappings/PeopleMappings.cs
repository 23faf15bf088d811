using Fieldcraft.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.Property(u => u.Name).HasMaxLength(Unit.NameLength);
        unit.Property(u => u.Path).HasMaxLength(Unit.PathLength).HasAnnotation("Fieldcraft:Ordinal", true);
        unit.HasIndex(u => u.Path).IsUnique();
        unit.HasIndex(u => u.LeadId);
        unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
        unit.Purpose(DataPurpose.Directory)
            .Public(u => new
            {
                u.Name,
                u.Kind,
                u.Path,
                u.LeadId,
            });
    }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.EmployeeId).HasMaxLength(DirectoryFacts.EmployeeIdLength);
        person.Property(p => p.FirstName).HasMaxLength(DirectoryFacts.NameLength);
        person.Property(p => p.LastName).HasMaxLength(DirectoryFacts.NameLength);
        person.Property(p => p.PreferredName).HasMaxLength(DirectoryFacts.NameLength);
        person.Property(p => p.Email).HasMaxLength(DirectoryFacts.EmailLength);
        person.Property(p => p.JobTitle).HasMaxLength(DirectoryFacts.JobTitleLength);
        person.Property(p => p.Location).HasMaxLength(DirectoryFacts.LocationLength);
        person.Property(p => p.EmploymentType).HasMaxLength(DirectoryFacts.WordLength);
        person.Property(p => p.Language).HasMaxLength(DirectoryFacts.WordLength);
        person.Property(p => p.ShiftPattern).HasMaxLength(DirectoryFacts.WordLength);
        person.Property(p => p.TimeZone).HasMaxLength(DirectoryFacts.WordLength);
        person.Ignore(p => p.CalledName).Ignore(p => p.FullName);
        person.HasIndex(p => p.EmployeeId).IsUnique();
        person.HasIndex(p => p.Email).IsUnique();
        person.HasIndex(p => new
        {
            p.LastName,
            p.FirstName,
            p.Id,
        });
        person.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        person.HasOne<Person>().WithMany().HasForeignKey(p => p.ManagerId).OnDelete(DeleteBehavior.SetNull);
        person.HasMany(p => p.Placements).WithOne().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
        person.HasMany(p => p.Lines).WithOne().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Cascade);
        person
            .Purpose(DataPurpose.Directory)
            .Public(p => new
            {
                p.FirstName,
                p.LastName,
                p.PreferredName,
                p.JobTitle,
                p.Location,
                p.Language,
            })
            .Guarded(p => new
            {
                p.EmployeeId,
                p.Email,
                p.Status,
                p.InJobSince,
                p.StartedOn,
                p.EmploymentType,
                p.ShiftPattern,
                p.TimeZone,
            });
    }
}

internal sealed class PlacementMapping : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> placement)
    {
        placement.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        placement.Purpose(DataPurpose.Directory).Guarded(p => new { p.From, p.To });
    }
}

internal sealed class ReportingLineMapping : IEntityTypeConfiguration<ReportingLine>
{
    public void Configure(EntityTypeBuilder<ReportingLine> line)
    {
        line.HasIndex(l => new { l.ManagerId, l.To });
        line.HasOne<Person>().WithMany().HasForeignKey(l => l.ManagerId).OnDelete(DeleteBehavior.Cascade);
        line.Purpose(DataPurpose.Directory)
            .Guarded(l => new
            {
                l.Kind,
                l.From,
                l.To,
            });
    }
}

internal sealed class GrantMapping : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant
            .HasIndex(g => new
            {
                g.PersonId,
                g.Role,
                g.UnitId,
            })
            .IsUnique();
        grant.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId).OnDelete(DeleteBehavior.Cascade);
        grant.HasOne<Unit>().WithMany().HasForeignKey(g => g.UnitId).OnDelete(DeleteBehavior.Cascade);
        grant.HasOne<Person>().WithMany().HasForeignKey(g => g.GrantedBy).OnDelete(DeleteBehavior.SetNull);
        grant.Purpose(DataPurpose.Directory).Guarded(g => new { g.Role, g.GrantedAt });
    }
}
