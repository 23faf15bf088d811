using System.Net;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Shared;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Loop;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Loop;

/// <summary>The way up and back through the tiers, over the API and the hourly job.</summary>
public sealed class LoopWayTests
{
    [Theory, OnEveryDatabase]
    public async Task An_idea_goes_up_to_the_sponsor_and_its_answer_comes_back(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database));
        var id = await company.SubmitAsync(company.Team[0]);

        foreach (var person in new[] { company.Leader, company.FacilityLead, company.NetworkLead })
        {
            (await company.ForwardAsync(id, person)).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        (await company.ForwardAsync(id, company.StateLead)).ShouldBe((HttpStatusCode.Conflict, "idea-at-the-top"));
        (await (await company.AsAsync(company.Sponsor)).GetAsync("/team-ideas/to-answer")).Main.ShouldContain(Company.Text);
        (await company.AdoptAsync(id, company.Sponsor)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await company.AdoptAsync(id, company.StateLead)).ShouldBe((HttpStatusCode.Conflict, "idea-answered"));

        (await company.ToldAsync(company.Leader)).ShouldContain("loop.notice.answered");
        (await company.ToldAsync(company.Team[0])).ShouldContain("loop.notice.answered");
        (await company.ToldAsync(company.NetworkLead)).ShouldBe(["loop.notice.forwarded"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_team_sends_one_up_a_round_and_a_facility_three(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database));
        var ids = new List<Guid>();
        for (var i = 0; i < 2; i++)
        {
            ids.Add(await company.SubmitAsync(company.Team[i], $"Idea {i}"));
        }

        (await company.ForwardAsync(ids[0], company.Leader)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await company.ForwardAsync(ids[1], company.Leader)).ShouldBe((HttpStatusCode.Conflict, "idea-forwarded-enough"));
        (await (await company.AsAsync(company.Leader)).GetAsync($"/team-ideas/{ids[1]}")).Main.ShouldContain("This one is yours to answer");

        // Once the team has no leader, its ideas wait at the facility at once.
        var lead = await company.AsAsync(company.FacilityLead);
        await company.World.InDatabaseAsync(async db =>
        {
            var leader = await db.People.SingleAsync(p => p.Id == company.Leader.Id);
            leader.Leave(company.World.Now);
            return await db.SaveChangesAsync();
        });
        for (var i = 2; i < 5; i++)
        {
            ids.Add(await company.SubmitAsync(company.Team[i], $"Idea {i}"));
        }

        (await company.IdeaAsync(ids[2])).Tier.ShouldBe(LoopTier.Facility);
        var forwarded = new List<HttpStatusCode>();
        foreach (var id in new[] { ids[0], ids[2], ids[3], ids[4] })
        {
            forwarded.Add((await lead.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/{id}/forward")).Status);
        }

        forwarded.ShouldBe([HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.Conflict]);
    }

    [Theory, OnEveryDatabase]
    public async Task Merged_ideas_share_the_answer_and_every_team_is_told(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database));
        var first = await company.SubmitAsync(company.Team[0]);
        var second = await company.SubmitAsync(company.Team[1], "The same, other words");
        var merge = new { kind = "Merged", into = first };

        (await company.AnswerAsync(second, company.Leader, new { kind = "Merged" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await company.AnswerAsync(second, company.Leader, new { kind = "Merged", into = Guid.NewGuid() })).Code.ShouldBe(
            "idea-merges-elsewhere"
        );
        (await company.AnswerAsync(second, company.Leader, merge)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await company.AnswerAsync(first, company.Leader, new { kind = "Merged", into = second })).Code.ShouldBe("idea-merges-into-itself");
        var other = await company.AsAsync(company.Team[1]);
        (await other.GetAsync($"/team-ideas/{second}")).Main.ShouldContain("With the team’s leader, answer by");
        await company.AdoptAsync(first, company.Leader);

        (await other.GetAsync($"/team-ideas/{second}")).Main.ShouldContain("Adopted: The dock team");
        (await company.ToldAsync(company.Team[1])).ShouldBe(["loop.notice.answered", "loop.notice.answered"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Bad_input_is_refused_field_by_field(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database));
        var browser = await company.AsAsync(company.Leader);
        var id = await company.SubmitAsync(company.Team[0]);

        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/ideas", new { module = company.Module.Value })).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (
            await browser.ApiAsync(HttpMethod.Post, "/api/v1/ideas", new { text = new string('x', 501), module = company.Module.Value })
        ).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/ideas", new { text = "x", module = Guid.NewGuid() })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await company.AnswerAsync(id, company.Leader, new { kind = "Adopted" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await company.AnswerAsync(id, company.Leader, new { kind = "NotNow" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        var correction = new { kind = "NotNow", words = "Later" };
        (await browser.ApiAsync(HttpMethod.Put, $"/api/v1/ideas/{id}/answer", correction)).Status.ShouldBe((HttpStatusCode)428);
        await company.AdoptAsync(id, company.Leader);
        (await browser.ApiAsync(HttpMethod.Put, $"/api/v1/ideas/{id}/answer", correction, ("If-Match", "\"1\""))).Status.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_date_that_passes_goes_up_tier_by_tier_and_stays_with_the_sponsor_until_it_is_answered(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var company = await Company.OpenAsync(await World.InAsync(app));
        var id = await company.SubmitAsync(company.Team[0]);
        var tiers = new List<LoopTier>();
        for (var weeks = 0; weeks < 6; weeks++)
        {
            app.Clock.Advance(TimeSpan.FromDays(15));
            await app.Get<JobRunner>().RunDueAsync(TestContext.Current.CancellationToken);
            tiers.Add((await company.IdeaAsync(id)).Tier);
        }

        tiers.ShouldBe([LoopTier.Facility, LoopTier.Network, LoopTier.State, LoopTier.State, LoopTier.State, LoopTier.State]);
        (await company.IdeaAsync(id)).LateAtTheTopSince.ShouldNotBeNull();
        (await company.ToldAsync(company.FacilityLead)).ShouldBe(["loop.notice.passed_up", "loop.notice.late"]);
        (await company.ToldAsync(company.Sponsor)).ShouldBe(["loop.notice.passed_up", "loop.notice.late"]);
        (await (await company.AsAsync(company.Sponsor)).GetAsync("/")).Main.ShouldContain("Ideas of teams wait for your answer");
        (await (await company.AsAsync(company.NetworkLead)).GetAsync("/team-ideas/to-answer")).Main.ShouldContain("Late beside you");

        (await company.AdoptAsync(id, company.Sponsor)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await (await company.AsAsync(company.Sponsor)).GetAsync("/")).Main.ShouldNotContain("Ideas of teams wait for your answer");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Where_the_leader_or_the_lead_goes_the_next_tier_answers_within_the_hour(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var company = await Company.OpenAsync(await World.InAsync(app));
        var id = await company.SubmitAsync(company.Team[0]);
        await company.World.InDatabaseAsync(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == company.Leader.Id)).Leave(company.World.Now);
            (await db.Units.SingleAsync(u => u.Id == company.Facility.Id)).EntrustTo(null, company.World.Now);
            return await db.SaveChangesAsync();
        });

        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.Get<JobRunner>().RunDueAsync(TestContext.Current.CancellationToken);

        var idea = await company.IdeaAsync(id);
        (idea.Tier, idea.OwnerUnitId, idea.LateSince).ShouldBe((LoopTier.Network, company.Network.Id, null));
        (await company.ToldAsync(company.NetworkLead)).ShouldBe(["loop.notice.passed_up"]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_board_of_a_site_shows_the_last_answer_first(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database));
        var first = await company.SubmitAsync(company.Team[0]);
        await company.SubmitAsync(company.Team[1], "Another");
        await company.AdoptAsync(first, company.Leader);

        var board = await company.World.InDatabaseAsync(db =>
            new LoopReading(db, DocumentedRules.All, company.World.App.Clock).ForBoardAsync(
                company.Facility.Id,
                5,
                TestContext.Current.CancellationToken
            )
        );

        board.Select(b => b.Answer?.Kind).ShouldBe([IdeaAnswerKind.Adopted, null]);
        board.ShouldAllBe(b => b.Author == null && !b.IsMine);
    }
}
