using System.Net;
using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Strategy;

/// <summary>From the diagnosis to what the organisation says, and back.</summary>
public sealed class StatingConditionsTests
{
    private const string Crux = "Nobody may change a routine";

    [Theory, OnEveryDatabase]
    public async Task A_condition_stated_from_the_diagnosis_leads_back_to_it_for_those_who_read_the_strategy(Database database)
    {
        var world = await World.OnAsync(database);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        var leader = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var employee = await world.SignedInAsync(await world.PersonAsync("Emil"));
        var diagnosis = await DiagnosisAsync(lead);
        var conditions = $"/units/{world.Organisation.Id.Value}/conditions";

        var way = (await lead.GetAsync(diagnosis)).Document.QuerySelector("#say a[href*='/s1?']")!.GetAttribute("href")!;
        var form = await lead.GetAsync(way);
        form.Main.ShouldContain(Crux);
        (await form.SubmitAsync("form.part", ("Input.Text", "Small decisions belong on the floor."))).RedirectsTo.ShouldBe(diagnosis);

        var piece = await leader.GetAsync(diagnosis);
        piece.Document.QuerySelector("#caused")!.TextContent.ShouldContain("Small decisions belong on the floor.");
        (await leader.GetAsync(conditions)).Document.QuerySelector($"#s1 .behind a[href='{diagnosis}']")!.TextContent.ShouldBe(Crux);
        var page = await employee.GetAsync(conditions);
        page.Main.ShouldContain("Small decisions belong on the floor.");
        page.Document.QuerySelector(".behind").ShouldBeNull();
        page.Main.ShouldNotContain(Crux);

        // Said in the ordinary way, nothing leads anywhere; taken back from the diagnosis, nothing new is noted.
        await (await lead.GetAsync($"{conditions}/s2")).SubmitAsync("form.part", ("Input.Text", "One route system from May."));
        (await leader.GetAsync(conditions)).Document.QuerySelector("#s2 .behind").ShouldBeNull();
        await (await lead.GetAsync(way.Replace("/s1?", "/s2?", StringComparison.Ordinal))).SubmitAsync("form.part", ("Input.Text", " "));
        (await EffectsAsync(world)).Count.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_is_offered_it_who_may_not_write_both(Database database)
    {
        var world = await World.OnAsync(database);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        var diagnosis = await DiagnosisAsync(lead);
        var site = await world.PersonAsync("Sita");
        var unit = await world.UnitAsync("Hub", UnitKind.Facility, ledBy: site);
        var reader = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        (await reader.GetAsync(diagnosis)).Document.QuerySelector("#say").ShouldBeNull();
        var from = $"?from={diagnosis.Split('/')[^1]}";
        var siteLead = await world.SignedInAsync(site);

        (await siteLead.GetAsync($"/units/{unit.Id.Value}/conditions/s1")).Status.ShouldBe(HttpStatusCode.OK);
        (await siteLead.GetAsync($"/units/{unit.Id.Value}/conditions/s1{from}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync($"/units/{world.Organisation.Id.Value}/conditions/s1{from}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lead.GetAsync($"/units/{unit.Id.Value}/conditions/s1{from}")).Status.ShouldBe(
            HttpStatusCode.NotFound,
            "The diagnosis is of another unit."
        );
        (await StateAsync(reader, diagnosis, "s1", "Mine", 0)).ShouldBe(HttpStatusCode.NotFound);
        var policy = await lead.ApiAsync(
            HttpMethod.Post,
            "/api/v1/strategy",
            new { kind = nameof(StrategyKind.Policy), boxes = new { policy = "Teams decide", willNot = "ask" } }
        );
        (await StateAsync(lead, $"/strategy/{policy.Body.GetProperty("id").GetGuid()}", "s1", "Mine", 0)).ShouldBe(HttpStatusCode.NotFound);
        (await EffectsAsync(world)).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_states_it_over_the_version_it_saw_and_it_is_noted_once(Database database)
    {
        var world = await World.OnAsync(database);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        var diagnosis = await DiagnosisAsync(lead);

        (await StateAsync(lead, diagnosis, "s3", "First", 0)).ShouldBe(HttpStatusCode.OK);
        (await StateAsync(lead, diagnosis, "s3", "Over it", 0)).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await StateAsync(lead, diagnosis, "s3", "Second", 1)).ShouldBe(HttpStatusCode.OK);
        (await StateAsync(lead, diagnosis, "s9", "No such question", 0)).ShouldBe(HttpStatusCode.NotFound);
        (await StateAsync(lead, diagnosis, "s4", " ", 0)).ShouldBe(HttpStatusCode.BadRequest);

        var effect = (await EffectsAsync(world)).ShouldHaveSingleItem();
        var condition = await world.InDatabaseAsync(db =>
            db.Conditions.AsNoTracking().SingleAsync(c => c.Id == ConditionId.From(effect.TargetId))
        );
        condition.Text.ShouldBe("Second");
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_page_asks_once_for_all_conditions(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        var diagnosis = await DiagnosisAsync(lead);
        var address = $"/units/{world.Organisation.Id.Value}/conditions";
        await StateAsync(lead, diagnosis, "s1", "Text", 0);
        var one = (await Queries.OfAsync(app, lead, address)).Count;
        foreach (var topic in ConditionTopics.System.Skip(1))
        {
            await StateAsync(lead, diagnosis, topic, "Text", 0);
        }

        (await Queries.OfAsync(app, lead, address)).Count.ShouldBe(one);
        one.ShouldBeLessThanOrEqualTo(6);
        (await lead.GetAsync(address)).Document.QuerySelectorAll(".behind").Length.ShouldBe(ConditionTopics.System.Count);
    }

    private static async Task<string> DiagnosisAsync(Browser lead)
    {
        var made = await lead.ApiAsync(
            HttpMethod.Post,
            "/api/v1/strategy",
            new { kind = nameof(StrategyKind.Diagnosis), boxes = new { crux = Crux } }
        );
        return $"/strategy/{made.Body.GetProperty("id").GetGuid()}";
    }

    private static async Task<HttpStatusCode> StateAsync(Browser browser, string diagnosis, string topic, string text, int version) =>
        (
            await browser.ApiAsync(HttpMethod.Put, $"/api/v1{diagnosis}/conditions/{topic}", new { text }, ("If-Match", $"\"{version}\""))
        ).Status;

    private static Task<List<StrategyEffect>> EffectsAsync(World world)
    {
        var unit = world.Organisation.Id;
        return world.InDatabaseAsync(db =>
            db.StrategyEffects.AsNoTracking().Where(f => db.StrategyEntries.Any(e => e.Id == f.EntryId && e.UnitId == unit)).ToListAsync()
        );
    }
}
