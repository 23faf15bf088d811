using System.Security.Cryptography;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Outcomes.Cases;

/// <summary>Draws success cases, asks, writes and shows their stories. Null: not there, or not the viewer's to do.</summary>
public sealed class CaseDesk(FieldcraftDb db, Notices notices, Viewer viewer, Words words, TimeProvider clock)
{
    /// <summary>Refused: as <see cref="CaseDraw.Hold"/>, and <c>case-draw-done</c>: drawing until the right names come is no draw.</summary>
    public async Task<Outcome<CaseDrawId>?> DrawAsync(ModuleId id, CancellationToken cancellationToken)
    {
        if (await db.Modules.AsNoTracking().LedBy(db, viewer).FirstOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } module)
        {
            return null;
        }

        if (await db.CaseDraws.AnyAsync(d => d.ModuleId == id, cancellationToken))
        {
            return new Refusal("case-draw-done");
        }

        var now = clock.GetUtcNow();
        var answers = await db.TeamUses.AsNoTracking().Where(u => u.ModuleId == id).ToListAsync(cancellationToken);
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var held = CaseDraw.Hold(Id.New<CaseDrawId>(now), module, answers, seed, viewer.PersonId, words.Today(now), now);
        if (held.Refusal is { } refusal)
        {
            return refusal;
        }

        var (draw, cases) = held.Value;
        db.Add(draw);
        db.AddRange(cases);
        foreach (var asked in cases.Where(c => c.State == CaseState.Asked))
        {
            notices.Tell(asked.LeaderId, OutcomeNotices.CaseAsked, OutcomesLinks.Case(asked.Id), viewer.PersonId);
        }

        // Two who draw at one moment meet at the unique index: the first draw counts.
        if (await db.TryAddAsync(cancellationToken))
        {
            return draw.Id;
        }

        return new Refusal("case-draw-done");
    }

    public Task<Outcome?> AgreeAsync(SuccessCaseId id, CancellationToken cancellationToken) =>
        ChangeOwnAsync(id, null, c => c.Agree(clock.GetUtcNow()), cancellationToken);

    /// <summary>The next of the lot is asked instead.</summary>
    public async Task<Outcome?> DeclineAsync(SuccessCaseId id, CancellationToken cancellationToken)
    {
        if (await db.SuccessCases.OwnOf(viewer).FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } drawn)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var outcome = drawn.Decline(now);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        var next = await db
            .SuccessCases.Where(c => c.DrawId == drawn.DrawId && c.Side == drawn.Side && c.State == CaseState.Waiting)
            .OrderBy(c => c.Place)
            .FirstOrDefaultAsync(cancellationToken);
        if (next is not null)
        {
            next.Ask(now);
            notices.Tell(next.LeaderId, OutcomeNotices.CaseAsked, OutcomesLinks.Case(next.Id));
        }

        return await SaveAsync(outcome, cancellationToken);
    }

    /// <summary>Of the story as it was read. Refused: as <see cref="SuccessCase.Approve"/>, and <c>case-changed-meanwhile</c>.</summary>
    public Task<Outcome?> ApproveAsync(SuccessCaseId id, int version, CancellationToken cancellationToken) =>
        ChangeOwnAsync(id, version, c => c.Approve(clock.GetUtcNow()), cancellationToken);

    public Task<Outcome?> WithdrawAsync(SuccessCaseId id, CancellationToken cancellationToken) =>
        ChangeOwnAsync(id, null, c => c.Withdraw(clock.GetUtcNow()), cancellationToken);

    /// <summary>Refused: as <see cref="SuccessCase.Write"/>, and <c>case-changed-meanwhile</c>.</summary>
    public async Task<Outcome?> WriteAsync(SuccessCaseId id, int version, string title, string story, CancellationToken cancellationToken)
    {
        if (await db.SuccessCases.AgreedFor(db, viewer).FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } drawn)
        {
            return null;
        }

        if (drawn.Version != version)
        {
            return new Refusal("case-changed-meanwhile");
        }

        var outcome = drawn.Write(title, story, viewer.PersonId, clock.GetUtcNow());
        notices.Tell(drawn.LeaderId, OutcomeNotices.StoryWritten, OutcomesLinks.Case(id), viewer.PersonId);
        return await SaveAsync(outcome, cancellationToken);
    }

    private async Task<Outcome?> ChangeOwnAsync(
        SuccessCaseId id,
        int? version,
        Func<SuccessCase, Outcome> change,
        CancellationToken cancellationToken
    )
    {
        if (await db.SuccessCases.OwnOf(viewer).FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } drawn)
        {
            return null;
        }

        return version is { } read && read != drawn.Version
            ? new Refusal("case-changed-meanwhile")
            : await SaveAsync(change(drawn), cancellationToken);
    }

    private async Task<Outcome> SaveAsync(Outcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.IsRefused)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        return await db.TrySaveAsync(cancellationToken) ? outcome : new Refusal("case-changed-meanwhile");
    }
}
