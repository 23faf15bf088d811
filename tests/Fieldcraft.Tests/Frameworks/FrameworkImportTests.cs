using System.Net;
using System.Text;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Frameworks;

public sealed class FrameworkImportTests
{
    private const string Table =
        "id,name,level1,level2,level3,level4,adverse_conditions\ncash,Cash and care,a,b,c,d,3\ncomposure,Calm,,,,,2";

    [Theory, OnServersOfItsOwn]
    public async Task Nothing_changes_before_it_is_confirmed(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);

        var dry = await framework.UploadAsync(Table);
        (await framework.World.InDatabaseAsync(db => db.FrameworkEditions.CountAsync())).ShouldBe(0);
        var answer = await dry.SubmitAsync("main form");

        dry.Main.ShouldContain("The file does not name it.");
        answer.RedirectsTo.ShouldBe("/framework/draft/preview");
        var content = await ContentAsync(framework);
        content.Capabilities.Where(c => !c.IsHidden).Select(c => c.Id).ShouldBe(["cash", "composure"]);
        content.WeightsOf("composure")["adverse_conditions"].ShouldBe(2);
        content.WeightsOf("composure")["high_stakes"].ShouldBe(3);
        (await framework.Reader.GetAsync("/framework")).Main.ShouldNotContain("Cash and care");
    }

    [Theory, OnServersOfItsOwn]
    public async Task What_was_looked_at_is_what_is_taken_in(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        var dry = await framework.UploadAsync(Table);
        await framework.StartAsync();
        await framework.RewriteAsync("delegation", ("Input.Name", "Handing over"));

        var answer = await dry.SubmitAsync("main form");

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("The framework changed since you looked.");
        (await answer.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ContentAsync(framework)).Capabilities.Single(c => c.Id == "delegation").Name.ShouldBe("Handing over");
    }

    [Theory, OnServersOfItsOwn]
    public async Task An_export_taken_in_again_changes_nothing(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();
        await framework.RewriteAsync(
            "composure",
            ("Input.Name", "=SUM(calm)"),
            ("Input.Level1", "- Shows \"stress\"; openly, to the team"),
            ("Input.Examples", "+61 2 5550 0100 in the flood\nThe peak, 2025 | night"),
            ("Input.Statements", "@ the dock: stays calm")
        );
        await framework.PressAsync("Hide", "networking");
        await framework.PressAsync("Down", "strategic_thinking");
        await (await framework.Designer.GetAsync("/framework/draft/capabilities/execution/weights")).SubmitAsync(
            "main form",
            ("Weights[new_directions]", "3")
        );
        await framework.PublishAsync();
        var edition = FrameworkWorld.Edition(
            await framework.World.InDatabaseAsync(db => db.FrameworkEditions.Select(e => e.Id).SingleAsync())
        );
        foreach (var file in (string[])["framework.csv", "framework.json"])
        {
            var export = await framework.Reader.Client.GetByteArrayAsync(new Uri($"{edition}/{file}", UriKind.Relative));

            var dry = await framework.UploadAsync(export, file);

            dry.Main.ShouldContain("There is nothing to take in: the framework says the same.", customMessage: file);
            dry.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(0, file);
        }

        var table = await framework.Reader.Client.GetStringAsync(new Uri($"{edition}/framework.csv", UriKind.Relative));
        table.ShouldContain(",'=SUM(calm),");
        table.ShouldContain("\"'- Shows \"\"stress\"\"; openly");
        table.ShouldContain("\"'+61 2 5550");
        table.ShouldContain(",'@ the dock");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Rubbish_comes_back_with_a_sentence(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        (byte[] File, HttpStatusCode Status, string Says)[] cases =
        [
            ([], HttpStatusCode.BadRequest, "The file is empty."),
            (Encoding.UTF8.GetBytes(new string('x', 10 * 1024 * 1024)), HttpStatusCode.BadRequest, "larger than 1 MB"),
            ([1, 2, 3, 0, 0, 9], HttpStatusCode.BadRequest, "neither a table nor a CASE package"),
            ("{\"CFDocument\": "u8.ToArray(), HttpStatusCode.OK, "it is not JSON"),
            ("{\"CFDocument\": 7, \"CFItems\": \"all\"}"u8.ToArray(), HttpStatusCode.OK, "$.CFItems"),
            ("id,name\ncash,=cmd|' /C calc'!A0"u8.ToArray(), HttpStatusCode.OK, "This is a formula"),
            (
                "id,name,level1,level2,level3,level4\ncash,<script>alert(1)</script>,a,b,c,d"u8.ToArray(),
                HttpStatusCode.OK,
                "<script>alert(1)</script>"
            ),
        ];
        foreach (var (file, status, says) in cases)
        {
            var page = await framework.UploadAsync(file);
            page.Status.ShouldBe(status, says);
            page.Main.ShouldContain(says);
            page.Text.ShouldNotContain("<script>alert");
        }

        (await framework.World.InDatabaseAsync(db => db.FrameworkEditions.CountAsync())).ShouldBe(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_api_tries_a_file_and_takes_it_in_as_it_was_tried(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);

        var (_, dry, _) = await framework.Designer.ApiAsync(HttpMethod.Post, "/api/v1/frameworks/import/dry-run", new { file = Table });
        var basis = dry.GetProperty("basis").GetString();
        var (blind, problem, _) = await framework.Designer.ApiAsync(
            HttpMethod.Post,
            "/api/v1/frameworks/import",
            new { file = Table, basis = "x" }
        );
        var (status, _, _) = await framework.Designer.ApiAsync(HttpMethod.Post, "/api/v1/frameworks/import", new { file = Table, basis });
        var (unreadable, _, _) = await framework.Designer.ApiAsync(
            HttpMethod.Post,
            "/api/v1/frameworks/import/dry-run",
            new { file = "nothing" }
        );

        dry.GetProperty("canBeTakenIn").GetBoolean().ShouldBeTrue();
        (blind, problem.GetProperty("code").GetString()).ShouldBe((HttpStatusCode.Conflict, "framework-import-outdated"));
        status.ShouldBe(HttpStatusCode.Created);
        unreadable.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Task<FrameworkContent> ContentAsync(FrameworkWorld framework) =>
        framework.World.InDatabaseAsync(async db =>
            FrameworkContent.FromJson((await db.FrameworkEditions.AsNoTracking().SingleAsync()).Content)
        );
}
