using System.Net;
using System.Text.Json;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Loop;

/// <summary>A state with a network and a facility, each led; a team of six with its leader; a programme with a sponsor and a published module.</summary>
internal sealed record Company(
    World World,
    ModuleId Module,
    ProgrammeId Programme,
    Unit State,
    Unit Network,
    Unit Facility,
    Person Sponsor,
    Person StateLead,
    Person NetworkLead,
    Person FacilityLead,
    Person Leader,
    IReadOnlyList<Person> Team
)
{
    public const string Text = "Put the labels where the hands are";

    public static async Task<Company> OpenAsync(World world, int team = 6)
    {
        var now = world.Now;
        var sponsor = await world.PersonAsync("Sponsor");
        var (state, stateLead) = await LedAsync(world, "East", UnitKind.State, null);
        var (network, networkLead) = await LedAsync(world, "Coast", UnitKind.Network, state);
        var (facility, facilityLead) = await LedAsync(world, "Tilbury depot", UnitKind.Facility, network);
        var leader = await world.PersonAsync("Amira", facilityLead, facility);
        var people = new List<Person>();
        for (var i = 0; i < team; i++)
        {
            people.Add(await world.PersonAsync($"Person{i + 1}", leader, facility));
        }

        var lead = await world.HolderOfAsync(Role.ProgrammeLead, "Pia");
        var programme = Domain.Programmes.Programme.Begin(
            Id.New<ProgrammeId>(now),
            lead.Id,
            new ProgrammeFacts("Everyday service", "Better mornings", world.Organisation.Id, sponsor.Id),
            now
        );
        await world.SaveAsync(programme);
        var module = Domain
            .Programmes.Module.Add(
                Id.New<ModuleId>(now),
                programme.Id,
                null,
                new ModuleFacts("The first minute", null, null, null, null, world.Today.AddDays(-7)),
                lead.Id,
                now
            )
            .Value!;
        await world.SaveAsync(module);
        var edition = ModuleEdition.Start(Id.New<ModuleEditionId>(now), module.Id, 1, Skeleton.In("en", (_, part) => part), lead.Id, now);
        await world.SaveAsync(edition);
        await world.InDatabaseAsync(async db =>
        {
            (await db.Modules.SingleAsync(m => m.Id == module.Id)).Use(edition.Id, lead.Id, now);
            return await db.SaveChangesAsync();
        });
        return new Company(
            world,
            module.Id,
            programme.Id,
            state,
            network,
            facility,
            sponsor,
            stateLead,
            networkLead,
            facilityLead,
            leader,
            people
        );
    }

    public Task<Browser> AsAsync(Person person) => World.SignedInAsync(person);

    public async Task<Guid> SubmitAsync(Person by, string text = Text, bool named = false)
    {
        var (status, body, _) = await (await AsAsync(by)).ApiAsync(
            HttpMethod.Post,
            "/api/v1/ideas",
            new
            {
                text,
                module = Module.Value,
                named,
            }
        );
        status.ShouldBe(HttpStatusCode.Created);
        return body.GetProperty("id").GetGuid();
    }

    public async Task<(HttpStatusCode Status, string? Code)> ForwardAsync(Guid idea, Person by) =>
        Coded(await (await AsAsync(by)).ApiAsync(HttpMethod.Post, $"/api/v1/ideas/{idea}/forward"));

    public async Task<(HttpStatusCode Status, string? Code)> AnswerAsync(Guid idea, Person by, object answer) =>
        Coded(await (await AsAsync(by)).ApiAsync(HttpMethod.Post, $"/api/v1/ideas/{idea}/answer", answer));

    public Task<(HttpStatusCode Status, string? Code)> AdoptAsync(Guid idea, Person by) =>
        AnswerAsync(
            idea,
            by,
            new
            {
                kind = "Adopted",
                who = "The dock team",
                on = World.Today,
            }
        );

    public Task<TeamIdea> IdeaAsync(Guid id) =>
        World.InDatabaseAsync(db =>
            db.TeamIdeas.AsNoTracking().Include(i => i.Stays).Include(i => i.Answers).SingleAsync(i => i.Id == TeamIdeaId.From(id))
        );

    public Task<List<string>> ToldAsync(Person person) =>
        World.InDatabaseAsync(db => db.Notices.Where(n => n.PersonId == person.Id).OrderBy(n => n.At).Select(n => n.Kind).ToListAsync());

    public static (HttpStatusCode, string?) Coded((HttpStatusCode Status, JsonElement Body, HttpResponseMessage Response) answer) =>
        (
            answer.Status,
            answer.Body.ValueKind == JsonValueKind.Object && answer.Body.TryGetProperty("code", out var code) ? code.GetString() : null
        );

    private static async Task<(Unit, Person)> LedAsync(World world, string name, UnitKind kind, Unit? under)
    {
        var lead = await world.PersonAsync($"Lead of {name}");
        return (await world.UnitAsync(name, kind, under, lead), lead);
    }
}
