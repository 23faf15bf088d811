using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Modules;

/// <summary>A programme with one module, somebody who designs it, a leader who teaches it and an employee who attends.</summary>
internal sealed class ModuleWorld
{
    public required World World { get; init; }

    public required Person Designing { get; init; }

    public required Browser Designer { get; init; }

    public required Browser Leader { get; init; }

    public required Browser Employee { get; init; }

    public required Programme Programme { get; init; }

    public required Module Module { get; init; }

    public string Address => $"/modules/{Module.Id.Value}";

    public string Api => $"/api/v1{Address}";

    public static async Task<ModuleWorld> OnAsync(Database database) => await InAsync(await World.OnAsync(database));

    public static async Task<ModuleWorld> InAsync(World world)
    {
        var designing = await world.HolderOfAsync(Role.LearningDesigner);
        var lead = await world.HolderOfAsync(Role.ProgrammeLead);
        var programme = Programme.Begin(
            Id.New<ProgrammeId>(world.Now),
            lead.Id,
            new ProgrammeFacts("Everyday service", "Kept promises", world.Organisation.Id, null),
            world.Now
        );
        await world.SaveAsync(programme);
        var module = Module
            .Add(
                Id.New<ModuleId>(world.Now),
                programme.Id,
                null,
                new ModuleFacts("The promise we can keep", "One time, kept", null, null, null, world.Today.AddDays(30)),
                lead.Id,
                world.Now
            )
            .Value!;
        await world.SaveAsync(module);
        return new ModuleWorld
        {
            World = world,
            Designing = designing,
            Designer = await world.SignedInAsync(designing),
            Leader = await world.SignedInAsync(await world.LeaderAsync("Amira")),
            Employee = await world.SignedInAsync(await world.PersonAsync("Noor")),
            Programme = programme,
            Module = module,
        };
    }

    public async Task StartAsync() =>
        (await (await Designer.GetAsync($"{Address}/draft")).SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);

    public async Task<Page> WriteAsync(string part, params (string Name, string Value)[] changes) =>
        await (await Designer.GetAsync($"{Address}/draft/{part}")).SubmitAsync("main form.fields", changes);

    /// <summary>The draft with everything that publishing asks for, apart from a trial.</summary>
    public async Task CompleteAsync() =>
        (
            await WriteAsync(
                "frame",
                ("Input.Aims", "Name the promises\nSay early when one will not hold"),
                ("Input.Signs", "A call before the van leaves\nOne time at the counter\nLate ones said at handover")
            )
        ).Status.ShouldBe(HttpStatusCode.Redirect);

    public async Task<Page> PilotAsync(int minutes, string lesson = "") =>
        await WriteAsync("pilots", ("Input.Team", "Night crew"), ("Input.Minutes", $"{minutes}"), ("Input.Lesson", lesson));

    public async Task<Page> PublishAsync(string note = "") =>
        await (await Designer.GetAsync($"{Address}/draft/publish")).SubmitAsync("main form.fields", ("Note", note));

    /// <summary>Started, completed, tried and published.</summary>
    public async Task PublishedAsync()
    {
        await StartAsync();
        await CompleteAsync();
        await PilotAsync(58);
        (await PublishAsync()).RedirectsTo.ShouldBe(Address);
    }

    public Task<ModuleContent> DraftAsync() =>
        World.InDatabaseAsync(db =>
            Task.FromResult(ModuleContent.FromJson(db.ModuleEditions.Single(e => e.ModuleId == Module.Id && e.PublishedAt == null).Content))
        );
}
