using System.Security.Cryptography;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Pulses;

/// <summary>A pulse that somebody is asked to answer.</summary>
public sealed record AskedPulse(PulseId Id, string Unit, DateOnly ClosesOn);

/// <summary>
/// Answering: by link or code without an account, or signed in. Looking uses nothing up; wrong, used and expired codes look alike; an answer is shown to nobody again.
/// </summary>
public sealed class PulseAnswering(FieldcraftDb db, Vault vault, TimeProvider clock)
{
    public static readonly LinkTries Tries = new("pulse", 120, TimeSpan.FromMinutes(1));

    public async Task<AskedPulse?> LookAsync(string code, CancellationToken cancellationToken) =>
        (await FindAsync(code, cancellationToken))?.Pulse;

    public async Task<AskedPulse?> LookAsync(Viewer viewer, PulseId id, CancellationToken cancellationToken) =>
        (await FindAsync(viewer, id, cancellationToken))?.Pulse;

    /// <summary>False where the code leads nowhere.</summary>
    public async Task<bool> AnswerAsync(string code, IReadOnlyDictionary<string, int> said, CancellationToken cancellationToken) =>
        await FindAsync(code, cancellationToken) is { } held && await PutAsync(held, said, cancellationToken);

    /// <summary>False where the viewer is not asked, or has answered.</summary>
    public async Task<bool> AnswerAsync(
        Viewer viewer,
        PulseId id,
        IReadOnlyDictionary<string, int> said,
        CancellationToken cancellationToken
    ) => await FindAsync(viewer, id, cancellationToken) is { } held && await PutAsync(held, said, cancellationToken);

    /// <summary>The open pulse in which the viewer is asked and has not answered; nobody is asked in two at a time.</summary>
    public async Task<AskedPulse?> ToAnswerAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        return (
            await OpenAsync(
                await db.PulseInvitations.AsNoTracking().FirstOrDefaultAsync(i => i.OwnerId == me && i.CodeHash != null, cancellationToken),
                cancellationToken
            )
        )?.Pulse;
    }

    private async Task<bool> PutAsync(Held held, IReadOnlyDictionary<string, int> said, CancellationToken cancellationToken)
    {
        var (id, mark) = (held.Pulse.Id, held.Round.Answered(held.Invitation.Id.Value));
        var content = held.Round.Answers.Seal(nameof(PulseAnswer.Content), new PulseAnswers(held.Invitation.Part, said).ToJson());
        return await db.WriteAsync(
            async () =>
            {
                await db.HoldAsync(id, cancellationToken);
                if (
                    !await db.Pulses.AnyAsync(p => p.Id == id && p.ClosedAt == null, cancellationToken)
                    || await db.PulseAnswers.AnyAsync(a => a.PulseId == id && a.Mark == mark, cancellationToken)
                )
                {
                    return false;
                }

                db.Add(new PulseAnswer(RandomNumberGenerator.GetBytes(16), id, mark, content));
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken
        );
    }

    private async Task<Held?> FindAsync(string typed, CancellationToken cancellationToken)
    {
        if (CodeText.Read(typed) is not { } code)
        {
            return null;
        }

        var hash = PulseDesk.HashOf(code);
        return await OpenAsync(
            await db.PulseInvitations.AsNoTracking().FirstOrDefaultAsync(i => i.CodeHash == hash, cancellationToken),
            cancellationToken
        );
    }

    private async Task<Held?> FindAsync(Viewer viewer, PulseId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        return await OpenAsync(
            await db.PulseInvitations.AsNoTracking().FirstOrDefaultAsync(i => i.PulseId == id && i.OwnerId == me, cancellationToken),
            cancellationToken
        );
    }

    private async Task<Held?> OpenAsync(PulseInvitation? invitation, CancellationToken cancellationToken)
    {
        if (invitation is null)
        {
            return null;
        }

        var id = invitation.PulseId;
        if (
            await db
                .Pulses.AsNoTracking()
                .Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { Pulse = p, u.Name })
                .FirstOrDefaultAsync(p => p.Pulse.Id == id, cancellationToken)
                is not { Pulse: { RoundId: { } name } pulse } found
            || !pulse.TakesAnswersAt(clock.GetUtcNow())
            || await vault.GroupRoundAsync(id.Value, name, cancellationToken) is not { } round
        )
        {
            return null;
        }

        var mark = round.Answered(invitation.Id.Value);
        return await db.PulseAnswers.AnyAsync(a => a.PulseId == id && a.Mark == mark, cancellationToken)
            ? null
            : new Held(invitation, new AskedPulse(id, found.Name, pulse.ClosesOn), round);
    }

    private sealed record Held(PulseInvitation Invitation, AskedPulse Pulse, OpenRound Round);
}
