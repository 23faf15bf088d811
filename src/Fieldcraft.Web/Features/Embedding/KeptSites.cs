using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>A site with what it uses, for one viewer.</summary>
/// <param name="IsMine">The viewer works there.</param>
public sealed record KeptSite(Site Site, bool IsMine, SiteKit? Kit)
{
    public UnitId Id => Site.Id;

    public string Name => Site.Name;

    public bool IsOn(KitPiece piece) => Kit?.IsOn(piece) ?? SiteKit.IsUsuallyOn(piece);
}

/// <summary>A module that was opened at a site.</summary>
public sealed record OpenedModule(ModuleId Id, int Number, string Title, DateOnly WindowStart, DateOnly WindowEnd, string Programme)
{
    /// <summary>Whole weeks since its window opened.</summary>
    public int WeekOn(DateOnly today) => Math.Max(0, today.DayNumber - WindowStart.DayNumber) / 7;
}

/// <summary>A way into something that the viewer's site uses: a word and an address.</summary>
public sealed record KeptLink(string Word, string Address);

/// <summary>Finds sites with their kits.</summary>
public sealed class KeptSites(FieldcraftDb db, Viewer viewer)
{
    private const int ModulesAtMost = 12;

    /// <summary>The facility in which the viewer works; null for somebody who works in none.</summary>
    public async Task<KeptSite?> MineAsync(CancellationToken cancellationToken)
    {
        var mine = db.PathOf(viewer);
        return await ReadAsync(
            db.Units.Where(u => u.Kind == UnitKind.Facility && mine.Any(path => path.StartsWith(u.Path))),
            cancellationToken
        );
    }

    /// <summary>A facility that the viewer may read.</summary>
    public Task<KeptSite?> FindAsync(UnitId id, CancellationToken cancellationToken) =>
        ReadAsync(db.Units.KeptFor(viewer, db).Where(u => u.Id == id), cancellationToken);

    /// <summary>A facility where a piece is on; as if it were not there where it is off.</summary>
    public async Task<KeptSite?> WithAsync(UnitId id, KitPiece piece, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } site && site.IsOn(piece) ? site : null;

    /// <summary>What the viewer's site uses, for the page of team learning: one question to the database.</summary>
    public async Task<IReadOnlyList<KeptLink>> LinksOfMineAsync(CancellationToken cancellationToken) =>
        await MineAsync(cancellationToken) is { } site ? LinksAt(site) : [];

    /// <summary>The ways into what a site uses, as far as they are the viewer's.</summary>
    public IReadOnlyList<KeptLink> LinksAt(KeptSite site) =>
        [
            .. new (KitPiece Piece, string Address, bool IsFor)[]
            {
                (KitPiece.Tips, EmbeddingLinks.Tips(site.Id), true),
                (KitPiece.Board, EmbeddingLinks.Board(site.Id), true),
                (KitPiece.Huddle, EmbeddingLinks.Huddle(site.Id), true),
                (KitPiece.Award, EmbeddingLinks.Award(site.Id), true),
                (KitPiece.TalkCard, EmbeddingLinks.TalkCard(site.Id), viewer.MayReadGuides()),
                (KitPiece.CustomerHuddle, EmbeddingLinks.CustomerHuddle(site.Id), viewer.MayReadGuides()),
            }
                .Where(l => l.IsFor && site.IsOn(l.Piece))
                .Select(l => new KeptLink($"embedding.piece.{l.Piece}", l.Address)),
        ];

    /// <summary>Published modules of running programmes that reach a site and have begun there, the newest first.</summary>
    public async Task<IReadOnlyList<OpenedModule>> ModulesAsync(Site site, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await Opened(site, today)
            .Select(m => new
            {
                m.Module.Id,
                m.Module.Number,
                m.Module.Title,
                m.Module.WindowStart,
                m.Module.WindowDays,
                m.Programme,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new OpenedModule(r.Id, r.Number, r.Title, r.WindowStart, r.WindowStart.AddDays(r.WindowDays), r.Programme)),
        ];
    }

    /// <summary>The newest of them with what it says; null when none has begun.</summary>
    public async Task<(OpenedModule Module, ModuleContent Content)?> NewestAsync(
        Site site,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var row = await Opened(site, today)
            .Select(m => new
            {
                m.Module.Id,
                m.Module.Number,
                m.Module.Title,
                m.Module.WindowStart,
                m.Module.WindowDays,
                m.Programme,
                Content = db.ModuleEditions.Where(e => e.Id == m.Module.EditionId).Select(e => e.Content).First(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return row is null
            ? null
            : (
                new OpenedModule(row.Id, row.Number, row.Title, row.WindowStart, row.WindowStart.AddDays(row.WindowDays), row.Programme),
                ModuleContent.FromJson(row.Content)
            );
    }

    private IQueryable<ModuleAtSite> Opened(Site site, DateOnly today)
    {
        var path = site.Path;
        return (
            from module in db.Modules.AsNoTracking()
            where module.EditionId != null && module.WindowStart <= today
            join programme in db.Programmes on module.ProgrammeId equals programme.Id
            where programme.EndedAt == null
            join unit in db.Units on programme.UnitId equals unit.Id
            where path.StartsWith(unit.Path)
            orderby module.WindowStart descending, module.Id
            select new ModuleAtSite { Module = module, Programme = programme.Name }
        ).Take(ModulesAtMost);
    }

    private async Task<KeptSite?> ReadAsync(IQueryable<Unit> units, CancellationToken cancellationToken)
    {
        var mine = db.PathOf(viewer);
        return await (
            from unit in units.AsNoTracking()
            from kit in db.SiteKits.Where(k => k.Id == unit.Id).DefaultIfEmpty()
            select new KeptSite(new Site(unit.Id, unit.Name, unit.Path), mine.Any(path => path.StartsWith(unit.Path)), kit)
        ).FirstOrDefaultAsync(cancellationToken);
    }

    private sealed class ModuleAtSite
    {
        public required Module Module { get; init; }
        public required string Programme { get; init; }
    }
}
