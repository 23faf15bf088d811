using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.TeachingSessions;

/// <summary>
/// A facility with one room, a leader, some people who all work from eight to four every day, a scheduler and the lead of the programme; a published module whose
/// window opened a week ago and has three weeks to go.
/// </summary>
internal sealed record Depot(
    World World,
    Unit Site,
    ModuleId Module,
    Person Leader,
    IReadOnlyList<Person> People,
    SiteRoomId Room,
    Person Scheduler,
    Person ProgrammeLead,
    Browser Desk
)
{
    public DateTime Tomorrow => World.Today.AddDays(1).ToDateTime(TimeOnly.MinValue);

    public string Address => $"/modules/{Module.Value}/sites/{Site.Id.Value}";

    public static async Task<Depot> OpenAsync(World world, int people = 8, int windowStart = -7, decimal share = 0.5m, int seats = 6)
    {
        var site = await world.UnitAsync("Tilbury depot", UnitKind.Facility);
        var leader = await world.PersonAsync("Amira", unit: site, facts: f => f with { ShiftPattern = "day" });
        var persons = new List<Person>();
        for (var i = 0; i < people; i++)
        {
            persons.Add(await world.PersonAsync($"Person{i + 1:00}", leader, site, f => f with { ShiftPattern = "day" }));
        }

        var scheduler = await world.HolderOfAsync(Role.SiteScheduler, "Sol", site);
        var lead = await world.HolderOfAsync(Role.ProgrammeLead, "Pia");
        var now = world.Now;
        var room = Id.New<SiteRoomId>(now);
        var ground = SiteGround.Lay(site.Id, scheduler.Id, now);
        ground.WritePattern(
            new ShiftPattern("day", 1, world.Today, 1, [new PatternShift(1, new TimeOnly(8, 0), new TimeOnly(16, 0))]),
            scheduler.Id,
            now
        );
        ground.WriteRoom(room, "Canteen", seats, scheduler.Id, now);
        ground.SetCover(new CoverRules(share, 1, 2, 4), scheduler.Id, now);
        await world.SaveAsync(ground);
        var module = await ModuleAsync(world, lead, windowStart);
        return new Depot(world, site, module, leader, persons, room, scheduler, lead, await world.SignedInAsync(scheduler));
    }

    /// <summary>Adds a session by the API; hours count from tomorrow's midnight.</summary>
    public async Task<Guid> AddAsync(double hour, params IEnumerable<Person> people)
    {
        var (status, body, _) = await PostAsync(hour, people);
        status.ShouldBe(HttpStatusCode.Created);
        return body.GetProperty("id").GetGuid();
    }

    public Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body, HttpResponseMessage Response)> PostAsync(
        double hour,
        IEnumerable<Person> people,
        Browser? as_ = null
    ) =>
        (as_ ?? Desk).ApiAsync(
            HttpMethod.Post,
            "/api/v1/sessions",
            new
            {
                module = Module.Value,
                site = Site.Id.Value,
                room = Room.Value,
                leader = Leader.Id.Value,
                start = Tomorrow.AddHours(hour),
                people = people.Select(p => p.Id.Value),
            }
        );

    public Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body, HttpResponseMessage Response)> PublishAsync(
        Browser? as_ = null
    ) => (as_ ?? Desk).ApiAsync(HttpMethod.Post, "/api/v1/sessions/publication", new { module = Module.Value, site = Site.Id.Value });

    public Task<TeachingSession> SessionAsync(Guid id) =>
        World.InDatabaseAsync(db => db.TeachingSessions.Include(s => s.Seats).SingleAsync(s => s.Id == TeachingSessionId.From(id)));

    public async Task AccountAsync(Person person)
    {
        var account = SignInAccount.For(person.Id, $"{person.Id.Value:n}@test.example", World.Now);
        await World.SaveAsync(account);
    }

    /// <summary>Asks for a timetable, lets the job run, and gives the proposal.</summary>
    public async Task<System.Text.Json.JsonElement> ProposeAsync(Browser browser, object body)
    {
        var asked = await browser.ApiAsync(HttpMethod.Post, $"/api/v1/rollouts/{Module.Value}/proposals", body);
        asked.Status.ShouldBe(HttpStatusCode.Accepted);
        await World.App.Get<JobRunner>().RunDueAsync(TestContext.Current.CancellationToken);
        return (await browser.ApiAsync(HttpMethod.Get, $"/api/v1/rollouts/proposals/{asked.Body.GetProperty("id").GetGuid()}")).Body;
    }

    private static async Task<ModuleId> ModuleAsync(World world, Person lead, int windowStart)
    {
        var now = world.Now;
        var programme = Programme.Begin(
            Id.New<ProgrammeId>(now),
            lead.Id,
            new ProgrammeFacts("Everyday service", "Better mornings", world.Organisation.Id, null),
            now
        );
        await world.SaveAsync(programme);
        var module = Domain
            .Programmes.Module.Add(
                Id.New<ModuleId>(now),
                programme.Id,
                null,
                new ModuleFacts("The first minute", null, null, null, null, world.Today.AddDays(windowStart)),
                lead.Id,
                now
            )
            .Value!;
        await world.SaveAsync(module);
        var edition = ModuleEdition.Start(Id.New<ModuleEditionId>(now), module.Id, 1, Skeleton.In("en", (_, part) => part), lead.Id, now);
        await world.SaveAsync(edition);
        await world.InDatabaseAsync(async db =>
        {
            var row = await db.Modules.SingleAsync(m => m.Id == module.Id);
            row.Use(edition.Id, lead.Id, now);
            return await db.SaveChangesAsync();
        });
        return module.Id;
    }
}
