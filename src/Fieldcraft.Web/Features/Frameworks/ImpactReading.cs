using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Frameworks;

/// <summary>A count of private things: below the smallest size only that it is small, nought included.</summary>
public sealed record PrivateCount(int? Number)
{
    internal static PrivateCount Of(int count, int least) => new(count < least ? null : count);
}

/// <summary>How much was made under one edition.</summary>
public sealed record EditionUse(FrameworkEditionId Id, int Number, PrivateCount Checks, PrivateCount Aims);

/// <summary>How often a capability is named where it stands in plain for colleagues to find.</summary>
public sealed record CapabilityUse(string Id, int PartnerOffers, int LearningOffers)
{
    public int All => PartnerOffers + LearningOffers;
}

/// <param name="PlansNaming">Running plans with a behaviour that names a capability at all.</param>
public sealed record FrameworkImpact(
    PrivateCount PlansNaming,
    IReadOnlyList<EditionUse> Editions,
    IReadOnlyList<CapabilityUse> Capabilities
)
{
    public CapabilityUse Of(string capability) =>
        Capabilities.FirstOrDefault(c => c.Id == capability) ?? new CapabilityUse(capability, 0, 0);
}

/// <summary>
/// What uses the framework, as far as it can be counted. Which capability a plan or an aim names is sealed: nobody can count it, the database neither.
/// What can be counted of private things is withheld below five.
/// </summary>
public sealed class ImpactReading(FieldcraftDb db, FrameworkReading reading, Rules rules)
{
    public async Task<FrameworkImpact> ReadAsync(FrameworkContent content, CancellationToken cancellationToken)
    {
        var least = rules.MinimumSizes.PulseAndCheckScores;
        var plans = await db.Plans.CountAsync(p => p.EndedAt == null && p.Behaviours.Any(b => b.Capability != null), cancellationToken);
        var made = await db
            .LeadershipChecks.GroupBy(c => c.EditionId)
            .Select(g => new Made(g.Key, true, g.Count()))
            .ToListAsync(cancellationToken);
        made.AddRange(
            await db.GrowthAims.GroupBy(a => a.EditionId).Select(g => new Made(g.Key, false, g.Count())).ToListAsync(cancellationToken)
        );
        var editions = await reading.EditionsAsync(withDraft: false, cancellationToken);
        return new FrameworkImpact(
            PrivateCount.Of(plans, least),
            [.. editions.Select(e => new EditionUse(e.Id, e.Number, Count(e.Id, checks: true), Count(e.Id, checks: false)))],
            await InPlainAsync(content, cancellationToken)
        );

        PrivateCount Count(FrameworkEditionId id, bool checks) =>
            PrivateCount.Of(made.Where(m => m.Edition == id && m.IsCheck == checks).Sum(m => m.Count), least);
    }

    private async Task<IReadOnlyList<CapabilityUse>> InPlainAsync(FrameworkContent content, CancellationToken cancellationToken)
    {
        var partners = await db
            .PartnerOffers.SelectMany(o => o.Lines)
            .Where(l => l.Area == OfferArea.Capability)
            .GroupBy(l => l.Code)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancellationToken);
        var learning = (
            await db
                .LearningOffers.Where(o => o.TakenBackAt == null && o.Capabilities != "")
                .GroupBy(o => o.Capabilities)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync(cancellationToken)
        )
            .SelectMany(g => g.Key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => (Id: id, g.Count)))
            .ToLookup(c => c.Id, c => c.Count, StringComparer.Ordinal);
        return [.. content.Capabilities.Select(c => new CapabilityUse(c.Id, partners.GetValueOrDefault(c.Id), learning[c.Id].Sum()))];
    }

    private sealed record Made(FrameworkEditionId Edition, bool IsCheck, int Count);
}
