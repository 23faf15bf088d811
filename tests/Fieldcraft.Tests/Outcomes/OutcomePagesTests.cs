using System.Net;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Outcomes;

public sealed class OutcomePagesTests
{
    [Theory, OnEveryDatabase]
    public async Task A_gain_that_only_sites_that_had_begun_have_is_supported_by_the_comparison(Database database)
    {
        var results = await Results.OpenAsync(await World.OnAsync(database));
        await results.MeasureAsync();

        var page = await results.Desk.GetAsync($"/programmes/{results.Programme.Value}/outcome");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Main.ShouldContain("7 of 8 sites have held a session");
        page.Main.ShouldContain("That is clear.");
        page.Main.ShouldContain("supported by the comparison with later sites");
        page.Main.ShouldContain("4 early and 4 later sites");
        page.Main.ShouldContain("For 2.0 points:");
        var file = await results.Desk.GetAsync($"/programmes/{results.Programme.Value}/outcome/csv");
        file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1 + 15);
        file.Text.ShouldMatch(@"\n\d{4}-\d{2},\d,\d+,-?\d");
        var (_, body, _) = await results.Desk.ApiAsync(HttpMethod.Get, $"/api/v1/outcomes/modules/{results.Module.Id.Value}");
        body.GetProperty("comparison").GetProperty("verdict").GetString().ShouldBe("supported");
        body.GetProperty("comparison").GetProperty("difference").GetDouble().ShouldBe(15, 0.01);
        body.GetProperty("months").GetArrayLength().ShouldBe(15);
        (await results.Desk.GetAsync($"/modules/{results.Module.Id.Value}/outcome")).Main.ShouldContain("Early sites against later ones");
    }

    [Theory, OnEveryDatabase]
    public async Task Without_a_gain_nothing_is_claimed_and_without_figures_or_sessions_it_is_said(Database database)
    {
        var results = await Results.OpenAsync(await World.OnAsync(database));
        var address = $"/programmes/{results.Programme.Value}/outcome";

        (await results.Desk.GetAsync(address)).Main.ShouldContain("how far it moved cannot be said");
        await results.MeasureAsync(gain: 0);

        var page = await results.Desk.GetAsync(address);
        page.Main.ShouldContain("That is not clear");
        page.Main.ShouldContain("did not move clearly apart");
        page.Main.ShouldNotContain("is supported by");
    }

    [Theory, OnEveryDatabase]
    public async Task Results_are_for_those_who_answer_for_them(Database database)
    {
        var world = await World.OnAsync(database);
        var results = await Results.OpenAsync(world);
        var address = $"/programmes/{results.Programme.Value}/outcome";
        var facility = await world.PersonAsync("Fay");
        await world.UnitAsync("Led facility", UnitKind.Facility, ledBy: facility);
        Person[] readers =
        [
            await world.HolderOfAsync(Role.Sponsor),
            await world.HolderOfAsync(Role.LearningDesigner),
            await world.HolderOfAsync(Role.Administrator),
            facility,
        ];
        foreach (var reader in readers)
        {
            (await (await world.SignedInAsync(reader)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        }

        Person[] others =
        [
            results.Leaders[0],
            await world.PersonAsync("Emil"),
            await world.HolderOfAsync(Role.SiteScheduler),
            await world.HolderOfAsync(Role.PreviewFacilitator),
        ];
        foreach (var other in others)
        {
            var browser = await world.SignedInAsync(other);
            (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Get, $"/api/v1/outcomes/programmes/{results.Programme.Value}")).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }

        foreach (var stranger in readers.Where(r => r != readers[2]).Concat(others))
        {
            var browser = await world.SignedInAsync(stranger);
            (await browser.GetAsync($"{address}/measures")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetAsync($"/outcomes/measures/{results.Measure}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (
                await browser.ApiAsync(
                    HttpMethod.Post,
                    $"/api/v1/outcomes/programmes/{results.Programme.Value}/measures",
                    new { name = "x", kind = "count" }
                )
            ).Status.ShouldBe(HttpStatusCode.NotFound);
            (
                await browser.ApiAsync(
                    HttpMethod.Post,
                    $"/api/v1/outcomes/measures/{results.Measure}/figures",
                    new[] { new { site = "x", week = "y" } }
                )
            ).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_file_changes_nothing_until_it_is_confirmed_and_says_line_by_line_what_it_would_do(Database database)
    {
        var world = await World.OnAsync(database);
        var results = await Results.OpenAsync(world, sites: 2);
        var week = results.ThisWeek.AddDays(-7);
        var first = await UploadAsync(results, $"site;week;promoters;passives;detractors\nFacility 1;{week:yyyy-MM-dd};5;3;2\n");
        var look = await results.Desk.GetAsync(first);
        look.Main.ShouldContain("Nothing has changed yet");
        (await FiguresAsync(results)).ShouldBe(0);
        (await look.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await FiguresAsync(results)).ShouldBe(1);

        var second = await results.Desk.GetAsync(
            await UploadAsync(
                results,
                $"Site,Week,Promoters,Passives,Detractors\nFacility 1,{week:yyyy-MM-dd},6,3,1\nNowhere,{week:yyyy-MM-dd},1,1,1\nFacility 2,{week.AddDays(1):yyyy-MM-dd},1,1,1\n"
            )
        );

        second.Main.ShouldContain("30.0 (n 10) stands there and becomes 50.0 (n 10).");
        second.Document.QuerySelectorAll("tr.refused td:first-child").Select(c => c.TextContent.Trim()).ShouldBe(["3", "4"]);
        second.Main.ShouldContain("The programme reaches no site of this name or id.");
        second.Main.ShouldContain("This day is no Monday.");
        (await second.SubmitAsync("main form", ("plan", "another"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await second.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await FiguresAsync(results)).ShouldBe(1);
        (await results.Desk.GetAsync(first)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Bad_input_is_400_an_unreadable_file_422_and_a_refused_row_409(Database database)
    {
        var results = await Results.OpenAsync(await World.OnAsync(database), sites: 1);
        var measures = $"/api/v1/outcomes/programmes/{results.Programme.Value}/measures";
        (await results.Desk.ApiAsync(HttpMethod.Post, measures, new { name = "", kind = "count" })).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await results.Desk.ApiAsync(HttpMethod.Post, measures, new { name = "x" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        var figures = $"/api/v1/outcomes/measures/{results.Measure}/figures";
        (await results.Desk.ApiAsync(HttpMethod.Post, figures, Array.Empty<object>())).Status.ShouldBe(HttpStatusCode.BadRequest);
        var refused = await results.Desk.ApiAsync(
            HttpMethod.Post,
            figures,
            new[]
            {
                new
                {
                    site = "Nowhere",
                    week = "2020-W05",
                    promoters = 1,
                    passives = 1,
                    detractors = 1,
                },
            }
        );
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Body.GetProperty("code").GetString().ShouldBe("figures-refused-rows");
        using var file = new StringContent("no columns here", Encoding.UTF8, "text/csv");
        var unreadable = await results.Desk.Client.PostAsync(
            new Uri($"/api/v1/outcomes/measures/{results.Measure}/imports", UriKind.Relative),
            file
        );
        unreadable.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await results.Desk.GetAsync($"/outcomes/measures/{results.Measure}");
        (await page.SubmitAsync("main form[action$='handler=Upload']")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync("#describe", ("Input.Name", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync("#describe", ("Input.Version", "77"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    private static async Task<string> UploadAsync(Results results, string csv)
    {
        var form = await results.Desk.GetAsync($"/outcomes/measures/{results.Measure}");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(csv, Encoding.UTF8, "text/csv"), "Upload", "figures.csv" },
            { new StringContent(form.Document.QuerySelector("main form input[name=_form]")!.GetAttribute("value")!), "_form" },
        };
        var answer = await results.Desk.Client.PostAsync(
            new Uri($"/outcomes/measures/{results.Measure}?handler=Upload", UriKind.Relative),
            content
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<int> FiguresAsync(Results results)
    {
        var (_, body, _) = await results.Desk.ApiAsync(HttpMethod.Get, $"/api/v1/outcomes/programmes/{results.Programme.Value}");
        return body.GetProperty("months")
            .EnumerateArray()
            .Count(m => m.GetProperty("now").ValueKind != System.Text.Json.JsonValueKind.Null);
    }
}
