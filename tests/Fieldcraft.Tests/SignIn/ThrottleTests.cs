using Fieldcraft.Tests.Harness;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.SignIn;

public sealed class ThrottleTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    [Theory, OnServersOfItsOwn]
    public async Task The_try_after_the_last_allowed_one_waits_until_the_window_ends(Database database)
    {
        await using var app = await TestApp.StartAsync(database, s => s with { ThrottleFactor = 1 });

        (await TakeAsync(app)).ShouldBeNull();
        (await TakeAsync(app)).ShouldBeNull();
        var wait = await TakeAsync(app);

        wait.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromMinutes(9), Window);
        app.Clock.Advance(Window);
        (await TakeAsync(app)).ShouldBeNull();
    }

    [Theory, OnServersOfItsOwn]
    public async Task Many_tries_at_once_are_all_counted(Database database)
    {
        await using var app = await TestApp.StartAsync(database, s => s with { ThrottleFactor = 1 });

        var waits = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => TakeAsync(app, most: 5)));

        waits.Count(w => w is null).ShouldBe(5);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Two_nodes_share_a_throttle(Database database)
    {
        await using var one = await TestApp.StartAsync(database, s => s with { ThrottleFactor = 1 });
        await using var other = await TestApp.SecondNodeAsync(one);

        (await TakeAsync(one)).ShouldBeNull();
        (await TakeAsync(other)).ShouldBeNull();

        (await TakeAsync(one)).ShouldNotBeNull();
        (await TakeAsync(other)).ShouldNotBeNull();
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_table_names_nobody(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        await TakeAsync(app);

        var counter = await app.InDatabaseAsync(db => db.ThrottleCounters.AsNoTracking().SingleAsync());

        counter.KeyHash.ShouldNotBe(System.Security.Cryptography.SHA256.HashData("amira@meridian.example"u8));
    }

    private static async Task<TimeSpan?> TakeAsync(TestApp app, int most = 2)
    {
        await using var scope = app.Application.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<Throttle>()
            .TakeAsync("amira@meridian.example", most, Window, CancellationToken.None);
    }
}
