using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>How far the leaders of a programme are with one module; nobody by name.</summary>
/// <param name="Count">Null: withheld, because there are fewer than ten leaders.</param>
/// <param name="Sites">For whoever leads the programme: sites of five leaders or more, smaller ones together.</param>
/// <param name="Changes">By what is compared; null: withheld, because fewer than ten said both.</param>
public sealed record ReadinessTotals(
    Module Module,
    ReadinessCount? Count,
    IReadOnlyList<SiteCount<string>> Sites,
    IReadOnlyDictionary<ConfidenceChangeKind, ConfidenceChange?> Changes
);

/// <summary>Totals of readiness, as far as they are large enough to be shown (DOMAIN 15.5).</summary>
public sealed class TotalsReading(FieldcraftDb db, LeadersReading leaders)
{
    public static readonly IReadOnlyList<ConfidenceChangeKind> Kinds =
    [
        ConfidenceChangeKind.BeforeToCoaching,
        ConfidenceChangeKind.LookingBackToCoaching,
        ConfidenceChangeKind.BeforeToSecondSession,
        ConfidenceChangeKind.LookingBackToSecondSession,
    ];

    /// <summary>Null: not there, or not the viewer's to see.</summary>
    public async Task<ReadinessTotals?> OfModuleAsync(Viewer viewer, ModuleId id, CancellationToken cancellationToken) =>
        viewer.MaySeeReadinessTotals() && await leaders.ModuleAsync(viewer, id, cancellationToken) is { } module
            ? (await OfAsync(viewer, module, [module.Module], cancellationToken))[0]
            : null;

    /// <summary>Of every published module of a programme, in their order; null as <see cref="OfModuleAsync"/>.</summary>
    public async Task<IReadOnlyList<ReadinessTotals>?> OfProgrammeAsync(Viewer viewer, ProgrammeId id, CancellationToken cancellationToken)
    {
        if (!viewer.MaySeeReadinessTotals())
        {
            return null;
        }

        var modules = await db
            .Modules.AsNoTracking()
            .Where(m => m.ProgrammeId == id && m.EditionId != null)
            .OrderBy(m => m.Number)
            .ToListAsync(cancellationToken);
        return modules.Count == 0 || await leaders.ModuleAsync(viewer, modules[0].Id, cancellationToken) is not { } first
            ? null
            : await OfAsync(viewer, first, modules, cancellationToken);
    }

    private async Task<IReadOnlyList<ReadinessTotals>> OfAsync(
        Viewer viewer,
        PreparedModule reach,
        IReadOnlyList<Module> modules,
        CancellationToken cancellationToken
    )
    {
        var ids = modules.Select(m => m.Id).ToList();
        var sites = await leaders.SitesAsync(reach, cancellationToken);
        var people = await leaders.LeadersAsync(reach.UnitPath, sites, cancellationToken);
        var rows = await db
            .LeaderReadiness.AsNoTracking()
            .Where(r => ids.Contains(r.ModuleId))
            .Select(r => new
            {
                r.ModuleId,
                r.OwnerId,
                Mark = new ReadinessMark(r.PreviewedOn != null, r.PractisedOn != null, r.PlannerDoneAt != null, r.ClearedAt != null),
            })
            .ToListAsync(cancellationToken);
        var tallies = await db.ConfidenceTallies.AsNoTracking().Where(t => ids.Contains(t.ModuleId)).ToListAsync(cancellationToken);
        return
        [
            .. modules.Select(m =>
            {
                var marks = rows.Where(r => r.ModuleId == m.Id).ToDictionary(r => r.OwnerId, r => r.Mark);
                var bySite = sites
                    .Select(s =>
                        (
                            s.Name,
                            (IReadOnlyList<ReadinessMark>)
                                [.. people.Where(p => p.Site.Id == s.Id).Select(p => marks.GetValueOrDefault(p.Id))]
                        )
                    )
                    .ToList();
                return new ReadinessTotals(
                    m,
                    ReadinessCount.Of([.. bySite.SelectMany(s => s.Item2)], ReadinessCount.LeadersAtLeast),
                    viewer.MayLeadProgrammes() ? SiteCounts.Of(bySite) : [],
                    Kinds.ToDictionary(k => k, k => ConfidenceChange.Of(ConfidenceTally.Shown(tallies.Where(t => t.ModuleId == m.Id), k)))
                );
            }),
        ];
    }
}
