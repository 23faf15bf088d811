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
            .Select(g => new
            {
                Edition = g.Key,
                IsCheck = true,
                Count = g.Count(),
            })
            .Concat(
                db.GrowthAims.GroupBy(a => a.EditionId)
                    .Select(g => new
                    {
                        Edition = g.Key,
                        IsCheck = false,
                        Count = g.Count(),
                    })
            )
            .ToListAsync(cancellationToken);
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
        // Partner offers hold one capability a line, learning offers all of theirs in one text with spaces around each: one query for both.
        var named = await db
            .PartnerOffers.SelectMany(o => o.Lines)
            .Where(l => l.Area == OfferArea.Capability)
            .GroupBy(l => l.Code)
            .Select(g => new
            {
                Ids = g.Key,
                IsPartner = true,
                Count = g.Count(),
            })
            .Concat(
                db.LearningOffers.Where(o => o.TakenBackAt == null && o.Capabilities != "")
                    .GroupBy(o => o.Capabilities)
                    .Select(g => new
                    {
                        Ids = g.Key,
                        IsPartner = false,
                        Count = g.Count(),
                    })
            )
            .ToListAsync(cancellationToken);
        var counts = named
            .SelectMany(n => n.Ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => (Id: id, n.IsPartner, n.Count)))
            .ToLookup(n => (n.Id, n.IsPartner), n => n.Count);
        return [.. content.Capabilities.Select(c => new CapabilityUse(c.Id, counts[(c.Id, true)].Sum(), counts[(c.Id, false)].Sum()))];
    }
}
