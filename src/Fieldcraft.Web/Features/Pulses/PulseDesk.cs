using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Insight;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Pulses;

/// <summary>Opens and closes pulses. Nothing here tells anybody who answered.</summary>
public sealed class PulseDesk(FieldcraftDb db, Vault vault, Freezer freezer, Notices notices, Rules rules, TimeProvider clock)
{
    public const string ResponseMeasure = "response";
    private const int Half = 2;

    /// <summary>The measure of how many speak for a feature.</summary>
    public static string FavourableOf(string feature) => $"{feature}.favourable";

    /// <summary>
    /// Opens a pulse for a unit and all below it. Null where the viewer may not. Refused: <c>pulse-open</c> while one runs there or around; <c>pulse-too-few</c> where nothing
    /// could ever be shown.
    /// </summary>
    public async Task<Outcome<Pulse>?> OpenAsync(Viewer viewer, UnitId unitId, CancellationToken cancellationToken)
    {
        if (
            await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == unitId, cancellationToken) is not { } unit
            || !viewer.MayRunPulses(unit.Path)
        )
        {
            return null;
        }

        // Nobody is asked twice at a time.
        var path = unit.Path;
        var around = db.Units.Where(u => u.Path.StartsWith(path) || path.StartsWith(u.Path)).Select(u => u.Id);
        if (await db.Pulses.AnyAsync(p => p.ClosedAt == null && around.Contains(p.UnitId), cancellationToken))
        {
            return new Refusal("pulse-open");
        }

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var closesOn = today.AddDays(rules.Pulses.OpenDays);
        var release = Release.Freeze(
            Id.New<ReleaseId>(now),
            ReleaseKind.Pulse,
            unitId,
            today,
            closesOn,
            Math.Max(Release.LeastMinimum, rules.MinimumSizes.PulseAndCheckScores),
            false,
            now
        );
        var frozen = await freezer.FreezeAsync(release, unit, cancellationToken);
        if (frozen.Cells.Count == 0)
        {
            return new Refusal("pulse-too-few", release.Minimum);
        }

        var counted = frozen.Standings.Where(s => s.Part is not null).ToList();
        var asked = await SampleAsync(unitId, counted, cancellationToken);
        var (id, round) = (Id.New<PulseId>(now), Id.Untimed());
        var secret = await vault.NewGroupRoundAsync(id.Value, round, cancellationToken);
        var pulse = Pulse.Open(id, unitId, release.Id, round, counted.Count, asked.Count, closesOn, viewer.PersonId, now);
        return await db.WriteAsync<Outcome<Pulse>?>(
            async () =>
            {
                db.Add(release);
                db.Add(pulse);
                db.Enqueue(
                    new JobRow
                    {
                        Id = Guid.CreateVersion7(now),
                        Kind = RemindOfPulse.JobKind,
                        Key = id.Value.ToString("n"),
                        Payload = id.Value.ToString("D"),
                        DueAt = pulse.HalfTime,
                    }
                );
                await freezer.KeepAsync(frozen, cancellationToken);
                await db.InsertAsync(asked.Select(Invite).ToList(), null, cancellationToken);
                await notices.TellAsync(
                    [.. asked.Select(s => s.OwnerId)],
                    PulsesNotices.Asked,
                    PulsesLinks.AnswerOwn(id),
                    cancellationToken
                );
                return pulse;
            },
            cancellationToken
        );

