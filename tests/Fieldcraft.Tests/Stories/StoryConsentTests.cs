using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Tests.Assignments;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Finding;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Stories;

/// <summary>Consent in steps, over HTTP: what each step lets whom see, and that a withdrawal takes everything away at once.</summary>
public sealed class StoryConsentTests
{
    [Theory, OnEveryDatabase]
    public async Task Before_consent_nobody_but_teller_and_interviewer_finds_anything(Database database)
    {
        var world = await World.OnAsync(database);
        var interview = await Interview.WrittenDownAsync(world);
        (await interview.Wrote.ApiAsync(HttpMethod.Post, $"/api/v1/stories/mine/{interview.Id}/handing-over")).Status.ShouldBe(
            HttpStatusCode.NoContent
        );

        (await interview.Told.GetAsync($"/stories/mine/{interview.Id}/use")).Text.ShouldContain(interview.Canary);
        (await interview.Wrote.GetAsync($"/stories/mine/{interview.Id}")).Text.ShouldContain(interview.Canary);
        foreach (var (who, browser) in await OthersAsync(world, interview))
        {
            await ShouldFindNothingAsync(interview, browser, who);
        }

        (await SomewhereAsync(interview, interview.Told)).ShouldBeEmpty("It stands in no library yet, not even for its teller.");
    }

