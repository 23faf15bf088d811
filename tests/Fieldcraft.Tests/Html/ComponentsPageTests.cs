using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Tests.Html;

/// <summary>The living page shows every tag helper in every state; what holds there holds on every page.</summary>
public sealed class ComponentsPageTests
{
    [Fact]
    public async Task Every_id_stands_once()
    {
        var ids = (await PageAsync()).Document.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();

        ids.Count.ShouldBeGreaterThan(40);
        ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_control_has_a_name_that_is_read_out()
    {
        var controls = (await PageAsync()).Document.QuerySelectorAll("main input:not([type=hidden]), main textarea, main select").ToList();

        controls.Count.ShouldBeGreaterThan(25);
        controls.Where(c => NameOf(c).Length == 0).Select(c => c.OuterHtml).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_label_and_every_description_points_to_something()
    {
        var document = (await PageAsync()).Document;
        var targets = document
            .QuerySelectorAll("label[for]")
            .Select(l => l.GetAttribute("for")!)
            .Concat(document.QuerySelectorAll("[aria-describedby]").SelectMany(e => e.GetAttribute("aria-describedby")!.Split(' ')));

        targets.Where(id => document.GetElementById(id) is null).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_control_with_an_error_is_marked_and_says_it_and_keeps_its_hint()
    {
        var document = (await PageAsync()).Document;
        var name = document.GetElementById("Wrong_Name")!;

        name.GetAttribute("aria-invalid").ShouldBe("true");
        name.GetAttribute("aria-describedby").ShouldBe("Wrong_Name-hint Wrong_Name-error");
        document.GetElementById("Wrong_Name-error")!.TextContent.ShouldBe("Fill this in.");
        document.GetElementById("Filled_Name")!.HasAttribute("aria-invalid").ShouldBeFalse();
    }

    [Fact]
    public async Task Every_control_with_an_error_has_it_beside_it()
    {
        var document = (await PageAsync()).Document;

        foreach (var name in (string[])["Name", "Answer", "Kind", "Own", "Demand", "Until", "File"])
        {
            var error = document.GetElementById($"Wrong_{name}-error").ShouldNotBeNull(name);
            document.QuerySelectorAll($"[aria-describedby~='{error.Id}']").Length.ShouldBe(1, name);
        }
    }

    [Fact]
    public async Task The_error_summary_names_every_control_and_leads_to_it()
    {
        var document = (await PageAsync()).Document;
        var summary = document.QuerySelector(".error-summary")!;
        var links = summary.QuerySelectorAll("a").Cast<IHtmlAnchorElement>().ToList();

        summary.QuerySelector("h2")!.TextContent.ShouldBe("7 things need another look");
        links[0].TextContent.ShouldBe("Name of the assignment – Fill this in.");
        links.Count.ShouldBe(7);
        foreach (var link in links)
        {
            document
                .GetElementById(link.GetAttribute("href")![1..])
                .ShouldNotBeNull()
                .LocalName.ShouldBeOneOf("input", "textarea", "select");
        }
    }

    [Fact]
    public async Task What_was_typed_is_still_there_even_when_it_could_not_be_understood() =>
        (await PageAsync()).Document.GetElementById("Wrong_Until")!.GetAttribute("value").ShouldBe("31.02.2027");

    [Fact]
    public async Task The_limit_in_the_form_is_the_limit_of_the_model() =>
        (await PageAsync()).Document.GetElementById("Filled_Name")!.GetAttribute("maxlength").ShouldBe("80");

    [Fact]
    public async Task Chosen_values_are_chosen_and_others_are_not()
    {
        var document = (await PageAsync()).Document;
        var chosen = document
            .QuerySelectorAll("#filled input")
            .OfType<IHtmlInputElement>()
            .Where(i => i.IsChecked)
            .Select(i => $"{i.Name}={i.Value}");

        chosen.ShouldBe(["Filled.Kind=Organisation", "Filled.Tags=nights", "Filled.Own=true", "Filled.Demand=3"]);
    }

    [Fact]
    public async Task A_scale_has_an_anchor_for_each_step_and_dont_know_apart()
    {
        var scale = (await PageAsync()).Document.QuerySelector("#filled .scale")!;

        scale.QuerySelectorAll(".steps-of label").Length.ShouldBe(5);
        scale.QuerySelectorAll(".steps-of .anchor").ShouldAllBe(a => a.TextContent.Length > 0);
        scale.QuerySelector(".steps-of .apart").ShouldBeNull();
        scale.QuerySelector<IHtmlInputElement>(".apart input")!.Value.ShouldBe("unknown");
    }

    [Fact]
    public async Task The_zone_picture_is_described_and_its_numbers_stand_in_a_table()
    {
        var figure = (await PageAsync()).Document.QuerySelector("figure.chart")!;

        figure.QuerySelector("svg")!.GetAttribute("aria-label")!.ShouldContain("The load is 61.");
        figure.QuerySelectorAll("td").Select(c => c.TextContent).ShouldBe(["61.25", "20", "54.63"]);
        figure.QuerySelector("circle")!.GetAttribute("cx").ShouldBe("61.25%");
    }

    [Fact]
    public async Task Only_a_close_call_is_hatched()
    {
        var pictures = (await PageAsync()).Document.QuerySelectorAll("figure.chart").ToList();

        pictures.Select(p => p.QuerySelectorAll("rect[fill^='url(']").Length).ShouldBe([0, 1, 0]);
    }

    [Fact]
    public async Task Every_icon_stands_in_the_sprite()
    {
        var page = await PageAsync();
        var sprite = page.Document.QuerySelectorAll("use").Select(u => u.GetAttribute("href")!).ToList();
        var icons = await (await TestApp.SharedAsync(Database.Sqlite)).NewBrowser().GetAsync(sprite[0].Split('#')[0]);

        sprite.Count.ShouldBeGreaterThan(15);
        sprite.Where(u => !icons.Text.Contains($"id=\"{u.Split('#')[1]}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_seal_line_says_who_can_see_it()
    {
        var seals = (await PageAsync()).Document.QuerySelectorAll("details.seal > summary").Select(s => s.TextContent.Trim());

        seals.ShouldBe(["Only you", "Shared with Jonas Weber until 3 March 2027", "Shared with 2 people"]);
    }

    [Fact]
    public async Task Nothing_is_styled_or_scripted_in_line()
    {
        var page = await PageAsync();

        page.Document.QuerySelectorAll("style, [style], script:not([src])").ShouldBeEmpty();
        page.Document.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task The_page_is_read_from_right_to_left_in_such_a_language()
    {
        var browser = (await TestApp.SharedAsync(Database.Sqlite)).NewBrowser();
        browser.Carry(ChooseLanguageModel.Cookie, WordCatalogue.PseudoRightToLeft);

        var page = await browser.GetAsync("/_components");

        page.Document.DocumentElement.GetAttribute("dir").ShouldBe("rtl");
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe(WordCatalogue.PseudoRightToLeft);
        page.Heading.ShouldStartWith("[");
    }

    [Fact, Trait("Needs", "Server")]
    public async Task Outside_development_there_is_no_such_page()
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite, s => s with { Development = false });

        (await app.NewBrowser().GetAsync("/_components")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Page> PageAsync()
    {
        var page = await (await TestApp.SharedAsync(Database.Sqlite)).NewBrowser().GetAsync("/_components");
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        return page;
    }

    private static string NameOf(IElement control) =>
        control.GetAttribute("aria-label")
        ?? control.Closest("label")?.TextContent.Trim()
        ?? control.Owner!.QuerySelector($"label[for='{control.Id}']")?.TextContent.Trim()
        ?? "";
}
