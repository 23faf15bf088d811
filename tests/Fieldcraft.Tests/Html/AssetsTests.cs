using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Web.Html;

namespace Fieldcraft.Tests.Html;

/// <summary>The stylesheet, the scripts and how they are served.</summary>
public sealed partial class AssetsTests
{
    private const int StylesheetLimit = 14 * 1024;
    private const int ScriptsLimit = 9 * 1024;
    private const int LinesPerFile = 150;
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    [Fact]
    public async Task The_stylesheet_is_one_file_in_the_order_of_its_layers()
    {
        var css = (await (await BrowserAsync()).GetAsync("/css/site.css")).Text;

        css.ShouldStartWith("@layer reset,tokens,base,layout,components,features,utilities,print;");
        css.ShouldNotContain("@import");
        css.ShouldNotContain("/*");
        // Spaces that are there for us are gone; those inside a text, and between what a selector leads through, stay.
        css.ShouldNotContain("\n");
        css.ShouldContain("content:attr(data-label) \" · \"");
        css.ShouldContain("table.stack td[data-label]::before{");
        foreach (var layer in (string[])["reset", "tokens", "base", "layout", "components", "features", "utilities", "print"])
        {
            css.ShouldContain($"@layer {layer}{{");
        }
    }

    [Fact]
    public void Every_stylesheet_is_imported_and_every_import_exists()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Root, "css"), "*.css", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Path.Combine(Root, "css"), f).Replace('\\', '/'))
            .Where(f => f != "site.css");
        var imported = Imports().Matches(File.ReadAllText(Path.Combine(Root, "css", "site.css"))).Select(m => m.Groups["file"].Value);

        imported.Order(StringComparer.Ordinal).ShouldBe(files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_first_visit_stays_light()
    {
        var modules = (await TestApp.SharedAsync(Database.Sqlite)).Get<Assets>().Modules.Select(m => m.Split('/', '?')[2]).ToList();
        // As it is sent: one sheet, without the comments that stay with us.
        var sheet = (await (await BrowserAsync()).GetAsync("/css/site.css")).Text;

        Packed([Encoding.UTF8.GetBytes(sheet)]).ShouldBeLessThan(StylesheetLimit);
        modules.ShouldContain("autosave.js");
        modules.ShouldNotContain("live.js");
        modules.Append("site.js").Sum(m => Packed([File.ReadAllBytes(Path.Combine(Root, "js", m))])).ShouldBeLessThan(ScriptsLimit);
    }

    [Fact]
    public void Files_stay_short_and_only_logical_sides_are_named()
    {
        foreach (
            var file in Directory
                .EnumerateFiles(Root, "*.*", SearchOption.AllDirectories)
                .Where(f => Path.GetExtension(f) is ".css" or ".js")
        )
        {
            var text = File.ReadAllText(file);
            text.Split('\n').Length.ShouldBeLessThanOrEqualTo(LinesPerFile, file);
            if (file.EndsWith(".css", StringComparison.Ordinal))
            {
                PhysicalSides().Matches(text).Select(m => m.Value).ShouldBeEmpty(file);
            }
        }
    }

    [Theory]
    [InlineData("/css/site.css")]
    [InlineData("/js/site.js")]
    [InlineData("/img/icons.svg")]
    public async Task An_address_with_the_hash_may_be_kept_for_good_and_one_without_is_asked_again(string path)
    {
        var app = await TestApp.SharedAsync(Database.Sqlite);
        var browser = app.NewBrowser();
        var hashed = await browser.GetAsync(app.Get<Assets>().Address(path));
        var plain = await browser.GetAsync(path);

        hashed.Response.Headers.CacheControl!.ToString().ShouldContain("immutable");
        plain.Response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        var (status, _, _) = await browser.ApiAsync(HttpMethod.Get, path, headers: ("If-None-Match", plain.Response.Headers.ETag!.Tag));
        status.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task What_a_browser_can_unpack_is_sent_packed(string encoding)
    {
        var (_, _, response) = await (await BrowserAsync()).ApiAsync(
            HttpMethod.Get,
            "/css/site.css",
            headers: ("Accept-Encoding", encoding)
        );

        response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        response.Content.Headers.ContentLength!.Value.ShouldBeLessThan(StylesheetLimit);
    }

    [Fact]
    public async Task A_module_asks_for_its_neighbours_of_the_same_day()
    {
        var script = (await (await BrowserAsync()).GetAsync("/js/autosave.js")).Text;

        script.ShouldContain("from \"./send.js?v=");
        script.ShouldNotContain(".js\"");
    }

    [Fact]
    public void Every_word_that_a_script_asks_for_is_given_by_the_page()
    {
        var asked = Directory
            .EnumerateFiles(Path.Combine(Root, "js"))
            .SelectMany(f => AskedWords().Matches(File.ReadAllText(f)))
            .Select(m => Capital().Replace(m.Groups["key"].Value, c => "-" + char.ToLowerInvariant(c.Value[0])))
            .ToHashSet(StringComparer.Ordinal);
        var given = ScriptWordsTag.Keys;

        asked.Count.ShouldBeGreaterThan(10);
        asked.Except(given).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_path_trick_finds_no_file()
    {
        var browser = await BrowserAsync();

        foreach (var address in (string[])["/css/../appsettings.json", "/js/..%2f..%2fmaster.key", "/css/reset.css"])
        {
            (await browser.GetAsync(address)).Status.ShouldNotBe(HttpStatusCode.OK, address);
        }
    }

    private static async Task<Browser> BrowserAsync() => (await TestApp.SharedAsync(Database.Sqlite)).NewBrowser();

    private static long Packed(IEnumerable<byte[]> files)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            foreach (var file in files)
            {
                gzip.Write(file);
            }
        }

        return target.Length;
    }

    [GeneratedRegex("""@import url\("(?<file>[^"]+)"\)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Imports();

    [GeneratedRegex(
        @"\b(margin|padding|border)-(left|right|top|bottom)\b|text-align:\s*(left|right)|[{;]\s*(left|right|top|bottom|width|height):",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex PhysicalSides();

    [GeneratedRegex("""word\("(?<key>\w+)"|version\("(?<key>\w+)"|, "(?<key>keep\w+)",""", RegexOptions.ExplicitCapture)]
    private static partial Regex AskedWords();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
