using Fieldcraft.Domain.People;
using Fieldcraft.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.Property(u => u.Name).HasMaxLength(Unit.NameLength);
        unit.Property(u => u.Path).HasMaxLength(Unit.PathLength).HasAnnotation("Fieldcraft:Ordinal", true);
        unit.Property(u => u.NameKey).HasMaxLength(FoldedName.Length).HasAnnotation("Fieldcraft:Ordinal", true);
        unit.HasIndex(u => u.Path).IsUnique();
        unit.HasIndex(u => new { u.NameKey, u.Id });
        unit.HasIndex(u => u.LeadId);
        unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
        unit.Purpose(DataPurpose.Directory)
            .Public(u => new
            {
                u.Name,
                u.NameKey,
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
        person.Property(p => p.NameKey).HasMaxLength(FoldedName.Length).HasAnnotation("Fieldcraft:Ordinal", true);
        person.Property(p => p.CalledKey).HasMaxLength(FoldedName.Length).HasAnnotation("Fieldcraft:Ordinal", true);
        person.HasIndex(p => new { p.NameKey, p.Id });
        person.HasIndex(p => new { p.CalledKey, p.Id });
        person.HasIndex(p => new { p.UnitId, p.NameKey });
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
                p.NameKey,
                p.CalledKey,
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
        line.Ignore(l => l.IsOpen);
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

internal sealed class StagedImportMapping : IEntityTypeConfiguration<StagedImport>
{
    public void Configure(EntityTypeBuilder<StagedImport> import)
    {
        import.Property(i => i.FileName).HasMaxLength(StagedImport.FileNameLength);
        import.Property(i => i.Fingerprint).HasMaxLength(StagedImport.FingerprintLength);
        import.Property(i => i.Headers).HasAnnotation("Fieldcraft:LongText", true);
        import.Property(i => i.Mapping).HasAnnotation("Fieldcraft:LongText", true);
        import.Property(i => i.Version).IsConcurrencyToken();
        import.HasIndex(i => new { i.State, i.StartedAt });
        import.HasOne<Person>().WithMany().HasForeignKey(i => i.StartedBy).OnDelete(DeleteBehavior.SetNull);
        import
            .Purpose(DataPurpose.Directory)
            .Guarded(i => new
            {
                i.FileName,
                i.StartedAt,
                i.State,
                i.Headers,
                i.Mapping,
                i.Dates,
                i.Fingerprint,
                i.Creates,
                i.Changes,
                i.Leaves,
                i.Refuses,
                i.AppliedAt,
            });
    }
}

internal sealed class StagedRowMapping : IEntityTypeConfiguration<StagedRow>
{
    public void Configure(EntityTypeBuilder<StagedRow> row)
    {
        row.HasKey(r => new { r.ImportId, r.Line });
        row.HasIndex(r => new
        {
            r.ImportId,
            r.Outcome,
            r.Line,
        });
        row.Property(r => r.Cells).HasAnnotation("Fieldcraft:LongText", true);
        row.Property(r => r.Findings).HasAnnotation("Fieldcraft:LongText", true);
        row.HasOne<StagedImport>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
        row.Purpose(DataPurpose.Directory)
            .Guarded(r => new
            {
                r.Line,
                r.Cells,
                r.Outcome,
                r.Findings,
                r.IsSkipped,
            });
    }
}

internal sealed class RememberedMappingMapping : IEntityTypeConfiguration<RememberedMapping>
{
    public void Configure(EntityTypeBuilder<RememberedMapping> mapping)
    {
        mapping.HasKey(m => m.HeadersHash);
        mapping.Property(m => m.HeadersHash).HasMaxLength(RememberedMapping.HeadersHashLength);
        mapping.Property(m => m.Mapping).HasAnnotation("Fieldcraft:LongText", true);
        mapping
            .Purpose(DataPurpose.Directory)
            .Guarded(m => new
            {
                m.HeadersHash,
                m.Mapping,
                m.ChosenAt,
            });
    }
}
