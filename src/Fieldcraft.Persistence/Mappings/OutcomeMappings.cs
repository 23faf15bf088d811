using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class OutcomeMeasureMapping : IEntityTypeConfiguration<OutcomeMeasure>
{
    public void Configure(EntityTypeBuilder<OutcomeMeasure> measure)
    {
        measure.ToTable("OutcomeMeasures");
        measure.Property(m => m.Name).HasMaxLength(OutcomeMeasure.NameLength);
        measure.Property(m => m.Unit).HasMaxLength(OutcomeMeasure.UnitLength);
        measure.Ignore(m => m.Yardstick);
        measure.HasOne<Programme>().WithMany().HasForeignKey(m => m.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        measure
            .Purpose(DataPurpose.Development)
            .Guarded(m => new
            {
                m.Name,
                m.Unit,
                m.Kind,
                m.Better,
                m.Per,
                m.ChannelChangedOn,
                m.DefinedAt,
                m.ChangedAt,
            });
    }
}

internal sealed class SiteFigureMapping : IEntityTypeConfiguration<SiteFigure>
{
    public void Configure(EntityTypeBuilder<SiteFigure> figure)
    {
        figure.ToTable("SiteFigures");
        figure.HasKey(f => new
        {
            f.MeasureId,
            f.SiteId,
            f.Week,
        });
        figure.HasIndex(f => new { f.MeasureId, f.Month });
        figure.Ignore(f => f.Figures);
        figure.HasOne<OutcomeMeasure>().WithMany().HasForeignKey(f => f.MeasureId).OnDelete(DeleteBehavior.Cascade);
        figure.HasOne<Unit>().WithMany().HasForeignKey(f => f.SiteId).OnDelete(DeleteBehavior.Restrict);
        figure
            .Purpose(DataPurpose.Development)
            .Guarded(f => new
            {
                f.Week,
                f.Month,
                f.N,
                f.Sum,
                f.Squares,
                f.TakenInAt,
            });
    }
}

internal sealed class FigureImportMapping : IEntityTypeConfiguration<FigureImport>
{
    public void Configure(EntityTypeBuilder<FigureImport> import)
    {
        import.ToTable("FigureImports");
        import.Property(i => i.FileName).HasMaxLength(FigureImport.FileNameLength);
        import.HasOne<OutcomeMeasure>().WithMany().HasForeignKey(i => i.MeasureId).OnDelete(DeleteBehavior.Cascade);
        import.HasOne<Person>().WithMany().HasForeignKey(i => i.StagedById).OnDelete(DeleteBehavior.SetNull);
        import
            .Purpose(DataPurpose.Development)
            .Guarded(i => new
            {
                i.FileName,
                i.Bytes,
                i.StagedAt,
            });
    }
}

internal sealed class SignSightingMapping : IEntityTypeConfiguration<SignSighting>
{
    public void Configure(EntityTypeBuilder<SignSighting> sighting)
    {
        sighting.ToTable("SignSightings");
        sighting.Ignore(s => s.Counts);
        // Of two taps at one moment one is kept.
        sighting
            .HasIndex(s => new
            {
                s.ModuleId,
                s.SiteId,
                s.Week,
                s.NotedById,
            })
            .IsUnique();
        sighting.HasOne<Module>().WithMany().HasForeignKey(s => s.ModuleId).OnDelete(DeleteBehavior.Cascade);
        sighting.HasOne<Unit>().WithMany().HasForeignKey(s => s.SiteId).OnDelete(DeleteBehavior.Restrict);
        sighting.HasOne<Person>().WithMany().HasForeignKey(s => s.NotedById).OnDelete(DeleteBehavior.SetNull);
        sighting
            .Purpose(DataPurpose.Development)
            .Guarded(s => new
            {
                s.Week,
                s.Teams,
                s.First,
                s.Second,
                s.Third,
                s.NotedAt,
            });
    }
}

internal sealed class TeamUseMapping : IEntityTypeConfiguration<TeamUse>
{
    public void Configure(EntityTypeBuilder<TeamUse> use)
    {
        use.ToTable("TeamUses");
        // One answer for each team: of two taps at one moment one is kept.
        use.HasIndex(u => new { u.ModuleId, u.LeaderId }).IsUnique();
        use.HasOne<Module>().WithMany().HasForeignKey(u => u.ModuleId).OnDelete(DeleteBehavior.Cascade);
        use.HasOne<Person>().WithMany().HasForeignKey(u => u.LeaderId).OnDelete(DeleteBehavior.Cascade);
        use.Purpose(DataPurpose.Development).Guarded(u => new { u.Answer, u.SaidAt });
    }
}

internal sealed class CaseDrawMapping : IEntityTypeConfiguration<CaseDraw>
{
    public void Configure(EntityTypeBuilder<CaseDraw> draw)
    {
        draw.ToTable("CaseDraws");
        // One draw for each module: drawing until the right names come is no draw.
        draw.HasIndex(d => d.ModuleId).IsUnique();
        draw.HasOne<Module>().WithMany().HasForeignKey(d => d.ModuleId).OnDelete(DeleteBehavior.Cascade);
        draw.HasOne<Person>().WithMany().HasForeignKey(d => d.DrawnById).OnDelete(DeleteBehavior.SetNull);
        draw.Purpose(DataPurpose.Development)
            .Guarded(d => new
            {
                d.Seed,
                d.FromHigh,
                d.FromLow,
                d.DrawnAt,
            });
    }
}

internal sealed class SuccessCaseMapping : IEntityTypeConfiguration<SuccessCase>
{
    public void Configure(EntityTypeBuilder<SuccessCase> drawn)
    {
        drawn.ToTable("SuccessCases");
        drawn.Property(c => c.Title).HasMaxLength(SuccessCase.TitleLength);
        drawn.Property(c => c.Story).HasMaxLength(SuccessCase.StoryLength);
        drawn.Ignore(c => c.IsShown);
        drawn.HasIndex(c => new { c.DrawId, c.LeaderId }).IsUnique();
        drawn.HasIndex(c => new { c.ModuleId, c.State });
        drawn.HasOne<CaseDraw>().WithMany().HasForeignKey(c => c.DrawId).OnDelete(DeleteBehavior.Cascade);
        drawn.HasOne<Person>().WithMany().HasForeignKey(c => c.LeaderId).OnDelete(DeleteBehavior.Cascade);
        drawn
            .Purpose(DataPurpose.Development)
            .Guarded(c => new
            {
                c.ModuleId,
                c.Side,
                c.Place,
                c.State,
                c.AskedAt,
                c.AnsweredAt,
                c.Title,
                c.Story,
                c.WrittenAt,
                c.ApprovedAt,
            });
    }
}
