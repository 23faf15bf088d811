using System.Globalization;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Language;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rhythm.Mailing;

/// <summary>
/// Sends each person at most one digest a week, or a day if they chose so, in their working hours: what they were told and no mail has said
/// yet, and what comes up. Nothing to say, no digest. It goes through the people in batches, with a few queries for each.
/// </summary>
internal sealed class SendDigests(FieldcraftDb db, RhythmMail mail, Rules rules, TimeProvider clock) : IJob
{
    public const string JobKind = "rhythm.digest";
    private const int BatchSize = 500;
    private const int LinesAtMost = 20;

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        PersonId? after = null;
        while (true)
        {
            var batch = await CandidatesAsync(after, cancellationToken);
            if (batch.Count == 0)
            {
                return;
            }

            await SendAsync(batch, cancellationToken);
            after = batch[^1].Id;
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>People with an address, of whom something waits to be told or comes up; the id orders them.</summary>
    private async Task<List<Candidate>> CandidatesAsync(PersonId? after, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (first, last) = Window(DateOnly.FromDateTime(now.UtcDateTime));
        var people = db.People.AsNoTracking().Where(p => p.Email != null && p.Status == PersonStatus.Active);
        if (after is { } behind)
        {
            people = people.Where(p => p.Id.CompareTo(behind) > 0);
        }

        return await people
            .Where(p =>
                db.Notices.Any(n => n.PersonId == p.Id && n.SeenAt == null && n.MailedAt == null)
                || db.Appointments.Any(a => a.PersonId == p.Id && a.CancelledAt == null && a.On >= first && a.On <= last)
            )
            .OrderBy(p => p.Id)
            .Take(BatchSize)
            .Select(p => new Candidate(p.Id, p.Email!, p.Language, p.TimeZone, p.ShiftPattern))
            .ToListAsync(cancellationToken);
    }

    private async Task SendAsync(List<Candidate> batch, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ids = batch.Select(c => c.Id).ToList();
        var rhythms = await db
            .Rhythms.Include(r => r.Tellings)
            .Where(r => ids.Contains(r.PersonId))
            .ToDictionaryAsync(r => r.PersonId, cancellationToken);
        var due = batch.Where(c => IsDue(c, rhythms.GetValueOrDefault(c.Id), now)).ToList();
        if (due.Count == 0)
        {
            return;
        }

        ids = [.. due.Select(c => c.Id)];
        var (first, last) = Window(DateOnly.FromDateTime(now.UtcDateTime));
        var notices = await db
            .Notices.Where(n => ids.Contains(n.PersonId) && n.SeenAt == null && n.MailedAt == null)
            .OrderByDescending(n => n.At)
            .ThenByDescending(n => n.Id)
            .ToListAsync(cancellationToken);
        var appointments = await db
            .Appointments.AsNoTracking()
            .Where(a => ids.Contains(a.PersonId) && a.CancelledAt == null && a.On >= first && a.On <= last)
            .OrderBy(a => a.On)
            .ThenBy(a => a.Time)
            .ThenBy(a => a.Id)
            .ToListAsync(cancellationToken);
        var senders = notices.Select(n => n.FromId).OfType<PersonId>().Distinct().ToList();
        var names = await db
            .People.AsNoTracking()
            .Where(p => senders.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.FullName, cancellationToken);
        var (byPerson, comingByPerson) = (notices.ToLookup(n => n.PersonId), appointments.ToLookup(a => a.PersonId));
        foreach (var candidate in due)
        {
            Write(candidate, rhythms.GetValueOrDefault(candidate.Id), byPerson[candidate.Id], comingByPerson[candidate.Id], names, now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private void Write(
        Candidate candidate,
        PersonalRhythm? rhythm,
        IEnumerable<Notice> waiting,
        IEnumerable<Appointment> appointments,
        Dictionary<PersonId, string> names,
        DateTimeOffset now
    )
    {
        var to = new Addressee(candidate.Id, candidate.Email, candidate.Language, candidate.TimeZone);
        var words = mail.WordsOf(to);
        var today = words.Today(now);
        var ahead = rhythm?.Digest == DigestEvery.Day ? 0 : 6;
        var told = waiting
            .Where(n =>
                NoticeKinds.Of(n.Kind) is { } kind
                && !(n.WaitsUntil > today)
                && RhythmMail.TellingOf(kind, rhythm?.Tellings) != Telling.OnHome
            )
            .ToList();
        var coming = appointments.Where(a => a.On >= today && a.On <= today.AddDays(ahead)).Take(LinesAtMost).ToList();
        if (told.Count == 0 && coming.Count == 0)
        {
            return;
        }

        if (rhythm is null)
        {
            rhythm = PersonalRhythm.Begin(Id.New<PersonalRhythmId>(now), candidate.Id, now);
            db.Add(rhythm);
        }

        rhythm.NoteDigest(today, now);
        told.ForEach(n => n.NoteMail(now));
        var lines = told.DistinctBy(n => (n.Kind, n.Address))
            .Take(LinesAtMost)
            .Select(n => Line(words, n, names))
            .Concat(coming.Select(a => Line(words, a)));
        mail.Send(
            to,
            Unsubscribing.Digest,
            rhythm.Digest == DigestEvery.Day ? "rhythm.digest.day" : "rhythm.digest.week",
            string.Create(CultureInfo.InvariantCulture, $"digest.{candidate.Id.Value:n}.{today:yyyy-MM-dd}"),
            string.Join("\n\n", lines),
            mail.Address(RhythmLinks.Choices)
        );
    }

    private string Line(Words words, Notice notice, Dictionary<PersonId, string> names)
    {
        var from = notice.FromId is { } id ? names.GetValueOrDefault(id) : null;
        return $"{words[notice.Kind, from ?? words["notices.somebody"]]}\n{mail.Address(notice.Address)}";
    }

    private string Line(Words words, Appointment appointment)
    {
        var day = appointment.On.ToString("dddd d MMMM", words.Culture);
        var when = appointment.Time is { } at ? $"{day}, {at.ToString("HH:mm", CultureInfo.InvariantCulture)}" : day;
        return $"{when}: {words[appointment.Kind]}\n{mail.Address(appointment.Address)}";
    }

    private bool IsDue(Candidate candidate, PersonalRhythm? rhythm, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, TellByMail.ZoneOf(candidate.TimeZone)).DateTime;
        var (today, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));

        // Shifts that rotate say no hours; a letter by day then wakes nobody up.
        var hours =
            WorkingHours.Of(rhythm?.Works, rhythm?.WorksOn, candidate.ShiftPattern, rules.Rhythm.Shifts)
            ?? new WorkingHours(rules.Rhythm.Shifts.Unsaid, rhythm?.WorksOn ?? WorkDays.MondayToFriday);
        return PersonalRhythm.MayDigestOn(rhythm?.Digest ?? DigestEvery.Week, rhythm?.DigestedOn, today)
            && !(rhythm?.AwayUntil >= today)
            && rhythm?.Quiet?.Holds(time) != true
            && hours.Holds(local);
    }

    /// <summary>Wide enough for every zone; each person's own days are taken out of it.</summary>
    private static (DateOnly First, DateOnly Last) Window(DateOnly today) => (today.AddDays(-1), today.AddDays(8));

    private sealed record Candidate(PersonId Id, string Email, string Language, string TimeZone, string ShiftPattern);
}
