using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>A published module, with whom its programme reaches.</summary>
/// <param name="ViewerPath">The way of the viewer's own unit in the tree.</param>
/// <param name="ViewerShift">The viewer's own shift, as the directory calls it.</param>
public sealed record PreparedModule(
    Module Module,
    ModuleContent Content,
    UnitId UnitId,
    string UnitName,
    string UnitPath,
    string? ViewerPath,
    string ViewerShift
)
{
    /// <summary>Whether the viewer works where the programme runs.</summary>
    public bool ReachesViewer => ViewerPath?.StartsWith(UnitPath, StringComparison.Ordinal) == true;

    public ModuleId Id => Module.Id;

    /// <summary>The language of the module in which somebody takes part: the own one, if it has it.</summary>
    public string LanguageFor(string own) => Content.Languages.Contains(own) ? own : Content.Language;
}

/// <summary>Somebody at work in a site of the programme who has reports at work.</summary>
public sealed record ProgrammeLeader(PersonId Id, string Name, string JobTitle, Site Site, string Shift, string Language, string TimeZone);

/// <summary>Somebody who may hold previews and coach.</summary>
/// <param name="Paths">The units that the grants cover.</param>
public sealed record Facilitator(PersonId Id, string Name, string Language, IReadOnlyList<string> Paths)
{
    public bool Covers(string? sitePath) => sitePath is null || Paths.Any(p => sitePath.StartsWith(p, StringComparison.Ordinal));
}

/// <summary>Modules, their sites, leaders and facilitators; one query each.</summary>
public sealed class LeadersReading(FieldcraftDb db, SitesReading sitesReading)
{
    /// <summary>A published module that the viewer may see; null: not there.</summary>
    public async Task<PreparedModule?> ModuleAsync(Viewer viewer, ModuleId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var row = await (
            from module in db.Modules.AsNoTracking().VisibleTo(viewer)
            where module.Id == id && module.EditionId != null
            join programme in db.Programmes on module.ProgrammeId equals programme.Id
            join unit in db.Units on programme.UnitId equals unit.Id
            select new
            {
                module,
                Content = db.ModuleEditions.Where(e => e.Id == module.EditionId).Select(e => e.Content).FirstOrDefault(),
                unit.Id,
                unit.Name,
                unit.Path,
                Own = db.Units.Where(u => db.People.Any(p => p.Id == me && p.UnitId == u.Id)).Select(u => u.Path).FirstOrDefault(),
                Shift = db.People.Where(p => p.Id == me).Select(p => p.ShiftPattern).FirstOrDefault() ?? "",
            }
        ).FirstOrDefaultAsync(cancellationToken);
        return row?.Content is not { } content
            ? null
            : new PreparedModule(row.module, ModuleContent.FromJson(content), row.Id, row.Name, row.Path, row.Own, row.Shift);
    }

    /// <summary>The facilities, in the order of the tree; a unit without any is a site itself.</summary>
    public Task<IReadOnlyList<Site>> SitesAsync(PreparedModule module, CancellationToken cancellationToken) =>
        sitesReading.WithinAsync(module.UnitId, module.UnitPath, cancellationToken);

    /// <summary>The leaders of these sites, in the order of the tree, by name in each.</summary>
    public async Task<IReadOnlyList<ProgrammeLeader>> LeadersAsync(
        string unitPath,
        IReadOnlyList<Site> sites,
        CancellationToken cancellationToken
    )
    {
        var (first, end) = SitesReading.Range(unitPath);
        var rows = await (
            from person in db.People.AsNoTracking()
            join unit in db.Units on person.UnitId equals unit.Id
            where
                person.Status == PersonStatus.Active
                && string.Compare(unit.Path, first) >= 0
                && string.Compare(unit.Path, end) < 0
                && db.People.Any(r => r.ManagerId == person.Id && r.Status == PersonStatus.Active)
            orderby person.NameKey, person.Id
            select new
            {
                person.Id,
                Name = ((person.PreferredName ?? person.FirstName) + " " + person.LastName).Trim(),
                person.JobTitle,
                person.ShiftPattern,
                person.Language,
                person.TimeZone,
                unit.Path,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. sites.SelectMany(site =>
                rows.Where(r => r.Path.StartsWith(site.Path, StringComparison.Ordinal))
                    .Select(r => new ProgrammeLeader(r.Id, r.Name, r.JobTitle, site, r.ShiftPattern, r.Language, r.TimeZone))
            ),
        ];
    }

    /// <summary>Everybody at work who may hold a preview or coach, by name.</summary>
    public async Task<IReadOnlyList<Facilitator>> FacilitatorsAsync(CancellationToken cancellationToken)
    {
        var rows = await (
            from grant in db.Grants.AsNoTracking()
            where grant.Role == Role.PreviewFacilitator
            join person in db.People on grant.PersonId equals person.Id
            where person.Status == PersonStatus.Active
            join unit in db.Units on grant.UnitId equals unit.Id
            orderby person.NameKey, person.Id, unit.Path
            select new
            {
                person.Id,
                Name = ((person.PreferredName ?? person.FirstName) + " " + person.LastName).Trim(),
                person.Language,
                unit.Path,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(r => r.Id).Select(g => new Facilitator(g.Key, g.First().Name, g.First().Language, [.. g.Select(r => r.Path)])),
        ];
    }
}
