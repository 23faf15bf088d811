using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>Everything a person changes about their rhythm, the same for pages and API.</summary>
public sealed class RhythmDesk(FieldcraftDb db, LoadReading load, KeyStore keys, Rules rules, TimeProvider clock)
{
    /// <summary>The person's rhythm as it is; null while none was needed.</summary>
    public Task<PersonalRhythm?> ReadAsync(PersonId person, CancellationToken cancellationToken) =>
        db.Rhythms.AsNoTracking().Include(r => r.Tellings).FirstOrDefaultAsync(r => r.PersonId == person, cancellationToken);

    public Task<Outcome> SayAsync(Viewer viewer, RhythmWording wording, CancellationToken cancellationToken) =>
        ChangeAsync(viewer.PersonId, r => r.Say(wording, rules.Rhythm, clock.GetUtcNow()), cancellationToken);

    public Task<Outcome> ChooseTellingsAsync(Viewer viewer, TellingWording wording, CancellationToken cancellationToken) =>
        ChangeAsync(viewer.PersonId, r => r.ChooseTellings(wording, clock.GetUtcNow()), cancellationToken);

    public Task ResumeNudgesAsync(Viewer viewer, CancellationToken cancellationToken) =>
        ChangeAsync(viewer.PersonId, r => r.ResumeNudges(clock.GetUtcNow()), cancellationToken);

    /// <summary>No more mails of one list: a kind of notice, or the digest.</summary>
    public Task UnsubscribeAsync(PersonId person, string list, CancellationToken cancellationToken) =>
        ChangeAsync(
            person,
            r =>
            {
                if (list == Unsubscribing.Digest)
                {
                    r.StopDigest(clock.GetUtcNow());
                }
                else
                {
                    r.TellOnHomeOnly(list, clock.GetUtcNow());
                }
            },
            cancellationToken
        );

    /// <summary>Sets the cap, and lets through what waits when the new cap leaves time.</summary>
    public async Task<Outcome> CapLoadAsync(Viewer viewer, int? minutes, DateOnly today, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var outcome = await ChangeAsync(viewer.PersonId, r => r.CapLoad(minutes, rules.Rhythm, now), cancellationToken);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        var account = await load.MonthAsync(viewer.PersonId, today, cancellationToken);
        foreach (
            var notice in await db
                .Notices.VisibleTo(viewer)
                .Where(n => n.SeenAt == null && n.WaitsUntil != null)
                .OrderBy(n => n.Id)
                .ToListAsync(cancellationToken)
        )
        {
            // What stands on Home already is not taken from it again.
            notice.Wait(account.IsFull ? notice.WaitsUntil : null, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Makes a calendar feed; the one before is over.</summary>
    /// <returns>The secret of its address, known this once.</returns>
    public async Task<string> OpenCalendarAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var secret = Secrets.New();
        await ChangeAsync(viewer.PersonId, r => r.OpenCalendar(Secrets.Hash(secret), clock.GetUtcNow()), cancellationToken);
        return Secrets.Text(secret);
    }

    public Task CloseCalendarAsync(Viewer viewer, CancellationToken cancellationToken) =>
        ChangeAsync(viewer.PersonId, r => r.CloseCalendar(clock.GetUtcNow()), cancellationToken);

    /// <summary>Notes, for the nudges alone, whether the strain check asks for a pause. Saved with the next save.</summary>
    public async Task MarkStrainAsync(PersonId person, bool pauses, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await keys.KeyOfAsync(person, cancellationToken) is { } key)
        {
            (await OwnAsync(person, cancellationToken)).MarkStrain(StrainMarks.Of(key, pauses, now), now);
        }
    }

    /// <summary>The rhythm to be changed, begun when there is none.</summary>
    public async Task<PersonalRhythm> OwnAsync(PersonId person, CancellationToken cancellationToken)
    {
        if (await db.Rhythms.Include(r => r.Tellings).FirstOrDefaultAsync(r => r.PersonId == person, cancellationToken) is not { } rhythm)
        {
            var now = clock.GetUtcNow();
            rhythm = PersonalRhythm.Begin(Id.New<PersonalRhythmId>(now), person, now);
            db.Add(rhythm);
        }

        return rhythm;
    }

    private Task<Outcome> ChangeAsync(PersonId person, Action<PersonalRhythm> change, CancellationToken cancellationToken) =>
        ChangeAsync(
            person,
            r =>
            {
                change(r);
                return Outcome.Done;
            },
            cancellationToken
        );

    private async Task<Outcome> ChangeAsync(PersonId person, Func<PersonalRhythm, Outcome> change, CancellationToken cancellationToken)
    {
        var outcome = change(await OwnAsync(person, cancellationToken));
        if (outcome.IsDone)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return outcome;
    }
}

/// <summary>The keyed hash that tells the nudges, and nobody else, whether the strain check asks for a pause.</summary>
internal static class StrainMarks
{
    private const string Kind = "strain check";

    public static byte[] Of(byte[] ownerKey, bool pauses, DateTimeOffset at) =>
        Vault.Mark(
            ownerKey,
            Kind,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{pauses} {at.ToUnixTimeMilliseconds()}")
        );
}
