using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.People;

/// <summary>From upload to confirmation on the page and through the API.</summary>
public sealed class ImportPagesTests
{
    [Theory, OnServersOfItsOwn]
    public async Task The_messy_file_is_looked_at_mended_confirmed_and_taken_in(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (world, browser) = await AdministratorAsync(app);

        var uploaded = await UploadAsync(browser, DirectoryFiles.Messy, "people-messy.csv");
        var check = await browser.GetAsync(uploaded.RedirectsTo!);

        check.Status.ShouldBe(HttpStatusCode.OK);
        Tally(check).ShouldBe(["279", "0", "0", "22"]);
        check.Main.ShouldContain("=HYPERLINK");
        check.Document.QuerySelectorAll("tr.refused").Length.ShouldBe(22);
        (await app.InDatabaseAsync(db => db.People.CountAsync())).ShouldBe(1);

        var dated = await check.SubmitAsync("form[action*='handler=Dates']", ("order", "DayFirst"));
        check = await browser.GetAsync(dated.RedirectsTo!);
        Tally(check).ShouldBe(["280", "0", "0", "21"]);

        var line = await browser.GetAsync($"{uploaded.RedirectsTo}/lines/143");
        line.Main.ShouldContain("is not an e-mail address");
        var mended = await line.SubmitAsync("main form", ("cells[4]", ""));
        Tally(await browser.GetAsync(mended.RedirectsTo!)).ShouldBe(["281", "0", "0", "20"]);
        var double153 = (AngleSharp.Html.Dom.IHtmlFormElement)
            (await browser.GetAsync($"{uploaded.RedirectsTo}/lines/153")).Document.QuerySelector("main form")!;
        await browser.PostAsync($"{uploaded.RedirectsTo}/lines/153?handler=Skip", Page.FieldsOf(double153));
        check = await browser.GetAsync(uploaded.RedirectsTo!);
        Tally(check).ShouldBe(["282", "0", "0", "18"]);

        var confirmed = await check.SubmitAsync("form[action*='handler=Confirm']");
        confirmed.Status.ShouldBe(HttpStatusCode.Redirect);
        await app.Get<JobRunner>().RunDueAsync(default);
        var done = await WhenDoneAsync(browser, uploaded.RedirectsTo!);
        done.Main.ShouldContain("The file is taken in");
        (await app.InDatabaseAsync(db => db.People.CountAsync())).ShouldBe(283);
        (await app.InDatabaseAsync(db => db.StagedRows.CountAsync(r => r.Outcome == Domain.People.Importing.RowOutcome.Create))).ShouldBe(
            0
        );
        (await app.InDatabaseAsync(db => db.People.Where(p => p.EmployeeId == "700082").Select(p => p.StartedOn).SingleAsync())).ShouldBe(
            new DateOnly(2025, 4, 3)
        );
        world.Organisation.Name.ShouldBe("Meridian Post");

        var second = await browser.GetAsync((await UploadAsync(browser, DirectoryFiles.Messy, "people-messy.csv")).RedirectsTo!);
        Tally(second)[0].ShouldBe("0");
        second.Document.QuerySelectorAll("form[action*='handler=Confirm'] button.button:not(.plain)").ShouldBeEmpty();
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_file_lies_in_the_database_until_it_is_confirmed_on_any_node(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (world, browser) = await AdministratorAsync(app);
        var address = (await UploadAsync(browser, DirectoryFiles.Bytes("1,Ada,,,A,,Meridian Post,,"), "x.csv")).RedirectsTo!;
        await using var node = await TestApp.SecondNodeAsync(app);
        var elsewhere = node.NewBrowser();
        elsewhere.Carry("fieldcraft", browser.Cookie("fieldcraft"));

        await (await elsewhere.GetAsync(address)).SubmitAsync("form[action*='handler=Confirm']");
        await node.Get<JobRunner>().RunDueAsync(default);

        (await WhenDoneAsync(browser, address)).Main.ShouldContain("The file is taken in");
        world.Now.ShouldBeGreaterThan(default);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_directory_that_changed_since_the_look_is_shown_again_before_anything_happens(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, browser) = await AdministratorAsync(app);
        var address = (await UploadAsync(browser, DirectoryFiles.Bytes("1,Ada,,,A,,Meridian Post,,"), "x.csv")).RedirectsTo!;
        var looked = await browser.GetAsync(address);
        await TakeoverTests.TakeInAsync(app, DirectoryFiles.Bytes("1,Ada,Meanwhile,,A,,Meridian Post,,"));

        await looked.SubmitAsync("form[action*='handler=Confirm']");
        await app.Get<JobRunner>().RunDueAsync(default);

        var again = await WhenDoneAsync(browser, address);
        again.Main.ShouldContain("changed since you looked");
        Tally(again).ShouldBe(["0", "1", "0", "0"]);
        (await app.InDatabaseAsync(db => db.People.Where(p => p.EmployeeId == "1").Select(p => p.LastName).SingleAsync())).ShouldBe(
            "Meanwhile"
        );
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_mapping_is_changed_and_remembered_for_the_next_file_with_these_headers(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, browser) = await AdministratorAsync(app);
        var bytes = Encoding.UTF8.GetBytes("Kenn;Vorname;Bereich\n1;Ada;Meridian Post");
        var check = await browser.GetAsync((await UploadAsync(browser, bytes, "fremd.csv")).RedirectsTo!);
        check.Main.ShouldContain("Personnel number");

        var mapped = await check.SubmitAsync(
            "form[action*='handler=Mapping']",
            ("columns[EmployeeId]", "Kenn"),
            ("columns[FirstName]", "Vorname"),
            ("columns[Unit]", "Bereich")
        );

        Tally(await browser.GetAsync(mapped.RedirectsTo!))[0].ShouldBe("1");
        Tally(await browser.GetAsync((await UploadAsync(browser, bytes, "fremd.csv")).RedirectsTo!))[0].ShouldBe("1");
    }

    [Fact, Trait("Needs", "Server")]
    public async Task A_file_that_nobody_confirmed_is_gone_after_a_day()
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);
        var (_, browser) = await AdministratorAsync(app);
        await UploadAsync(browser, DirectoryFiles.Bytes("1,Ada,,,A,,Meridian Post,,"), "x.csv");

