using System.Net;
using System.Text;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Documents;
using Fieldcraft.Web.Features.Insight.Views;
using Fieldcraft.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Insight;

public sealed class MailedViewTests
{
    private const string Address = "robin.reads@meridian.example";

    [Theory, OnServersOfItsOwn]
    public async Task A_new_quarter_is_mailed_once_with_what_is_chosen_as_a_PDF(Database database)
    {
        await using var post = await Situation.StartAsync(database);
        var (world, reader) = (post.World, await post.World.SignedInAsync(post.Reader));
        await post.Depots.CountAsync(world, post.Third);
        var page = await reader.GetAsync("/insight/challenge");
        await page.SubmitAsync("main form[method=post]", ("Keep.Name", "Depots"), ("Keep.Mailing", "NewQuarter"));

        // What stands already is not mailed as new.
        (await post.EnclosingAsync()).ShouldBeEmpty();
        await post.Depots.CountAsync(world, post.Fourth, ofNorth: 30);

        var letter = (await post.EnclosingAsync()).ShouldHaveSingleItem();
        letter.Enclosed.ShouldBe($"insight-{post.Fourth.Name}.pdf");
        letter.Subject.ShouldContain("Depots");
        letter.Text.ShouldContain("/insight/challenge");
        var pdf = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(FolderMailer.EnclosedIn(world.App.Settings, letter.Id)));
        pdf.ShouldStartWith("%PDF-");
        pdf.ShouldContain("Have work that stretches");
        pdf.ShouldContain(post.Fourth.Name);
        pdf.ShouldContain("North depot");
        pdf.ShouldContain("75 %");
        pdf.ShouldContain("shares-row");
        pdf.ShouldContain("Withheld");
        pdf.ShouldNotContain("What you keep");

