using System.Net;
using System.Text.Json;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Loop;

public sealed class LoopPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task An_employee_sends_an_idea_from_one_field_and_reads_who_answers_it_by_when(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database));
        var browser = await company.AsAsync(company.Team[0]);
        var page = await browser.GetAsync("/team-ideas/new");
        page.Document.QuerySelectorAll("main textarea").Length.ShouldBe(1);

        (await page.SubmitAsync("main form", ("Text", " "))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync("main form", ("Text", Company.Text))).RedirectsTo.ShouldBe("/team-ideas");

        var list = await browser.GetAsync("/team-ideas");
        list.Main.ShouldContain(Company.Text);
        list.Main.ShouldContain("With the team’s leader, answer by");
        list.Main.ShouldContain("yours");
        (await company.ToldAsync(company.Leader)).ShouldBe(["loop.notice.submitted"]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_leader_answers_and_the_team_reads_it_on_its_page_and_on_paper(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database));
        var id = await company.SubmitAsync(company.Team[0]);
        var leader = await company.AsAsync(company.Leader);
        (await leader.GetAsync("/team-ideas")).Main.ShouldContain("One idea waits for your answer");
        (await leader.GetAsync("/")).Main.ShouldContain("Ideas of teams wait for your answer; the first by");
        var page = await leader.GetAsync($"/team-ideas/{id}");

        var empty = await page.SubmitAsync("form.answering", ("Input.Kind", "Adopted"));
        (empty.Status, empty.Main.Contains("Say who does it", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
        var answered = await page.SubmitAsync(
            "form.answering",
            ("Input.Kind", "Trial"),
            ("Input.On", "2027-06-01"),
            ("Input.Words", "At dock two for a month")
        );
        answered.Status.ShouldBe(HttpStatusCode.Redirect);

        var author = await company.AsAsync(company.Team[0]);
        (await author.GetAsync("/team-ideas")).Main.ShouldContain("Being tried until 1 June 2027");
        (await author.GetAsync("/team-ideas/sheet")).Main.ShouldContain("At dock two for a month");
        (await company.ToldAsync(company.Team[0])).ShouldBe(["loop.notice.answered"]);
        (await leader.GetAsync("/")).Main.ShouldNotContain("Ideas of teams wait for your answer");
        (await (await company.AsAsync(company.Team[3])).GetAsync($"/team-ideas/{id}")).Main.ShouldContain("At dock two for a month");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_wrote_it_is_shown_only_where_the_team_wishes(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database));
        var unnamed = await company.SubmitAsync(company.Team[0]);
        var named = await company.SubmitAsync(company.Team[1], "Another", named: true);
        var leader = await company.AsAsync(company.Leader);

        (await leader.GetAsync($"/team-ideas/{unnamed}")).Text.ShouldNotContain("Person1 Test");
        (await leader.GetAsync("/team-ideas/to-answer")).Text.ShouldNotContain("Person1 Test");
        (await leader.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/{unnamed}")).Body.ToString().ShouldNotContain("Person1");
        (await leader.GetAsync($"/team-ideas/{named}")).Main.ShouldContain("Person2 Test");
    }

    [Theory, OnEveryDatabase]
    public async Task A_team_of_four_is_not_named_to_the_tiers_above(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database), team: 4);
        var id = await company.SubmitAsync(company.Team[0]);
        (await company.ForwardAsync(id, company.Leader)).Status.ShouldBe(HttpStatusCode.NoContent);

        var page = await (await company.AsAsync(company.FacilityLead)).GetAsync($"/team-ideas/{id}");

        page.Main.ShouldContain("Tilbury depot");
        page.Main.ShouldNotContain("Amira");
    }

    [Theory, OnEveryDatabase]
    public async Task An_idea_is_not_there_for_another_team_and_not_to_be_answered_by_another_tier(Database database)
    {
        var world = await World.OnAsync(database);
        var company = await Company.OpenAsync(world);
        var id = await company.SubmitAsync(company.Team[0]);
        var stranger = await world.SignedInAsync(await world.LeaderAsync("Stranger"));

        (await stranger.GetAsync($"/team-ideas/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var person in new[] { company.Team[0], company.FacilityLead, company.NetworkLead, company.StateLead, company.Sponsor })
        {
            (await company.AdoptAsync(id, person)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await company.ForwardAsync(id, person)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await (await company.AsAsync(company.FacilityLead)).GetAsync($"/team-ideas/{id}"))
            .Document.QuerySelector("form.answering")
            .ShouldBeNull();
        (await (await company.AsAsync(company.Team[0])).GetAsync("/team-ideas/measures")).Status.ShouldBe(HttpStatusCode.NotFound);
        (
            await (await company.AsAsync(company.Leader)).GetAsync(
                $"/team-ideas/meetings/new?programme={company.Programme.Value}&tier=Network&unit={company.Network.Id.Value}"
            )
        ).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task A_correction_shows_the_earlier_answer_and_tells_the_team_again(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database));
        var id = await company.SubmitAsync(company.Team[0]);
        await company.AdoptAsync(id, company.Leader);
        var page = await (await company.AsAsync(company.Leader)).GetAsync($"/team-ideas/{id}");

        var corrected = await page.SubmitAsync("form.answering", ("Input.Kind", "NotNow"), ("Input.Words", "The belt is replaced in June"));

        corrected.Status.ShouldBe(HttpStatusCode.Redirect);
        var read = await (await company.AsAsync(company.Team[0])).GetAsync($"/team-ideas/{id}");
        read.Main.ShouldContain("The belt is replaced in June");
        read.Main.ShouldContain("Earlier answers");
        read.Main.ShouldContain("Adopted: The dock team");
        (await company.ToldAsync(company.Team[0])).ShouldBe(["loop.notice.answered", "loop.notice.corrected"]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_measures_count_a_facility_and_leave_out_one_with_fewer_than_five_people(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database));
        var id = await company.SubmitAsync(company.Team[0]);
        await company.SubmitAsync(company.Team[1], "Another");
        await company.AdoptAsync(id, company.Leader);
        var lead = await company.AsAsync(company.NetworkLead);

        var (_, body, _) = await lead.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/measures/{company.Programme.Value}");

        var facility = body.GetProperty("units").EnumerateArray().Single(u => u.GetProperty("unit").GetGuid() == company.Facility.Id.Value);
        var measures = facility.GetProperty("measures");
        (measures.GetProperty("ideas").GetInt32(), measures.GetProperty("teams").GetInt32()).ShouldBe((2, 1));
        (measures.GetProperty("inTimeShare").GetDecimal(), measures.GetProperty("teamsWaiting").GetInt32()).ShouldBe((1m, 1));
        (await lead.GetAsync($"/team-ideas/measures?programme={company.Programme.Value}")).Main.ShouldContain("Tilbury depot");
        (await lead.GetAsync($"/team-ideas/measures/csv?programme={company.Programme.Value}")).Text.ShouldContain("Tilbury depot,2,2,");
        var small = await Company.OpenAsync(company.World, team: 2);
        (
            await (await small.AsAsync(small.FacilityLead)).GetAsync($"/team-ideas/measures?programme={small.Programme.Value}")
        ).Main.ShouldContain("too few people, here");

        // One person in the office of the network, who can send no idea, hides nobody: all levels are shown.
        body.GetProperty("units").EnumerateArray().ShouldAllBe(u => u.GetProperty("measures").ValueKind == JsonValueKind.Object);
    }

    [Theory, OnServersOfItsOwn]
    public async Task No_page_asks_the_database_more_than_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var company = await Company.OpenAsync(await World.InAsync(app));
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await company.SubmitAsync(company.Team[i], $"Idea {i}"));
        }

        var leader = await company.AsAsync(company.Leader);
        foreach (
            var address in new[]
            {
                "/team-ideas",
                "/team-ideas/new",
                "/team-ideas/to-answer",
                "/team-ideas/sheet",
                $"/team-ideas/{ids[0]}",
                "/",
            }
        )
        {
            (await Queries.OfAsync(app, leader, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }

        (await company.ForwardAsync(ids[0], company.Leader)).Status.ShouldBe(HttpStatusCode.NoContent);
        var lead = await company.AsAsync(company.FacilityLead);
        var meeting = await MeetingTests.ArrangeAsync(company, lead, LoopTier.Facility, company.Facility.Id.Value);
        foreach (
            var address in new[]
            {
                "/team-ideas/to-answer",
                "/team-ideas/measures",
                $"/team-ideas/{ids[0]}",
                $"/team-ideas/meetings/{meeting}",
                $"/team-ideas/meetings/{meeting}/order",
                $"/team-ideas/meetings/{meeting}/sheet",
            }
        )
        {
            (await Queries.OfAsync(app, lead, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }
}
