using System.Net;
using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Conversations;

/// <summary>A live session over HTTP: somebody who leads, and people who joined by the code.</summary>
internal sealed class Room
{
    public const string Script = "goals-and-tries";

    private Room(World world, Browser lead, Guid id, string code)
    {
        (World, Lead, Id, Code) = (world, lead, id, code);
    }

    public World World { get; }

    public Browser Lead { get; }

    public Guid Id { get; }

    public string Code { get; }

    public string Address => $"/conversations/sessions/{Id}";

    public string Api => $"/api/v1/live-sessions/{Id}";

    public static async Task<Room> OpenAsync(World world, Person? organiser = null) =>
        await OpenAsync(
            world,
            organiser ?? await world.LeaderAsync("Dana"),
            "/api/v1/live-sessions",
            new { name = "Harbour leads", script = Script }
        );

    /// <summary>A working session on the strategy of the world's organisation.</summary>
    public static Task<Room> OpenOnStrategyAsync(World world, Person organiser) =>
        OpenAsync(world, organiser, "/api/v1/strategy/sessions", new { name = "Two hours" });

    private static async Task<Room> OpenAsync(World world, Person organiser, string address, object facts)
    {
        var lead = await world.SignedInAsync(organiser);
        var (status, made, _) = await lead.ApiAsync(HttpMethod.Post, address, facts);
        status.ShouldBe(HttpStatusCode.Created);
        var id = made.GetProperty("id").GetGuid();
        var (_, session, _) = await lead.ApiAsync(HttpMethod.Get, $"/api/v1/live-sessions/{id}");
        return new Room(world, lead, id, session.GetProperty("code").GetString()!);
    }

    public async Task<Browser> JoinedAsync(Person person)
    {
        var browser = await World.SignedInAsync(person);
        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/live-sessions/joining", new { code = Code })).Status.ShouldBe(HttpStatusCode.OK);
        return browser;
    }

    /// <summary>The session as this browser's person sees it.</summary>
    public async Task<JsonElement> SeenByAsync(Browser browser)
    {
        var (status, session, _) = await browser.ApiAsync(HttpMethod.Get, Api);
        status.ShouldBe(HttpStatusCode.OK);
        return session;
    }

    /// <summary>One step of leading, over whatever version there is.</summary>
    public async Task LeadAsync(string step, Browser? by = null) =>
        (await (by ?? Lead).ApiAsync(HttpMethod.Post, $"{Api}/{step}", null, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.OK, step);

    /// <summary>Begins, and moves on to this stage.</summary>
    public async Task GoToAsync(int stage)
    {
        await LeadAsync("beginning");
        for (var i = 0; i < stage; i++)
        {
            await LeadAsync("next-stage");
        }
    }

    public async Task WriteAsync(Browser browser, int stage, string text, bool shows = false, int version = 0) =>
        (
            await browser.ApiAsync(HttpMethod.Put, $"{Api}/answers/{stage}", new { text, shows }, ("If-Match", $"\"{version}\""))
        ).Status.ShouldBe(HttpStatusCode.OK, text);
}
