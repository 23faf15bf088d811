using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Experiments;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Features.Rhythm.Mailing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>The entries of a person's calendar: appointments, reviews of their plans, days of their tries. Titles are generic; no private text is in it.</summary>
public sealed class CalendarReading(FieldcraftDb db, WordCatalogue catalogue, Settings settings, Rules rules, TimeProvider clock)
{
    private const int DaysBack = 60;
    private const int EntriesAtMost = 1_000;

    /// <summary>The calendar behind a secret; null when it opens none.</summary>
    public async Task<byte[]?> FeedAsync(string secret, CancellationToken cancellationToken)
    {
        if (Secrets.FromText(secret) is not { Length: Secrets.Length } bytes)
        {
            return null;
        }

        var hash = Secrets.Hash(bytes);
        var person = await (
            from rhythm in db.Rhythms.AsNoTracking()
            where rhythm.CalendarHash == hash
            join owner in db.People on rhythm.PersonId equals owner.Id
            where owner.Status != PersonStatus.Left
            select new
            {
                owner.Id,
                owner.Language,
                owner.TimeZone,
            }
        ).FirstOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return null;
        }

        var words = new Words(catalogue, person.Language, person.TimeZone, settings.Development);
        return CalendarText.Of(await EntriesAsync(person.Id, words, cancellationToken), words["app.name"]);
    }

    public CalendarEntry Entry(Appointment appointment, Words words) =>
        new()
        {
            Uid = $"{appointment.Id.Value}@fieldcraft",
            Sequence = appointment.Sequence,
            ChangedAt = appointment.ChangedAt,
            IsCancelled = appointment.CancelledAt is not null,
            On = appointment.On,
            StartsAt = appointment.Time is { } at
                ? CalendarText.InstantOf(appointment.On, at, TellByMail.ZoneOf(appointment.TimeZone))
                : null,
            Minutes = (int)appointment.Takes.TotalMinutes,
            Title = words[appointment.Kind],
            Address = settings.PublicAddress + appointment.Address,
        };

    private async Task<IReadOnlyList<CalendarEntry>> EntriesAsync(PersonId me, Words words, CancellationToken cancellationToken)
    {
        var since = words.Today(clock.GetUtcNow()).AddDays(-DaysBack);
        var appointments = await db
            .Appointments.AsNoTracking()
            .Where(a => a.PersonId == me && a.On >= since)
            .OrderBy(a => a.On)
            .ThenBy(a => a.Id)
            .Take(EntriesAtMost)
            .ToListAsync(cancellationToken);
        var plans = await db
            .Plans.AsNoTracking()
            .Where(p => p.OwnerId == me && p.EndedAt == null)
            .OrderBy(p => p.Id)
            .Take(EntriesAtMost)
            .Select(p => new
            {
                p.Id,
                p.StartsOn,
                p.EndsOn,
                p.ChangedAt,
                p.Version,
            })
            .ToListAsync(cancellationToken);
        var tries = await db
            .Experiments.AsNoTracking()
            .Where(e => e.OwnerId == me && e.State != ExperimentState.Dropped && e.On >= since)
            .OrderBy(e => e.On)
            .ThenBy(e => e.Id)
            .Take(EntriesAtMost)
            .Select(e => new
            {
                e.Id,
                e.On,
                e.ChangedAt,
                e.Version,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. appointments.Select(a => Entry(a, words)),
            .. plans.SelectMany(p =>
                DevelopmentPlan
                    .ReviewDates(p.StartsOn, p.EndsOn, rules.Plans)
                    .Select(
                        (day, i) =>
                            new CalendarEntry
                            {
                                Uid = $"{p.Id.Value}-review-{i + 1}@fieldcraft",
                                Sequence = p.Version - 1,
                                ChangedAt = p.ChangedAt,
                                On = day,
                                Title = words["calendar.plan_review"],
                                Address = settings.PublicAddress + PlansLinks.Plan(p.Id),
                            }
                    )
            ),
            .. tries.Select(e => new CalendarEntry
            {
                Uid = $"{e.Id.Value}@fieldcraft",
                Sequence = e.Version - 1,
                ChangedAt = e.ChangedAt,
                On = e.On,
                Title = words["calendar.try"],
                Address = settings.PublicAddress + ExperimentsLinks.Experiment(e.Id),
            }),
        ];
    }
}
