using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Fieldcraft.Domain.Experience;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Shared;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Experience;

/// <summary>A job history as it comes from elsewhere: read, shown, and kept only line by line.</summary>
public sealed class JobHistoryTests
{
    private const string Export = """
        Company Name,Title,Description,Location,Started On,Finished On
        Meridian Post,Shift lead,"Nights, and ""the"" rest",Tilbury,Mar 2014,Aug 2017
        Meridian Post,Team leader,,Tilbury,Sep 2017,
        """;

    [Theory]
    [InlineData("Shift lead, Eastgate depot, 2014–2017", "Shift lead, Eastgate depot", 2014, 2017)]
    [InlineData("Mar 2019 - present: Network planner", "Network planner", 2019, null)]
    [InlineData("• Driver (2009-2011)", "Driver", 2009, 2011)]
    [InlineData("Volunteer at 20000 parcels", "Volunteer at 20000 parcels", null, null)]
    public void A_free_line_is_taken_apart(string line, string title, int? from, int? to)
    {
        var read = JobHistory.OfLines([line], []).ShouldHaveSingleItem();

        read.ShouldBe(new HistoryLine(1, title, from, to, null));
    }

    [Fact]
    public void What_speaks_against_a_line_is_said_and_nothing_is_dropped()
    {
        string[] lines =
        [
            "=HYPERLINK(\"http://x\")",
            "2019",
            new string('a', 200),
            "Lead 2019 2014",
            "Lead 2015",
            "Lead 2015",
            "Known 2001",
        ];

        JobHistory
            .OfLines(lines, [("Known", 2001)])
            .Select(l => l.Finding)
            .ShouldBe(["formula", "no-title", "too-long", "years", null, "twice", "known"]);
    }

    [Fact]
    public void Marks_that_hide_or_turn_text_are_taken_out() =>
        JobHistory.OfLines(["Le\u202Ead\u200B of\u0007 nights 2015"], []).ShouldHaveSingleItem().Title.ShouldBe("Lead of nights");

    [Fact]
    public void Readiness_takes_what_was_said_before_what_was_rated_before_what_was_told()
    {
        var (assignment, past) = (Guid.NewGuid(), Guid.NewGuid());
        var known = Domain.Experience.Readiness.Of(
            new Dictionary<string, int?> { ["high_stakes"] = 4, ["new_directions"] = null },
            [new(assignment, new Dictionary<string, int?> { ["high_stakes"] = 1, ["new_directions"] = 0 })],
            [
                new(past, ["high_stakes", "new_directions", "external_pressure", "difficult_boss"]),
                new(Guid.NewGuid(), ["external_pressure"]),
            ],
            DocumentedRules.All.Experience
        );

        known["high_stakes"].ShouldBe(new KnownReadiness(4, ReadinessSource.Said, null));
        known["new_directions"].ShouldBe(new KnownReadiness(0, ReadinessSource.Assignment, assignment));
        known["external_pressure"].ShouldBe(new KnownReadiness(3, ReadinessSource.Past, past));
        known.Keys.ShouldNotContain("difficult_boss");
        known.Keys.ShouldNotContain("scope_and_scale");
    }

    [Theory, OnEveryDatabase]
    public async Task A_pasted_export_is_shown_first_and_kept_line_by_line(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var shown = await (await browser.GetAsync("/growth/experience/import")).SubmitAsync("main form", ("Pasted", Export));
        var (_, nothing, _) = await browser.ApiAsync(HttpMethod.Get, "/api/v1/experiences");
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)shown.Document.QuerySelector("main form")!;
        var kept = await browser.PostAsync(form.GetAttribute("action")!, Page.FieldsOf(form).Where(f => f.Key != "Lines[1].Take"));
        var map = await browser.GetAsync("/growth/experience");

        shown.Document.QuerySelector("input[name='Lines[0].Title']")!.GetAttribute("value").ShouldBe("Shift lead, Meridian Post");
        shown.Document.QuerySelector("input[name='Lines[0].ToYear']")!.GetAttribute("value").ShouldBe("2017");
        nothing.GetProperty("items").GetArrayLength().ShouldBe(0);
        kept.Status.ShouldBe(HttpStatusCode.Redirect, kept.Main);
        map.Main.ShouldContain("Shift lead, Meridian Post");
        map.Main.ShouldContain("Say what it was full of");
        map.Main.ShouldNotContain("Team leader, Meridian Post");
    }

    public static TheoryData<string, byte[]> Hostile =>
        new()
        {
            { "a spreadsheet", [.. "PK"u8, 3, 4, .. new byte[100]] },
            { "nothing", [] },
            { "noughts", [.. "a,b\n"u8, 0, 0, 0, 1] },
            { "no columns", "one,two\nthree,four\n"u8.ToArray() },
            { "one long line", Encoding.UTF8.GetBytes("title,company\n" + new string('x', 300_000)) },
            { "too many", Encoding.UTF8.GetBytes("title,company\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"Job {i},X\n"))) },
            { "open quotes", Encoding.UTF8.GetBytes("title,company\n\"never closed,X\n" + new string(',', 5_000)) },
            {
                "many columns",
                Encoding.UTF8.GetBytes("title," + string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"c{i}")) + "\nx\n")
            },
        };

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_hostile_file_is_answered_with_a_sentence(string what, byte[] file)
    {
        var world = await World.OnAsync(Database.Sqlite);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var page = await UploadAsync(browser, file);

        page.Status.ShouldBe(HttpStatusCode.BadRequest, what);
        page.Document.QuerySelector(".error")!.TextContent.Trim().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_formula_is_shown_unticked_and_as_plain_text()
    {
        var world = await World.OnAsync(Database.Sqlite);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var page = await UploadAsync(
            browser,
            Encoding.UTF8.GetBytes("title;company\n\"=cmd|' /C calc'!A0\";X\n<script>alert(1)</script>;Y\n")
        );

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector("input[name='Lines[0].Take']")!.HasAttribute("checked").ShouldBeFalse();
        page.Main.ShouldContain("Begins like a formula");
        page.Document.QuerySelector("main script").ShouldBeNull();
    }

    private static async Task<Page> UploadAsync(Browser browser, byte[] file)
    {
        var form = await browser.GetAsync("/growth/experience/import");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Page.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)form.Document.QuerySelector("main form")!))
        {
            if (name != "Upload")
            {
                content.Add(new StringContent(value), name);
            }
        }

        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(part, "Upload", "../../history.csv");
        return await Page.OfAsync(
            browser,
            await browser.Client.PostAsync(new Uri("/growth/experience/import", UriKind.Relative), content),
            "/growth/experience/import"
        );
    }
}
