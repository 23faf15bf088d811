using System.Net;
using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Board;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Board;

/// <summary>Postings without an answer are flagged after ten counted days and closed five later; silence about a trial is consent after five.</summary>
public sealed class TenDayTests
{
    [Theory, OnServersOfItsOwn]
    public async Task A_posting_without_an_answer_is_flagged_and_then_closed_with_a_word_to_who_asked(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (poster, tomas) = (await world.PersonAsync("Ines"), await world.PersonAsync("Tomas"));
        var (posters, asks) = (await world.SignedInAsync(poster), await world.SignedInAsync(tomas));
        var posting = await posters.PostAsync(world, days: 120);
        var interest = await asks.AskAboutAsync(posting);
        var answered = await posters.PostAsync(world, "Another one", days: 120);
        var second = await asks.AskAboutAsync(answered);
        (await posters.DoAsync($"/postings/interests/{second}/lines", new { text = "Gladly" })).ShouldBe(HttpStatusCode.NoContent);

        var days = await DaysUntilAsync(world, PostingId.From(posting), p => p.FlaggedOn is not null);
        days.Counted.ShouldBe(10);
        (await world.NoticesOfAsync(poster)).ShouldContain("board.notice.flagged");
        (posters, asks) = (await world.SignedInAsync(poster), await world.SignedInAsync(tomas));
        (await posters.GetAsync($"/board/{posting}")).Main.ShouldContain("Somebody has waited for an answer");
        (await asks.GetAsync($"/board/{posting}")).Main.ShouldNotContain("Somebody has waited for an answer");

        days = await DaysUntilAsync(world, PostingId.From(posting), p => p.IsClosed);
        days.Counted.ShouldBe(5);
        (await world.NoticesOfAsync(tomas)).ShouldContain("board.notice.posting_closed");
        (await world.NoticesOfAsync(poster)).ShouldContain("board.notice.closed_unanswered");
        asks = await world.SignedInAsync(tomas);
        (await asks.GetAsync($"/board/conversations/{interest}")).Main.ShouldContain("closed before anything came of it");
        (await PostingAsync(world, PostingId.From(answered))).IsClosed.ShouldBeFalse("It was answered.");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Holidays_and_leave_of_the_poster_hold_the_days_and_an_answer_ends_the_flag(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var depot = await world.UnitAsync("Harbour depot", UnitKind.Facility);
        var poster = await world.PersonAsync("Ines", unit: depot);
        var asks = await world.SignedInAsync(await world.PersonAsync("Tomas"));
        var posting = PostingId.From(await (await world.SignedInAsync(poster)).PostAsync(world, days: 200));
        var administrator = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));
        await HolidayAsync(administrator, world.Organisation, NextWeekday(world.Today), "Founders’ day");
        var interest = await asks.AskAboutAsync(posting.Value);

        // On leave for two weeks, which only the directory's status says.
        await app.InDatabaseAsync(async db =>
        {
            var person = await db.People.FirstAsync(p => p.Id == poster.Id);
            person.Correct(person.Facts() with { Status = PersonStatus.OnLeave }, world.Now);
            await db.SaveChangesAsync();
        });
        for (var day = 0; day < 14; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await world.RunForAllAsync(LookAfterBoard.JobKind);
        }

        (await PostingAsync(world, posting)).FlaggedOn.ShouldBeNull();
        await app.InDatabaseAsync(async db =>
        {
            var person = await db.People.FirstAsync(p => p.Id == poster.Id);
            person.Correct(person.Facts() with { Status = PersonStatus.Active }, world.Now);
            await db.SaveChangesAsync();
        });

