using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> programme)
    {
        programme.Property(p => p.Name).HasMaxLength(Programme.NameLength);
        programme.Property(p => p.Purpose).HasMaxLength(Programme.PurposeLength);
        programme.Ignore(p => p.IsEnded);
        programme.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        programme.HasOne<Person>().WithMany().HasForeignKey(p => p.LeadId).OnDelete(DeleteBehavior.SetNull);
        programme.HasOne<Person>().WithMany().HasForeignKey(p => p.SponsorId).OnDelete(DeleteBehavior.SetNull);
        programme
            .Purpose(DataPurpose.Development)
            .Public(p => new
            {
                p.Name,
                p.Purpose,
                p.BegunAt,
                p.ChangedAt,
                p.EndedAt,
            });
    }
}

internal sealed class ModuleMapping : IEntityTypeConfiguration<Module>
{
    public void Configure(EntityTypeBuilder<Module> module)
    {
        module.Property(m => m.Title).HasMaxLength(Module.TitleLength);
        module.Property(m => m.CustomerAction).HasMaxLength(Module.SentenceLength);
        module.Property(m => m.StrategyAction).HasMaxLength(Module.SentenceLength);
        module.Property(m => m.BusinessReason).HasMaxLength(Module.SentenceLength);
        module.Ignore(m => m.WindowEnd).Ignore(m => m.IsPublished);
        module.HasIndex(m => new { m.ProgrammeId, m.Number }).IsUnique();
        module.HasIndex(m => m.EditionId);
        module.HasOne<Programme>().WithMany().HasForeignKey(m => m.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        module.HasMany(m => m.RoleHolders).WithOne().HasForeignKey(h => h.ModuleId).OnDelete(DeleteBehavior.Cascade);
        module
            .Purpose(DataPurpose.Development)
            .Public(m => new
            {
                m.Number,
                m.Title,
                m.CustomerAction,
                m.StrategyAction,
                m.BusinessDate,
                m.BusinessReason,
                m.WindowStart,
                m.WindowDays,
                m.EditionId,
                m.AddedAt,
                m.ChangedAt,
            });
    }
}

internal sealed class ModuleRoleHolderMapping : IEntityTypeConfiguration<ModuleRoleHolder>
{
    public void Configure(EntityTypeBuilder<ModuleRoleHolder> holder)
    {
        holder.ToTable("ModuleRoleHolders");
        holder.HasKey(h => new
        {
            h.ModuleId,
            h.Role,
            h.PersonId,
        });
        holder.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Cascade);
        holder.Purpose(DataPurpose.Development).Public(h => new { h.Role });
    }
}

internal sealed class ModuleEditionMapping : IEntityTypeConfiguration<ModuleEdition>
{
    public void Configure(EntityTypeBuilder<ModuleEdition> edition)
    {
        edition.Property(e => e.Content).HasAnnotation("Fieldcraft:LongText", true);
        edition.Property(e => e.Note).HasMaxLength(ModuleEdition.NoteLength);
        edition.Ignore(e => e.IsDraft);
        // One number, one edition: two who start a draft at one moment get one draft.
        edition.HasIndex(e => new { e.ModuleId, e.Number }).IsUnique();
        edition.HasOne<Module>().WithMany().HasForeignKey(e => e.ModuleId).OnDelete(DeleteBehavior.Cascade);
        edition
            .Purpose(DataPurpose.Development)
            .Public(e => new
            {
                e.Number,
                e.Content,
                e.Note,
                e.StartedAt,
                e.ChangedAt,
                e.PublishedAt,
            });
    }
}

internal sealed class ModulePilotMapping : IEntityTypeConfiguration<ModulePilot>
{
    public void Configure(EntityTypeBuilder<ModulePilot> pilot)
    {
        pilot.Property(p => p.Team).HasMaxLength(ModulePilot.TeamLength);
        pilot.Property(p => p.Lesson).HasMaxLength(ModulePilot.LessonLength);
        pilot.HasOne<Module>().WithMany().HasForeignKey(p => p.ModuleId).OnDelete(DeleteBehavior.Cascade);
        pilot.HasIndex(p => p.EditionId);
        pilot.HasOne<Person>().WithMany().HasForeignKey(p => p.NotedById).OnDelete(DeleteBehavior.SetNull);
        pilot
            .Purpose(DataPurpose.Development)
            .Public(p => new
            {
                p.EditionId,
                p.Team,
                p.On,
                p.Minutes,
                p.PlannedMinutes,
                p.Lesson,
                p.NotedAt,
            });
    }
}

internal sealed class ModuleMediaMapping : IEntityTypeConfiguration<ModuleMedia>
{
    public void Configure(EntityTypeBuilder<ModuleMedia> media)
    {
        media.ToTable("ModuleMedia");
        media.Property(m => m.Language).HasMaxLength(LocalText.LanguageLength);
        media.Property(m => m.Title).HasMaxLength(ModuleMedia.TitleLength);
        media.Property(m => m.Address).HasMaxLength(ModuleMedia.AddressLength);
        media.Property(m => m.FileName).HasMaxLength(ModuleMedia.FileNameLength);
        media.Property(m => m.ContentType).HasMaxLength(ModuleMedia.ContentTypeLength);
        media.Property(m => m.Captions).HasMaxLength(ModuleMedia.CaptionsLength);
        media.Property(m => m.Slides).HasAnnotation("Fieldcraft:LongText", true);
        media.Ignore(m => m.IsCaptioned);
        media.HasOne<Module>().WithMany().HasForeignKey(m => m.ModuleId).OnDelete(DeleteBehavior.Cascade);
        media
            .Purpose(DataPurpose.Development)
            .Public(m => new
            {
                m.Kind,
                m.Language,
                m.Title,
                m.Address,
                m.FileName,
                m.ContentType,
                m.Size,
                m.Captions,
                m.Slides,
                m.AddedAt,
                m.ChangedAt,
            });
    }
}

internal sealed class MediaFileMapping : IEntityTypeConfiguration<MediaFile>
{
    public void Configure(EntityTypeBuilder<MediaFile> file)
    {
        file.HasOne<ModuleMedia>().WithOne().HasForeignKey<MediaFile>(f => f.Id).OnDelete(DeleteBehavior.Cascade);
        file.Purpose(DataPurpose.Development).Public(f => new { f.Bytes });
    }
}

internal sealed class RoutineMapping : IEntityTypeConfiguration<Routine>
{
    public void Configure(EntityTypeBuilder<Routine> routine)
    {
        routine.Property(r => r.Name).HasMaxLength(Routine.NameLength);
        routine.Property(r => r.Header).HasMaxLength(Routine.HeaderLength);
        routine.Property(r => r.Sequence).HasMaxLength(Routine.SequenceLength);
        routine
            .Purpose(DataPurpose.Development)
            .Public(r => new
            {
                r.Name,
                r.Minutes,
                r.Header,
                r.Sequence,
                r.ChangedAt,
            });
    }
}