        for (var hour = 0; hour < 3; hour++)
        {
            world.App.Clock.Advance(TimeSpan.FromHours(1));
            (await post.EnclosingAsync()).ShouldHaveSingleItem();
        }
    }

    [Theory, OnServersOfItsOwn]
    public async Task All_measures_go_as_one_table_in_the_first_days_of_a_month(Database database)
    {
        await using var post = await Situation.StartAsync(database);
        await post.Depots.CountAsync(post.World, post.Third);
        await post.KeepAsync("Everything", null, ViewMailing.EveryMonth);

        (await post.EnclosingAsync()).ShouldBeEmpty();
        post.World.App.Clock.Advance(new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero) - post.World.Now);
        var letter = (await post.EnclosingAsync()).ShouldHaveSingleItem();
        var pdf = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(FolderMailer.EnclosedIn(post.World.App.Settings, letter.Id)));
        pdf.ShouldContain("Have work that stretches");
        pdf.ShouldContain("Have a partner");
        pdf.ShouldNotContain("North depot");

        post.World.App.Clock.Advance(TimeSpan.FromDays(1));
        (await post.EnclosingAsync()).ShouldHaveSingleItem();
    }

    [Theory, OnServersOfItsOwn]
    public async Task Without_the_right_nothing_goes_it_is_said_once_and_the_view_stays(Database database)
    {
        await using var post = await Situation.StartAsync(database);
        var world = post.World;
        await post.Depots.CountAsync(world, post.Third);
        var id = await post.KeepAsync("Depots", "challenge", ViewMailing.NewQuarter);
        var reader = await world.SignedInAsync(post.Reader);
        await post.TakeRightAwayAsync();
        await post.Depots.CountAsync(world, post.Fourth);

        for (var hour = 0; hour < 3; hour++)
        {
            (await post.EnclosingAsync()).ShouldBeEmpty();
            world.App.Clock.Advance(TimeSpan.FromHours(1));
        }

        post.Printer.Asked.ShouldBe(0);
        var notice = (
            await world.InDatabaseAsync(db => db.Notices.Where(n => n.PersonId == post.Reader.Id).ToListAsync())
        ).ShouldHaveSingleItem();
        notice.Address.ShouldBe($"/insight/views/{id.Value}");
        (await reader.GetAsync("/insight")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync("/notices")).Main.ShouldContain("you may not read Insight now");
        (await reader.GetAsync(notice.Address)).Main.ShouldContain("so nothing is mailed");

        // The right is back: what was due goes.
        await post.GiveRightAsync();
        (await post.EnclosingAsync()).ShouldHaveSingleItem();
        await post.TakeRightAwayAsync();
        (await (await reader.GetAsync(notice.Address)).SubmitAsync("form[data-remove]")).RedirectsTo.ShouldBe("/");
        (await world.InDatabaseAsync(db => db.KeptViews.CountAsync())).ShouldBe(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_printer_that_refuses_is_asked_again_later(Database database)
    {
        await using var post = await Situation.StartAsync(database);
        await post.Depots.CountAsync(post.World, post.Third);
        await post.KeepAsync("Depots", "challenge", ViewMailing.NewQuarter);
        await post.Depots.CountAsync(post.World, post.Fourth);
        post.Printer.Refuses = true;

        (await post.EnclosingAsync()).ShouldBeEmpty();
        post.Printer.Asked.ShouldBe(1);
        (await post.World.InDatabaseAsync(db => db.KeptViews.SingleAsync())).MailedQuarterFrom.ShouldBe(post.Third.From);

        post.Printer.Refuses = false;
        post.World.App.Clock.Advance(TimeSpan.FromHours(2));
        (await post.EnclosingAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_message_that_goes_to_the_mail_server_carries_the_file()
    {
        var letter = new Letter("robin@meridian.example", "Insight", "Text", null, new Enclosure("a.pdf", "application/pdf", [1, 2, 3]));

        using var message = SmtpMailer.MessageOf(Guid.Empty, letter, "fieldcraft@meridian.example", "mail.example");

        var enclosed = message.Attachments.ShouldHaveSingleItem();
        (enclosed.Name, enclosed.ContentType.MediaType, enclosed.ContentStream.Length).ShouldBe(("a.pdf", "application/pdf", 3));
    }

    /// <summary>An organisation with somebody who reads Insight and has a mail address, and a printer that prints what it is given.</summary>
    private sealed class Situation(TestApp app, World world, Depots depots, Person reader, Paper printer) : IAsyncDisposable
    {
        public World World => world;
        public Depots Depots => depots;
        public Person Reader => reader;
        public Paper Printer => printer;
        public Quarter Fourth => Quarter.Of(world.Today);
        public Quarter Third => Quarter.Of(new DateOnly(2026, 7, 1));

        public static async Task<Situation> StartAsync(Database database)
        {
            var printer = new Paper();
            var app = await TestApp.StartAsync(database, also: builder => builder.Services.AddSingleton<IPdfPrinter>(printer));
            var world = await World.InAsync(app);
            var reader = await world.PersonAsync("Robin", facts: f => f with { Email = Address });
            var situation = new Situation(app, world, await Depots.InAsync(world), reader, printer);
            await situation.GiveRightAsync();
            return situation;
        }

        public Task GiveRightAsync() =>
            world.SaveAsync(Grant.Give(Id.New<GrantId>(world.Now), reader.Id, Role.Sponsor, world.Organisation.Id, null, world.Now));

        public Task TakeRightAwayAsync() =>
            app.InDatabaseAsync(async db =>
            {
                db.RemoveRange(await db.Grants.Where(g => g.PersonId == reader.Id).ToListAsync());
                await db.SaveChangesAsync();
            });

        public async Task<KeptViewId> KeepAsync(string name, string? measure, ViewMailing mailing)
        {
            var kept = KeptView
                .Keep(
                    Id.New<KeptViewId>(world.Now),
                    reader.Id,
                    new ViewChoice(measure),
                    new ViewWording(name, mailing),
                    [],
                    new MailGround(true, Third, world.Today),
                    world.Now
                )
                .Value!;
            await world.SaveAsync(kept);
            return kept.Id;
        }

        /// <summary>Looks after the views now, works off the queue, and gives the letters with a file that went to the reader.</summary>
        public async Task<IReadOnlyList<SentLetter>> EnclosingAsync()
        {
            await world.RunForAllAsync(LookAfterViews.JobKind);
            return [.. (await world.LettersToAsync(Address)).Where(l => l.Enclosed is not null)];
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }

    private sealed class Paper : IPdfPrinter
    {
        public bool Refuses { get; set; }

        public int Asked { get; private set; }

        public Task<Outcome<byte[]>> PrintAsync(string html, PaperAim aim, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult<Outcome<byte[]>>(
                Refuses ? new Refusal("pdf-not-made") : Encoding.UTF8.GetBytes("%PDF-1.7 " + WebUtility.HtmlDecode(html))
            );
        }
    }
}
