using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.TeachingSessions;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.OnTheFloor;

/// <summary>A published session of a depot that began a few minutes ago, its leader signed in, its door open.</summary>
internal sealed record Floor(World World, Depot Depot, Guid Session, Browser Leader, string Door)
{
    public string Address => $"/sessions/{Session}";

    public string Api => $"/api/v1/sessions/{Session}";

    public static async Task<Floor> OpenAsync(World world, int people = 8, int seats = 4)
    {
        var depot = await Depot.OpenAsync(world, people);
        var session = await HoldAsync(depot, depot.People.Take(seats), world.Now.AddMinutes(-5).DateTime);
        var leader = await world.SignedInAsync(depot.Leader);
        var (status, body, _) = await leader.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/{session}/door");
        status.ShouldBe(HttpStatusCode.OK);
        return new Floor(world, depot, session, leader, body.GetProperty("code").GetString()!);
    }

    public static async Task<Guid> HoldAsync(Depot depot, IEnumerable<Person> seats, DateTime start, SessionPart part = SessionPart.Whole)
    {
        var id = Id.New<TeachingSessionId>(depot.World.Now);
        var place = new SessionPlace(depot.Site.Id, depot.Room, depot.Leader.Id, start, "UTC", 60);
        var session = TeachingSession.Plan(id, depot.Module, place, part, seats.Select(p => p.Id), depot.Scheduler.Id, depot.World.Now);
        session.Publish(depot.Scheduler.Id, depot.World.Now);
        await depot.World.SaveAsync(session);
        return id.Value;
    }

    /// <summary>Gives somebody a slip, by which they choose a PIN.</summary>
    public async Task PinAsync(Person person, string pin)
    {
        var (status, body, _) = await Leader.ApiAsync(HttpMethod.Post, "/api/v1/people/slips", new { people = new[] { person.Id.Value } });
        status.ShouldBe(HttpStatusCode.OK);
        var slip = body.GetProperty("slips")[0];
        var set = await World
            .App.NewBrowser()
            .ApiAsync(
                HttpMethod.Post,
                "/api/v1/sign-in/pins",
                new
                {
                    number = slip.GetProperty("number").GetString(),
                    code = slip.GetProperty("code").GetString(),
                    pin,
                }
            );
        set.Status.ShouldBe(HttpStatusCode.NoContent);
    }

    public Task<TeachingSession> NowAsync() => Depot.SessionAsync(Session);

    public Task<List<AttendanceNote>> NotesAsync()
    {
        var id = TeachingSessionId.From(Session);
        return World.InDatabaseAsync(db => db.AttendanceNotes.Where(n => n.SessionId == id).OrderBy(n => n.NotedAt).ToListAsync());
    }
}
