using System.Net;
using System.Text.Json;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Wall;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Growth;

/// <summary>A leader with aims and views, as the rooms that follow the gaps need one.</summary>
internal sealed class GrowingLeader
{
    private GrowingLeader(World world, Person leader, Browser browser) => (World, Leader, Browser) = (world, leader, browser);

    public World World { get; }

    public Person Leader { get; }

    public Browser Browser { get; }

    public static async Task<GrowingLeader> InAsync(World world, Person? reportsTo = null)
    {
        var leader = await world.PersonAsync("Amira", reportsTo);
        return new GrowingLeader(world, leader, await world.SignedInAsync(leader));
    }

    /// <summary>With the aims of the worked value of DOMAIN 5.3, an own view, and the readiness of case B.</summary>
    public static async Task<GrowingLeader> WithGapsAsync(World world, Person? reportsTo = null)
    {
        var growing = await InAsync(world, reportsTo);
        await growing.AimAsync(("lateral_influence", 6, 2), ("upward_influence", 6, 1));
        await growing.SeeSelfAsync(("lateral_influence", 4), ("upward_influence", 4));
        return growing;
    }

    public async Task AimAsync(params (string Capability, int Target, int Importance)[] aims)
    {
        string[] task = [.. Domain.Assignments.Guard.ChallengeDimension.Task.Select(d => d.Id)];
        int[] readiness = [1, 2, 1, 2, 0, 2, 2, 2, 1, 1, 0, 1];
        var (status, body, _) = await Browser.ApiAsync(
            HttpMethod.Put,
            "/api/v1/growth/aims",
            new
            {
                aims = aims.Select(a => new
                {
                    capability = a.Capability,
                    target = a.Target,
                    importance = a.Importance,
                }),
                readiness = task.Zip(readiness).ToDictionary(r => r.First, r => r.Second),
            },
            ("If-Match", "\"0\"")
        );
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
    }

    public Task SeeSelfAsync(params (string Capability, int Rating)[] own) => CheckAsync(own, null, World.Now);

    /// <summary>A closed round, as its report leaves it.</summary>
    public Task HearOthersAsync(DateTimeOffset at, int raters, params (string Capability, double Mean)[] others) =>
        CheckAsync(
            [.. others.Select(o => (o.Capability, 4))],
            new CheckReport
            {
                Answered = raters,
                Capabilities = others.ToDictionary(
                    o => o.Capability,
                    o => new CapabilityViews(new GroupView([RaterGroup.Peers, RaterGroup.Reports], raters, o.Mean, 0.8), [])
                ),
            },
            at
        );

    public async Task<(Guid Id, JsonElement Body)> MadeAsync(string address, object body)
    {
        var (status, made, _) = await Browser.ApiAsync(HttpMethod.Post, address, body);
        status.ShouldBe(HttpStatusCode.Created, made.ToString());
        return (made.GetProperty("id").GetGuid(), made);
    }

    private async Task CheckAsync((string Capability, int Rating)[] own, CheckReport? report, DateTimeOffset at)
    {
        await using var scope = World.App.Application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Persistence.FieldcraftDb>();
        var id = Id.New<LeadershipCheckId>(at);
        var sealer = await scope.ServiceProvider.GetRequiredService<Vault>().SealerAsync(Leader.Id, id.Value, default);
        var ratings = new CapabilityRatings { Ratings = own.ToDictionary(o => o.Capability, o => (int?)o.Rating, StringComparer.Ordinal) };
        var check = LeadershipCheck.RateSelf(id, Leader.Id, FrameworkEditionId.Default, CheckForm.Fast, ratings, sealer, at);
        db.Add(check);
        if (report is not null)
        {
            // How a round comes to its report is the checks' own matter; here only its end counts.
            db.Entry(check).Property(nameof(LeadershipCheck.LaunchedAt)).CurrentValue = at;
            db.Entry(check).Property(nameof(LeadershipCheck.ClosedAt)).CurrentValue = at;
            db.Entry(check).Property(nameof(LeadershipCheck.Report)).CurrentValue = sealer.Seal(
                nameof(LeadershipCheck.Report),
                report.ToJson()
            );
        }

        await db.SaveChangesAsync();
    }
}