    [Theory, OnEveryDatabase]
    public async Task Each_step_shows_what_it_says_and_no_more(Database database)
    {
        var world = await World.OnAsync(database);
        var interview = await Interview.WrittenDownAsync(world);
        var colleague = await world.SignedInAsync(await world.PersonAsync("Noor"));

        (await interview.AllowAsync(StoryConsent.Attributed)).ShouldBe(HttpStatusCode.OK);
        var read = await colleague.GetAsync($"/stories/{interview.Id}");
        read.Main.ShouldContain(interview.Canary);
        read.Main.ShouldContain("Henrik");

        (await interview.AllowAsync(StoryConsent.Unattributed)).ShouldBe(HttpStatusCode.OK);
        read = await colleague.GetAsync($"/stories/{interview.Id}");
        read.Main.ShouldContain(interview.Canary);
        read.Main.ShouldNotContain("Henrik");
        var json = await (
            await colleague.Client.GetAsync(new Uri($"/api/v1/stories/{interview.Id}", UriKind.Relative))
        ).Content.ReadAsStringAsync();
        json.ShouldContain(interview.Canary);
        json.ShouldNotContain("Henrik");
        json.ShouldNotContain(interview.Teller.Id.Value.ToString());
        json.ShouldNotContain(interview.Interviewer.Id.Value.ToString());

        (await interview.AllowAsync(StoryConsent.OnlyForMap)).ShouldBe(HttpStatusCode.OK);
        (await colleague.GetAsync($"/stories/{interview.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await SomewhereAsync(interview, colleague)).ShouldBeEmpty();
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_withdrawal_removes_a_story_everywhere_at_once(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var interview = await Interview.WrittenDownAsync(world, "turnaround", "high_stakes");
        await interview.Wrote.ApiAsync(HttpMethod.Post, $"/api/v1/stories/mine/{interview.Id}/handing-over");
        (await interview.AllowAsync(StoryConsent.Attributed)).ShouldBe(HttpStatusCode.OK);
        var desk = await Desk.WithAssignmentAsync(world, archetype: "turnaround");
        // It is everywhere first; otherwise its absence would show nothing.
        (await SomewhereAsync(interview, desk.Browser)).ShouldBe([
            "library",
            "search in the library",
            "page",
            "list of the API",
            "API",
            "finder",
        ]);
        (await desk.OpenAsync()).Main.ShouldContain(interview.Canary);
        (await MapAsync(desk.Browser)).ShouldBe((1, 1));
        var sealedBefore = await app.InDatabaseAsync(db => db.GrowthStories.AsNoTracking().FirstAsync(s => s.Id == interview.Story));
        (await app.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.DocumentId == interview.Id))).ShouldBe(2);
        (await app.InDatabaseAsync(db => db.Notices.CountAsync(n => n.Address.Contains(interview.Id.ToString())))).ShouldBe(2);

        (await interview.WithdrawAsync()).ShouldBe(HttpStatusCode.NoContent);

        foreach (var browser in new[] { desk.Browser, interview.Told, interview.Wrote })
        {
            (await SomewhereAsync(interview, browser)).ShouldBeEmpty();
        }

        (await desk.OpenAsync()).Main.ShouldNotContain(interview.Canary);
        (await MapAsync(desk.Browser)).ShouldBe((0, 0));
        foreach (var browser in new[] { interview.Told, interview.Wrote })
        {
            foreach (
                var address in new[]
                {
                    "/stories/mine",
                    $"/stories/mine/{interview.Id}",
                    $"/api/v1/stories/mine/{interview.Id}",
                    "/",
                    "/account",
                }
            )
            {
                (await browser.GetAsync(address)).Text.ShouldNotContain(interview.Canary, Case.Insensitive, address);
            }
        }

        (await interview.Told.GetAsync("/stories/mine")).Main.ShouldContain("Taken back");
        // The key is gone, so that a copy of the old row opens for nobody; and nothing readable is left in the database.
        (await app.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.DocumentId == interview.Id))).ShouldBe(0);
        (await OpensForAsync(app, interview.Teller.Id, sealedBefore)).ShouldBeFalse();
        (await OpensForAsync(app, interview.Interviewer.Id, sealedBefore)).ShouldBeFalse();
        (await app.InDatabaseAsync(db => db.PublishedStories.CountAsync())).ShouldBe(0);
        (await app.InDatabaseAsync(db => db.Notices.CountAsync(n => n.Address.Contains(interview.Id.ToString())))).ShouldBe(0);
        (await app.InDatabaseAsync(db => db.Jobs.CountAsync(j => j.Payload!.Contains(interview.Canary)))).ShouldBe(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_restored_backup_does_not_bring_a_withdrawn_story_back(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var interview = await Interview.WrittenDownAsync(world);
        await interview.AllowAsync(StoryConsent.Attributed);
        var (story, copy) = await app.InDatabaseAsync(async db =>
            (await db.GrowthStories.AsNoTracking().FirstAsync(), await db.PublishedStories.AsNoTracking().FirstAsync())
        );
        await interview.WithdrawAsync();
        // As a restore of last night's backup would: the rows as they were then.
        await app.InDatabaseAsync(async db =>
        {
            await db.GrowthStories.ExecuteDeleteAsync();
            db.AddRange(story, copy);
            await db.SaveChangesAsync();
        });

        await app.InDatabaseAsync(db => Erasing.ApplyAgainAsync(db, app.Get<KeyStore>(), CancellationToken.None));

        (await SomewhereAsync(interview, interview.Told)).ShouldBeEmpty();
        (await app.InDatabaseAsync(db => db.PublishedStories.CountAsync())).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_the_teller_decides_and_takes_back(Database database)
    {
        var world = await World.OnAsync(database);
        var interview = await Interview.WrittenDownAsync(world);
        var administrator = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));

        (await interview.AllowAsync(StoryConsent.Attributed, interview.Wrote)).ShouldBe(HttpStatusCode.NotFound);
        (await interview.AllowAsync(StoryConsent.Attributed, administrator)).ShouldBe(HttpStatusCode.NotFound);
        (await interview.Wrote.GetAsync($"/stories/mine/{interview.Id}/use")).Status.ShouldBe(HttpStatusCode.NotFound);
        await interview.AllowAsync(StoryConsent.Attributed);
        (await interview.WithdrawAsync(interview.Wrote)).ShouldBe(HttpStatusCode.NotFound);
        (await interview.WithdrawAsync(administrator)).ShouldBe(HttpStatusCode.NotFound);
        (await interview.Wrote.ApiAsync(HttpMethod.Delete, $"/api/v1/stories/mine/{interview.Id}")).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
    }

