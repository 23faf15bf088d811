using System.Net;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Planners;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Outcomes;

/// <summary>
/// A programme over eight facilities, each with a leader and six people: four held their first session twenty weeks ago, three ten weeks ago, one has not
/// begun. A measure of promoters waits for figures.
/// </summary>
internal sealed record Results(
    World World,
    ProgrammeId Programme,
    Module Module,
    IReadOnlyList<Unit> Sites,
    IReadOnlyList<Person> Leaders,
    Person Lead,
    Browser Desk,
    Guid Measure
)
{
    public DateOnly ThisWeek => FigureWeek.Of(World.Today);

    public static async Task<Results> OpenAsync(World world, int sites = 8)
    {
        var lead = await world.HolderOfAsync(Role.ProgrammeLead, "Pia");
        var now = world.Now;
        var programme = Domain.Programmes.Programme.Begin(
            Id.New<ProgrammeId>(now),
            lead.Id,
            new ProgrammeFacts("Everyday service", "Better mornings", world.Organisation.Id, null),
            now.AddDays(-200)
        );
        await world.SaveAsync(programme);
        var module = Domain
            .Programmes.Module.Add(
                Id.New<ModuleId>(now),
                programme.Id,
                null,
                new ModuleFacts("The promise", null, null, null, null, world.Today.AddDays(-150)),
                lead.Id,
                now.AddDays(-200)
            )
            .Value!;
        var edition = ModuleEdition.Start(Id.New<ModuleEditionId>(now), module.Id, 1, TaughtModule.Content(), lead.Id, now);
        module.Use(edition.Id, lead.Id, now);
        await world.SaveAsync(module);
        await world.SaveAsync(edition);
        var (units, leaders) = (new List<Unit>(), new List<Person>());
        for (var i = 0; i < sites; i++)
        {
            var site = await world.UnitAsync($"Facility {i + 1}", UnitKind.Facility);
            var leader = await world.PersonAsync($"Leader{i + 1}", unit: site);
            for (var p = 0; p < 6; p++)
            {
                await world.PersonAsync($"Person{i + 1}{p}", leader, site);
            }

            units.Add(site);
            leaders.Add(leader);
            if (i < 7)
            {
                await HoldAsync(world, module, edition, site, leader, i < 4 ? -140 : -70);
            }
        }

        var desk = await world.SignedInAsync(lead);
        var (status, body, _) = await desk.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/outcomes/programmes/{programme.Id.Value}/measures",
            new { name = "Recommended", kind = "promoters" }
        );
        status.ShouldBe(HttpStatusCode.Created);
        return new Results(world, programme.Id, module, units, leaders, lead, desk, body.GetProperty("id").GetGuid());
    }

    /// <summary>Writes figures for every site and week of a year and a half; early sites gain so many points when they begin.</summary>
    public async Task MeasureAsync(int gain = 15)
    {
        var lines = Enumerable
            .Range(1, 78)
            .SelectMany(w =>
                Sites.Select(
                    (site, i) =>
                    {
                        var begun = (i < 4 && w <= 20) || (i is >= 4 and < 7 && w <= 10);
                        var promoters = 40 + (i % 3) + (begun ? gain : 0);
                        return new
                        {
                            site = site.Name,
                            week = ThisWeek.AddDays(-7 * w).ToString("yyyy-MM-dd"),
                            promoters,
                            passives = 80 - promoters,
                            detractors = 20,
                        };
                    }
                )
            );
        var written = await Desk.ApiAsync(HttpMethod.Post, $"/api/v1/outcomes/measures/{Measure}/figures", lines);
        written.Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task HoldAsync(World world, Module module, ModuleEdition edition, Unit site, Person leader, int day)
    {
        var start = world.Today.AddDays(day).ToDateTime(new TimeOnly(10, 0));
        var session = TeachingSession.Plan(
            Id.New<TeachingSessionId>(world.Now),
            module.Id,
            new SessionPlace(site.Id, null, leader.Id, start, "UTC", 60),
            SessionPart.Whole,
            [],
            leader.Id,
            world.Now
        );
        session.Publish(leader.Id, world.Now);
        session.NoteHeld([], null, AttendanceWay.Ticked, 60, edition.Id, leader.Id, start.AddHours(1), world.Now).IsDone.ShouldBeTrue();
        await world.SaveAsync(session);
    }
}
