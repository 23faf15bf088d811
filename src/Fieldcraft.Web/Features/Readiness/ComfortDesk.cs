using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>A leader's comfort page, opened.</summary>
/// <param name="Coach">Whom they let in; null: nobody.</param>
public sealed record OpenComfort(ComfortMarks Marks, Confidence Confidence, Domain.People.PersonId? Coach, int Version)
{
    public static readonly OpenComfort None = new(ComfortMarks.None, Confidence.None, null, 0);
}

/// <summary>Comfort, rehearsal and confidence: sealed to the leader and the coach they let in. Of confidence, pairs are counted without a name.</summary>
public sealed class ComfortDesk(FieldcraftDb db, LeadersReading leaders, CoachKeys keys, Vault vault, TimeProvider clock)
{
    private const int Tries = 5;

    public async Task<OpenComfort> OpenAsync(Viewer viewer, ModuleId module, CancellationToken cancellationToken)
    {
        var comfort = await db
            .LeaderComforts.AsNoTracking()
            .OwnedBy(viewer)
            .FirstOrDefaultAsync(c => c.ModuleId == module, cancellationToken);
        return comfort is null ? OpenComfort.None : await OpenAsync(viewer, comfort, cancellationToken);
    }

    /// <summary>Null: no part in the module. Refused: <c>readiness-changed-meanwhile</c> on another version.</summary>
    /// <param name="version">0 when there was nothing yet.</param>
    public async Task<Outcome<int>?> MarkAsync(
        Viewer viewer,
        PreparedModule module,
        ComfortMarks marks,
        int version,
        CancellationToken cancellationToken
    )
    {
        if (await OwnAsync(viewer, module, cancellationToken) is not { } comfort)
        {
            return null;
        }

        if (comfort.Version != version)
        {
            db.ChangeTracker.Clear();
            return (Outcome<int>)new Refusal("readiness-changed-meanwhile");
        }

        var sealer = await vault.SealerAsync(viewer.PersonId, comfort.Id.Value, cancellationToken);
        comfort.Mark(marks, module.Content, sealer, clock.GetUtcNow());
        return await db.TryAddAsync(cancellationToken)
            ? (Outcome<int>)comfort.Version
            : (Outcome<int>)new Refusal("readiness-changed-meanwhile");
    }

    /// <summary>
    /// Keeps what the viewer says of their confidence at one moment; what makes a pair is counted, once, without a name. Null: no part in the module.
    /// Refused: <c>confidence-too-early</c>, <c>confidence-too-late</c>.
    /// </summary>
    /// <param name="lookingBack">With the coaching group: how confident they were before the preview, seen from now.</param>
    public async Task<Outcome?> StateAsync(
        Viewer viewer,
        ModuleId id,
        ConfidenceMoment moment,
        int value,
        int? lookingBack,
        CancellationToken cancellationToken
    )
    {
        if (await leaders.ModuleAsync(viewer, id, cancellationToken) is not { } module)
        {
            return null;
        }

        var readiness = await db
            .LeaderReadiness.AsNoTracking()
            .OwnedBy(viewer)
            .FirstOrDefaultAsync(r => r.ModuleId == id, cancellationToken);
        if (MomentProblem(moment, readiness, module.Module, clock.GetUtcNow()) is { } refusal)
        {
            return (Outcome)refusal;
        }

        // Two who are counted at one moment meet at the tally; the later one counts again.
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await TryStateAsync(viewer, module, moment, value, lookingBack, cancellationToken) is not { } done)
            {
                return null;
            }