    [Theory, OnEveryDatabase]
    public async Task A_teller_never_allows_a_text_they_have_not_read(Database database)
    {
        var world = await World.OnAsync(database);
        var interview = await Interview.WrittenDownAsync(world);
        var page = await interview.Told.GetAsync($"/stories/mine/{interview.Id}/use");
        await interview.Wrote.ApiAsync(
            HttpMethod.Put,
            $"/api/v1/stories/mine/{interview.Id}",
            Interview.Text("something-else", "turnaround", []),
            ("If-Match", "\"1\"")
        );

        var answer = await page.SubmitAsync("main form.fields", ("Use", "Attributed"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("something-else");
        (await interview.Told.GetAsync($"/stories/{interview.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await answer.SubmitAsync("main form.fields", ("Use", "Attributed"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnServersOfItsOwn]
    public async Task An_erased_teller_takes_their_stories_along(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var interview = await Interview.WrittenDownAsync(world);
        await interview.AllowAsync(StoryConsent.Unattributed);

        await app.InDatabaseAsync(db => Erasing.ErasePersonAsync(db, app.Get<KeyStore>(), interview.Teller.Id, CancellationToken.None));

        (await SomewhereAsync(interview, interview.Wrote)).ShouldBeEmpty();
        (await app.InDatabaseAsync(db => db.GrowthStories.CountAsync())).ShouldBe(0);
    }

    /// <summary>Where this browser comes upon the story: every way that is meant to lead to one.</summary>
    private static async Task<IReadOnlyList<string>> SomewhereAsync(Interview interview, Browser browser)
    {
        var places = new List<string>();
        foreach (
            var (place, address) in new[]
            {
                ("library", "/stories"),
                ("search in the library", $"/stories?search={interview.Canary}"),
                ("page", $"/stories/{interview.Id}"),
                ("list of the API", $"/api/v1/stories?search={interview.Canary}"),
                ("API", $"/api/v1/stories/{interview.Id}"),
            }
        )
        {
            var text = (await browser.GetAsync(address)).Text;
            // What was searched for stands in the search field again; the story's own sentence does not.
            if (text.Contains($"What happened {interview.Canary}", StringComparison.Ordinal))
            {
                places.Add(place);
            }
        }

        await using var scope = interview.World.App.Application.Services.CreateAsyncScope();
        foreach (var finder in scope.ServiceProvider.GetServices<IFinder>())
        {
            var found = await finder.FindAsync(ViewerOf(interview.Teller.Id), interview.Canary, 10, CancellationToken.None);
            places.AddRange(found.Where(f => f.Title.Contains(interview.Canary, StringComparison.Ordinal)).Select(_ => "finder"));
        }

        return places;
    }

    private static async Task ShouldFindNothingAsync(Interview interview, Browser browser, string who)
    {
        foreach (
            var address in new[]
            {
                "/stories",
                $"/stories?search={interview.Canary}",
                $"/stories/{interview.Id}",
                "/stories/map",
                "/stories/mine",
                $"/stories/mine/{interview.Id}",
                $"/stories/mine/{interview.Id}/use",
                $"/api/v1/stories?search={interview.Canary}",
                $"/api/v1/stories/{interview.Id}",
                "/api/v1/stories/mine",
                $"/api/v1/stories/mine/{interview.Id}",
            }
        )
        {
            var answer = await browser.GetAsync(address);
            answer.Text.ShouldNotContain($"happened {interview.Canary}", Case.Insensitive, $"{who} at {address}");
            answer.Text.ShouldNotContain($"winter of {interview.Canary}", Case.Insensitive, $"{who} at {address}");
            if (address.Contains(interview.Id.ToString(), StringComparison.Ordinal))
            {
                ((int)answer.Status).ShouldBeOneOf([401, 404, 302], $"{who} at {address}");
            }
        }
    }

    private static async Task<Dictionary<string, Browser>> OthersAsync(World world, Interview interview) =>
        new(StringComparer.Ordinal)
        {
            ["administrator"] = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator)),
            ["programme lead"] = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead)),
            ["senior leader"] = await world.SignedInAsync(await world.HolderOfAsync(Role.SeniorLeader)),
            ["report of the teller"] = await world.SignedInAsync(await world.PersonAsync("Report", interview.Teller)),
            ["nobody"] = world.App.NewBrowser(),
        };

    private static async Task<(int Archetype, int Dimension)> MapAsync(Browser browser)
    {
        var body = (await browser.ApiAsync(HttpMethod.Get, "/api/v1/stories/map")).Body;
        return (Count("archetypes", "turnaround"), Count("dimensions", "high_stakes"));

        int Count(string list, string id) =>
            body.GetProperty(list).EnumerateArray().Single(k => k.GetProperty("id").GetString() == id).GetProperty("stories").GetInt32();
    }

    private static async Task<bool> OpensForAsync(TestApp app, PersonId reader, GrowthStory story)
    {
        await using var scope = app.Application.Services.CreateAsyncScope();
        var vault = scope.ServiceProvider.GetRequiredService<Vault>();
        var unlocked = await vault.UnlockAsync(ViewerOf(reader), [story.Title], CancellationToken.None);
        return unlocked.Opens(story.Title!);
    }

    private static Viewer ViewerOf(PersonId person) => Viewers.Of(person);
}
