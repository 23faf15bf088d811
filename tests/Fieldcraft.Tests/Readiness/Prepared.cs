using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Planners;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Readiness;

/// <summary>A published module in a company with one facility, somebody who plans, a coach, and leaders with a report each, all signed in.</summary>
internal sealed record Prepared(
    World World,
    ModuleId Module,
    Unit Facility,
    Person Coach,
    Browser Planner,
    Browser AsCoach,
    IReadOnlyList<Person> Leaders,
    IReadOnlyList<Browser> Browsers
)
{
    public string Mine => $"/modules/{Module.Value}/readiness";

    public string Api => $"/api/v1/modules/{Module.Value}/readiness";

    public static async Task<Prepared> InAsync(World world, int leaders = 2, bool signedIn = true)
    {
        var facility = await world.UnitAsync("Harbour facility 1", UnitKind.Facility);
        var taught = await TaughtModule.InAsync(world);
        var coach = await world.HolderOfAsync(Role.PreviewFacilitator, "Cora");
        var people = new List<Person>();
        var browsers = new List<Browser>();
        for (var i = 0; i < leaders; i++)
        {
            people.Add(await LeaderAsync(world, $"Leader{i + 1}", facility));
            if (signedIn)
            {
                browsers.Add(await world.SignedInAsync(people[i]));
            }
        }

        return new Prepared(
            world,
            taught.Id,
            facility,
            coach,
            await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead, "Pia")),
            await world.SignedInAsync(coach),
            people,
            browsers
        );
    }

    public static async Task<Person> LeaderAsync(World world, string name, Unit unit)
    {
        var leader = await world.PersonAsync(name, unit: unit);
        await world.PersonAsync($"Report of {name}", leader, unit);
        return leader;
    }

    public object Body(string kind, int seats, DateOnly on, string at = "10:00:00", Guid? facilitator = null) =>
        new
        {
            module = Module.Value,
            kind,
            siteId = Facility.Id.Value,
            on,
            at,
            timeZone = "UTC",
            language = "en",
            facilitatorId = facilitator ?? Coach.Id.Value,
            seats,
        };

    /// <summary>Plans a preview or a group, today unless said otherwise.</summary>
    public async Task<Guid> PlanAsync(string kind = "coaching", int seats = 8, int inDays = 0, string at = "10:00:00")
    {
        var (status, made, _) = await Planner.ApiAsync(
            HttpMethod.Post,
            "/api/v1/previews",
            Body(kind, seats, World.Today.AddDays(inDays), at)
        );
        status.ShouldBe(HttpStatusCode.Created);
        return made.GetProperty("id").GetGuid();
    }

    public async Task InviteAsync(Guid preparation, Person leader) =>
        (
            await Planner.ApiAsync(HttpMethod.Post, $"/api/v1/previews/{preparation}/invitations", new { person = leader.Id.Value })
        ).Status.ShouldBe(HttpStatusCode.NoContent);

    public async Task<string> ComeAsync(Guid preparation, int leader)
    {
        var (status, seat, _) = await Browsers[leader].ApiAsync(HttpMethod.Post, $"/api/v1/previews/{preparation}/seat");
        status.ShouldBe(HttpStatusCode.OK);
        return seat.GetProperty("state").GetString()!;
    }

    public async Task HoldAsync(Guid preparation, params Person[] present) =>
        (
            await AsCoach.ApiAsync(
                HttpMethod.Put,
                $"/api/v1/previews/{preparation}/attendance",
                new { present = present.Select(p => p.Id.Value) }
            )
        ).Status.ShouldBe(HttpStatusCode.NoContent);

    /// <summary>The first leader has seen the module.</summary>
    public async Task PreviewedAsync()
    {
        var preview = await PlanAsync("preview", at: "08:00:00");
        await ComeAsync(preview, 0);
        await HoldAsync(preview, Leaders[0]);
    }

    /// <summary>The first leader has seen it and practised it.</summary>
    public async Task<Guid> PractisedAsync()
    {
        await PreviewedAsync();
        var group = await PlanAsync();
        await ComeAsync(group, 0);
        await HoldAsync(group, Leaders[0]);
        return group;
    }
}
