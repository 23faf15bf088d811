using System.Globalization;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rhythm.Mailing;

/// <summary>
/// Looks at one new notice: holds it back where it asks for time that the person does not have, and mails it where they want that kind at
/// once. In quiet hours it waits for their end; somebody who is away finds it in the digest afterwards.
/// </summary>
internal sealed class TellByMail(FieldcraftDb db, LoadReading load, RhythmMail mail, TimeProvider clock) : IJob
{
    public const string JobKind = "rhythm.tell";

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var id = NoticeId.From(Guid.Parse(job.Payload!, CultureInfo.InvariantCulture));
        if (
            await db.Notices.FirstOrDefaultAsync(n => n.Id == id && n.SeenAt == null && n.MailedAt == null, cancellationToken)
                is not { } notice
            || NoticeKinds.Of(notice.Kind) is not { } kind
        )
        {
            return;
        }

        var to = notice.PersonId;
        var person = await db.People.AsNoTracking().FirstAsync(p => p.Id == to, cancellationToken);
        var rhythm = await db.Rhythms.AsNoTracking().Include(r => r.Tellings).FirstOrDefaultAsync(r => r.PersonId == to, cancellationToken);
        var now = clock.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(now, ZoneOf(person.TimeZone)).DateTime;
        var today = DateOnly.FromDateTime(local);
        if (kind.IsRequest && rhythm?.MinutesAMonthAtMost is not null)
        {
            var account = await load.MonthAsync(to, today, cancellationToken);
            notice.Wait(account.HoldsUntil, now);
        }

        if (
            notice.WaitsUntil is null
            && person is { Email: { } email, Status: PersonStatus.Active }
            && !(rhythm?.AwayUntil >= today)
            && RhythmMail.TellingOf(kind, rhythm?.Tellings) == Telling.AtOnce
        )
        {
            await SendAsync(
                notice,
                kind,
                new Addressee(to, email, person.Language, person.TimeZone),
                rhythm?.Quiet,
                local,
                cancellationToken
            );
        }

        await db.TrySaveAsync(cancellationToken);
    }

    internal static TimeZoneInfo ZoneOf(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    private async Task SendAsync(
        Notice notice,
        NoticeKind kind,
        Addressee to,
        DayHours? quiet,
        DateTime local,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        if (quiet?.Holds(TimeOnly.FromDateTime(local)) == true)
        {
            db.Enqueue(
                new JobRow
                {
                    Id = Guid.CreateVersion7(now),
                    Kind = JobKind,
                    Key = string.Create(CultureInfo.InvariantCulture, $"{notice.Id.Value:n}.{now.ToUnixTimeSeconds()}"),
                    Payload = notice.Id.Value.ToString("D"),
                    DueAt = now + (quiet.Until - TimeOnly.FromDateTime(local)),
                }
            );
            return;
        }

        var (person, from) = (notice.PersonId, notice.FromId);
        var isToldAlready = await db.Notices.AnyAsync(
            n =>
                n.PersonId == person
                && n.Kind == notice.Kind
                && n.Address == notice.Address
                && n.SeenAt == null
                && n.MailedAt != null
                && n.Id != notice.Id,
            cancellationToken
        );
        notice.NoteMail(now);
        if (isToldAlready)
        {
            return;
        }

        var sender = from is null ? null : await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == from, cancellationToken);
        var words = mail.WordsOf(to);
        mail.Send(
            to,
            kind.Key,
            "rhythm.mail",
            $"{notice.Id.Value:n}",
            words[kind.Key, sender?.FullName ?? words["notices.somebody"]],
            mail.Address(notice.Address),
            words[kind.Key + ".kind"]
        );
    }
}