            if (done)
            {
                return Outcome.Done;
            }
        }

        return new Refusal("readiness-changed-meanwhile");
    }

    /// <summary>When a moment can be spoken of; null: now.</summary>
    public static Refusal? MomentProblem(ConfidenceMoment moment, LeaderReadiness? readiness, Module module, DateTimeOffset now) =>
        moment switch
        {
            ConfidenceMoment.BeforePreview => readiness is { IsPreviewed: true } ? new Refusal("confidence-too-late") : null,
            ConfidenceMoment.AfterCoaching => readiness is { IsPractised: true } ? null : new Refusal("confidence-too-early"),
            _ => readiness is { IsPractised: true } && DateOnly.FromDateTime(now.UtcDateTime) >= module.WindowStart
                ? null
                : new Refusal("confidence-too-early"),
        };

    /// <summary>Lets the coach of the viewer's group in, or again. Null: no seat in a group with a coach.</summary>
    public async Task<Outcome?> ShowToCoachAsync(Viewer viewer, ModuleId module, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var group = await db
            .PreparationEvents.AsNoTracking()
            .Where(e => e.ModuleId == module && e.Kind == PreparationKind.Coaching && e.State != PreparationState.Cancelled)
            .Where(e =>
                e.Seated.Any(s => s.PersonId == me && (s.State == PreparationSeatState.Coming || s.State == PreparationSeatState.Attended))
            )
            .OrderByDescending(e => e.On)
            .ThenByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (group?.FacilitatorId is null)
        {
            return null;
        }

        await keys.LetInAsync(group, me, cancellationToken);
        return await keys.SaveAsync(cancellationToken) ? Outcome.Done : new Refusal("readiness-changed-meanwhile");
    }

    /// <summary>Only the viewer reads it again. Null: there is nothing.</summary>
    public async Task<Outcome?> HideFromCoachAsync(Viewer viewer, ModuleId module, CancellationToken cancellationToken)
    {
        if (await db.LeaderComforts.OwnedBy(viewer).FirstOrDefaultAsync(c => c.ModuleId == module, cancellationToken) is not { } comfort)
        {
            return null;
        }

        keys.ShutOut(comfort);
        return await keys.SaveAsync(cancellationToken) ? Outcome.Done : new Refusal("readiness-changed-meanwhile");
    }

    private async Task<bool?> TryStateAsync(
        Viewer viewer,
        PreparedModule module,
        ConfidenceMoment moment,
        int value,
        int? lookingBack,
        CancellationToken cancellationToken
    )
    {
        if (await OwnAsync(viewer, module, cancellationToken) is not { } comfort)
        {
            return null;
        }

        var said = (await OpenAsync(viewer, comfort, cancellationToken)).Confidence;
        var all = moment switch
        {
            ConfidenceMoment.BeforePreview => said with { BeforePreview = value },
            ConfidenceMoment.AfterCoaching => said with { AfterCoaching = value, LookingBack = lookingBack ?? said.LookingBack },
            _ => said with { AfterSecondSession = value },
        };
        var sealer = await vault.SealerAsync(viewer.PersonId, comfort.Id.Value, cancellationToken);
        var pairs = comfort.StateConfidence(moment, all, sealer, clock.GetUtcNow());
        if (pairs.Count > 0)
        {
            var tallies = await db.ConfidenceTallies.Where(t => t.ModuleId == module.Id).ToListAsync(cancellationToken);
            foreach (var pair in pairs)
            {
                if (ConfidenceTally.Count(module.Id, tallies, pair) is { } line)
                {
                    tallies.Add(line);
                    db.Add(line);
                }
            }
        }

        return await db.TryAddAsync(cancellationToken);
    }

    private async Task<OpenComfort> OpenAsync(Viewer viewer, LeaderComfort comfort, CancellationToken cancellationToken)
    {
        var unlocked = await vault.UnlockAsync(viewer, [comfort.Marks, comfort.Confidence], cancellationToken);
        return new OpenComfort(
            ComfortMarks.FromJson(unlocked.OpenOrEmpty(comfort.Marks)),
            Confidence.FromJson(unlocked.OpenOrEmpty(comfort.Confidence)),
            comfort.CoachId,
            comfort.Version
        );
    }

    private async Task<LeaderComfort?> OwnAsync(Viewer viewer, PreparedModule module, CancellationToken cancellationToken)
    {
        var isThere = await db.LeaderComforts.OwnedBy(viewer).AnyAsync(c => c.ModuleId == module.Id, cancellationToken);
        return isThere || (viewer.HasReports && module.ReachesViewer)
            ? await keys.ComfortOfAsync(viewer.PersonId, module.Id, cancellationToken)
            : null;
    }

    // Two who begin the same page, or count the same line, at one moment meet at its key.
}
