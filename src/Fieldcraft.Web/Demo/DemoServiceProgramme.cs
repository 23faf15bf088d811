using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;

namespace Fieldcraft.Web.Demo;

/// <summary>A stand-in: the programme "Everyday service" with two published modules, for the rooms that need one.</summary>
internal sealed class DemoServiceProgramme
{
    private readonly Programme _programme;
    private readonly List<Module> _modules = [];
    private readonly List<ModuleEdition> _editions = [];

    public DemoServiceProgramme(UnitId organisation, PersonId lead, DateTimeOffset now)
    {
        var at = now.AddDays(-70);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        _programme = Programme.Begin(
            DemoIds.Of<ProgrammeId>(DemoIds.Founded, "programme/service"),
            lead,
            new ProgrammeFacts("Everyday service", "Every customer leaves knowing what happens next.", organisation, null),
            at
        );
        foreach (var (number, title, opens) in ((int, string, int)[])[(1, "The first minute", -16), (2, "When something went wrong", 19)])
        {
            var module = Module
                .Add(
                    DemoIds.Of<ModuleId>(DemoIds.Founded, $"module/{number}"),
                    _programme.Id,
                    _modules.LastOrDefault(),
                    new ModuleFacts(title, null, null, null, null, today.AddDays(opens)),
                    lead,
                    at
                )
                .Value!;
            var edition = ModuleEdition.Start(
                DemoIds.Of<ModuleEditionId>(at, $"edition/{number}"),
                module.Id,
                1,
                Skeleton.In("en", (_, part) => part),
                lead,
                at
            );
            module.Use(edition.Id, lead, at);
            _modules.Add(module);
            _editions.Add(edition);
        }
    }

    public Module First => _modules[0];

    public async Task StoreAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        await db.InsertAsync([_programme], null, cancellationToken);
        await db.InsertAsync(_modules, null, cancellationToken);
        await db.InsertAsync(_editions, null, cancellationToken);
    }
}
