using System.Net;
using System.Text;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Rhythm;

/// <summary>What our writer writes is read back by another program's parser (Ical.Net), which knows nothing of ours.</summary>
public sealed class CalendarTests
{
    /// <summary>Nine in the morning before and after both changes of the clocks of a year, in three zones, with the instant by the law of the place.</summary>
    [Theory]
    [InlineData("Australia/Sydney", "2026-04-03", "2026-04-02T22:00:00Z")]
    [InlineData("Australia/Sydney", "2026-04-06", "2026-04-05T23:00:00Z")]
    [InlineData("Australia/Sydney", "2026-10-02", "2026-10-01T23:00:00Z")]
    [InlineData("Australia/Sydney", "2026-10-05", "2026-10-04T22:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-27", "2026-03-27T08:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-30", "2026-03-30T07:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-23", "2026-10-23T07:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-26", "2026-10-26T08:00:00Z")]
    [InlineData("America/New_York", "2026-03-06", "2026-03-06T14:00:00Z")]
    [InlineData("America/New_York", "2026-03-09", "2026-03-09T13:00:00Z")]
    [InlineData("America/New_York", "2026-10-30", "2026-10-30T13:00:00Z")]
    [InlineData("America/New_York", "2026-11-02", "2026-11-02T14:00:00Z")]
    public void Nine_stays_nine_when_the_clocks_change(string zone, string day, string instant)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var starts = CalendarText.InstantOf(on, new TimeOnly(9, 0), TimeZoneInfo.FindSystemTimeZoneById(zone));

        var read = Read([Entry() with { StartsAt = starts, Minutes = 45 }]).Events.ShouldHaveSingleItem();

