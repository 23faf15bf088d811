using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Programmes;

public sealed class ProgrammePagesTests
{
    [Theory, OnEveryDatabase]
    public async Task A_programme_begins_gets_its_modules_and_names_who_does_what(Database database)
    {
        var world = await World.OnAsync(database);
        await world.UnitAsync("Harbour facility", UnitKind.Facility);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        var form = await lead.GetAsync("/programmes/new");
        (await form.SubmitAsync("main form", ("Input.Name", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);

        var begun = await form.SubmitAsync(
            "main form",
            ("Input.Name", "Everyday service"),
            ("Input.Unit", $"{world.Organisation.Id.Value}")
        );

        var add = await lead.GetAsync(begun.RedirectsTo!);
        var added = await add.SubmitAsync(
            "main form",
            ("Input.Title", "The promise"),
            ("Input.WindowStart", $"{world.Today.AddDays(60):yyyy-MM-dd}")
        );
        var module = added.RedirectsTo!;
        var soon = await (await lead.GetAsync(begun.RedirectsTo!)).SubmitAsync(
            "main form",
            ("Input.Title", "Too soon"),
            ("Input.WindowStart", $"{world.Today.AddDays(80):yyyy-MM-dd}")
        );
        soon.Status.ShouldBe(HttpStatusCode.Conflict);
        soon.Main.ShouldContain("first day possible");
        var zora = await world.PersonAsync("Zora");
        var named = await lead.ApiAsync(HttpMethod.Post, $"/api/v1{module}/roles", new { role = "Facilitator", person = zora.Id.Value });
        named.Status.ShouldBe(HttpStatusCode.NoContent);
        (await lead.GetAsync(module)).Main.ShouldContain("Zora Test");
        var roles = await lead.GetAsync($"{module}/roles");
        (await roles.SubmitAsync("form[action$='handler=Release']")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await lead.GetAsync(module)).Main.ShouldNotContain("Zora Test");
        var programme = await lead.GetAsync(begun.RedirectsTo!.Replace("/modules/new", "", StringComparison.Ordinal));
        programme.Main.ShouldContain("1 site");
        programme.Main.ShouldContain("1. The promise");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_leads_no_programmes_cannot_begin_or_change_one(Database database)
    {
        var world = await World.OnAsync(database);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        var (_, body, _) = await lead.ApiAsync(
            HttpMethod.Post,
            "/api/v1/programmes",
            new { name = "Everyday service", unit = world.Organisation.Id.Value }
        );
        var id = body.GetProperty("id").GetGuid();
        foreach (var role in new[] { Role.LearningDesigner, Role.Sponsor, Role.SiteScheduler, Role.PreviewFacilitator, Role.SeniorLeader })
        {
            var other = await world.SignedInAsync(await world.HolderOfAsync(role));
            (await other.GetAsync($"/programmes/{id}")).Status.ShouldBe(HttpStatusCode.OK, $"{role}");
            (await other.GetAsync("/programmes/new")).Status.ShouldBe(HttpStatusCode.NotFound, $"{role}");
            (await other.GetAsync($"/programmes/{id}/describe")).Status.ShouldBe(HttpStatusCode.NotFound, $"{role}");
            (await other.GetAsync($"/programmes/{id}/modules/new")).Status.ShouldBe(HttpStatusCode.NotFound, $"{role}");
            (await other.ApiAsync(HttpMethod.Post, $"/api/v1/programmes/{id}/end", null, ("If-Match", "\"1\""))).Status.ShouldBe(
                HttpStatusCode.NotFound,
                $"{role}"
            );
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_programme_that_changed_meanwhile_is_not_overwritten(Database database)
    {
        var world = await World.OnAsync(database);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        var (_, body, _) = await lead.ApiAsync(
            HttpMethod.Post,
            "/api/v1/programmes",
            new { name = "A", unit = world.Organisation.Id.Value }
        );
        var address = $"/programmes/{body.GetProperty("id").GetGuid()}/describe";
        var (one, other) = (await lead.GetAsync(address), await lead.GetAsync(address));

        (await one.SubmitAsync("main form.fields", ("Input.Name", "Mine"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var late = await other.SubmitAsync("main form.fields", ("Input.Name", "Theirs"));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Document.QuerySelector("input[name='Input.Name']")!.GetAttribute("value").ShouldBe("Theirs");
        (await late.SubmitAsync("main form.fields")).Status.ShouldBe(HttpStatusCode.Redirect);
    }
}
