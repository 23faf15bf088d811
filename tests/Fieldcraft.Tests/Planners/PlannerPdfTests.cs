using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Documents;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Planners;

/// <summary>The sheet as it comes out of the printer: its size in points, its pages, the size of its letters, and that nothing is lost.</summary>
public sealed partial class PlannerPdfTests
{
    private const string NoChromium = "Chromium is not installed: nothing here can print.";
    private const string NoReader = "Chromium or poppler-utils is not installed: nothing here can print and read it back.";
    private const double A3Across = 1190.55;
    private const double A3Upright = 841.89;

    public static bool HasChromium => ChromiumProcess.Program is not null;

    public static bool HasReader => HasChromium && Poppler.IsThere;

    [Theory(Skip = NoChromium, SkipUnless = nameof(HasChromium)), Trait("Needs", "Browser")]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public async Task A_planner_is_one_page_of_a3_across_or_two_of_a4_upright_however_much_is_written(double share)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(Database.Sqlite));
        var (browser, address, leader) = await taught.BegunAsync();
        await FillAsync(taught, leader, place => Sentence((int)(place.Field.Length() * share)));

        SizesOf(await PdfAsync(browser, $"{address}.pdf?paper=a3")).ShouldBe([(A3Across, A3Upright)], Within);
        SizesOf(await PdfAsync(browser, $"{address}.pdf?paper=a4x2")).ShouldBe([(595.28, A3Upright), (595.28, A3Upright)], Within);
        SizesOf(await PdfAsync(browser, $"/api/v1{address}/pdf")).Count.ShouldBe(1);
    }

    [Fact(Skip = NoChromium, SkipUnless = nameof(HasChromium)), Trait("Needs", "Browser")]
    public async Task A_blank_one_is_as_large_whole_or_in_halves()
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(Database.Sqlite));
        var (browser, _, _) = await taught.BegunAsync();
        var blank = $"/modules/{taught.Id.Value}/planner/blank.pdf";

        SizesOf(await PdfAsync(browser, $"{blank}?paper=a3")).ShouldBe([(A3Across, A3Upright)], Within);
        SizesOf(await PdfAsync(browser, $"{blank}?paper=a3&halves=true")).Count.ShouldBe(1);
        SizesOf(await PdfAsync(browser, $"{blank}?paper=a4x2")).ShouldBe([(595.28, A3Upright), (595.28, A3Upright)], Within);
        SizesOf(await PdfAsync(browser, $"/api/v1/planners/blank/pdf?module={taught.Id.Value}")).Count.ShouldBe(1);
    }

    [Fact(Skip = NoReader, SkipUnless = nameof(HasReader)), Trait("Needs", "Browser")]
    public async Task Letters_are_eleven_points_and_more_and_never_below_nine_and_every_word_is_there()
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(Database.Sqlite));
        var (browser, address, leader) = await taught.BegunAsync();

        await FillAsync(
            taught,
            leader,
            place => $"w{(int)place.Field}{place.Block.Replace("-", "", StringComparison.Ordinal)} {Sentence(place.Field.Length() / 3)}"
        );
        var half = await Poppler.ReadAsync(await PdfAsync(browser, $"{address}.pdf"));
        half.SmallestPoints.ShouldBeGreaterThanOrEqualTo(11);
        half.LargestPoints.ShouldBeGreaterThanOrEqualTo(16);
        half.Text.ShouldContain("Only you");
        await FillAsync(
            taught,
            leader,
            place => $"w{(int)place.Field}{place.Block.Replace("-", "", StringComparison.Ordinal)} {Sentence(place.Field.Length() - 12)}"
        );
        foreach (var paper in (string[])["a3", "a4x2"])
        {
            var full = await Poppler.ReadAsync(await PdfAsync(browser, $"{address}.pdf?paper={paper}"));

            full.SmallestPoints.ShouldBeGreaterThanOrEqualTo(9);
            foreach (var place in Places(taught).Where(p => p.Field is not PlannerField.TryOn))
            {
                full.Text.ShouldContain($"w{(int)place.Field}{place.Block.Replace("-", "", StringComparison.Ordinal)}");
            }
        }
    }

    [Fact(Skip = NoReader, SkipUnless = nameof(HasReader)), Trait("Needs", "Browser")]
    public async Task What_one_sheet_cannot_hold_goes_on_to_a_second_in_the_usual_size()
    {
        var wordy = TaughtModule.Content(c =>
            c with
            {
                Blocks =
                [
                    .. c.Blocks.SelectMany(b =>
                        new[] { b, b with { Id = b.Id + "-2" } }.Select(x =>
                            x with
                            {
                                Minutes = 3,
                                MinutesInHalves = null,
                                KeyMessage = TaughtModule.Text(Sentence(ModuleContent.LineLength)),
                            }
                        )
                    ),
                ],
                FirstHalfEndsWith = null,
            }
        );
        var taught = await TaughtModule.InAsync(await World.OnAsync(Database.Sqlite), content: wordy);
        var (browser, address, leader) = await taught.BegunAsync();
        await FillAsync(taught, leader, place => Sentence(place.Field.Length()));

        var pdf = await PdfAsync(browser, $"{address}.pdf?paper=a3");

        SizesOf(pdf).Count.ShouldBeGreaterThan(1);
        (await Poppler.ReadAsync(pdf)).SmallestPoints.ShouldBeGreaterThanOrEqualTo(11);
    }

    [Fact(Skip = NoReader, SkipUnless = nameof(HasReader)), Trait("Needs", "Browser")]
    public async Task A_word_without_end_is_broken_and_stays_on_the_sheet()
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(Database.Sqlite));
        var (browser, address, leader) = await taught.BegunAsync();
        await FillAsync(taught, leader, place => new string('W', place.Field.Length()));

        var pdf = await PdfAsync(browser, $"{address}.pdf?paper=a4x2");

        (await Poppler.ReadAsync(pdf)).RightMost.ShouldBeLessThan(595.28);
    }

    [Fact(Skip = NoReader, SkipUnless = nameof(HasReader)), Trait("Needs", "Browser")]
    public async Task An_arabic_module_is_set_from_right_to_left()
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(Database.Sqlite));
        var leader = await taught.World.PersonAsync("Amira", facts: f => f with { Language = "ar" });
        await taught.World.PersonAsync("Kofi", leader);
        var (browser, address, _) = await taught.BegunAsync(leader);
        await FillAsync(taught, leader, place => place.Field == PlannerField.Words ? "أبدأ بالرصيف المبلل" : "");

        var sheet = (await browser.GetAsync($"{address}/print")).Document.QuerySelector(".planner-sheet")!;
        sheet.GetAttribute("dir").ShouldBe("rtl");
        sheet.GetAttribute("lang").ShouldBe("ar");
        sheet.TextContent.ShouldContain("أهلا");
        var read = await Poppler.ReadAsync(await PdfAsync(browser, $"{address}.pdf?paper=a4x2"));

        SizesOf(await PdfAsync(browser, $"{address}.pdf?paper=a3")).ShouldBe([(A3Across, A3Upright)], Within);
        // The strip with the minutes stands on the right; in an Arabic line the smaller number does as well.
        read.LeftMostOf("0–5", "5–0").ShouldBeGreaterThan(595.28 / 2);
    }

    [Fact, Trait("Needs", "Server")]
    public async Task Without_a_printer_the_page_says_how_to_print_instead()
    {
        await using var app = await TestApp.StartAsync(
            Database.Sqlite,
            also: builder => builder.Services.AddSingleton<IPdfPrinter, NoPrinter>()
        );
        var taught = await TaughtModule.InAsync(await World.InAsync(app));
        var (browser, address, _) = await taught.BegunAsync();

        foreach (var pdf in (string[])[$"{address}.pdf", $"/modules/{taught.Id.Value}/planner/blank.pdf"])
        {
            var page = await browser.GetAsync(pdf);
            page.Status.ShouldBe(HttpStatusCode.Conflict);
            page.Main.ShouldContain("Print the planner with your browser");
            (await browser.GetAsync(page.Document.QuerySelector("main a.button")!.GetAttribute("href")!)).Status.ShouldBe(
                HttpStatusCode.OK
            );
        }

        (await browser.ApiAsync(HttpMethod.Get, $"/api/v1{address}/pdf")).Body.GetProperty("code").GetString().ShouldBe("pdf-unavailable");
    }

    [Theory]
    [InlineData(1, 0.75, 1, "1 0.93 0.86 0.8 0.75")]
    [InlineData(1, 0.82, 1.2, "1.16 1.08 1 0.93 0.86 0.82")]
    [InlineData(2, 1, 1, "1")]
    public void Sizes_are_tried_from_the_largest_down(int pages, double smallest, double largest, string sizes) =>
        string.Join(' ', new PaperAim(pages, smallest, largest).Sizes.Select(s => s.ToString(CultureInfo.InvariantCulture)))
            .ShouldBe(sizes);

    private static bool Within(double one, double other) => Math.Abs(one - other) <= 1;

    private static string Sentence(int length) =>
        length <= 0
            ? ""
            : string.Concat(Enumerable.Repeat("the van waits at gate two because nobody told us ", (length / 48) + 1))[..length].Trim();

    private static IEnumerable<PlannerPlace> Places(TaughtModule taught) =>
        Web.Features.Planners.PlannerPart.Of(ModuleContent.FromJson(taught.Edition.Content)).SelectMany(p => p.Fields.Select(p.At));

    /// <summary>Writes every place of a leader's planner.</summary>
    private static async Task FillAsync(TaughtModule taught, Person leader, Func<PlannerPlace, string> text)
    {
        await using var scope = taught.World.App.Application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        var planner = await db.Planners.Include(p => p.Texts).SingleAsync(p => p.OwnerId == leader.Id);
        var sealer = await scope
            .ServiceProvider.GetRequiredService<Vault>()
            .SealerAsync(leader.Id, planner.Id.Value, CancellationToken.None);
        var content = ModuleContent.FromJson(taught.Edition.Content);
        foreach (var place in Places(taught))
        {
            planner.Write(place, place.Field == PlannerField.TryOn ? "2027-03-02" : text(place), content, sealer, taught.World.Now);
        }

        await db.SaveChangesAsync();
    }

    private static async Task<byte[]> PdfAsync(Browser browser, string address)
    {
        using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Width and height of each page in points, by its MediaBox.</summary>
    private static List<(double Width, double Height)> SizesOf(byte[] pdf)
    {
        var boxes = MediaBox().Matches(Encoding.Latin1.GetString(pdf)).ToList();
        boxes.Count.ShouldBe(ChromiumPrinter.PagesOf(pdf));
        return [.. boxes.Select(b => (Number(b.Groups["w"]), Number(b.Groups["h"])))];
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+(?<w>[\d.]+)\s+(?<h>[\d.]+)\s*\]", RegexOptions.CultureInvariant)]
    private static partial Regex MediaBox();
}

internal static class Sizes
{
    /// <summary>Each page as large as it should be, to a point.</summary>
    public static void ShouldBe(
        this List<(double Width, double Height)> pages,
        IReadOnlyList<(double Width, double Height)> wanted,
        Func<double, double, bool> within
    )
    {
        pages.Count.ShouldBe(wanted.Count);
        foreach (var (page, want) in pages.Zip(wanted))
        {
            (within(page.Width, want.Width) && within(page.Height, want.Height)).ShouldBeTrue($"{page} is not {want}");
        }
    }
}
