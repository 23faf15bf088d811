using System.Diagnostics;
using System.Globalization;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Plans;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Rhythm;

/// <summary>
/// Two hundred people through a quarter, day by day: everybody always has more waiting than may be reminded of, so that whatever is not
/// held back by a rule would come out.
/// </summary>
public sealed class QuarterTests(ITestOutputHelper output)
{
    private const int People = 200;
    private const int Days = 91;

    // Every two hours would only repeat what these say: every shift of every zone has at least one look in it.
    private static readonly int[] LooksAt = [0, 6, 12, 18];
    private static readonly string[] Shifts = ["office", "early", "late", "night", "rotating"];
    private static readonly string[] Zones = ["Australia/Sydney", "Europe/Berlin", "America/New_York", "UTC"];

    [Fact, Trait("Needs", "Server"), Trait("Speed", "Slow")]
    public async Task A_quarter_of_two_hundred_people_has_no_nudge_too_many_and_one_digest_at_most()
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);
        var world = await World.InAsync(app);
        var rules = app.Get<Rules>();
        var people = await MakeAsync(world, rules, app.Get<KeyStore>());
        var began = world.Now;
        var watch = Stopwatch.StartNew();
        for (var day = 0; day < Days; day++)
        {
            await HappenAsync(world, people, rules, day);
            foreach (var hour in LooksAt)
            {
                Turn(app, began.Date.AddDays(day + 1).AddHours(hour));
                await world.RunForAllAsync("rhythm.nudge");
                await world.RunForAllAsync("rhythm.digest");
            }
        }

        watch.Stop();
        var nudges = await world.InDatabaseAsync(db => db.Nudges.AsNoTracking().ToListAsync());
        var digests = await world.InDatabaseAsync(db =>
            db.Jobs.AsNoTracking().Where(j => j.Key.StartsWith("digest.")).Select(j => j.Key).ToListAsync()
        );
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{nudges.Count} nudges and {digests.Count} digests for {People} people in {Days} days; {Days * LooksAt.Length} looks of both jobs took {watch.Elapsed.TotalSeconds:0} s"
            )
        );
        nudges.Count.ShouldBeGreaterThan(1000);
        digests.Count.ShouldBeGreaterThan(1000);
        foreach (var person in people)
        {
            Check(person, [.. nudges.Where(n => n.PersonId == person.Person.Id)], rules);
        }

        var days = digests
            .Select(k => k.Split('.'))
            .ToLookup(k => k[1], k => DateOnly.ParseExact(k[2], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var person in people)
        {
            var sent = days[person.Person.Id.Value.ToString("n")].Order().ToList();
            var apart = person.Digest == DigestEvery.Day ? 1 : 7;
            sent.Zip(sent.Skip(1)).ShouldAllBe(two => two.Second.DayNumber - two.First.DayNumber >= apart);
            if (person.Digest == DigestEvery.Never)
            {
                sent.ShouldBeEmpty();
            }
        }
    }

    private static void Check(Somebody person, List<Nudge> nudges, Rules rules)
    {
        if (person.IsOnLeave || person.IsStrained || person.Shift == "rotating" || !person.WantsNudges)
        {
            nudges.ShouldBeEmpty();
            return;
        }

        var times = nudges.Select(n => n.At).Order().ToList();
        nudges.ShouldNotBeEmpty(person.Person.Id.ToString());
        times.Zip(times.Skip(3)).ShouldAllBe(four => four.Second - four.First >= TimeSpan.FromDays(7));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(person.Person.TimeZone);
        var local = times.Select(t => TimeZoneInfo.ConvertTime(t, zone).DateTime).ToList();
        local.GroupBy(t => (ISOWeek.GetYear(t), ISOWeek.GetWeekOfYear(t))).ShouldAllBe(week => week.Count() <= rules.Nudges.AtMostAWeek);
        var hours = WorkingHours.Of(null, null, person.Shift, rules.Rhythm.Shifts)!;
        local.ShouldAllBe(t => hours.Holds(t));
        local.ShouldAllBe(t => person.Quiet == null || !person.Quiet.Holds(TimeOnly.FromDateTime(t)));
        local.ShouldAllBe(t => person.AwayUntil == null || DateOnly.FromDateTime(t) > person.AwayUntil);
        if (person.Dismisses)
        {
            nudges.Count.ShouldBe(rules.Nudges.PauseAfterDismissals);
        }

        foreach (var nudge in nudges)
        {
            nudges.Where(n => n.At <= nudge.At && n.At > nudge.At.AddDays(-7)).Sum(n => n.Takes).ShouldBeLessThanOrEqualTo(person.Minutes);
        }
    }

    /// <summary>What the people do in a day: some dismiss, the others take up what they got; somebody tells each of them something.</summary>
    private static Task HappenAsync(World world, List<Somebody> people, Rules rules, int day) =>
        world.App.InDatabaseAsync(async db =>
        {
            var dismissers = people.Where(p => p.Dismisses).Select(p => p.Person.Id).ToHashSet();
            var rhythms = await db.Rhythms.ToDictionaryAsync(r => r.PersonId);
            foreach (var nudge in await db.Nudges.Where(n => n.TakenAt == null && n.DismissedAt == null).ToListAsync())
            {
                if (dismissers.Contains(nudge.PersonId))
                {
                    nudge.Dismiss(world.Now);
                    rhythms[nudge.PersonId].NoteDismissal(rules.Nudges, world.Now);
                }
                else
                {
                    nudge.Take(NudgeEnd.Opened, world.Now);
                }
            }

            foreach (var (person, i) in people.Select((p, i) => (p, i)).Where(p => (p.i + day) % 3 == 0))
            {
                db.Add(
                    Notice.Tell(
                        Id.New<NoticeId>(world.Now),
                        person.Person.Id,
                        SharingNotices.Shared.Key,
                        null,
                        $"/shared-with-me/{day}",
                        world.Now
                    )
                );
            }

            await db.SaveChangesAsync();
        });

    private static async Task<List<Somebody>> MakeAsync(World world, Rules rules, KeyStore keys)
    {
        var people = new List<Somebody>();
        var now = world.Now;
        for (var i = 0; i < People; i++)
        {
            var id = Id.New<PersonId>(now);
            var facts = new DirectoryFacts
            {
                FirstName = $"Person {i}",
                Email = $"person{i}@meridian.example",
                ShiftPattern = Shifts[i % Shifts.Length],
                TimeZone = Zones[i / Shifts.Length % Zones.Length],
                Status = i % 20 == 7 ? PersonStatus.OnLeave : PersonStatus.Active,
            };
            var person = Person.Join(id, facts, now);
            people.Add(
                new Somebody(person, facts.ShiftPattern)
                {
                    IsOnLeave = facts.Status == PersonStatus.OnLeave,
                    IsStrained = i % 20 == 11,
                    Dismisses = i % 20 == 13,
                    WantsNudges = i % 20 != 17,
                    AwayUntil = i % 20 == 3 ? world.Today.AddDays(30) : null,
                    Quiet = i % 20 == 5 ? new DayHours(new TimeOnly(9, 0), new TimeOnly(10, 30)) : null,
                    Minutes = i % 20 == 9 ? 12 : 60,
                    Digest =
                        i % 10 == 2 ? DigestEvery.Day
                        : i % 10 == 4 ? DigestEvery.Never
                        : DigestEvery.Week,
                }
            );
        }

        var known = await keys.KeysOfAsync([.. people.Select(p => p.Person.Id)], CancellationToken.None);
        await world.App.InDatabaseAsync(async db =>
        {
            foreach (var one in people)
            {
                db.Add(one.Person);
                Begin(db, one, rules, known[one.Person.Id], now);
            }

            await db.SaveChangesAsync();
        });
        return people;
    }

    /// <summary>An assignment without answers, a try whose day is past, and a weekly look back: always more than three things.</summary>
    private static void Begin(FieldcraftDb db, Somebody one, Rules rules, byte[] key, DateTimeOffset now)
    {
        var (id, sealer) = (one.Person.Id, PlainSealer.One);
        db.Add(Assignment.Bring(Id.New<AssignmentId>(now), id, new AssignmentFacts { Title = "A hub" }, sealer, now));
        db.Add(
            LeadershipExperiment
                .Plan(Id.New<ExperimentId>(now), id, new(), Given.Try() with { On = Given.Today }, 0, rules.Experiments, sealer, now)
                .Value!
        );
        var rhythm = PersonalRhythm.Begin(Id.New<PersonalRhythmId>(now), id, now);
        rhythm.Say(
            new RhythmWording
            {
                MinutesAWeek = one.Minutes,
                ReflectsOn = DayOfWeek.Thursday,
                AwayUntil = one.AwayUntil,
                WantsNudges = one.WantsNudges,
            },
            rules.Rhythm,
            now
        );
        rhythm.ChooseTellings(new TellingWording(one.Quiet, one.Digest, new Dictionary<string, Telling>()), now);
        rhythm.MarkStrain(StrainMarks.Of(key, one.IsStrained, now), now);
        db.Add(rhythm);
    }

    private static void Turn(TestApp app, DateTime to) => app.Clock.Advance(new DateTimeOffset(to, TimeSpan.Zero) - app.Clock.GetUtcNow());

    private sealed record Somebody(Person Person, string Shift)
    {
        public bool IsOnLeave { get; init; }
        public bool IsStrained { get; init; }
        public bool Dismisses { get; init; }
        public bool WantsNudges { get; init; }
        public DateOnly? AwayUntil { get; init; }
        public DayHours? Quiet { get; init; }
        public int Minutes { get; init; }
        public DigestEvery Digest { get; init; }
    }
}
