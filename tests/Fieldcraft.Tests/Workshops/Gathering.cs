using System.Net;
using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Workshops;

/// <summary>A workshop with whoever leads it and its people, each signed in.</summary>
internal sealed record Gathering(
    World World,
    Guid Id,
    Person Organiser,
    Browser Lead,
    IReadOnlyList<Person> People,
    IReadOnlyList<Browser> Browsers
)
{
    public string Address => $"/workshops/{Id}";

    public string Api => $"/api/v1/workshops/{Id}";

    public static async Task<Gathering> OfAsync(
        World world,
        int people = 0,
        string door = "Open",
        DateOnly? on = null,
        int seats = 12,
        string? programme = null,
        Person? manager = null,
        Gathering? after = null
    )
    {
        var organiser = after?.Organiser ?? await world.PersonAsync("Organiser");
        var lead = after?.Lead ?? await world.SignedInAsync(organiser);
        var (status, made, _) = await lead.ApiAsync(
            HttpMethod.Post,
            "/api/v1/workshops",
            new
            {
                title = "From waiting to initiative",
                place = "Tilbury, room 2",
                on = on ?? world.Today.AddDays(7),
                start = "09:00:00",
                seats,
                door,
                timeZone = "UTC",
                programme,
                earlier = after?.Id,
            }
        );
        status.ShouldBe(HttpStatusCode.Created);
        var gathering = new Gathering(world, made.GetProperty("id").GetGuid(), organiser, lead, [], []);
        return await gathering.WithAsync(people, manager);
    }

    /// <summary>So many more people take a seat, or wait.</summary>
    public async Task<Gathering> WithAsync(int people, Person? manager = null)
    {
        var (persons, browsers) = (People.ToList(), Browsers.ToList());
        for (var i = 0; i < people; i++)
        {
            var person = await World.PersonAsync($"Participant{persons.Count + 1}", manager);
            persons.Add(person);
            browsers.Add(await World.SignedInAsync(person));
            (await browsers[^1].ApiAsync(HttpMethod.Post, $"{Api}/seat")).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        return this with
        {
            People = persons,
            Browsers = browsers,
        };
    }

    /// <summary>Everybody signs in anew: a session does not last for weeks.</summary>
    public async Task<Gathering> AgainAsync()
    {
        var browsers = new List<Browser>();
        foreach (var person in People)
        {
            browsers.Add(await World.SignedInAsync(person));
        }

        return this with
        {
            Lead = await World.SignedInAsync(Organiser),
            Browsers = browsers,
        };
    }

    public async Task<JsonElement> ReadAsync(Browser? by = null) => (await (by ?? Lead).ApiAsync(HttpMethod.Get, Api)).Body;

    /// <summary>Answers the eight sentences alike, and adds the mean to the group.</summary>
    public async Task<HttpStatusCode> AddAsync(Browser browser, string moment, int agreement)
    {
        await CheckAsync(browser, agreement);
        return (await browser.ApiAsync(HttpMethod.Post, "/api/v1/workshops/checks/contributions", new { workshop = Id, moment })).Status;
    }

    /// <summary>Agrees to what speaks of doing, and disagrees to what speaks of waiting: the mean is the agreement itself.</summary>
    public static async Task CheckAsync(Browser browser, int agreement)
    {
        var answers = Enumerable.Range(1, 8).Select(i => i is 1 or 4 or 6 ? 6 - agreement : agreement);
        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/workshops/checks", new { answers })).Status.ShouldBe(HttpStatusCode.Created);
    }

    public async Task<JsonElement> ResultsAsync() => (await Lead.ApiAsync(HttpMethod.Get, $"{Api}/results")).Body;
}

internal static class WorkshopSituations
{
    /// <summary>What the hourly look does, now.</summary>
    public static async Task LookAfterWorkshopsAsync(this TestApp app)
    {
        await using var scope = app.Application.Services.CreateAsyncScope();
        var job = scope.ServiceProvider.GetServices<IJob>().Single(j => j.Kind == "workshops.look_after");
        await job.RunAsync(
            new JobRow
            {
                Id = Guid.NewGuid(),
                Kind = job.Kind,
                Key = "test",
                DueAt = app.Clock.GetUtcNow(),
            },
            CancellationToken.None
        );
    }
}
