using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Circles;

/// <summary>What people take on in a circle: sealed to them, opened for the circle when they say so, shut again when they say so.</summary>
public sealed class CommitmentDesk(FieldcraftDb db, Vault vault, TimeProvider clock)
{
    /// <returns>Null when the viewer does not take part in the meeting's circle.</returns>
    public async Task<CircleCommitment?> MakeAsync(
        Viewer viewer,
        CircleMeetingId meetingId,
        string text,
        bool revealed,
        CancellationToken cancellationToken
    )
    {
        var held = db.Circles.HoldingSeatFor(viewer);
        if (
            await db.CircleMeetings.FirstOrDefaultAsync(m => m.Id == meetingId && held.Any(c => c.Id == m.CircleId), cancellationToken)
            is not { } meeting
        )
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var id = Id.New<CommitmentId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        var commitment = CircleCommitment.Make(id, viewer.PersonId, meeting, text, sealer, now);
        db.Add(commitment);
        if (revealed)
        {
            await AdmitAsync(commitment, cancellationToken);
            commitment.Reveal(now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return commitment;
    }

    /// <returns>Null when it is not the viewer's; refused as <c>commitment-changed-meanwhile</c> on another version.</returns>
    public async Task<Outcome?> RewordAsync(Viewer viewer, CommitmentId id, int version, string text, CancellationToken cancellationToken)
    {
        if (await FindAsync(viewer, id, cancellationToken) is not { } commitment)
        {
            return null;
        }

        if (commitment.Version != version)
        {
            return new Refusal("commitment-changed-meanwhile");
        }

        commitment.Reword(text, await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken), clock.GetUtcNow());
        return await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("commitment-changed-meanwhile");
    }

    /// <summary>Lets those read it who take part in the circle now.</summary>
    public async Task<bool> RevealAsync(Viewer viewer, CommitmentId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(viewer, id, cancellationToken) is not { } commitment)
        {
            return false;
        }

        if (commitment.RevealedAt is null)
        {
            await AdmitAsync(commitment, cancellationToken);
            commitment.Reveal(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }

        return true;
    }

    public async Task<bool> HideAsync(Viewer viewer, CommitmentId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(viewer, id, cancellationToken) is not { } commitment)
        {
            return false;
        }

        commitment.Hide(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await ShutAsync(viewer.PersonId, id, cancellationToken);
        return true;
    }

    public async Task<bool> SettleAsync(Viewer viewer, CommitmentId id, bool settled, CancellationToken cancellationToken)
    {
        if (await FindAsync(viewer, id, cancellationToken) is not { } commitment)
        {
            return false;
        }

        commitment.Settle(settled, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    public async Task<bool> TearUpAsync(Viewer viewer, CommitmentId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(viewer, id, cancellationToken) is not { } commitment)
        {
            return false;
        }

        commitment.TearUp(clock.GetUtcNow());
        db.Remove(commitment);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(id.Value, cancellationToken);
        return true;
    }

    /// <summary>Somebody left: their own are shut to the others, and those of the others to them.</summary>
    internal async Task PartAsync(PersonId person, CircleId circle, CancellationToken cancellationToken)
    {
        var revealed = await db
            .CircleCommitments.Where(c => c.CircleId == circle && c.RevealedAt != null)
            .OrderBy(c => c.Id)
            .ToListAsync(cancellationToken);
        foreach (var own in revealed.Where(c => c.OwnerId == person))
        {
            own.Hide(clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var commitment in revealed)
        {
            if (commitment.OwnerId == person)
            {
                await ShutAsync(person, commitment.Id, cancellationToken);
            }
            else
            {
                await vault.ExpelAsync(commitment.Id.Value, person, cancellationToken);
            }
        }
    }

    private Task<CircleCommitment?> FindAsync(Viewer viewer, CommitmentId id, CancellationToken cancellationToken) =>
        db.CircleCommitments.OwnedBy(viewer).FirstOrDefaultAsync(c => c.Id == id, cancellationToken);

    private async Task AdmitAsync(CircleCommitment commitment, CancellationToken cancellationToken)
    {
        var (circle, document) = (commitment.CircleId, commitment.Id.Value);
        var admitted = await db.KeyWraps.Where(w => w.DocumentId == document).Select(w => w.ReaderId).ToListAsync(cancellationToken);
        var members = await db.Set<CircleMember>()
            .Where(m => m.CircleId == circle && m.State == CircleMemberState.In && m.PersonId != commitment.OwnerId)
            .Select(m => m.PersonId)
            .ToListAsync(cancellationToken);
        foreach (var reader in members.Where(m => !admitted.Contains(m.Value)))
        {
            await vault.AdmitAsync(commitment.OwnerId, document, reader, cancellationToken);
        }
    }

    private async Task ShutAsync(PersonId owner, CommitmentId id, CancellationToken cancellationToken)
    {
        var readers = await db
            .KeyWraps.Where(w => w.DocumentId == id.Value && w.ReaderId != owner.Value)
            .Select(w => w.ReaderId)
            .ToListAsync(cancellationToken);
        foreach (var reader in readers)
        {
            await vault.ExpelAsync(id.Value, PersonId.From(reader), cancellationToken);
        }
    }
}
