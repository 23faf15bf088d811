using System.Net;
using System.Text.Json;
using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Board;

/// <summary>What the tests of the board start from.</summary>
internal static class Situations
{
    public static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A Monday.</summary>
    public static readonly DateOnly Today = new(2026, 11, 2);
    public static readonly PersonId Poster = Id.New<PersonId>(Now);

    public static PostingWording Wording(PostingKind kind = PostingKind.Need, int hours = 4) =>
        new()
        {
            Kind = kind,
            Title = "Missing scans on the late line",
            WhyItMatters = "Two hours a night",
            GoodEnd = "Under ten a night for two weeks",
            Challenges = ["new_directions", "influence_without_authority"],
            HoursAWeek = hours,
            FromOn = Today.AddDays(7),
            UntilOn = Today.AddDays(60),
            OffThePlate = "The Thursday report",
        };

    public static Posting Posted(PostingWording? wording = null) =>
        Posting.Post(Id.New<PostingId>(Now), Poster, null, true, wording ?? Wording(), Now).Value!;

    public static TrialFacts Facts() =>
        new()
        {
            What = "A shared dock plan",
            HoursAWeek = 4,
            FromOn = Today.AddDays(14),
            UntilOn = Today.AddDays(42),
            OffThePlate = "The Thursday report",
        };

    public static async Task<Guid> PostAsync(
        this Browser browser,
        World world,
        string title = "Missing scans on the late line",
        string kind = "Need",
        string[]? challenges = null,
        int days = 60
    )
    {
        var (status, body, _) = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/postings",
            new
            {
                kind,
                title,
                whyItMatters = "Two hours a night",
                goodEnd = "Under ten a night",
                challenges = challenges ?? ["new_directions"],
                hoursAWeek = 4,
                untilOn = world.Today.AddDays(days),
                offThePlate = "The Thursday report",
            }
        );
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        return body.GetProperty("id").GetGuid();
    }

    public static async Task<Guid> AskAboutAsync(
        this Browser browser,
        Guid posting,
        string message = "How does it show?",
        string? newness = null
    )
    {
        var (status, body, _) = await browser.ApiAsync(HttpMethod.Post, $"/api/v1/postings/{posting}/interests", new { message, newness });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        return body.GetProperty("id").GetGuid();
    }

    public static async Task<HttpStatusCode> DoAsync(this Browser browser, string address, object? body = null) =>
        (await browser.ApiAsync(HttpMethod.Post, $"/api/v1{address}", body ?? new { })).Status;

    public static async Task<JsonElement> ReadAsync(this Browser browser, string address)
    {
        var (status, body, _) = await browser.ApiAsync(HttpMethod.Get, $"/api/v1{address}");
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        return body;
    }

    public static Task<List<string>> NoticesOfAsync(this World world, Person person)
    {
        var id = person.Id;
        return world.InDatabaseAsync(db =>
            db.Notices.AsNoTracking().Where(n => n.PersonId == id).OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync()
        );
    }
}