        var days = await DaysUntilAsync(world, posting, p => p.FlaggedOn is not null);
        days.Counted.ShouldBe(10, "All ten are theirs when they are back.");
        var posters = await world.SignedInAsync(poster);
        (await posters.DoAsync($"/postings/interests/{interest}/lines", new { text = "I was away" })).ShouldBe(HttpStatusCode.NoContent);
        (await PostingAsync(world, posting)).FlaggedOn.ShouldBeNull();
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_trial_is_agreed_by_silence_after_five_counted_days_and_never_during_an_absence(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var manager = await world.PersonAsync("Noor");
        var person = await world.PersonAsync("Amira", manager);
        var mine = await world.SignedInAsync(person);
        var trial = await TrialPagesTests.TellAsync(mine, world);
        var away = world.Today.AddDays(20);
        await world.RhythmAsync(
            manager,
            r => r.Say(new Domain.Rhythm.RhythmWording { AwayUntil = away }, Plans.Given.Rules.Rhythm, world.Now)
        );

        for (var day = 0; day < 20; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await world.RunForAllAsync(LookAfterBoard.JobKind);
            (await IsAgreedAsync()).ShouldBeFalse();
        }

        // They take the last day of their absence away when they are back: nothing runs out by that.
        await world.RhythmAsync(manager, r => r.Say(new Domain.Rhythm.RhythmWording(), Plans.Given.Rules.Rhythm, world.Now));
        (await IsAgreedAsync()).ShouldBeFalse();
        var counted = 0;
        while (!await IsAgreedAsync())
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await world.RunForAllAsync(LookAfterBoard.JobKind);
            counted += IsWeekday(world.Today) ? 1 : 0;
            counted.ShouldBeLessThan(10);
        }

        counted.ShouldBeInRange(5, 6);
        (await world.NoticesOfAsync(person)).ShouldBe(["board.notice.trial_silence"]);
        (await mine.GetAsync($"/board/trials/{trial}")).Main.ShouldContain("went by without one");

        async Task<bool> IsAgreedAsync() => (await mine.ReadAsync($"/trial-notices/{trial}")).GetProperty("isAgreed").GetBoolean();
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_posting_whose_last_day_is_over_leaves_the_board_with_a_word(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var tomas = await world.PersonAsync("Tomas");
        var posters = await world.SignedInAsync(await world.PersonAsync("Ines"));
        var asks = await world.SignedInAsync(tomas);
        var posting = await posters.PostAsync(world, "Only this week", days: 3);
        await asks.AskAboutAsync(posting);

        app.Clock.Advance(TimeSpan.FromDays(4));
        (await asks.GetAsync("/board")).Main.ShouldNotContain("Only this week");
        await world.RunForAllAsync(LookAfterBoard.JobKind);

        (await PostingAsync(world, PostingId.From(posting))).ClosedAs.ShouldBe(PostingEnd.Over);
        (await world.NoticesOfAsync(tomas)).ShouldBe(["board.notice.posting_closed"]);
    }

    private static async Task<(int Counted, int All)> DaysUntilAsync(World world, PostingId id, Func<Posting, bool> holds)
    {
        var (counted, all) = (0, 0);
        while (true)
        {
            world.App.Clock.Advance(TimeSpan.FromDays(1));
            await world.RunForAllAsync(LookAfterBoard.JobKind);
            all++;
            all.ShouldBeLessThan(60);
            if (holds(await PostingAsync(world, id)))
            {
                return (counted, all);
            }

            counted += IsWeekday(world.Today) ? 1 : 0;
        }
    }

    private static Task<Posting> PostingAsync(World world, PostingId id) =>
        world.InDatabaseAsync(db => db.Postings.AsNoTracking().FirstAsync(p => p.Id == id));

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static DateOnly NextWeekday(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        } while (!IsWeekday(day));

        return day;
    }

    private static async Task HolidayAsync(Browser administrator, Unit unit, DateOnly on, string name) =>
        (
            await administrator.ApiAsync(
                HttpMethod.Post,
                "/api/v1/holidays",
                new
                {
                    on,
                    name,
                    unit = unit.Id.Value,
                }
            )
        ).Status.ShouldBe(HttpStatusCode.Created);
}
