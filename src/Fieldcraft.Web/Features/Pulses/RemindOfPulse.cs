using System.Globalization;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Rhythm.Mailing;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Mail;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Pulses;

/// <summary>
/// At half time: one letter to each who has not answered and lets a pulse reach them at once. A notice would leave on record for ever who had not answered; of a letter
/// that was sent nothing is left but a mark that only the secret of the open round could explain.
/// </summary>
internal sealed class RemindOfPulse(FieldcraftDb db, Vault vault, RhythmMail mail, TimeProvider clock) : IJob
{
    public const string JobKind = "pulses.remind";
    private const int KeysAsked = 500;

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var id = PulseId.From(Guid.Parse(job.Payload!, CultureInfo.InvariantCulture));
        var now = clock.GetUtcNow();
        if (
            await db
                .Pulses.AsNoTracking()
                .Where(p => p.Id == id)
                .Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { Pulse = p, u.Name })
                .FirstOrDefaultAsync(cancellationToken)
                is not { Pulse: { RoundId: { } name } pulse } found
            || !pulse.TakesAnswersAt(now)
            || await vault.GroupRoundAsync(id.Value, name, cancellationToken) is not { } round
        )
        {
            return;
        }

        var answered = (await db.PulseAnswers.Where(a => a.PulseId == id).Select(a => a.Mark).ToListAsync(cancellationToken))
            .Select(Convert.ToHexString)
            .ToHashSet(StringComparer.Ordinal);
        var rhythms = await db
            .Rhythms.AsNoTracking()
            .Include(r => r.Tellings)
            .Where(r => db.PulseInvitations.Any(i => i.PulseId == id && i.OwnerId == r.PersonId))
            .ToDictionaryAsync(r => r.PersonId, cancellationToken);
        var asked = await db
            .PulseInvitations.AsNoTracking()
            .Where(i => i.PulseId == id)
            .Join(db.People, i => i.OwnerId, p => p.Id, (i, p) => new { i.Id, Person = p })
            .Where(i => i.Person.Status == PersonStatus.Active && i.Person.Email != null)
            .ToListAsync(cancellationToken);
        var silent = asked.Where(i => !answered.Contains(Convert.ToHexString(round.Answered(i.Id.Value)))).ToList();

        // All letters are queued at once: where one is, all are.
        var marks = silent.Select(i => Convert.ToHexString(round.Reminded(i.Id.Value))).Take(KeysAsked).ToList();
        if (await db.Jobs.AnyAsync(j => j.Kind == Post.JobKind && marks.Contains(j.Key), cancellationToken))
        {
            return;
        }

        foreach (var one in silent)
        {
            var rhythm = rhythms.GetValueOrDefault(one.Person.Id);
            var local = TimeZoneInfo.ConvertTime(now, TellByMail.ZoneOf(one.Person.TimeZone)).DateTime;
            if (
                !(rhythm?.AwayUntil >= DateOnly.FromDateTime(local))
                && RhythmMail.TellingOf(PulsesNotices.Asked, rhythm?.Tellings) == Telling.AtOnce
            )
            {
                Remind(pulse, found.Name, one.Person, Convert.ToHexString(round.Reminded(one.Id.Value)));
            }
        }

        await db.TrySaveAsync(cancellationToken);
    }

    private void Remind(Pulse pulse, string unit, Person person, string mark)
    {
        var to = new Addressee(person.Id, person.Email!, person.Language, person.TimeZone);
        var words = mail.WordsOf(to);
        mail.Send(
            to,
            PulsesNotices.Asked.Key,
            "rhythm.mail",
            mark,
            words["pulses.reminder", unit, words.Day(pulse.ClosesOn)],
            mail.Address(PulsesLinks.AnswerOwn(pulse.Id)),
            words[PulsesNotices.Asked.Key + ".kind"]
        );
    }
}
