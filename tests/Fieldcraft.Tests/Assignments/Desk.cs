using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Assignments;

/// <summary>A leader at work on one assignment.</summary>
internal sealed class Desk
{
    private Desk(World world, Person leader, Browser browser, AssignmentId id)
    {
        World = world;
        Leader = leader;
        Browser = browser;
        Id = id;
    }

    public World World { get; }

    public Person Leader { get; }

    public Browser Browser { get; }

    public AssignmentId Id { get; }

    public string Address => $"/assignments/{Id.Value}";

    public static async Task<Desk> WithAssignmentAsync(
        World world,
        string title = "Opening the hub in Tilbury",
        Person? leader = null,
        string? archetype = null
    )
    {
        leader ??= await world.LeaderAsync("Amira");
        var browser = await world.SignedInAsync(leader);
        var (status, body, _) = await browser.ApiAsync(HttpMethod.Post, "/api/v1/assignments", new { title, archetype });
        status.ShouldBe(HttpStatusCode.Created);
        return new Desk(world, leader, browser, AssignmentId.From(body.GetProperty("id").GetGuid()));
    }

    public Task<Page> OpenAsync(string part = "") => Browser.GetAsync(Address + part);

    /// <summary>Every page of the assignment.</summary>
    public IEnumerable<string> EveryPage() =>
        new[]
        {
            "",
            "/describe",
            "/end",
            "/discard",
            "/inquiry",
            "/inquiry/p4",
            "/inquiry/new-round",
            "/inquiry/blank",
            "/inquiry/card",
            "/quick-start",
            "/quick-look",
            "/profile",
            "/profile/transition",
            "/profile/support",
            "/zone",
            "/opinions",
            "/opinions/new",
        }.Select(part => Address + part);

    public async Task AnswerAsync(string question, string text)
    {
        var answer = await (await OpenAsync($"/inquiry/{question}")).SubmitAsync("main form", ("Answer.Text", text));
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>Fills in the whole profile screen by screen, as a person does.</summary>
    public async Task RateAsync(GuardInput input)
    {
        foreach (
            var cluster in new[]
            {
                "transition",
                "creating_change",
                "high_responsibility",
                "boundaries",
                "diversity",
                "obstacle",
                "support",
            }
        )
        {
            var page = await OpenAsync($"/profile/{cluster}");
            page.Status.ShouldBe(HttpStatusCode.OK);
            var answer = await page.SubmitAsync("main form", [.. Fields(page, input)]);
            answer.Status.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    private static IEnumerable<(string, string)> Fields(Page page, GuardInput input)
    {
        foreach (var dimension in ChallengeDimension.Task.Where(d => Asks(page, $"Demand[{d.Id}]")))
        {
            yield return ($"Demand[{dimension.Id}]", Said(input.Demand[dimension.Position]));
            yield return ($"Readiness[{dimension.Id}]", Said(input.Readiness[dimension.Position]));
        }

        foreach (var obstacle in ChallengeDimension.Obstacles.Where(d => Asks(page, $"Demand[{d.Id}]")))
        {
            yield return ($"Demand[{obstacle.Id}]", Said(input.Obstacles[obstacle.Position]));
        }

        foreach (var item in SupportItem.All.Where(s => Asks(page, $"Support[{s.Id}]")))
        {
            yield return ($"Support[{item.Id}]", Said(input.Support[item.Position]));
        }

        if (Asks(page, "Efficacy"))
        {
            yield return ("Efficacy", Said(input.Efficacy));
        }
    }

    private static bool Asks(Page page, string name) =>
        page.Document.QuerySelectorAll("main input").Any(i => i.GetAttribute("name") == name);

    private static string Said(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
}
