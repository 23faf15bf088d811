using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Mail;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>How far a round is, as far as that names nobody.</summary>
/// <param name="Asked">How many of each group were asked.</param>
/// <param name="CanClose">Enough have answered for anything to be shown, or everybody has.</param>
public sealed record RoundStanding(IReadOnlyDictionary<RaterGroup, int> Asked, bool CanClose);

/// <summary>What happens in a round that runs: reminding, closing, calling off. Nothing here tells anybody who answered.</summary>
public sealed class RoundDesk(
    FieldcraftDb db,
    Vault vault,
    Notices notices,
    Post post,
    WordCatalogue catalogue,
    Settings settings,
    Rules rules,
    TimeProvider clock
)
{
    /// <summary>Null when the check does not run.</summary>
    public async Task<RoundStanding?> StandingAsync(
        LeadershipCheck check,
        IReadOnlyCollection<OwnRater> raters,
        CancellationToken cancellationToken
    )
    {
        if (
            check is not { IsRunning: true, RoundId: { } name }
            || await vault.RoundAsync(check.OwnerId, name, cancellationToken) is not { } round
        )
        {
            return null;
        }

        var marks = await MarksAsync(check.Id, cancellationToken);
        return new RoundStanding(
            raters.CountBy(r => r.Group).ToDictionary(),
            CanClose([.. raters.Select(r => (r.Id, r.Group))], marks, round, check.Sizes)
        );
    }

    /// <summary>Reminds everybody who neither answered nor declined. Refused as <see cref="LeadershipCheck.Remind"/>.</summary>
    /// <param name="check">Tracked.</param>
    public async Task<Outcome> RemindAsync(LeadershipCheck check, CancellationToken cancellationToken)
    {
        var outcome = check.Remind(rules.Checks, clock.GetUtcNow());
        if (outcome.IsRefused)
        {
            return outcome;
        }

        if (await vault.RoundAsync(check.OwnerId, check.RoundId!.Value, cancellationToken) is not { } round)
        {
            return new Refusal("check-not-running");
        }

        var owner = check.OwnerId;
        var asker = await db.People.AsNoTracking().FirstAsync(p => p.Id == owner, cancellationToken);
        var marks = await MarksAsync(check.Id, cancellationToken);
        foreach (var rater in await RatersOf(check.Id).AsNoTracking().ToListAsync(cancellationToken))
        {
            if (!marks.Contains(Text(round.Answered(rater.Id))) && !marks.Contains(Text(round.Declined(rater.Id))))
            {
                Remind(check, rater, round.Delivery(rater), asker);
            }
        }

        return await db.TrySaveAsync(cancellationToken) ? outcome : new Refusal("check-reminder-too-soon", rules.Checks.RemindEveryDays);
    }

    /// <summary>
    /// Closes a round: opens the answers, makes the report, seals it to the owner and removes what led to it, in one transaction; then the round's secret is
    /// destroyed. Killed in between, the secret is destroyed by the daily look after rounds. Refused: <c>check-not-running</c>, <c>check-not-enough-yet</c>.
    /// </summary>
    /// <param name="byOwner">The owner closes once enough have answered; the last day closes in any case.</param>
    public Task<Outcome> CloseAsync(LeadershipCheckId id, bool byOwner, CancellationToken cancellationToken) =>
        EndAsync(
            id,
            async (check, raters, round) =>
            {
                var answers = await db.RaterAnswers.AsNoTracking().Where(a => a.CheckId == id).ToListAsync(cancellationToken);
                if (
                    byOwner
                    && !CanClose([.. raters.Select(r => (r.Id, r.Group))], [.. answers.Select(a => Text(a.Mark))], round, check.Sizes)
                )
                {
                    return new Refusal("check-not-enough-yet", check.Sizes.NamedGroup);
                }

                var answered = raters.Select(r => Text(round.Answered(r.Id))).ToHashSet(StringComparer.Ordinal);
                var report = RoundReport.Of(
                    round.OpenForClosing(answers.Where(a => answered.Contains(Text(a.Mark)))),
                    raters.Count == 0 ? [] : round.Delivery(raters[0]).Asked,
                    check.Sizes,
                    rules.Agreement
                );
                if (!byOwner)
                {
                    notices.Tell(check.OwnerId, ChecksNotices.Closed, ChecksLinks.One(id));
                }

                return check.Close(report, await vault.SealerAsync(check.OwnerId, id.Value, cancellationToken), clock.GetUtcNow());
            },
            cancellationToken
        );

    /// <summary>Ends a round without a report; answers go unread. Refused: <c>check-not-running</c>.</summary>
    public Task<Outcome> CallOffAsync(LeadershipCheckId id, CancellationToken cancellationToken) =>
        EndAsync(id, (check, _, _) => Task.FromResult(check.CallOff(clock.GetUtcNow())), cancellationToken);

    private async Task<Outcome> EndAsync(
        LeadershipCheckId id,
        Func<LeadershipCheck, List<RaterInvitation>, OpenRound, Task<Outcome>> end,
        CancellationToken cancellationToken
    )
    {
        db.ChangeTracker.Clear();
        Guid? ended = null;
        var outcome = await db.WriteAsync(
            async () =>
            {
                await db.HoldAsync(id, cancellationToken);
                var check = await db.LeadershipChecks.FirstOrDefaultAsync(c => c.Id == id, cancellationToken);
                if (check is not { IsRunning: true, RoundId: { } name })
                {
                    return new Refusal("check-not-running");
                }

                var raters = await RatersOf(id).OrderBy(r => r.Id).ToListAsync(cancellationToken);
                // Without its secret nothing of a round can be opened any more: all that is left is to end it.
                var outcome = await vault.RoundAsync(check.OwnerId, name, cancellationToken) is { } round
                    ? await end(check, raters, round)
                    : check.CallOff(clock.GetUtcNow());
                if (outcome.IsDone)
                {
                    raters.ForEach(r => r.Forget());
                    await db.SaveChangesAsync(cancellationToken);
                    await ForgetAsync(id, raters, cancellationToken);
                    ended = name;
                }

                return outcome;
            },
            cancellationToken
        );
        if (ended is { } secret)
        {
            await vault.DestroyRoundAsync(secret, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Answers go, and so do the notices: a second one would tell who had not answered after a week.</summary>
    private async Task ForgetAsync(LeadershipCheckId id, List<RaterInvitation> raters, CancellationToken cancellationToken)
    {
        var addresses = raters.Select(r => ChecksLinks.Asked(r.Id)).ToList();
        await db.RaterAnswers.Where(a => a.CheckId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Notices.Where(n => addresses.Contains(n.Address)).ExecuteDeleteAsync(cancellationToken);
    }

    private void Remind(LeadershipCheck check, RaterInvitation rater, RaterDelivery delivery, Person asker)
    {
        if (delivery.Person is { } person)
        {
            notices.Tell(PersonId.From(person), ChecksNotices.Reminded, ChecksLinks.Asked(rater.Id), check.OwnerId);
        }
        else if (delivery.Email is { } email)
        {
            var day = new Words(catalogue, asker.Language, asker.TimeZone, settings.Development).Day(check.ClosesOn!.Value);
            var link = settings.PublicAddress + ChecksLinks.Answer(delivery.Secret);
            post.Send(email, asker.Language, asker.TimeZone, "checks.mail.reminded", asker.FullName, link, day);
        }
    }

    private static bool CanClose(
        IReadOnlyCollection<(RaterInvitationId Id, RaterGroup Group)> raters,
        HashSet<string> marks,
        OpenRound round,
        RoundSizes sizes
    )
    {
        var answered = raters.Where(r => marks.Contains(Text(round.Answered(r.Id)))).ToList();
        return raters.Count > 0 && (answered.Count == raters.Count || answered.Count(r => r.Group != RaterGroup.Boss) >= sizes.NamedGroup);
    }

    private IQueryable<RaterInvitation> RatersOf(LeadershipCheckId id) => db.RaterInvitations.Where(r => r.CheckId == id);

    private async Task<HashSet<string>> MarksAsync(LeadershipCheckId id, CancellationToken cancellationToken) =>
        [
            .. (await db.RaterAnswers.AsNoTracking().Where(a => a.CheckId == id).Select(a => a.Mark).ToListAsync(cancellationToken)).Select(
                Text
            ),
        ];

    private static string Text(byte[] mark) => Convert.ToHexString(mark);
}
