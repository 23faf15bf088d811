using System.Net;
using System.Net.Http.Headers;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Tests.Harness;

namespace Fieldcraft.Tests.Modules;

public sealed class MediaTests
{
    private static readonly byte[] Mp4 = [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[64]];
    private static readonly byte[] Page = [.. "<html><script>alert(1)</script></html>"u8];

    [Theory, OnEveryDatabase]
    public async Task A_film_is_made_from_slides_shown_in_a_block_and_read_without_script(Database database)
    {
        var module = await ModuleWorld.OnAsync(database);
        await module.StartAsync();
        var form = await module.Designer.GetAsync($"{module.Address}/films/new");
        (await form.SubmitAsync("main form", ("Input.Title", "Promises"))).Status.ShouldBe(HttpStatusCode.BadRequest);

        var made = await form.SubmitAsync(
            "main form",
            ("Input.Title", "Promises"),
            ("Input.Slides[0].Title", "Noon"),
            ("Input.Slides[0].Narration", "She hears noon and waits.")
        );

        made.Status.ShouldBe(HttpStatusCode.Redirect);
        var film = await FilmAsync(module);
        (await module.WriteAsync("blocks/film-1", ("Input.Media", $"{film.Id.Value}"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await module.Leader.GetAsync($"/media/{film.Id.Value}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await module.CompleteAsync();
        await module.PilotAsync(58);
        await module.PublishAsync();
        var played = await module.Employee.GetAsync($"/media/{film.Id.Value}");
        played.Main.ShouldContain("She hears noon and waits.");
        played.Document.QuerySelectorAll("[data-seconds]").Length.ShouldBe(1);
        (await module.Leader.GetAsync(module.Address)).Main.ShouldContain("Promises");
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_published_edition_shows_can_neither_be_changed_nor_removed(Database database)
    {
        var module = await ModuleWorld.OnAsync(database);
        await module.StartAsync();
        var film = await MakeAsync(module);
        await module.WriteAsync("blocks/film-1", ("Input.Media", $"{film.Id.Value}"));
        await module.CompleteAsync();
        await module.PilotAsync(58);
        await module.PublishAsync();

        var told = await (await module.Designer.GetAsync($"/media/{film.Id.Value}/film")).SubmitAsync(
            "main form",
            ("Input.Title", "Otherwise")
        );
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        var (status, problem, _) = await module.Designer.ApiAsync(HttpMethod.Delete, $"/api/v1/modules/media/{film.Id.Value}");
        status.ShouldBe(HttpStatusCode.Conflict);
        problem.GetProperty("code").GetString().ShouldBe("media-in-use");
        (await FilmAsync(module)).Title.ShouldBe("Promises");
    }

    [Theory, OnEveryDatabase]
    public async Task A_file_is_known_by_its_bytes_and_needs_captions_before_publishing(Database database)
    {
        var module = await ModuleWorld.OnAsync(database);
        await module.StartAsync();
        await module.CompleteAsync();
        await module.PilotAsync(58);
        (await UploadAsync(module, Page, "film.mp4")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await UploadAsync(module, new byte[ModuleMedia.FileAtMost + 1], "film.mp4")).Main.ShouldContain("larger than 8 MB");

        (await UploadAsync(module, Mp4, "../../etc/na<me>.mp4")).Status.ShouldBe(HttpStatusCode.Redirect);

        var media = await FilmAsync(module);
        media.FileName.ShouldBe("name.mp4");
        media.ContentType.ShouldBe("video/mp4");
        await module.WriteAsync("blocks/film-1", ("Input.Media", $"{media.Id.Value}"));
        var missing = await module.Designer.GetAsync($"{module.Address}/draft/publish");
        missing.Main.ShouldContain("shows something without captions");
        var page = await module.Designer.GetAsync($"/media/{media.Id.Value}");
        (await page.SubmitAsync("main form", ("Captions", "She waits."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await module.PublishAsync()).RedirectsTo.ShouldBe(module.Address);

        var file = (await module.Employee.GetAsync($"/media/{media.Id.Value}/file")).Response;
        file.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        file.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("sandbox");
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(Mp4);
        (await module.Employee.GetAsync($"/media/{media.Id.Value}/captions.vtt")).Text.ShouldStartWith("WEBVTT");
    }

    [Theory, OnEveryDatabase]
    public async Task A_voice_is_kept_for_a_film_and_a_page_that_calls_itself_one_is_not(Database database)
    {
        var module = await ModuleWorld.OnAsync(database);
        await module.StartAsync();
        var film = await MakeAsync(module);
        byte[] webm = [0x1A, 0x45, 0xDF, 0xA3, .. new byte[32]];

        (
            await module.Designer.ApiAsync(HttpMethod.Put, $"/api/v1/modules/media/{film.Id.Value}/voice", new { file = Page })
        ).Status.ShouldBe(HttpStatusCode.Conflict);
        (
            await module.Designer.ApiAsync(HttpMethod.Put, $"/api/v1/modules/media/{film.Id.Value}/voice", new { file = webm })
        ).Status.ShouldBe(HttpStatusCode.NoContent);

        var page = await module.Designer.GetAsync($"/media/{film.Id.Value}/film");
        page.Document.QuerySelector("audio").ShouldNotBeNull();
        page.Response.Headers.GetValues("Permissions-Policy").ShouldHaveSingleItem().ShouldContain("microphone=(self)");
        (await module.Designer.GetAsync("/team-learning"))
            .Response.Headers.GetValues("Permissions-Policy")
            .ShouldHaveSingleItem()
            .ShouldContain("microphone=()");
        (await FilmAsync(module)).ContentType.ShouldBe("audio/webm");
    }

    [Fact]
    public void Text_without_times_becomes_captions_and_captions_become_text()
    {
        Web.Features.Modules.WebVtt.FileOf("She waits.").ShouldStartWith("WEBVTT\n\n00:00:00.000 -->");
        Web.Features.Modules.WebVtt.TextOf("WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nShe waits.\n").ShouldBe("She waits.");
    }

    private static Task<ModuleMedia> FilmAsync(ModuleWorld module) =>
        module.World.InDatabaseAsync(db => Task.FromResult(db.ModuleMedia.Single(m => m.ModuleId == module.Module.Id)));

    private static async Task<ModuleMedia> MakeAsync(ModuleWorld module)
    {
        var (status, _, _) = await module.Designer.ApiAsync(
            HttpMethod.Post,
            $"{module.Api}/media",
            new
            {
                title = "Promises",
                language = "en",
                slides = new[] { new { title = "Noon", narration = "She hears noon." } },
            }
        );
        status.ShouldBe(HttpStatusCode.Created);
        return await FilmAsync(module);
    }

    private static async Task<Page> UploadAsync(ModuleWorld module, byte[] file, string name)
    {
        var page = await module.Designer.GetAsync($"{module.Address}/media");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.Document.QuerySelector("input[name=_form]")!.GetAttribute("value")!), "_form" },
            { new StringContent("Promises"), "Input.Title" },
            { new StringContent("en"), "Input.Language" },
        };
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("video/mp4");
        content.Add(part, "Input.File", name);
        return await Harness.Page.OfAsync(
            module.Designer,
            await module.Designer.Client.PostAsync(new Uri($"{module.Address}/media", UriKind.Relative), content),
            $"{module.Address}/media"
        );
    }
}
