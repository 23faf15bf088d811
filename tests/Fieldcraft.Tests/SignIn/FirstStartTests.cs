using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Web.Commands;
using Fieldcraft.Web.Features.SetUp;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.SignIn;

public sealed class FirstStartTests
{
    private const string Password = "a quiet harbour at six";

    [Theory, OnServersOfItsOwn]
    public async Task On_an_empty_installation_every_page_leads_to_the_set_up(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var browser = app.NewBrowser();

        (await browser.GetAsync("/")).RedirectsTo.ShouldBe("/set-up");
        (await browser.GetAsync("/journal/new")).RedirectsTo.ShouldBe("/set-up");
        (await browser.GetAsync("/sign-in")).RedirectsTo.ShouldBe("/set-up");
        (await browser.ApiAsync(HttpMethod.Get, "/api/v1/journal")).Body.GetProperty("code").GetString().ShouldBe("set-up-needed");
        (await browser.GetAsync("/healthz")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_set_up_sent_empty_comes_back_with_what_it_lacks(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var page = await app.NewBrowser().GetAsync("/set-up/organisation");

        var answer = await page.SubmitAsync(
            "main form",
            ("Input.Name", ""),
            ("Input.FirstName", ""),
            ("Input.UserName", ""),
            ("Input.Password", "")
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Document.QuerySelectorAll(".field .error").Length.ShouldBe(4);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Just_me_is_one_button_away_from_the_first_page(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var browser = app.NewBrowser();

        var answer = await (await browser.VisitAsync("/")).SubmitAsync("main form", ("FirstName", "Amira"));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync(answer.RedirectsTo!)).Status.ShouldBe(HttpStatusCode.OK);
        var (people, units) = await app.InDatabaseAsync(async db => (await db.People.CountAsync(), await db.Units.CountAsync()));
        people.ShouldBe(1);
        units.ShouldBe(0);
        (await browser.GetAsync("/set-up")).RedirectsTo.ShouldBe("/");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Just_me_needs_no_name(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var browser = app.NewBrowser();

        (await (await browser.VisitAsync("/")).SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await browser.VisitAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_person_at_the_machine_of_just_me_walks_in_without_a_cookie_and_reads_the_own_journal(Database database)
    {
        await using var app = await JustMeAsync(database);
        var browser = app.NewBrowser();

        (await browser.VisitAsync("/journal")).Status.ShouldBe(HttpStatusCode.OK);

        (await app.InDatabaseAsync(db => db.Sessions.OrderByDescending(s => s.StartedAt).FirstAsync())).Proof.ShouldBe(Proof.Machine);
        (await browser.VisitAsync("/journal/new")).Status.ShouldBe(HttpStatusCode.OK);
        (await app.InDatabaseAsync(db => db.Sessions.CountAsync())).ShouldBe(2);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Just_me_refuses_a_foreign_host_name_another_address_and_a_proxy(Database database)
    {
        await using var app = await JustMeAsync(database);
        var rebound = app.NewBrowser();
        rebound.Client.DefaultRequestHeaders.Host = "evil.example:5080";
        var outside = app.NewBrowser();
        outside.From = IPAddress.Parse("203.0.113.7");
        var older = app.NewBrowser();
        older.Client.DefaultRequestVersion = HttpVersion.Version10;
        var proxied = new[]
        {
            "X-Forwarded-For",
            "x-forwarded-proto",
            "Forwarded",
            "Via",
            "CF-Ray",
            "X-Envoy-Peer",
            "True-Client-IP",
        }.Select(h =>
        {
            var browser = app.NewBrowser();
            browser.Client.DefaultRequestHeaders.Add(h, "1.1 edge");
            return browser;
        });
        (await older.GetAsync("/journal")).RedirectsTo.ShouldNotBeNull().ShouldStartWith("/sign-in");
        // A proxy that puts in the machine's own name and adds nothing still passes on what the browser says of itself.
        var renamed = app.NewBrowser();
        renamed.Client.DefaultRequestHeaders.Add("Origin", "https://fieldcraft.example.org");

        foreach (var browser in new[] { rebound, outside, renamed }.Concat(proxied))
        {
            (await browser.GetAsync("/journal")).RedirectsTo.ShouldNotBeNull().ShouldStartWith("/sign-in");
            (await browser.ApiAsync(HttpMethod.Get, "/api/v1/journal")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Theory, OnServersOfItsOwn]
    public async Task Nobody_walks_in_where_an_address_of_the_network_leads_to_just_me(Database database)
    {
        await using var own = await JustMeAsync(database);
        await using var app = await TestApp.OnSameDataAsync(own, s => s with { Address = "https://fieldcraft.example.org" });

        (await app.NewBrowser().GetAsync("/journal")).RedirectsTo.ShouldNotBeNull().ShouldStartWith("/sign-in");
    }

    [Theory, Trait("Needs", "Server")]
    [InlineData("--listen", "0.0.0.0")]
    [InlineData("--address", "https://fieldcraft.example.org")]
    public async Task Just_me_is_served_to_nothing_but_the_machine(string option, string value)
    {
        await using var app = await JustMeAsync(Database.Sqlite);
        using var complaint = new StringWriter();

        var code = await CommandLine.RunAsync(
            ["serve", "--data", app.Settings.DataFolder, "--port", "0", option, value],
            TextWriter.Null,
            complaint
        );

        code.ShouldBe(ExitCode.RefusedByState);
        complaint.ToString().ShouldContain("for one person on this machine");
    }

    [Theory]
    [InlineData(1000, 1000, true)]
    [InlineData(1000, 0, true)]
    [InlineData(1000, 33, false)]
    [InlineData(0, 1000, false)]
    public void A_connection_of_another_account_of_the_machine_is_not_the_owners(int server, int visitor, bool isOwn)
    {
        string[] table =
        [
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
            Row("0100007F:13D8", "00000000:0000", "0A", server),
            Row("0100007F:13D8", "0100007F:C001", "01", server),
            Row("0000000000000000FFFF00000100007F:C001", "0000000000000000FFFF00000100007F:13D8", "01", visitor),
            Row("0100007F:C002", "0100007F:13D8", "01", 77),
        ];

        ConnectionTable.IsOwnAccount(table, 0xC001, 0x13D8).ShouldBe(isOwn);
        ConnectionTable.IsOwnAccount([], 0xC001, 0x13D8).ShouldBeTrue();
    }

    private static string Row(string own, string far, string state, int account) =>
        $"   1: {own} {far} {state} 00000000:00000000 00:00000000 00000000 {account, 5} 0 11284 1 00000000d0d12bd7 100 0 0 10 0";

    [Theory, OnServersOfItsOwn]
    public async Task A_page_of_another_site_cannot_act_for_the_owner_of_just_me(Database database)
    {
        await using var app = await JustMeAsync(database);
        var browser = app.NewBrowser();
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "no-cors");

        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/journal", new { text = "forged" })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.GetAsync("/journal")).RedirectsTo.ShouldNotBeNull().ShouldStartWith("/sign-in");
        (await browser.PostAsync("/journal/new", [new("Entry.Text", "forged")])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await app.InDatabaseAsync(db => db.JournalEntries.CountAsync())).ShouldBe(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Just_me_is_not_offered_where_the_server_listens_to_others(Database database)
    {
        await using var app = await TestApp.StartAsync(database, s => s with { Listen = "0.0.0.0" });
        var browser = app.NewBrowser();
        var page = await browser.VisitAsync("/");

        page.Document.QuerySelector("main form").ShouldBeNull();
        var answer = await browser.PostAsync("/set-up", [new("FirstName", "Mallory")]);

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.InDatabaseAsync(db => db.Installations.AnyAsync())).ShouldBeFalse();
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_first_administrator_sets_up_an_organisation_and_is_signed_in(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var browser = app.NewBrowser();

        var answer = await FillAsync(await browser.GetAsync("/set-up/organisation"));

        answer.RedirectsTo.ShouldBe("/");
        (await browser.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        await app.InDatabaseAsync(async db =>
        {
            var unit = await db.Units.SingleAsync();
            unit.Kind.ShouldBe(UnitKind.Organisation);
            (await db.Grants.SingleAsync()).ShouldSatisfyAllConditions(
                g => g.Role.ShouldBe(Role.Administrator),
                g => g.UnitId.ShouldBe(unit.Id)
            );
            (await db.Installations.SingleAsync()).Mode.ShouldBe(InstallationMode.Organisation);
            (await db.Accounts.SingleAsync()).UserName.ShouldBe("noor@meridian.example");
        });
    }

    [Theory, OnServersOfItsOwn]
    public async Task From_another_machine_the_set_up_asks_for_the_code_of_the_console(Database database)
    {
        await using var app = await TestApp.StartAsync(database, s => s with { Listen = "0.0.0.0" });
        var announcement = (await app.Get<SetUpCode>().AnnouncementAsync(CancellationToken.None)).ShouldNotBeNull();
        var browser = app.NewBrowser();
        browser.From = IPAddress.Parse("192.0.2.9");
        var page = await browser.GetAsync("/set-up/organisation");

        (await FillAsync(page, ("Input.Code", "AAAAA-AAAAA"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var answer = await FillAsync(page, ("Input.Code", announcement[^11..].ToLowerInvariant()));

        answer.RedirectsTo.ShouldBe("/");
        (await app.Get<SetUpCode>().AnnouncementAsync(CancellationToken.None)).ShouldBeNull();
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_form_filled_in_badly_comes_back_with_what_to_do(Database database)
    {
        await using var app = await TestApp.StartAsync(database);

        var answer = await FillAsync(
            await app.NewBrowser().GetAsync("/set-up/organisation"),
            ("Input.Password", "short"),
            ("Input.TimeZone", "Atlantis")
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Document.QuerySelector("#Input_Password-error").ShouldNotBeNull();
        answer.Document.QuerySelector("#Input_TimeZone-error").ShouldNotBeNull();
        answer.Document.QuerySelector("#Input_Name")!.GetAttribute("value").ShouldBe("Meridian Post");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Of_two_people_who_set_up_at_once_one_wins(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.NewBrowser().GetAsync("/set-up/organisation")));

        await Task.WhenAll(pages.Select(p => FillAsync(p)));

        await app.InDatabaseAsync(async db =>
        {
            (await db.Installations.CountAsync()).ShouldBe(1);
            (await db.People.CountAsync()).ShouldBe(1);
            (await db.Grants.CountAsync()).ShouldBe(1);
        });
    }

    internal static async Task<TestApp> JustMeAsync(Database database)
    {
        var app = await TestApp.StartAsync(database);
        (await (await app.NewBrowser().VisitAsync("/")).SubmitAsync("main form", ("FirstName", "Amira"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        return app;
    }

    private static Task<Page> FillAsync(Page page, params (string Name, string Value)[] changes) =>
        page.SubmitAsync(
            "main form",
            [
                ("Input.Name", "Meridian Post"),
                ("Input.FirstName", "Noor"),
                ("Input.UserName", "Noor@meridian.example"),
                ("Input.Password", Password),
                .. changes,
            ]
        );
}
