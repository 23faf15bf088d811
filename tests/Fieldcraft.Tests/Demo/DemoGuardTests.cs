using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Demo;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Demo;

public sealed class DemoGuardTests
{
    [Theory, OnServersOfItsOwn]
    public async Task Demo_mode_refuses_a_database_that_was_not_made_by_it(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        await World.InAsync(app);

        (
            await Should.ThrowAsync<StartRefusedException>(() =>
                DemoGuard.DemandFitAsync(app.Application.Services, demo: true, CancellationToken.None)
            )
        ).Code.ShouldBe("not-a-demo");
        (await DemoGuard.DemandFitAsync(app.Application.Services, demo: false, CancellationToken.None)).ShouldBeFalse();
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_demo_is_served_in_demo_mode_only(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        await World.InAsync(app);
        await app.InDatabaseAsync(db => db.Installations.ExecuteUpdateAsync(i => i.SetProperty(x => x.IsDemo, true)));

        (
            await Should.ThrowAsync<StartRefusedException>(() =>
                DemoGuard.DemandFitAsync(app.Application.Services, demo: false, CancellationToken.None)
            )
        ).Code.ShouldBe("demo-database");
        (await DemoGuard.DemandFitAsync(app.Application.Services, demo: true, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact, Trait("Needs", "Server")]
    public async Task An_empty_database_may_become_either()
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);

        (await DemoGuard.DemandFitAsync(app.Application.Services, demo: true, CancellationToken.None)).ShouldBeFalse();
        (await DemoGuard.DemandFitAsync(app.Application.Services, demo: false, CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public void Chance_is_the_same_whenever_it_is_asked_with_the_same_seed()
    {
        var chance = new DemoChance("a seed");
        var again = new DemoChance("a seed");
        var drawn = Enumerable.Range(0, 1000).Select(_ => chance.From(1, 6)).ToList();

        drawn.ShouldBe(Enumerable.Range(0, 1000).Select(_ => again.From(1, 6)));
        drawn.Distinct().Order().ShouldBe([1, 2, 3, 4, 5, 6]);
        new DemoChance("another").From(0, int.MaxValue - 1).ShouldNotBe(new DemoChance("a seed").From(0, int.MaxValue - 1));
    }
}
