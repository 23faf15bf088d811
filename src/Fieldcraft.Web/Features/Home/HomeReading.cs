using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Loop;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Home;

/// <summary>What Home says: the steps with the words of their items, what the viewer was told, what comes up, and what happened this week.</summary>
public sealed record HomePage(
    IReadOnlyList<(NextStep Step, string? Title)> Steps,
    ToldNotices Notices,
    IReadOnlyList<ComingUp> Coming,
    IReadOnlyList<HomeEvent> Week
)
{
    /// <summary>The nudge that reminded of the first step; it can be dismissed where the step stands.</summary>
    public NudgeId? Nudge { get; init; }

    /// <summary>Whoever has something to learn from is asked first how much time they want to give.</summary>
    public bool AsksForTime { get; init; }
}

/// <summary>Something of the viewer's own that happened this week; several of a kind on one day are one line.</summary>
public sealed record HomeEvent(string Name, DateOnly On, int Count);

/// <summary>An appointment of the next days. The time is the one on the clock of the place that it was made for.</summary>
public sealed record ComingUp(string Kind, DateOnly On, TimeOnly? Time, string Address);

/// <summary>Gathers the facts of all rooms in a few queries, whatever their number, and opens only the titles that Home shows.</summary>
public sealed class HomeReading(
    FieldcraftDb db,
    Vault vault,
    StrainStates strain,
    NoticesReading notices,
    Rules rules,
    Words words,
    TimeProvider clock
)
{
    private const int EventsLooked = 200;
    private const int LinesShown = 5;
    private const int NoticesLooked = 12;
    public const int NoticesShown = 4;

    /// <summary>"Coming up" is today and the seven days after it.</summary>
    private const int DaysAhead = 7;

    /// <summary>The events that are worth a line, each with the words <c>home.week.NAME</c>.</summary>
    private static readonly string[] Told =
    [
        "AssignmentBrought",
        "PlanStarted",
        "PlanReviewed",
        "ExperimentPlanned",
        "ExperimentDone",
        "ExperimentDecided",
        "ReviewClosed",
        "FeedbackAsked",
        "FeedbackGiven",
        "JournalEntryWritten",
        "CopyShared",
    ];

    public async Task<HomePage> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var (me, now) = (viewer.PersonId, clock.GetUtcNow());
        var today = words.Today(now);
        var row = await HomeRows.Of(db, db.People.Where(p => p.Id == me), today, rules, now).SingleAsync(cancellationToken);
        var beside = await BesideAsync(viewer, today, cancellationToken);
        var titles = row.Titles();
        var unlocked = await vault.UnlockAsync(viewer, [.. titles.Values, .. beside.CheckIns.Select(c => c.Answers)], cancellationToken);
        var state = strain.Read(viewer, beside.CheckIns, unlocked, row.ActiveSince);
        var facts = row.Facts(today, rules) with
        {
            IsStrainPositive = state.PromptsPause,
            IsStrainCheckDue = state.IsDue,
            IdeaDueOn = beside.IdeaDueOn,
        };
        var steps = NextSteps.Of(facts);

        // What is a step already is not told a second time.
        var told = beside.Notices.Where(n => !steps.Any(s => HomeSteps.AddressOf(s) == n.Address)).ToList();
        return new(
            [
                .. steps.Select(s =>
                    (s, titles.GetValueOrDefault(s.Kind) is { } title && unlocked.Opens(title) ? unlocked.Open(title) : null)
                ),
            ],
            ToldNotices.Of(told, today),
            beside.Coming,
            await WeekAsync(viewer, now, cancellationToken)
        )
        {
            Nudge = row.NudgeStep == steps[0].Kind ? row.Nudge : null,
            AsksForTime = !row.IsTimeSaid && !state.PromptsPause && (row.Assignment is not null || row.Plan is not null),
        };
    }

    /// <summary>Three short lists and a day with one query: each list has a few rows. They hang on the person by an equality, because SQLite joins nothing else.</summary>
    private async Task<Beside> BesideAsync(Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        var (me, last) = (viewer.PersonId, today.AddDays(DaysAhead));
        var checkIns = strain.Recent(viewer);
        var waiting = notices.Waiting(viewer).Take(NoticesLooked);
        var coming = db
            .Appointments.AsNoTracking()
            .VisibleTo(viewer)
            .Where(a => a.CancelledAt == null && a.On >= today && a.On <= last)
            .OrderBy(a => a.On)
            .ThenBy(a => a.Time)
            .ThenBy(a => a.Id)
            .Take(LinesShown);
        var ideas = db.TeamIdeas.OwnedBy(viewer, db).Where(i => i.AnsweredAt == null);
        return await db
            .People.AsNoTracking()
            .Where(p => p.Id == me)
            .AsSingleQuery()
            .Select(p => new Beside(
                checkIns.Where(c => c.OwnerId == p.Id).ToList(),
                waiting.Where(n => n.Person == p.Id).ToList(),
                coming.Where(a => a.PersonId == p.Id).Select(a => new ComingUp(a.Kind, a.On, a.Time, a.Address)).ToList(),
                ideas.Min(i => (DateOnly?)i.DueOn)
            ))
            .SingleAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<HomeEvent>> WeekAsync(Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (me, since) = (viewer.PersonId.Value, now.AddDays(-7));
        var happened = await db
            .Events.AsNoTracking()
            .Where(e => e.OwnerId == me && e.At >= since && e.At <= now && Told.Contains(e.Name))
            .OrderByDescending(e => e.At)
            .Take(EventsLooked)
            .Select(e => new { e.Name, e.At })
            .ToListAsync(cancellationToken);
        return
        [
            .. happened
                .GroupBy(e => (e.Name, On: words.Today(e.At)))
                .OrderByDescending(g => g.Key.On)
                .Take(LinesShown)
                .Select(g => new HomeEvent(g.Key.Name, g.Key.On, g.Count())),
        ];
    }

    private sealed record Beside(List<CheckIn> CheckIns, List<NoticeRow> Notices, List<ComingUp> Coming, DateOnly? IdeaDueOn);
}
