using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Reading;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>How far a site has come with a module: 38 of 52 have done module 1.</summary>
public sealed record SiteResultLine(ModuleId Module, string Title, int Eligible, int Done, DateTimeOffset CountedAt);

/// <summary>
/// The results that feed and board carry. They are counted once an hour and kept, as far as they may be shown: a board that looks every minute costs nothing,
/// and shows no figure that the roll-out's own page withholds.
/// </summary>
public sealed class ResultsReading(
    FieldcraftDb db,
    RolloutModules modules,
    CoverageReading coverage,
    SitesReading sites,
    TimeProvider clock
)
{
    /// <summary>The newest module first.</summary>
    public async Task<IReadOnlyList<SiteResultLine>> OfAsync(UnitId site, CancellationToken cancellationToken) =>
        await (
            from result in db.SiteResults.AsNoTracking()
            where result.SiteId == site
            join module in db.Modules on result.ModuleId equals module.Id
            orderby module.WindowStart descending, module.Id
            select new SiteResultLine(module.Id, module.Title, result.Eligible, result.Done, result.CountedAt)
        ).ToListAsync(cancellationToken);

    /// <summary>Counts every module of a running programme whose window has opened; a module that is over keeps its last count.</summary>
    public async Task CountAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var module in (await modules.OpenAsync(today, cancellationToken)).Where(m => m.DaysGone(today) > 0))
        {
            await CountAsync(module, today, cancellationToken);
        }
    }

    private async Task CountAsync(RolloutModule module, DateOnly today, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var counted = await coverage.OfAsync(module, today, cancellationToken);

        // The roll-out knows its groups by name; two sites of one name are told apart by nobody, and neither is kept.
        var named = (await sites.WithinAsync(module.UnitId, module.UnitPath, cancellationToken))
            .GroupBy(s => s.Name, StringComparer.Ordinal)
            .Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        List<SiteResult> results =
        [
            .. counted
                .Sites.Where(g => !g.IsWithheld && named.ContainsKey(g.Name))
                .Select(g => new SiteResult(named[g.Name], module.Id, g.Eligible!.Value, g.Done!.Value, now)),
        ];
        await db.WriteAsync(
            async () =>
            {
                await db.SiteResults.Where(r => r.ModuleId == module.Id).ExecuteDeleteAsync(cancellationToken);
                await db.InsertAsync(results, null, cancellationToken);
            },
            cancellationToken
        );
    }
}

/// <summary>Once an hour: the results of every site.</summary>
internal sealed class CountSiteResults(ResultsReading results) : IJob
{
    public const string JobKind = "embedding.count";

    public string Kind => JobKind;

    public Task RunAsync(JobRow job, CancellationToken cancellationToken) => results.CountAsync(cancellationToken);
}