        read.DtStart!.AsUtc.ShouldBe(Utc(instant));
        read.DtEnd!.AsUtc.ShouldBe(Utc(instant).AddMinutes(45));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z")]
    [InlineData("Australia/Sydney", "2026-10-04", "02:30", "2026-10-03T16:30:00Z")]
    [InlineData("Australia/Sydney", "2026-04-05", "02:30", "2026-04-04T15:30:00Z")]
    [InlineData("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30:00Z")]
    [InlineData("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00Z")]
    public void A_time_that_is_skipped_is_an_hour_later_and_of_one_that_comes_twice_the_first_is_meant(
        string zone,
        string day,
        string time,
        string instant
    ) =>
        CalendarText
            .InstantOf(
                DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
                TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture),
                TimeZoneInfo.FindSystemTimeZoneById(zone)
            )
            .UtcDateTime.ShouldBe(Utc(instant));

    [Fact]
    public void Titles_with_every_awkward_character_come_back_as_they_were_and_no_line_is_longer_than_75_octets()
    {
        const string title =
            "Talk; with commas, a \\ backslash and 日本語の長いタイトル日本語の長いタイトル日本語の長いタイトル and ěšč on one long line 👩‍🔧👩‍🔧👩‍🔧";
        var bytes = CalendarText.Of([Entry() with { Title = title }], "Fieldcraft");

        var text = Encoding.UTF8.GetString(bytes);
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
        Ical.Net.Calendar.Load(text)!.Events.ShouldHaveSingleItem().Summary.ShouldBe(title);
    }

    [Fact]
    public void A_whole_day_is_a_day_and_what_is_cancelled_says_so_with_a_higher_sequence()
    {
        var calendar = Read([
            Entry() with
            {
                On = new DateOnly(2026, 12, 31),
            },
            Entry() with
            {
                Uid = "two@fieldcraft",
                Sequence = 3,
                IsCancelled = true,
            },
        ]);

        var (day, off) = (calendar.Events["one@fieldcraft"]!, calendar.Events["two@fieldcraft"]!);
        day.IsAllDay.ShouldBeTrue();
        day.DtStart!.Date.ShouldBe(new DateOnly(2026, 12, 31));
        day.DtEnd!.Date.ShouldBe(new DateOnly(2027, 1, 1));
        off.Status.ShouldBe("CANCELLED");
        off.Sequence.ShouldBe(3);
        calendar.Events.ShouldAllBe(e => e.DtStamp != null);
    }

    [Theory, OnEveryDatabase]
    public async Task A_feed_opens_with_its_secret_alone_follows_a_meeting_and_closes(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.PersonAsync("Amira");
        var appointment = await world.AppointedAsync(person, new DateOnly(2026, 12, 1), "/journal");
        var browser = await world.SignedInAsync(person);
        var made = await (await browser.GetAsync("/calendar")).SubmitAsync("main form");
        var address = new Uri(made.Document.QuerySelector("#feed-address")!.TextContent).PathAndQuery;
        var stranger = world.App.NewBrowser();

        var before = Read(await stranger.GetAsync(address)).Events.ShouldHaveSingleItem();
        before.DtStart!.AsUtc.ShouldBe(Utc("2026-12-01T03:30:00Z"));
        await world.ChangeAsync(appointment.Id, a => a.Move(a.When with { At = new TimeOnly(15, 0) }, world.Now));
        var moved = Read(await stranger.GetAsync(address)).Events.ShouldHaveSingleItem();
        await world.ChangeAsync(appointment.Id, a => a.Cancel(world.Now));
        var off = Read(await stranger.GetAsync(address)).Events.ShouldHaveSingleItem();

        (moved.Uid, off.Uid).ShouldBe((before.Uid, before.Uid));
        (before.Sequence, moved.Sequence, off.Sequence).ShouldBe((0, 1, 2));
        off.Status.ShouldBe("CANCELLED");
        (await browser.GetAsync("/calendar")).Text.ShouldNotContain(address);
        (await stranger.GetAsync("/calendar/" + new string('A', 43) + ".ics")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.ApiAsync(HttpMethod.Delete, "/api/v1/rhythm/calendar")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await stranger.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task A_feed_holds_generic_titles_and_nothing_of_what_was_written(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.PersonAsync("Amira");
        var browser = await world.SignedInAsync(person);
        await browser.ApiAsync(HttpMethod.Post, "/api/v1/plans", new { title = "Canary of the plan" });
        (
            await browser.ApiAsync(
                HttpMethod.Post,
                "/api/v1/experiments",
                new
                {
                    planned = new
                    {
                        what = "Ask the canary first",
                        on = "2026-12-02",
                        seenBy = "Ines",
                    },
                }
            )
        ).Status.ShouldBe(HttpStatusCode.Created);
        var (status, body, _) = await browser.ApiAsync(HttpMethod.Post, "/api/v1/rhythm/calendar");
        status.ShouldBe(HttpStatusCode.Created);

        var feed = await world.App.NewBrowser().GetAsync(new Uri(body.GetProperty("address").GetString()!).PathAndQuery);

        feed.Text.ShouldNotContain("canary", Case.Insensitive);
        Read(feed).Events.Select(e => e.Summary).Distinct().ShouldBe(["Look at the plan again", "A try at work"], ignoreOrder: true);
    }

    [Theory, OnEveryDatabase]
    public async Task An_invitation_is_its_owners_alone(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.PersonAsync("Amira");
        var appointment = await world.AppointedAsync(person, new DateOnly(2026, 12, 1), "/journal");
        var address = RhythmLinks.Invitation(appointment.Id);

        Read(await (await world.SignedInAsync(person)).GetAsync(address)).Events.ShouldHaveSingleItem();
        (await (await world.SignedInAsync(await world.PersonAsync("Other"))).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static CalendarEntry Entry() =>
        new()
        {
            Uid = "one@fieldcraft",
            ChangedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            On = new DateOnly(2026, 5, 5),
            Title = "Talk",
            Address = "http://localhost/plans",
        };

    private static Ical.Net.Calendar Read(IEnumerable<CalendarEntry> entries) =>
        Ical.Net.Calendar.Load(Encoding.UTF8.GetString(CalendarText.Of(entries, "Fieldcraft")))!;

    private static Ical.Net.Calendar Read(Page page)
    {
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        return Ical.Net.Calendar.Load(page.Text)!;
    }

    private static DateTime Utc(string instant) =>
        DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
