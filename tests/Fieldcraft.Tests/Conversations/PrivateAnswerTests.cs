using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Conversations;

/// <summary>Whoever leads reads no answer that its author did not show: before the reveal, after it, and by no way at all.</summary>
public sealed partial class PrivateAnswerTests
{
    private const int Goals = 1;
    private const string Kept = "canary-kept-for-myself";
    private const string Meant = "canary-meant-for-the-group";
    private const string Regretted = "canary-shown-and-taken-back";

    [Theory, OnServersOfItsOwn, Trait("Speed", "Slow")]
    public async Task Before_the_reveal_nobody_but_the_author_finds_anything(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (room, _, _, omar) = await WrittenAsync(app);

        foreach (var reader in new[] { room.Lead, omar })
        {
            (await EverythingAsync(app, room, reader)).ShouldNotContain("canary-", Case.Insensitive);
        }
    }

    [Theory, OnServersOfItsOwn, Trait("Speed", "Slow")]
    public async Task After_the_reveal_there_is_what_its_author_showed_and_nothing_else(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (room, tala, remy, omar) = await WrittenAsync(app);
        await room.LeadAsync("next-stage");

        foreach (var reader in new[] { room.Lead, omar })
        {
            var seen = await EverythingAsync(app, room, reader);
            seen.ShouldContain(Meant);
            seen.ShouldContain(Regretted);
            seen.ShouldNotContain(Kept);
        }

        (await remy.ApiAsync(HttpMethod.Delete, $"{room.Api}/answers/{Goals}/showing")).Status.ShouldBe(HttpStatusCode.OK);
        var after = await EverythingAsync(app, room, room.Lead);
        after.ShouldContain(Meant);
        after.ShouldNotContain(Regretted);
        (await tala.GetAsync(room.Address)).Text.ShouldContain(Kept);
    }

    [Theory, OnServersOfItsOwn, Trait("Speed", "Slow")]
    public async Task At_the_end_and_in_every_export_it_is_the_same(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (room, _, _, omar) = await WrittenAsync(app);
        await room.LeadAsync("next-stage");
        await room.LeadAsync("end");

        foreach (var reader in new[] { room.Lead, omar })
        {
            (await EverythingAsync(app, room, reader)).ShouldNotContain(Kept);
        }
    }

    [Theory, OnServersOfItsOwn, Trait("Speed", "Slow")]
    public async Task What_whoever_leads_keeps_off_the_screens_is_seen_by_nobody_else_until_it_is_put_back(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (room, _, _, omar) = await WrittenAsync(app);
        await room.LeadAsync("next-stage");
        var shown = (await room.SeenByAsync(room.Lead))
            .GetProperty("shown")
            .EnumerateArray()
            .First(a => a.GetProperty("text").GetString() == Meant);
        var hiding = $"{room.Api}/shown/{shown.GetProperty("id").GetGuid()}/hiding";

        (await omar.ApiAsync(HttpMethod.Put, hiding, new { hidden = true })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await room.Lead.ApiAsync(HttpMethod.Put, hiding, new { hidden = true })).Status.ShouldBe(HttpStatusCode.OK);

        (await EverythingAsync(app, room, omar)).ShouldNotContain(Meant);
        (await room.Lead.GetAsync($"{room.Address}/screen")).Text.ShouldNotContain(Meant);
        await room.Lead.ApiAsync(HttpMethod.Put, hiding, new { hidden = false });
        (await omar.GetAsync(room.Address)).Text.ShouldContain(Meant);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Files_events_and_jobs_hold_no_text_of_a_session(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (room, _, _, _) = await WrittenAsync(app);
        await room.LeadAsync("next-stage");

        (await app.InDatabaseAsync(db => db.Events.AsNoTracking().Select(e => e.Facts).ToListAsync())).ShouldAllBe(f =>
            !f.Contains("canary-")
        );
        (await app.InDatabaseAsync(db => db.Jobs.AsNoTracking().Select(j => j.Payload ?? "").ToListAsync())).ShouldAllBe(p =>
            !p.Contains("canary-")
        );
        var files = Directory.EnumerateFiles(app.Settings.DataFolder, "*", SearchOption.AllDirectories).ToList();
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            Encoding.Latin1.GetString(copy.ToArray()).ShouldNotContain("canary-", Case.Insensitive, Path.GetFileName(file));
        }
    }

