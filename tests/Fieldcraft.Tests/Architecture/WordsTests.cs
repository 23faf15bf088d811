using System.Text.RegularExpressions;
using Fieldcraft.Tests.Approved;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Tests.Architecture;

public sealed partial class WordsTests
{
    private static readonly IReadOnlyDictionary<string, string> English = new WordCatalogue(
        Path.Combine(AppContext.BaseDirectory, "content"),
        false
    )[WordCatalogue.Source];

    [Fact]
    public void Every_word_that_a_page_or_the_code_asks_for_is_there()
    {
        var missing = Sources()
            .SelectMany(f => Asked().Matches(File.ReadAllText(f)).Select(m => (Key: m.Groups["key"].Value, File: Path.GetFileName(f))))
            .Where(a => !English.ContainsKey(a.Key))
            .Where(a => !English.ContainsKey(a.Key + ".one"))
            .Distinct();

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void No_page_has_a_visible_text_of_its_own()
    {
        var texts = Directory
            .EnumerateFiles(Path.Combine(ApprovedFile.Root, "src/Fieldcraft.Web/Features"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(f => PlainTexts(File.ReadAllText(f)).Select(t => $"{Path.GetFileName(f)}: {t}"));

        texts.ShouldBeEmpty();
    }

    [Fact]
    public void A_visible_text_in_a_page_is_found() =>
        PlainTexts("@page\n<h1>@W[\"a.b\"]</h1>\n<p>Hello there</p>").ShouldBe(["Hello there"]);

    [Fact]
    public void The_pseudo_language_keeps_arguments_and_marks_every_text() =>
        PseudoText.Of("Saved {0:HH:mm} by {1}").ShouldBe("[Šåṽéđ {0:HH:mm} ƀý {1}·······]");

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(ApprovedFile.Root, "src/Fieldcraft.Web"), "*.cs*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<string> PlainTexts(string page)
    {
        // Razor code, samples of code and expressions go; what then stands between tags must hold no letters.
        var markup = Code().Replace(WithoutExpressions(page), "");
        return Between()
            .Matches(markup)
            .Select(m => m.Groups["text"].Value.Trim())
            .Where(t => Letters().IsMatch(t) && t[0] is not ('@' or '{' or '}'));
    }

    /// <summary>The page without @(…), @name, @name[…], @name(…).name: whatever is worked out, not written.</summary>
    private static string WithoutExpressions(string page)
    {
        var left = new System.Text.StringBuilder(page.Length);
        for (var i = 0; i < page.Length; i++)
        {
            if (
                page[i] != '@'
                || i + 1 == page.Length
                || page[i + 1] is '{' or '*'
                || Directive().IsMatch(page[(i + 1)..Math.Min(page.Length, i + 14)])
            )
            {
                left.Append(page[i]);
                continue;
            }

            while (i + 1 < page.Length && (char.IsLetterOrDigit(page[i + 1]) || page[i + 1] is '.' or '_' or '(' or '[' or '!'))
            {
                i = page[i + 1] is '(' or '[' ? AfterBracket(page, i + 1) : i + 1;
            }
        }

        return left.ToString();
    }

    private static int AfterBracket(string page, int at)
    {
        var depth = 0;
        for (var i = at; i < page.Length; i++)
        {
            depth +=
                page[i] is '(' or '[' ? 1
                : page[i] is ')' or ']' ? -1
                : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return page.Length - 1;
    }

    [GeneratedRegex("^(?:page|model|using|inject|addTagHelper|namespace|section|functions|if|else|foreach|for|switch|while|await)\\b")]
    private static partial Regex Directive();

    [GeneratedRegex(
        """(?:W|words)(?:\.Count\(|\[)"(?<key>[a-z0-9_.]+\.[A-Za-z0-9_.-]*[A-Za-z0-9_-])"[,\])]""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Asked();

    [GeneratedRegex(
        """<code[^>]*>[^<]*</code>|(?s:@\*.*?\*@|@\{.*?\n\})|^@(?:page|model|using|inject|addTagHelper|namespace|section|functions).*$|^\s*@?(?:if|else|foreach|for|switch|var|while)\b.*$|^\s*[{}].*$|^\s*(?:case|break|default|const|await|string)\b.*$""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Code();

    [GeneratedRegex(""">(?<text>[^<>]+)<""", RegexOptions.ExplicitCapture)]
    private static partial Regex Between();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();
}