        app.Clock.Advance(StagedImport.Lifetime + TimeSpan.FromHours(2));
        await app.Get<JobRunner>().RunDueAsync(default);

        (await app.InDatabaseAsync(db => db.StagedRows.CountAsync())).ShouldBe(0);
        (await app.InDatabaseAsync(db => db.StagedImports.CountAsync())).ShouldBe(0);
    }

    [Fact, Trait("Needs", "Server")]
    public async Task The_table_comes_as_csv_in_which_nothing_is_a_formula()
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);
        var (_, browser) = await AdministratorAsync(app);
        var address = (await UploadAsync(browser, DirectoryFiles.Messy, "m.csv")).RedirectsTo!;

        var table = (await browser.GetAsync($"{address}/table.csv")).Text;

        table.ShouldContain("131,Surname,\"'=HYPERLINK");
        table.Split("\r\n").ShouldAllBe(l => l.Split(',').All(c => !c.TrimStart('"').StartsWith('=')));
    }

    [Theory, Trait("Needs", "Server")]
    [InlineData("../../evil.csv", "id,name\n1,\"open", "Personnel number")]
    [InlineData("list.xlsx", "PK\u0003\u0004", "spreadsheet")]
    [InlineData("x.csv", "only words", "No columns")]
    public async Task A_hostile_or_wrong_file_gets_a_sentence(string name, string content, string says)
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);
        var (_, browser) = await AdministratorAsync(app);

        var answer = await UploadAsync(browser, Encoding.UTF8.GetBytes(content), name);
        var page = answer.RedirectsTo is { } next ? await browser.GetAsync(next) : answer;

        page.Main.ShouldContain(says);
        page.Text.ShouldNotContain("..");
        (await browser.GetAsync("/administration/import")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Trait("Needs", "Server")]
    public async Task A_file_of_more_than_twenty_megabytes_gets_a_sentence()
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);
        var (_, browser) = await AdministratorAsync(app);

        var answer = await UploadAsync(browser, new byte[(20 * 1024 * 1024) + 1], "big.csv");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Main.ShouldContain("larger than 20 MB");
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_but_an_administrator_comes_near_imports_exports_and_grants(Database database)
    {
        var world = await World.OnAsync(database);
        var administrator = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));
        var staged = (await UploadAsync(administrator, DirectoryFiles.Bytes("x1,Ada,,,A,,Meridian Post,,"), "x.csv")).RedirectsTo!;
        string[] addresses =
        [
            "/administration",
            "/administration/import",
            "/administration/grants",
            "/administration/export/people.csv",
            staged,
            $"{staged}/table.csv",
            $"{staged}/lines/2",
        ];
        List<Person> refused = [await world.PersonAsync("Employee"), await world.LeaderAsync("Leader")];
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Administrator))
        {
            refused.Add(await world.HolderOfAsync(role));
        }

        foreach (var somebody in refused)
        {
            var browser = await world.SignedInAsync(somebody);
            foreach (var address in addresses)
            {
                (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, $"{somebody.FirstName} {address}");
            }

            (await PostFileAsync(browser, "/api/v1/people/imports", DirectoryFiles.Messy, "text/csv")).StatusCode.ShouldBe(
                HttpStatusCode.NotFound
            );
        }

        var another = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));
        (await another.GetAsync(staged)).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var address in addresses)
        {
            (await administrator.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, address);
        }
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_api_plans_stages_confirms_and_exports(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, browser) = await AdministratorAsync(app);

        var dry = await PostFileAsync(browser, "/api/v1/people/imports?dryRun=true", DirectoryFiles.Messy, "text/csv");
        var report = await JsonAsync(dry);
        report.EnumerateObject().Select(p => p.Name).ShouldBe(["create", "change", "leave", "refuse", "rows"]);
        report.GetProperty("refuse").GetInt32().ShouldBe(22);
        report
            .GetProperty("rows")[0]
            .EnumerateObject()
            .Select(p => p.Name)
            .ShouldBe(["line", "column", "value", "code", "reason", "action"]);
        (await app.InDatabaseAsync(db => db.StagedImports.CountAsync())).ShouldBe(0);

        var staged = await PostFormAsync(
            browser,
            "/api/v1/people/imports",
            DirectoryFiles.Messy,
            """{"columns": {"lastName": "Surname"}, "dateOrder": "dayFirst"}"""
        );
        staged.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await JsonAsync(staged)).GetProperty("refuse").GetInt32().ShouldBe(21);
        var address = staged.Headers.Location!.OriginalString;
        (await browser.ApiAsync(HttpMethod.Post, $"{address}/confirmation")).Status.ShouldBe(HttpStatusCode.Accepted);
        (await browser.ApiAsync(HttpMethod.Post, $"{address}/confirmation")).Status.ShouldBe(HttpStatusCode.Accepted);
        await app.Get<JobRunner>().RunDueAsync(default);
        await WhenDoneAsync(browser, address.Replace("/api/v1/people/imports", "/administration/import", StringComparison.Ordinal));
        (await browser.ApiAsync(HttpMethod.Get, address)).Body.GetProperty("state").GetString().ShouldBe("applied");

        var exported = await browser.Client.GetAsync(new Uri("/api/v1/people/export.csv", UriKind.Relative));
        var again = await JsonAsync(
            await PostFileAsync(browser, "/api/v1/people/imports?dryRun=true", await exported.Content.ReadAsByteArrayAsync(), "text/csv")
        );
        (again.GetProperty("create").GetInt32(), again.GetProperty("change").GetInt32(), again.GetProperty("refuse").GetInt32()).ShouldBe(
            (0, 0, 0)
        );
        (await PostFileAsync(browser, "/api/v1/people/imports", "PK\u0003\u0004"u8.ToArray(), "text/csv")).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
    }

    private static async Task<(World World, Browser Browser)> AdministratorAsync(TestApp app)
    {
        var world = await World.InAsync(app);
        return (world, await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator)));
    }

    private static List<string> Tally(Page page) => [.. page.Document.QuerySelectorAll(".tally dd").Select(d => d.TextContent.Trim())];

    /// <summary>The server's own job runner may be quicker than the test; both end in the same state.</summary>
    private static async Task<Page> WhenDoneAsync(Browser browser, string address)
    {
        for (var look = 0; look < 200; look++)
        {
            var page = await browser.GetAsync(address);
            if (page.Document.QuerySelector(".working") is null)
            {
                return page;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"{address} is still at work.");
    }

    private static async Task<Page> UploadAsync(Browser browser, byte[] bytes, string name)
    {
        var form = await browser.GetAsync("/administration/import");
        using var content = new MultipartFormDataContent
        {
            { new ByteArrayContent(bytes), "Upload", name },
            { new StringContent(form.Document.QuerySelector("main form input[name=_form]")!.GetAttribute("value")!), "_form" },
        };
        return await Page.OfAsync(
            browser,
            await browser.Client.PostAsync(new Uri("/administration/import", UriKind.Relative), content),
            "/administration/import"
        );
    }

    private static async Task<HttpResponseMessage> PostFileAsync(Browser browser, string address, byte[] bytes, string type)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await browser.Client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    private static async Task<HttpResponseMessage> PostFormAsync(Browser browser, string address, byte[] bytes, string mapping)
    {
        using var content = new MultipartFormDataContent
        {
            { new ByteArrayContent(bytes), "file", "people.csv" },
            { new StringContent(mapping), "mapping" },
        };
        return await browser.Client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    private static async Task<System.Text.Json.JsonElement> JsonAsync(HttpResponseMessage response) =>
        System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}
