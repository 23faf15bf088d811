using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Stories;

/// <summary>A senior leader, the one who interviews them, and the story between them.</summary>
internal sealed class Interview
{
    private Interview(World world, Person teller, Person interviewer, Browser told, Browser wrote, Guid id, string canary)
    {
        (World, Teller, Interviewer, Told, Wrote, Id, Canary) = (world, teller, interviewer, told, wrote, id, canary);
    }

    public World World { get; }

    public Person Teller { get; }

    public Person Interviewer { get; }

    /// <summary>The teller's browser.</summary>
    public Browser Told { get; }

    /// <summary>The interviewer's.</summary>
    public Browser Wrote { get; }

    public Guid Id { get; }

    public StoryId Story => StoryId.From(Id);

    /// <summary>A word that stands in every text of the story and nowhere else.</summary>
    public string Canary { get; }

    public static async Task<Interview> WrittenDownAsync(World world, string archetype = "turnaround", params string[] dimensions)
    {
        var teller = await world.ActivatedAsync(await world.PersonAsync("Henrik"));
        var interviewer = await world.ActivatedAsync(await world.PersonAsync("Dalia"));
        var (told, wrote) = (await world.SignedInAsync(teller), await world.SignedInAsync(interviewer));
        var canary = $"canary{Guid.NewGuid():n}";
        var (status, body, _) = await wrote.ApiAsync(
            HttpMethod.Post,
            "/api/v1/stories/mine",
            new { teller = teller.Id.Value, story = Text(canary, archetype, dimensions) }
        );
        status.ShouldBe(HttpStatusCode.Created);
        return new Interview(world, teller, interviewer, told, wrote, body.GetProperty("id").GetGuid(), canary);
    }

    /// <summary>The same text in every part, as the API takes it.</summary>
    public static object Text(string canary, string? archetype, IReadOnlyCollection<string> dimensions) =>
        new
        {
            title = $"The winter of {canary}",
            whatHappened = $"What happened {canary}",
            whoTookTheRisk = $"Risk {canary}",
            wereYouReady = $"Ready {canary}",
            whatHelped = $"Helped {canary}",
            forSomebodyNow = $"Now {canary}",
            archetype,
            dimensions,
        };

    public async Task<HttpStatusCode> AllowAsync(StoryConsent use, Browser? by = null)
    {
        var version = (await Told.ApiAsync(HttpMethod.Get, $"/api/v1/stories/mine/{Id}")).Body.GetProperty("version").GetInt32();
        var (status, _, _) = await (by ?? Told).ApiAsync(
            HttpMethod.Post,
            $"/api/v1/stories/mine/{Id}/use",
            new { use = use.ToString() },
            ("If-Match", $"\"{version}\"")
        );
        return status;
    }

    public async Task<HttpStatusCode> WithdrawAsync(Browser? by = null) =>
        (await (by ?? Told).ApiAsync(HttpMethod.Post, $"/api/v1/stories/mine/{Id}/withdrawal")).Status;
}
