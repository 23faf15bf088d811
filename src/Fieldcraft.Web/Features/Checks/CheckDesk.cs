using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Mail;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>What the owner does with a check, the same for pages and API.</summary>
public sealed class CheckDesk(
    FieldcraftDb db,
    Vault vault,
    ChecksReading reading,
    RoundDesk rounds,
    Notices notices,
    Post post,
    Settings settings,
    Rules rules,
    Words words,
    TimeProvider clock
)
{
    /// <summary>The own view, which comes first.</summary>
    public async Task<LeadershipCheck> RateSelfAsync(
        Viewer viewer,
        FrameworkEditionId edition,
        CheckForm form,
        CapabilityRatings ratings,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var id = Id.New<LeadershipCheckId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        var check = LeadershipCheck.RateSelf(id, viewer.PersonId, edition, form, ratings, sealer, now);
        db.Add(check);
        await db.SaveChangesAsync(cancellationToken);
        return check;
    }

    /// <summary>Says the own view anew. Null when there is no such check.</summary>
    public async Task<Outcome?> RateAgainAsync(
        Viewer viewer,
        LeadershipCheckId id,
        CapabilityRatings ratings,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(viewer, id, cancellationToken) is not { } check)
        {
            return null;
        }

        var outcome = check.RateSelfAgain(
            ratings,
            await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken),
            clock.GetUtcNow()
        );
        return await SavedAsync(outcome, cancellationToken);
    }

    /// <summary>Writes a rater onto the list; nobody is told before the launch. Refused: <c>check-launched</c>, <c>check-too-many-raters</c>, <c>check-rater-there</c>.</summary>
    public async Task<Outcome<RaterInvitationId>?> ProposeAsync(
        Viewer viewer,
        LeadershipCheckId id,
        RaterGroup group,
        RaterAddress address,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(viewer, id, cancellationToken) is not { } check)
        {
            return null;
        }

        var there = await reading.RatersAsync(viewer, id, cancellationToken);
        if (check.IsLaunched)
        {
            return new Refusal("check-launched");
        }

        if (there.Count >= rules.Checks.RatersAtMost)
        {
            return new Refusal("check-too-many-raters", rules.Checks.RatersAtMost);
        }

        if (there.Any(r => IsSame(r.Address, address)))
        {
            return new Refusal("check-rater-there");
        }

        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        var rater = RaterInvitation.Propose(Id.New<RaterInvitationId>(clock.GetUtcNow()), check, group, address, sealer);
        db.Add(rater);
        await db.SaveChangesAsync(cancellationToken);
        return rater.Id;
    }

    /// <summary>Takes a rater off the list again. Refused: <c>check-launched</c>.</summary>
    public async Task<Outcome?> LeaveOutAsync(
        Viewer viewer,
        LeadershipCheckId id,
        RaterInvitationId rater,
        CancellationToken cancellationToken
    )
    {
        if (
            await FindAsync(viewer, id, cancellationToken) is not { } check
            || await db.RaterInvitations.VisibleTo(viewer).FirstOrDefaultAsync(r => r.Id == rater && r.CheckId == id, cancellationToken)
                is not { } found
        )
        {
            return null;
        }

        if (check.IsLaunched)
        {
            return new Refusal("check-launched");
        }

        db.Remove(found);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Opens the round: its secret is made, every rater gets a link of their own, and letters and notices go out.</summary>
    public async Task<Outcome?> LaunchAsync(Viewer viewer, LeadershipCheckId id, CancellationToken cancellationToken)
    {
        if (
            await reading.FindAsync(viewer, id, cancellationToken) is not { } own
            || await FindAsync(viewer, id, cancellationToken) is not { } check
        )
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var name = Id.Untimed();
        var raters = await db.RaterInvitations.VisibleTo(viewer).Where(r => r.CheckId == id).ToListAsync(cancellationToken);
        var last = await db.LeadershipChecks.VisibleTo(viewer).MaxAsync(c => c.ClosedAt, cancellationToken);
        var minimum = rules.MinimumSizes;
        var sizes = new RoundSizes(minimum.NamedRaterGroup, minimum.CommentsInsideThreeSixty, rules.Checks.SpreadFrom);
        if (check.Launch(name, raters.Count, last, sizes, rules.Checks, now) is { IsRefused: true } refused)
        {
            return refused.Refusal!.Code == "check-too-soon"
                ? new Refusal("check-too-soon", words.Day((DateOnly)refused.Refusal.Arguments[0]))
                : refused;
        }

        var round = await vault.NewRoundAsync(viewer.PersonId, name, cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, raters.Select(r => r.Address), cancellationToken);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        foreach (var rater in raters)
        {
            Invite(viewer, check, rater, RaterAddress.FromJson(unlocked.Open(rater.Address)), own.Asked, round, sealer);
        }

        if (await db.TrySaveAsync(cancellationToken))
        {
            return Outcome.Done;
        }

        await vault.DestroyRoundAsync(name, cancellationToken);
        return new Refusal("check-launched");
    }

    /// <summary>Reminds those who have not answered; nobody learns who that is.</summary>
    public async Task<Outcome?> RemindAsync(Viewer viewer, LeadershipCheckId id, CancellationToken cancellationToken) =>
        await FindAsync(viewer, id, cancellationToken) is { } check ? await rounds.RemindAsync(check, cancellationToken) : (Outcome?)null;

    public async Task<Outcome?> CloseAsync(Viewer viewer, LeadershipCheckId id, CancellationToken cancellationToken) =>
        await IsOwnAsync(viewer, id, cancellationToken) ? await rounds.CloseAsync(id, byOwner: true, cancellationToken) : (Outcome?)null;

    public async Task<Outcome?> CallOffAsync(Viewer viewer, LeadershipCheckId id, CancellationToken cancellationToken) =>
        await IsOwnAsync(viewer, id, cancellationToken) ? await rounds.CallOffAsync(id, cancellationToken) : (Outcome?)null;

    /// <summary>Removes a check with everything that was said in it; a round that runs is called off with it.</summary>
    public async Task<bool> RemoveAsync(Viewer viewer, LeadershipCheckId id, CancellationToken cancellationToken)
    {
        if (!await IsOwnAsync(viewer, id, cancellationToken))
        {
            return false;
        }

        await rounds.CallOffAsync(id, cancellationToken);
        if (await FindAsync(viewer, id, cancellationToken) is not { } check)
        {
            return false;
        }

        check.Remove(clock.GetUtcNow());
        db.Remove(check);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(id.Value, cancellationToken);
        return true;
    }

    private void Invite(
        Viewer viewer,
        LeadershipCheck check,
        RaterInvitation rater,
        RaterAddress address,
        IReadOnlyList<string> asked,
        OpenRound round,
        ISealer sealer
    )
    {
        var secret = Secrets.New();
        var text = Secrets.Text(secret);
        var delivery = new RaterDelivery(text, address.Email, address.Person, asked);
        var isHandedOver = address.Email is null && address.Person is null;
        rater.Invite(
            Secrets.Hash(secret),
            round.DeliveryOf(rater.Id).Seal(nameof(RaterInvitation.Delivery), delivery.ToJson()),
            isHandedOver ? sealer.Seal(nameof(RaterInvitation.Link), text) : null
        );
        if (address.Person is { } person)
        {
            notices.Tell(Domain.People.PersonId.From(person), ChecksNotices.Asked, ChecksLinks.Asked(rater.Id), viewer.PersonId);
        }
        else if (address.Email is { } email)
        {
            var link = settings.PublicAddress + ChecksLinks.Answer(text);
            post.Send(email, viewer.Language, viewer.TimeZone, "checks.mail.asked", viewer.Name, link, words.Day(check.ClosesOn!.Value));
        }
    }

    private static bool IsSame(RaterAddress one, RaterAddress other) =>
        one.Person is { } person ? person == other.Person
        : one.Email is { } email ? string.Equals(email, other.Email, StringComparison.OrdinalIgnoreCase)
        : other is { Person: null, Email: null } && string.Equals(one.Name, other.Name, StringComparison.CurrentCultureIgnoreCase);

    private Task<bool> IsOwnAsync(Viewer viewer, LeadershipCheckId id, CancellationToken cancellationToken) =>
        db.LeadershipChecks.VisibleTo(viewer).AnyAsync(c => c.Id == id, cancellationToken);

    private Task<LeadershipCheck?> FindAsync(Viewer viewer, LeadershipCheckId id, CancellationToken cancellationToken) =>
        db.LeadershipChecks.VisibleTo(viewer).FirstOrDefaultAsync(c => c.Id == id, cancellationToken);

    private async Task<Outcome> SavedAsync(Outcome outcome, CancellationToken cancellationToken) =>
        outcome.IsDone && !await db.TrySaveAsync(cancellationToken) ? new Refusal("check-launched") : outcome;
}
