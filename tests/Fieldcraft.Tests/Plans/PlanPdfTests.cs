using System.Net;
using System.Text;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fieldcraft.Tests.Plans;

public sealed class PlanPdfTests
{
    private const string NoChromium = "Chromium is not installed: nothing here can print.";

    public static bool HasChromium => ChromiumProcess.Program is not null;

    [Fact(Skip = NoChromium, SkipUnless = nameof(HasChromium)), Trait("Needs", "Browser")]
    public async Task Every_example_fits_on_one_page_of_a4_and_of_letter()
    {
        var world = await World.OnAsync(Database.Sqlite);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        foreach (var number in Enumerable.Range(1, 6))
        {
            var started = await (await browser.GetAsync($"/plans/new?example={number}")).SubmitAsync("main form");
            foreach (var paper in (string[])["a4", "letter"])
            {
                using var answer = await browser.Client.GetAsync(
                    new Uri($"{started.RedirectsTo}.pdf?paper={paper}", UriKind.Relative),
                    TestContext.Current.CancellationToken
                );
                var pdf = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
                answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
                Encoding.Latin1.GetString(pdf, 0, 5).ShouldBe("%PDF-");
                ChromiumPrinter.PagesOf(pdf).ShouldBe(1, $"example {number} on {paper}");
            }
        }
    }

    [Fact(Skip = NoChromium, SkipUnless = nameof(HasChromium)), Trait("Needs", "Browser")]
    public async Task A_printer_whose_process_died_starts_another()
    {
        await using var printer = new ChromiumPrinter(TimeProvider.System, NullLogger<ChromiumPrinter>.Instance);
        (await printer.PrintAsync("<p>one</p>", TestContext.Current.CancellationToken)).IsDone.ShouldBeTrue();

        System.Diagnostics.Process.GetProcessById(printer.ProcessId!.Value).Kill(entireProcessTree: true);

        (await printer.PrintAsync("<p>two</p>", TestContext.Current.CancellationToken)).IsDone.ShouldBeTrue();
    }

    [Fact(Skip = NoChromium, SkipUnless = nameof(HasChromium)), Trait("Needs", "Browser")]
    public async Task Pages_asked_for_at_once_are_printed_one_after_the_other()
    {
        await using var printer = new ChromiumPrinter(TimeProvider.System, NullLogger<ChromiumPrinter>.Instance);

        var printed = await Task.WhenAll(
            Enumerable.Range(1, 4).Select(n => printer.PrintAsync($"<p>{n}</p>", TestContext.Current.CancellationToken))
        );

        printed.ShouldAllBe(p => p.IsDone);
    }

    [Fact]
    public void Pages_are_counted_by_their_objects() =>
        ChromiumPrinter.PagesOf(Encoding.Latin1.GetBytes("<</Type /Page\n>> <</Type /Pages /Count 2>> <</Type/Page/Parent>>")).ShouldBe(2);

    [Fact, Trait("Needs", "Server")]
    public async Task Without_a_printer_the_page_says_how_to_print_instead()
    {
        await using var app = await TestApp.StartAsync(
            Database.Sqlite,
            also: builder => builder.Services.AddSingleton<IPdfPrinter, NoPrinter>()
        );
        var world = await World.InAsync(app);
        var (browser, address) = await PlanPagesTests.PlanAsync(world, await world.LeaderAsync("Amira"));

        var page = await browser.GetAsync($"{address}.pdf");
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Main.ShouldContain("Print it with your browser");
        var answer = await browser.ApiAsync(HttpMethod.Get, $"/api/v1{address}/pdf");
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Body.GetProperty("code").GetString().ShouldBe("pdf-unavailable");
    }
}
