using System.Net;
using System.Net.Mail;
using System.Text.RegularExpressions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Rhythm;

public sealed partial class TellingTests
{
    [Theory, OnEveryDatabase]
    public async Task Told_at_once_means_one_mail_that_one_click_stops_without_signing_in(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await WithMailAsync(world, "amira.once@meridian.example");
        await TellAsync(world, person, "/shared-with-me/1");

        var letter = (await world.LettersToAsync(person.Email!)).ShouldHaveSingleItem();
        letter.Headers!["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var stop = new Uri(letter.Headers["List-Unsubscribe"].Trim('<', '>')).PathAndQuery;
        letter.Text.ShouldContain(stop);

        // A scanner that opens the link stops nothing.
        var mailProgram = world.App.NewBrowser();
        (await mailProgram.GetAsync(stop)).Document.QuerySelector("form[method=post]").ShouldNotBeNull();
        await TellAsync(world, person, "/shared-with-me/2");
        (await world.LettersToAsync(person.Email!)).Count.ShouldBe(2);

        var answer = await mailProgram.PostAsync(stop, [new("List-Unsubscribe", "One-Click")]);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        await TellAsync(world, person, "/shared-with-me/3");
        (await world.LettersToAsync(person.Email!)).Count.ShouldBe(2);
        (await (await world.SignedInAsync(person)).GetAsync("/notices")).Document.QuerySelectorAll(".notices li").Length.ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task A_ticket_that_was_not_sealed_here_stops_nothing(Database database)
    {
        var world = await World.OnAsync(database);

        (await world.App.NewBrowser().PostAsync("/u/AAAAAAAA", [new("List-Unsubscribe", "One-Click")])).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await world.App.NewBrowser().GetAsync("/u/not*base64")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_message_that_goes_to_the_mail_server_carries_both_heads()
    {
        var folder = TestFolders.New();
        Directory.CreateDirectory(folder);
        var ticket = new string('A', 220);
        var letter = new Letter("amira@meridian.example", "Your week", "Text", $"http://localhost/u/{ticket}");
        using var message = SmtpMailer.MessageOf(Guid.Empty, letter, "fieldcraft@meridian.example", "mail.example");
        using var client = new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = folder,
        };

        await client.SendMailAsync(message);

        // Lines that begin with a blank go on with the one before (RFC 5322, 2.2.3).
        var head = Unfold()
            .Replace((await File.ReadAllTextAsync(Directory.GetFiles(folder).ShouldHaveSingleItem())).Split("\r\n\r\n")[0], "");
        var lines = head.Split("\r\n");
        lines.ShouldContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        lines.ShouldContain($"List-Unsubscribe: <http://localhost/u/{ticket}>");
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_without_an_address_is_told_on_home_only_and_the_page_says_so(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.PersonAsync("Amira");
        await TellAsync(world, person, "/shared-with-me/1");
        await world.RunAsync("rhythm.tell");
        var browser = await world.SignedInAsync(person);

        (await browser.GetAsync("/notices/choices")).Main.ShouldContain("no e-mail address of yours");
        (await browser.GetAsync("/notices")).Document.QuerySelectorAll(".notices li").ShouldHaveSingleItem();
        (await world.InDatabaseAsync(db => db.Notices.AnyAsync(n => n.PersonId == person.Id && n.MailedAt != null))).ShouldBeFalse();
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_digest_comes_once_a_week_and_tells_in_no_second_mail_what_it_told(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var person = await WithMailAsync(world, "amira.digest@meridian.example");
        await world.RhythmAsync(person, r => r.ChooseTellings(InDigest(), world.Now));
        await TellAsync(world, person, "/shared-with-me/1");
        await TellAsync(world, person, "/shared-with-me/2");

        var first = (await world.LettersToAsync(person.Email!)).ShouldHaveSingleItem();
        first.Subject.ShouldBe("Your week in Fieldcraft");
        first.Text.ShouldContain("/shared-with-me/1");
        first.Text.ShouldContain("/shared-with-me/2");
        await TellAsync(world, person, "/shared-with-me/3");
        for (var day = 1; day < 7; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            (await world.LettersToAsync(person.Email!)).Count.ShouldBe(1);
        }

        app.Clock.Advance(TimeSpan.FromDays(1));
        var second = (await world.LettersToAsync(person.Email!)).First(l => l.Id != first.Id);
        second.Text.ShouldContain("/shared-with-me/3");
        second.Text.ShouldNotContain("/shared-with-me/1");
    }

    [Theory, OnServersOfItsOwn]
    public async Task In_quiet_hours_a_mail_waits_for_their_end(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var person = await WithMailAsync(world, "amira.quiet@meridian.example");
        var quiet = new DayHours(new TimeOnly(8, 0), new TimeOnly(11, 0));
        await world.RhythmAsync(
            person,
            r => r.ChooseTellings(new TellingWording(quiet, DigestEvery.Never, new Dictionary<string, Telling>()), world.Now)
        );
        await TellAsync(world, person, "/shared-with-me/1");

        (await world.LettersToAsync(person.Email!)).ShouldBeEmpty();
        app.Clock.Advance(TimeSpan.FromHours(2));
        (await world.LettersToAsync(person.Email!)).ShouldHaveSingleItem();
    }

    [Theory, OnEveryDatabase]
    public async Task Choices_are_kept_by_the_page_and_a_kind_that_no_room_has_is_refused_by_the_operation(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await WithMailAsync(world, "amira.choice@meridian.example");
        var browser = await world.SignedInAsync(person);

        var page = await browser.GetAsync("/notices/choices");
        var answer = await page.SubmitAsync(
            "main form",
            ($"Kinds[{SharingNotices.Shared.Key}]", "OnHome"),
            ("Digest", "Never"),
            ("QuietFrom", "20:00"),
            ("QuietUntil", "07:00")
        );

        answer.RedirectsTo.ShouldBe("/notices/choices");
        var (_, rhythm, _) = await browser.ApiAsync(HttpMethod.Get, "/api/v1/rhythm");
        rhythm.GetProperty("kinds").GetProperty(SharingNotices.Shared.Key).GetString().ShouldBe("onHome");
        rhythm.GetProperty("digest").GetString().ShouldBe("never");
        rhythm.GetProperty("quietFrom").GetString().ShouldStartWith("20:00");
        (
            await browser.ApiAsync(
                HttpMethod.Put,
                "/api/v1/rhythm/tellings",
                new { kinds = new Dictionary<string, string> { ["no.such"] = "onHome" } }
            )
        ).Status.ShouldBe(HttpStatusCode.BadRequest);
        await TellAsync(world, person, "/shared-with-me/1");
        (await world.LettersToAsync(person.Email!)).ShouldBeEmpty();
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_request_waits_while_the_month_is_full_and_arrives_when_the_limit_is_raised(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var person = await WithMailAsync(world, "amira.full@meridian.example");
        await world.RhythmAsync(person, r => r.CapLoad(0, app.Get<Domain.Shared.Rules>().Rhythm, world.Now));
        await TellAsync(world, person, "/journal/request", NoticeKinds.Of(NoticeKinds.Requests[0])!);
        await TellAsync(world, person, "/shared-with-me/1");
        await world.RunAsync("rhythm.tell");
        var browser = await world.SignedInAsync(person);

        var held = await browser.GetAsync("/notices");
        held.Document.QuerySelectorAll(".notices li").ShouldHaveSingleItem();
        held.Main.ShouldContain("One request waits until 1 December 2026");
        (await browser.GetAsync("/notices?waiting=true")).Document.QuerySelectorAll(".notices li").Length.ShouldBe(2);
        (await (await browser.GetAsync("/time")).SubmitAsync("main form", ("Hours", ""))).RedirectsTo.ShouldBe("/time");

        (await browser.GetAsync("/notices")).Document.QuerySelectorAll(".notices li").Length.ShouldBe(2);
    }

    private static Task<Person> WithMailAsync(World world, string email) =>
        world.PersonAsync("Amira", facts: f => f with { Email = email });

    private static TellingWording InDigest() =>
        new(null, DigestEvery.Week, new Dictionary<string, Telling> { [SharingNotices.Shared.Key] = Telling.InDigest });

    private static async Task TellAsync(World world, Person person, string address, NoticeKind? kind = null)
    {
        await using var scope = world.App.Application.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Notices>().Tell(person.Id, kind ?? SharingNotices.Shared, address);
        await scope.ServiceProvider.GetRequiredService<Persistence.FieldcraftDb>().SaveChangesAsync();
    }

    [GeneratedRegex(@"\r\n(?=[ \t])[ \t]?")]
    private static partial Regex Unfold();
}
