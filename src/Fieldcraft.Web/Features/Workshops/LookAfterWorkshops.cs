using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>Once an hour: people are told what is due after their workshop, and the figures of windows that are over are counted, once and for good.</summary>
internal sealed class LookAfterWorkshops(FieldcraftDb db, WorkshopProgrammes programmes, Rules rules, Notices notices, TimeProvider clock)
    : IJob
{
    public const string JobKind = "workshops.look_after";
    private const int AtOnce = 100;

    // What was due while the program stood still is not dug up later than this.
    private const int ToldWithinDays = 13;
    private const int SlackDays = 90;

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var since = today.AddDays(-(7 * rules.Workshops.ThirdCheckWeek) - rules.Workshops.WindowDays - SlackDays);
        WorkshopId? last = null;
        while (true)
        {
            var some = db.Workshops.Where(w => w.CalledOffAt == null && w.On >= since && w.On < today.AddDays(1));
            if (last is { } behind)
            {
                some = some.Where(w => w.Id.CompareTo(behind) > 0);
            }

            var workshops = await some.Include(w => w.Seats).OrderBy(w => w.Id).Take(AtOnce).ToListAsync(cancellationToken);
            if (workshops.Count == 0)
            {
                return;
            }

            last = workshops[^1].Id;
            foreach (var workshop in workshops.Where(w => programmes.Find(w.Programme) is { IsSmall: false }))
            {
                TellWhatIsDue(workshop, WorkshopWhen.Today(workshop.TimeZone, now), now);
            }

            // Where somebody changes a workshop at this very moment the next hour tells.
            await db.TrySaveAsync(cancellationToken);
            db.ChangeTracker.Clear();
            foreach (var workshop in workshops.Where(w => programmes.Find(w.Programme) is { IsSmall: false }))
            {
                await PublishAsync(workshop, WorkshopWhen.Today(workshop.TimeZone, now), cancellationToken);
            }
        }
    }

    private void TellWhatIsDue(Workshop workshop, DateOnly today, DateTimeOffset now)
    {
        var through = workshop.ToldThrough ?? workshop.On;
        var due = CheckWindows.Milestones(workshop.On, rules.Workshops).Where(m => m.On > through && m.On <= today).ToList();
        if (due.Count == 0)
        {
            return;
        }

        foreach (var (_, milestone) in due.Where(m => m.On >= today.AddDays(-ToldWithinDays)).DistinctBy(m => m.Milestone))
        {
            var (kind, address) = milestone switch
            {
                Milestone.Trio => (WorkshopsNotices.Trio, WorkshopsLinks.Trio(workshop.Id)),
                Milestone.Review => (WorkshopsNotices.Review, WorkshopsLinks.Note(workshop.Id)),
                Milestone.SecondCheck => (WorkshopsNotices.SecondCheck, WorkshopsLinks.Initiative),
                _ => (WorkshopsNotices.ThirdCheck, WorkshopsLinks.Initiative),
            };
            var isOfChecks = milestone is Milestone.SecondCheck or Milestone.ThirdCheck;
            var people = isOfChecks ? workshop.TakingPart.Concat(workshop.Waiting) : workshop.TakingPart;
            foreach (
                var person in people
                    .Where(s => milestone != Milestone.Trio || s.Trio is not null)
                    .Select(s => s.PersonId)
                    .OfType<PersonId>()
            )
            {
                notices.Tell(person, kind, address);
            }
        }

        workshop.TellThrough(today, now);
    }

    /// <summary>Counts what is over. The answers then go: nothing is left from which the figure could be counted otherwise.</summary>
    private async Task PublishAsync(Workshop workshop, DateOnly today, CancellationToken cancellationToken)
    {
        var id = workshop.Id;
        var published = await db
            .GroupFigures.Where(f => f.WorkshopId == id)
            .Select(f => f.Moment)
            .Distinct()
            .ToListAsync(cancellationToken);
        // A day more than the window: it is still open somewhere on earth.
        var over = CheckWindows.Of(workshop.On, rules.Workshops).Where(w => w.Through.AddDays(1) < today && !published.Contains(w.Moment));
        foreach (var window in over)
        {
            var moment = window.Moment;
            await db.WriteAsync(
                async () =>
                {
                    var lines = db.CheckTallies.Where(t => t.WorkshopId == id && t.Moment == moment);
                    var answers = await lines.AsNoTracking().ToListAsync(cancellationToken);
                    foreach (var arm in Enum.GetValues<CheckArm>())
                    {
                        var sums = answers.Where(a => a.Arm == arm).Select(a => a.Sum).ToList();
                        db.Add(GroupFigure.Publish(id, moment, arm, sums, rules.MinimumSizes.InitiativeSelfCheck));
                    }

                    await lines.ExecuteDeleteAsync(cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken
            );
            db.ChangeTracker.Clear();
        }
    }
}
