using System.Net;
using System.Text.Json;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Checks;

/// <summary>A check with a round, built over HTTP as its owner and its raters would.</summary>
internal sealed class Round
{
    public const string Capability = "delegation";
    public const string Other = "active_listening";

    private Round(World world, Person owner, Browser browser, Guid id)
    {
        World = world;
        Owner = owner;
        Browser = browser;
        Id = id;
    }

    public World World { get; }

    public Person Owner { get; }

    /// <summary>The owner's.</summary>
    public Browser Browser { get; }

    public Guid Id { get; }

    public LeadershipCheckId CheckId => LeadershipCheckId.From(Id);

    public string Page => $"/growth/checks/{Id}";

    public string Api => $"/api/v1/assessments/{Id}";

    /// <summary>The links of those whom the owner hands one to, in the order in which they were put on the list.</summary>
    public IReadOnlyList<string> Secrets { get; private set; } = [];

    /// <summary>An own view of two capabilities.</summary>
    public static async Task<Round> WithOwnViewAsync(World world, Person? owner = null)
    {
        owner ??= await world.LeaderAsync("Amira");
        var browser = await world.SignedInAsync(owner);
        var made = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/assessments",
            new { ratings = new Dictionary<string, int?>(StringComparer.Ordinal) { [Capability] = 5, [Other] = 6 } }
        );
        made.Status.ShouldBe(HttpStatusCode.Created);
        return new Round(world, owner, browser, made.Body.GetProperty("id").GetGuid());
    }

    /// <summary>A round that runs, with raters of these groups to whom links are handed.</summary>
    public static async Task<Round> RunningAsync(World world, params string[] groups)
    {
        var round = await WithOwnViewAsync(world);
        await round.LaunchAsync(groups);
        return round;
    }

    public async Task LaunchAsync(params string[] groups)
    {
        foreach (var (group, i) in groups.Select((g, i) => (g, i)))
        {
            await ProposeAsync(new { group, name = $"Rater {i:00}" });
        }

        (await PostAsync("launch")).Status.ShouldBe(HttpStatusCode.NoContent);
        Secrets =
        [
            .. (await RatersAsync())
                .OrderBy(r => r.GetProperty("name").GetString(), StringComparer.Ordinal)
                .Select(r => r.GetProperty("link").GetString())
                .OfType<string>()
                .Select(l => l[(l.LastIndexOf('/') + 1)..]),
        ];
    }

    public async Task ProposeAsync(object rater) =>
        (await Browser.ApiAsync(HttpMethod.Post, $"{Api}/raters", rater)).Status.ShouldBe(HttpStatusCode.Created);

    public Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Response)> PostAsync(string what) =>
        Browser.ApiAsync(HttpMethod.Post, $"{Api}/{what}");

    public async Task<IReadOnlyList<JsonElement>> RatersAsync() =>
        [.. (await Browser.ApiAsync(HttpMethod.Get, $"{Api}/raters")).Body.GetProperty("items").EnumerateArray()];

    public Task<HttpStatusCode> AnswerAsync(int rater, int? rating, string? comment = null) => AnswerAsync(Secrets[rater], rating, comment);

    public async Task<HttpStatusCode> AnswerAsync(string secret, int? rating, string? comment = null) =>
        (
            await World
                .App.NewBrowser()
                .ApiAsync(
                    HttpMethod.Post,
                    $"/api/v1/assessments/answers/{secret}",
                    new { ratings = new Dictionary<string, int?>(StringComparer.Ordinal) { [Capability] = rating, [Other] = 5 }, comment }
                )
        ).Status;

    public async Task AnswerAllAsync(params int?[] ratings)
    {
        foreach (var (rating, i) in ratings.Select((r, i) => (r, i)))
        {
            (await AnswerAsync(i, rating, $"Comment {i}")).ShouldBe(HttpStatusCode.NoContent);
        }
    }

    public async Task<JsonElement> ReportAsync()
    {
        var answer = await Browser.ApiAsync(HttpMethod.Get, $"{Api}/report");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return answer.Body;
    }
}