        // Nothing of an invitation may be dated, and its order says nothing.
        PulseInvitation Invite(ReleaseStanding standing)
        {
            var invitation = PulseInvitationId.From(Id.Untimed());
            return new PulseInvitation(invitation, id, standing.OwnerId, standing.Part!.Value, HashOf(secret.CodeOf(invitation.Value)));
        }
    }

    /// <summary>
    /// Ends a pulse: opens the answers, makes the figures, removes answers, codes and notices, in one transaction; then the secret is destroyed. Null where the viewer may not.
    /// Refused: <c>pulse-closed</c>.
    /// </summary>
    public async Task<Outcome?> CloseAsync(Viewer viewer, PulseId id, CancellationToken cancellationToken)
    {
        var path = await db
            .Pulses.Where(p => p.Id == id)
            .Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => u.Path)
            .FirstOrDefaultAsync(cancellationToken);
        return path is null || !viewer.MayRunPulses(path) ? (Outcome?)null : await CloseAsync(id, cancellationToken);
    }

    /// <inheritdoc cref="CloseAsync(Viewer, PulseId, CancellationToken)"/>
    public async Task<Outcome> CloseAsync(PulseId id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        Guid? ended = null;
        var outcome = await db.WriteAsync<Outcome>(
            async () =>
            {
                await db.HoldAsync(id, cancellationToken);
                if (await db.Pulses.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { RoundId: { } name } pulse)
                {
                    return new Refusal("pulse-closed");
                }

                var release = await db.Releases.FirstAsync(r => r.Id == pulse.ReleaseId, cancellationToken);
                var cells = await db.ReleaseCells.AsNoTracking().Where(c => c.ReleaseId == release.Id).ToListAsync(cancellationToken);
                var sealedAnswers = await db
                    .PulseAnswers.AsNoTracking()
                    .Where(a => a.PulseId == id)
                    .Select(a => a.Content)
                    .ToListAsync(cancellationToken);
                // Without its secret no answer can be opened any more: all that is left is to end it.
                var answers = await vault.GroupRoundAsync(id.Value, name, cancellationToken) is { } round
                    ? round.OpenForClosing(sealedAnswers).Select(PulseAnswers.FromJson).ToList()
                    : [];
                db.AddRange(FiguresOf(release, cells, answers));
                var closed = pulse.Close(answers.Count, clock.GetUtcNow());
                release.Publish(clock.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
                await db.PulseAnswers.Where(a => a.PulseId == id).ExecuteDeleteAsync(cancellationToken);
                await db
                    .PulseInvitations.Where(i => i.PulseId == id)
                    .ExecuteUpdateAsync(i => i.SetProperty(p => p.CodeHash, (byte[]?)null), cancellationToken);
                var address = PulsesLinks.AnswerOwn(id);
                await db.Notices.Where(n => n.Address == address).ExecuteDeleteAsync(cancellationToken);
                ended = name;
                return closed;
            },
            cancellationToken
        );
        if (ended is { } secret)
        {
            await vault.DestroyRoundAsync(secret, cancellationToken);
        }

        return outcome;
    }

    /// <summary>The codes of those in a unit and below it, by name, to be cut into slips. Empty once the pulse closed; null where the viewer may not.</summary>
    public async Task<IReadOnlyList<(string Name, string Code)>?> CodesAsync(
        Viewer viewer,
        PulseId id,
        Unit unit,
        CancellationToken cancellationToken
    )
    {
        if (
            !viewer.MayHandOutCodes(unit.Path)
            || await db.Pulses.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } pulse
        )
        {
            return null;
        }

        if (pulse.RoundId is not { } name || await vault.GroupRoundAsync(id.Value, name, cancellationToken) is not { } round)
        {
            return [];
        }

        var path = unit.Path;
        var people = await db
            .PulseInvitations.AsNoTracking()
            .Where(i => i.PulseId == id)
            .Join(db.People, i => i.OwnerId, p => p.Id, (i, p) => new { i.Id, Person = p })
            .Where(i => db.Units.Any(u => u.Id == i.Person.UnitId && u.Path.StartsWith(path)))
            .OrderBy(i => i.Person.NameKey)
            .ThenBy(i => i.Person.Id)
            .ToListAsync(cancellationToken);
        return [.. people.Select(p => (p.Person.FullName, CodeText.Grouped(round.CodeOf(p.Id.Value))))];
    }

    internal static byte[] HashOf(string code) => SHA256.HashData(Encoding.ASCII.GetBytes(code));

    internal static IEnumerable<ReleaseFigure> FiguresOf(
        Release release,
        IReadOnlyCollection<ReleaseCell> cells,
        IReadOnlyCollection<PulseAnswers> answers
    )
    {
        foreach (var feature in PulseItems.Features)
        {
            var scores = answers
                .Select(a => (a.Part, Score: PulseItems.Score(a.Said, feature)))
                .Where(a => a.Score is not null)
                .Select(a => new PartValue(a.Part, a.Score!.Value))
                .ToList();
            var favourable = scores.Select(s => new PartValue(s.Part, s.Value >= PulseItems.FavourableFrom ? 1 : 0)).ToList();
            foreach (var figure in GroupFigures.Publish(release.Id, feature, cells, scores, release.Minimum))
            {
                yield return figure;
            }

            foreach (var figure in GroupFigures.Publish(release.Id, FavourableOf(feature), cells, favourable, release.Minimum))
            {
                yield return figure;
            }
        }
    }

    /// <summary>Everybody in a small population; else half of it, those first who were not asked the last time.</summary>
    private async Task<IReadOnlyList<ReleaseStanding>> SampleAsync(
        UnitId unit,
        List<ReleaseStanding> counted,
        CancellationToken cancellationToken
    )
    {
        if (Pulse.IsCensus(counted.Count, rules.Pulses))
        {
            return counted;
        }

        var before = await db
            .Pulses.Where(p => p.UnitId == unit)
            .OrderByDescending(p => p.OpenedAt)
            .Select(p => (PulseId?)p.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var askedBefore = before is { } last
            ? (await db.PulseInvitations.Where(i => i.PulseId == last).Select(i => i.OwnerId).ToListAsync(cancellationToken)).ToHashSet()
            : [];
        var drawn = counted.ToArray();
        RandomNumberGenerator.Shuffle<ReleaseStanding>(drawn);
        return [.. drawn.OrderBy(s => askedBefore.Contains(s.OwnerId)).Take(counted.Count / Half)];
    }
}
