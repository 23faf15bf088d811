using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Circles;

/// <summary>A circle with its people, each signed in; the first looks after it. Two of them work in another unit.</summary>
internal sealed record Company(World World, Guid Circle, IReadOnlyList<Person> People, IReadOnlyList<Browser> Browsers)
{
    public string Address => $"/circles/{Circle}";

    public string Api => $"/api/v1/circles/{Circle}";

    public static async Task<Company> GatherAsync(World world, int people = 4, string door = "ByInvitation", int seats = 6)
    {
        var other = await world.UnitAsync("Other facility", UnitKind.Facility);
        var persons = new List<Person>();
        var browsers = new List<Browser>();
        for (var i = 0; i < people; i++)
        {
            persons.Add(await world.PersonAsync($"Member{i + 1}", unit: i >= 2 ? other : null));
            browsers.Add(await world.SignedInAsync(persons[i]));
        }

        var (status, made, _) = await browsers[0]
            .ApiAsync(
                HttpMethod.Post,
                "/api/v1/circles",
                new
                {
                    name = "New lines, old habits",
                    purpose = "Issues around the new lines",
                    seats,
                    door,
                }
            );
        status.ShouldBe(HttpStatusCode.Created);
        var company = new Company(world, made.GetProperty("id").GetGuid(), persons, browsers);
        for (var i = 1; i < people; i++)
        {
            await company.InviteAsync(persons[i]);
            (await browsers[i].ApiAsync(HttpMethod.Post, $"{company.Api}/seat")).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        return company;
    }

    public async Task InviteAsync(Person person) =>
        (await Browsers[0].ApiAsync(HttpMethod.Post, $"{Api}/invitations", new { person = person.Id.Value })).Status.ShouldBe(
            HttpStatusCode.NoContent
        );

    /// <summary>Agrees to meet today, every four weeks.</summary>
    public Task<HttpStatusCode> BeginAsync() => BeginAsync(World.Today);

    public async Task<HttpStatusCode> BeginAsync(DateOnly on) =>
        (
            await Browsers[0]
                .ApiAsync(
                    HttpMethod.Put,
                    $"{Api}/rhythm",
                    new
                    {
                        everyWeeks = 4,
                        minutes = 90,
                        on,
                        at = "10:00:00",
                        timeZone = "UTC",
                    }
                )
        ).Status;

    /// <summary>The id of the meeting that comes next.</summary>
    public async Task<Guid> NextMeetingAsync()
    {
        var (_, circle, _) = await Browsers[0].ApiAsync(HttpMethod.Get, Api);
        return circle
            .GetProperty("meetings")
            .EnumerateArray()
            .First(m => !m.GetProperty("isHeld").GetBoolean())
            .GetProperty("id")
            .GetGuid();
    }

    public async Task<Guid> CommitAsync(int member, string text, bool revealed = false)
    {
        var meeting = await NextMeetingAsync();
        var (status, made, _) = await Browsers[member]
            .ApiAsync(HttpMethod.Post, $"/api/v1/circles/meetings/{meeting}/commitments", new { text, revealed });
        status.ShouldBe(HttpStatusCode.Created);
        return made.GetProperty("id").GetGuid();
    }
}
