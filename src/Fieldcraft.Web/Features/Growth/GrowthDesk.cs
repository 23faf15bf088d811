using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Checks;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Growth;

/// <summary>Writes statements, reflections, aims and the own view. Pages and API come through here.</summary>
public sealed class GrowthDesk(FieldcraftDb db, Vault vault, Viewer viewer, FrameworkReading frameworks, TimeProvider clock)
{
    /// <summary>An own view said again within this time mends the last one; later it stands beside it.</summary>
    private static readonly TimeSpan Mends = TimeSpan.FromDays(30);

    /// <summary>What a capability begins with when it is chosen; the person says otherwise on the next page.</summary>
    private const int UsualTarget = 5;
    private const int UsualImportance = 2;

    public async Task<GrowthStatementId> WriteAsync(StatementKind kind, string text, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Id.New<GrowthStatementId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        db.Add(GrowthStatement.Write(id, viewer.PersonId, kind, text, sealer, now));
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    /// <summary>False when there is no such wording.</summary>
    public async Task<bool> RemoveStatementAsync(GrowthStatementId id, CancellationToken cancellationToken)
    {
        if (await db.GrowthStatements.VisibleTo(viewer).FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } statement)
        {
            return false;
        }

        statement.Remove(clock.GetUtcNow());
        db.Remove(statement);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(id.Value, cancellationToken);
        return true;
    }

    public async Task<PullReflectionId> ReflectAsync(PullAnswers answers, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Id.New<PullReflectionId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        db.Add(PullReflection.Write(id, viewer.PersonId, answers, sealer, now));
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    /// <summary>False when there is no such reflection.</summary>
    public async Task<bool> RemoveReflectionAsync(PullReflectionId id, CancellationToken cancellationToken)
    {
        if (await db.PullReflections.VisibleTo(viewer).FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } reflection)
        {
            return false;
        }

        reflection.Remove(clock.GetUtcNow());
        db.Remove(reflection);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(id.Value, cancellationToken);
        return true;
    }

    /// <summary>What somebody wants to work towards, by id: what was chosen before keeps its target and importance.</summary>
    public Task<Keeping> ChooseAsync(IReadOnlyCollection<string> capabilities, int version, CancellationToken cancellationToken) =>
        SetAsync(
            before =>
                before with
                {
                    Aims =
                    [
                        .. capabilities.Select(c =>
                            before.Aims.FirstOrDefault(a => a.Capability == c) ?? new Aim(c, UsualTarget, UsualImportance)
                        ),
                    ],
                },
            null,
            version,
            cancellationToken
        );

    /// <summary>
    /// Keeps changed aims, and with them the own view when there is one. Both or neither: a target without a standing would be half an answer.
    /// </summary>
    /// <param name="version">The version of the aims that was changed; 0 when there were none.</param>
    public async Task<Keeping> SetAsync(
        Func<AimsContent, AimsContent> change,
        CapabilityRatings? ownView,
        int version,
        CancellationToken cancellationToken
    )
    {
        var aims = await db.GrowthAims.VisibleTo(viewer).FirstOrDefaultAsync(cancellationToken);
        if ((aims?.Version ?? 0) != version)
        {
            return new Keeping(Kept.Meanwhile);
        }

        var (now, edition) = (clock.GetUtcNow(), (await frameworks.InUseAsync(cancellationToken)).Id);
        if (aims is null)
        {
            var id = Id.New<GrowthAimsId>(now);
            var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
            aims = GrowthAims.Set(id, viewer.PersonId, edition, change(new AimsContent()), sealer, now);
            db.Add(aims);
        }
        else
        {
            var unlocked = await vault.UnlockAsync(viewer, [aims.Aims], cancellationToken);
            var sealer = await vault.SealerAsync(viewer.PersonId, aims.Id.Value, cancellationToken);
            aims.Change(edition, change(AimsContent.FromJson(unlocked.Open(aims.Aims))), sealer, now);
        }

        if (ownView is not null)
        {
            await RateAsync(ownView, edition, now, cancellationToken);
        }

        return await db.TryAddAsync(cancellationToken)
            ? new Keeping(Kept.Done, aims.Version, Id: aims.Id.Value)
            : new Keeping(Kept.Meanwhile);
    }

    private async Task RateAsync(
        CapabilityRatings ratings,
        FrameworkEditionId edition,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var since = now - Mends;
        var last = await db
            .LeadershipChecks.VisibleTo(viewer)
            .Where(c => c.LaunchedAt == null && c.EditionId == edition && c.RatedAt > since)
            .OrderByDescending(c => c.RatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var id = last?.Id ?? Id.New<LeadershipCheckId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        if (last is null)
        {
            db.Add(LeadershipCheck.RateSelf(id, viewer.PersonId, edition, CheckForm.Fast, ratings, sealer, now));
        }
        else
        {
            last.RateSelfAgain(ratings, sealer, now);
        }
    }

    // Two tabs that set the first aims at one moment meet at the unique index, not at a version.
}
