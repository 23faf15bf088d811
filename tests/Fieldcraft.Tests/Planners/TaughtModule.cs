using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Planners;

/// <summary>A programme with published modules, as leaders find it.</summary>
internal sealed class TaughtModule
{
    private TaughtModule(World world, Programme programme, Module module, ModuleEdition edition)
    {
        (World, Programme, Module, Edition) = (world, programme, module, edition);
    }

    public World World { get; }
    public Programme Programme { get; }
    public Module Module { get; }
    public ModuleEdition Edition { get; private set; }

    public ModuleId Id => Module.Id;

    public static ModuleContent Content(Func<ModuleContent, ModuleContent>? change = null)
    {
        var content = Skeleton.In("en", (block, part) => $"{part} of {block}") with
        {
            AlsoIn = ["ar"],
            Aims =
            [
                Both("Everybody knows what happens in the first minute", "الجميع يعرف ما يحدث في الدقيقة الأولى"),
                Text("Everybody has tried it once"),
            ],
            Materials = [Text("Flip chart"), Text("Film on a stick")],
            Signs = [Text("one"), Text("two"), Text("three")],
            Questions =
            [
                new HardQuestion(Text("Who covers for us?"), Text("The late shift does, and it is agreed.")),
                new HardQuestion(
                    Text("Is this about our numbers?"),
                    Text(string.Join(' ', Enumerable.Repeat("No, it is about the first minute.", 20)))
                ),
            ],
        };
        content = content with
        {
            Blocks =
            [
                .. content.Blocks.Select(b =>
                    b.Id == "welcome"
                        ? b with
                        {
                            Title = Both("Welcome, why it matters", "أهلا، لماذا هذا مهم"),
                            KeyMessage = Text("The first minute decides."),
                        }
                        : b
                ),
            ],
        };
        return change?.Invoke(content) ?? content;
    }

    public static LocalText Text(string text) => LocalText.Of("en", text);

    public static LocalText Both(string english, string arabic) => Text(english).With("ar", arabic);

    /// <param name="after">The module before it in the same programme.</param>
    public static async Task<TaughtModule> InAsync(
        World world,
        string title = "The first minute",
        TaughtModule? after = null,
        ModuleContent? content = null
    )
    {
        var designer = await world.PersonAsync("Dana");
        var programme =
            after?.Programme
            ?? Programme.Begin(
                Domain.Shared.Id.New<ProgrammeId>(world.Now),
                designer.Id,
                new ProgrammeFacts("Everyday service", null, world.Organisation.Id, null),
                world.Now
            );
        if (after is null)
        {
            await world.SaveAsync(programme);
        }

        var opens = after?.Module.WindowStart.AddDays(35) ?? world.Today.AddDays(14);
        var module = Module
            .Add(
                Domain.Shared.Id.New<ModuleId>(world.Now),
                programme.Id,
                after?.Module,
                new ModuleFacts(title, null, null, null, null, opens),
                designer.Id,
                world.Now
            )
            .Value!;
        await world.SaveAsync(module);
        var taught = new TaughtModule(world, programme, module, null!);
        await taught.PublishAsync(1, content ?? Content(), designer);
        return taught;
    }

    /// <summary>Publishes a newer edition, as a designer would.</summary>
    public async Task PublishAsync(int number, ModuleContent content, Person? by = null, string? note = null)
    {
        var designer = (by ?? await World.PersonAsync("Dana")).Id;
        var edition = ModuleEdition.Start(
            Domain.Shared.Id.New<ModuleEditionId>(World.Now),
            Module.Id,
            number,
            content,
            designer,
            World.Now
        );
        var pilot = ModulePilot
            .Note(Domain.Shared.Id.New<ModulePilotId>(World.Now), edition, "Dock two", World.Today, 58, null, designer, World.Now)
            .Value!;
        edition.Publish([pilot], _ => true, note, designer, World.Now).IsDone.ShouldBeTrue();
        await World.SaveAsync(edition);
        await World.InDatabaseAsync(async db =>
        {
            var module = await db.Modules.FindAsync(Module.Id);
            module!.Use(edition.Id, designer, World.Now);
            return await db.SaveChangesAsync();
        });
        Edition = edition;
    }

    /// <summary>A leader who has begun a planner, in a browser.</summary>
    public async Task<(Browser Browser, string Address, Person Leader)> BegunAsync(Person? leader = null)
    {
        leader ??= await World.LeaderAsync("Amira");
        var browser = await World.SignedInAsync(leader);
        var begun = await (await browser.GetAsync($"/modules/{Id.Value}/planner")).SubmitAsync("main form");
        begun.Status.ShouldBe(System.Net.HttpStatusCode.Redirect, begun.Main);
        return (browser, begun.RedirectsTo!, leader);
    }
}