    [Theory, OnServersOfItsOwn]
    public async Task Erasing_the_organiser_takes_no_answer_of_anybody_else(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var organiser = await world.LeaderAsync("Dana");
        var room = await Room.OpenAsync(world, organiser);
        var tala = await room.JoinedAsync(await world.PersonAsync("Tala"));
        await room.GoToAsync(Goals);
        await room.WriteAsync(tala, Goals, Kept);

        await app.InDatabaseAsync(db =>
            Web.Wall.Erasing.ErasePersonAsync(db, app.Get<Web.Wall.KeyStore>(), organiser.Id, CancellationToken.None)
        );

        (await tala.GetAsync(room.Address)).Text.ShouldContain(Kept);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_stranger_finds_no_session_and_a_session_by_pin_opens_none(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (room, _, _, _) = await WrittenAsync(app);
        var stranger = await room.World.SignedInAsync(await room.World.HolderOfAsync(Domain.People.Role.Administrator));
        foreach (
            var address in new[]
            {
                room.Address,
                $"{room.Address}?handler=Now",
                $"{room.Address}/screen",
                $"{room.Address}/harvest",
                $"{room.Address}/people",
                room.Api,
                $"{room.Api}/stream",
            }
        )
        {
            (await stranger.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        var byPin = await room.World.SignedInAsync(await room.World.PersonAsync("Pia"), Domain.SignIn.Proof.Pin);
        (await byPin.GetAsync("/join")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>One keeps their answer, one shows it, one shows it and will regret it; a fourth writes nothing.</summary>
    private static async Task<(Room Room, Browser Tala, Browser Remy, Browser Omar)> WrittenAsync(TestApp app)
    {
        var world = await World.InAsync(app);
        var room = await Room.OpenAsync(world);
        var (tala, pat) = (await room.JoinedAsync(await world.PersonAsync("Tala")), await room.JoinedAsync(await world.PersonAsync("Pat")));
        var (remy, omar) = (
            await room.JoinedAsync(await world.PersonAsync("Remy")),
            await room.JoinedAsync(await world.PersonAsync("Omar"))
        );
        await room.GoToAsync(Goals);
        await room.WriteAsync(tala, Goals, Kept);
        await room.WriteAsync(pat, Goals, Meant, shows: true);
        await room.WriteAsync(remy, Goals, Regretted, shows: true);
        return (room, tala, remy, omar);
    }

    /// <summary>All that this person can get at: every address there is, with every id of the session in it.</summary>
    private static async Task<string> EverythingAsync(TestApp app, Room room, Browser reader)
    {
        var ids = await app.InDatabaseAsync(async db =>
            (await db.SessionAnswers.AsNoTracking().Select(a => a.Id).ToListAsync())
                .Select(a => a.Value)
                .Concat((await db.SessionMembers.AsNoTracking().Select(m => m.Id).ToListAsync()).Select(m => m.Value))
                .Append(room.Id)
                .ToList()
        );
        var text = new StringBuilder();
        foreach (var address in Addresses(app, ids).Append($"{room.Address}?handler=Now").Append($"{room.Address}/screen?handler=Now"))
        {
            using var answer = await reader.Client.GetAsync(new Uri(address, UriKind.Relative));
            text.Append(await answer.Content.ReadAsStringAsync());
        }

        text.Length.ShouldBeGreaterThan(50_000);
        return text.ToString();
    }

    /// <summary>Streams never end; what they say is looked at by itself.</summary>
    private static IEnumerable<string> Addresses(TestApp app, IReadOnlyCollection<Guid> ids) =>
        app.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains("GET"))
            .Select(e => "/" + (e.RoutePattern.RawText ?? "").TrimStart('/'))
            .Where(a => !a.StartsWith("/error", StringComparison.Ordinal) && !a.EndsWith("/stream", StringComparison.Ordinal))
            .Distinct()
            .SelectMany(a => a.Contains('{') ? ids.Select(id => Parameter().Replace(a, id.ToString())) : [a]);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
