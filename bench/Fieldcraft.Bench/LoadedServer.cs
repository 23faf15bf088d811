using System.Globalization;
using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web;
using Fieldcraft.Web.Demo;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Bench;

/// <summary>A person of the demo under load: the cookie, and the address of each everyday page for them.</summary>
internal sealed record BenchViewer(string Cookie, IReadOnlyDictionary<string, string> Pages, IReadOnlyList<string> Assignments);

/// <summary>What the server tells the bench on its first line.</summary>
internal sealed record ServerReady(IReadOnlyList<BenchViewer> Viewers, IReadOnlyDictionary<string, int> Queries);

/// <summary>The product on the demo's data behind real Kestrel, with the floor beside it.</summary>
internal static class LoadedServer
{
    private const int ViewersWanted = 8;

    public static async Task RunAsync(string data, string port)
    {
        var settings = new Settings
        {
            DataFolder = data,
            Demo = true,
            ThrottleFactor = 1_000_000,
            Port = int.Parse(port, CultureInfo.InvariantCulture),
        };
        var recorder = new QueryRecorder();
        await using var app = await FieldcraftApp.BuildAsync(
            settings,
            new DemoClock(),
            builder => builder.Services.ConfigureDbContext<FieldcraftDb>(o => o.AddInterceptors(recorder))
        );
        var floor = new Floor(settings);
        floor.Map(app);
        var address = $"http://127.0.0.1:{port}";
        app.Urls.Add(address);
        await app.StartAsync();
        var viewers = await SignInAsync(app.Services);
        var queries = await RecordAsync(address, viewers, recorder, floor);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new ServerReady(viewers, queries)));
        await app.WaitForShutdownAsync();
    }

    /// <summary>Leaders with an assignment and a plan under way, each with a session of their own.</summary>
    private static async Task<List<BenchViewer>> SignInAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var plans = await db
            .Plans.AsNoTracking()
            .Where(p => p.EndedAt == null && p.AssignmentId != null)
            .OrderBy(p => p.Id)
            .Select(p => new
            {
                p.OwnerId,
                p.Id,
                p.AssignmentId,
            })
            .ToListAsync();
        var viewers = new List<BenchViewer>();
        foreach (var plan in plans.DistinctBy(p => p.OwnerId).Take(ViewersWanted))
        {
            var owner = plan.OwnerId;
            var secret = Secrets.New();
            var session = SignInSession.Start(Id.New<SessionId>(now), owner, Secrets.Hash(secret), Proof.Password, false, "Bench", now);
            db.Add(session);
            var person = await db.People.AsNoTracking().FirstAsync(p => p.Id == owner);
            var assignments = await db
                .Assignments.AsNoTracking()
                .Where(a => a.OwnerId == owner && a.EndedOn == null)
                .Select(a => a.Id)
                .ToListAsync();
            viewers.Add(
                new BenchViewer(
                    $"{SessionAuthentication.CookieName}={Secrets.Text([.. session.Id.Value.ToByteArray(bigEndian: true), .. secret])}",
                    EverydayPages.Of(plan.AssignmentId!.Value, plan.Id, person),
                    [.. assignments.Select(a => a.Value.ToString("D"))]
                )
            );
        }

        await db.SaveChangesAsync();
        return viewers;
    }

    private static async Task<Dictionary<string, int>> RecordAsync(
        string address,
        List<BenchViewer> viewers,
        QueryRecorder recorder,
        Floor floor
    )
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(address),
        };
        var most = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (viewer, index) in viewers.Select((v, i) => (v, i)))
        {
            foreach (var (name, page) in viewer.Pages)
            {
                // The second time everything is warm; what the first visit of a node asks besides is no cost of the page.
                await GetAsync(client, viewer, page);
                recorder.Begin();
                var body = await GetAsync(client, viewer, page);
                var queries = recorder.End();
                floor.Keep($"{name}-{index}", queries, body);
                most[name] = Math.Max(most.GetValueOrDefault(name), queries.Count);
            }
        }

        return most;
    }

    private static async Task<byte[]> GetAsync(HttpClient client, BenchViewer viewer, string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Add("Cookie", viewer.Cookie);
        using var response = await client.SendAsync(request);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync()
            : throw new InvalidOperationException($"{page} answered {(int)response.StatusCode}.");
    }
}
