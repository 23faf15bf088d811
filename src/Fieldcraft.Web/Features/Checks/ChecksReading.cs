using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>A check, opened for its owner, under the edition it was made with.</summary>
public sealed record OwnCheck(LeadershipCheck Check, Catalogue Catalogue, CapabilityRatings Own, CheckReport? Report)
{
    public LeadershipCheckId Id => Check.Id;

    public IReadOnlyList<string> Asked => [.. Own.Ratings.Keys];
}

/// <summary>Somebody whom the owner asks or wants to ask. Whether they answered is not known here.</summary>
/// <param name="Link">The secret of a link that the owner hands over, while the round runs.</param>
public sealed record OwnRater(RaterInvitationId Id, RaterGroup Group, RaterAddress Address, string? Link);

/// <summary>Opens checks for their owner, for pages and API alike.</summary>
public sealed class ChecksReading(FieldcraftDb db, Vault vault, FrameworkReading frameworks)
{
    /// <summary>All checks of the viewer, newest first.</summary>
    public async Task<IReadOnlyList<OwnCheck>> ListAsync(Viewer viewer, CancellationToken cancellationToken) =>
        await OpenAsync(viewer, db.LeadershipChecks.AsNoTracking().VisibleTo(viewer), cancellationToken);

    public async Task<OwnCheck?> FindAsync(Viewer viewer, LeadershipCheckId id, CancellationToken cancellationToken) =>
        await OpenAsync(viewer, db.LeadershipChecks.AsNoTracking().VisibleTo(viewer).Where(c => c.Id == id), cancellationToken)
            is [var found]
            ? found
            : null;

    /// <summary>Whom a check asks, by group and then by name.</summary>
    public async Task<IReadOnlyList<OwnRater>> RatersAsync(Viewer viewer, LeadershipCheckId id, CancellationToken cancellationToken)
    {
        var rows = await db.RaterInvitations.AsNoTracking().VisibleTo(viewer).Where(r => r.CheckId == id).ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.SelectMany(r => new[] { r.Address, r.Link }), cancellationToken);
        return
        [
            .. rows.Select(r => new OwnRater(
                    r.Id,
                    r.Group,
                    RaterAddress.FromJson(unlocked.Open(r.Address)),
                    r.Link is null ? null : unlocked.Open(r.Link)
                ))
                .OrderBy(r => r.Group)
                .ThenBy(r => r.Address.Name, StringComparer.CurrentCulture)
                .ThenBy(r => r.Id),
        ];
    }

    private async Task<IReadOnlyList<OwnCheck>> OpenAsync(
        Viewer viewer,
        IQueryable<LeadershipCheck> checks,
        CancellationToken cancellationToken
    )
    {
        var rows = await checks.OrderByDescending(c => c.RatedAt).ThenByDescending(c => c.Id).ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.SelectMany(c => new[] { c.SelfRatings, c.Report }), cancellationToken);
        var opened = new List<OwnCheck>();
        foreach (var check in rows)
        {
            opened.Add(
                new OwnCheck(
                    check,
                    await frameworks.FindAsync(check.EditionId, cancellationToken) ?? await frameworks.InUseAsync(cancellationToken),
                    CapabilityRatings.FromJson(unlocked.Open(check.SelfRatings)),
                    check.Report is null ? null : CheckReport.FromJson(unlocked.Open(check.Report))
                )
            );
        }

        return opened;
    }
}
