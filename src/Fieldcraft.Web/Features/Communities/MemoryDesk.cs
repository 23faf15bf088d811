using Fieldcraft.Domain.Communities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Communities;

/// <summary>Writing down what was found out, the same for pages and API.</summary>
public sealed class MemoryDesk(FieldcraftDb db, TimeProvider clock)
{
    /// <returns>Null when the viewer is no member. Refused: <c>community-closed</c>.</returns>
    public async Task<Outcome<FindingId>?> WriteAsync(Viewer viewer, CommunityId id, string text, CancellationToken cancellationToken)
    {
        var own = db.Communities.AsNoTracking().WithMember(viewer, db);
        if (await own.FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } community)
        {
            return null;
        }

        if (community.IsClosed)
        {
            return new Refusal("community-closed");
        }

        var now = clock.GetUtcNow();
        var finding = CommunityFinding.Write(Id.New<FindingId>(now), id, viewer.PersonId, text, now);
        db.Add(finding);
        await db.SaveChangesAsync(cancellationToken);
        return finding.Id;
    }

    /// <returns>Null when it is not the viewer's own. Refused: <c>finding-changed-meanwhile</c>.</returns>
    public async Task<Outcome?> CorrectAsync(Viewer viewer, FindingId id, int version, string text, CancellationToken cancellationToken)
    {
        if (await db.CommunityFindings.WrittenBy(viewer).FirstOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } finding)
        {
            return null;
        }

        if (finding.Version != version)
        {
            return new Refusal("finding-changed-meanwhile");
        }

        finding.Correct(text, viewer.PersonId, clock.GetUtcNow());
        return await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("finding-changed-meanwhile");
    }

    /// <summary>Takes it out: who wrote it, or the steward.</summary>
    public async Task<bool> StrikeAsync(Viewer viewer, FindingId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var kept = db.Communities.KeptBy(viewer, db);
        if (
            await db.CommunityFindings.FirstOrDefaultAsync(
                f => f.Id == id && (f.WrittenById == me || kept.Any(c => c.Id == f.CommunityId)),
                cancellationToken
            )
            is not { } finding
        )
        {
            return false;
        }

        finding.Strike(me, clock.GetUtcNow());
        db.Remove(finding);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
