using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>
/// <c>&lt;seal-line share="…" looks="…" /&gt;</c>: who can see this now. Only the owner, unless <c>with</c> names people and <c>until</c> the
/// last day. Behind the line stand the ways to share, to end it, and to see who looked.
/// </summary>
[HtmlTargetElement("seal-line")]
public sealed class SealLineTag(Words words, Assets assets, HtmlEncoder encoder) : TagHelper
{
    /// <summary>The people it is shared with; empty when nobody but the owner sees it.</summary>
    public IReadOnlyCollection<string> With { get; set; } = [];

    public DateOnly? Until { get; set; }

    /// <summary>A word key to say instead, such as "Counts only, in groups of five or more".</summary>
    [HtmlAttributeName("words")]
    public string? Key { get; set; }

    /// <summary>Address where a copy can be shared.</summary>
    public string? Share { get; set; }

    /// <summary>Address where the sharing can be ended.</summary>
    public string? End { get; set; }

    /// <summary>Address of who looked, and when.</summary>
    public string? Looks { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "seal");
        if (With.Count > 0)
        {
            output.Attributes.SetAttribute("data-reach", "shared");
        }

        var html = IconTag.Draw(new Markup(encoder).Raw("<summary>"), assets, With.Count > 0 ? "shared" : "only-you");
        html.Element("span", Sentence()).Raw("</summary><div>");
        html.Element(
            "p",
            words[
                With.Count > 0 ? "design.seal.shared.text"
                : Key is null ? "design.seal.only_you.text"
                : Key + ".text"
            ]
        );
        if (Share is not null || End is not null || Looks is not null)
        {
            html.Raw("<ul>");
            Link(html, Share, "design.seal.share");
            Link(html, End, "design.seal.end");
            Link(html, Looks, "design.seal.looks");
            html.Raw("</ul>");
        }

        output.Content.SetHtmlContent(html.Content(inside).Raw("</div>"));
    }

    private string Sentence()
    {
        if (With.Count == 0)
        {
            return words[Key ?? "design.seal.only_you"];
        }

        var whom = With.Count == 1 ? With.First() : words.Count("design.seal.people", With.Count);
        return Until is { } day ? words["design.seal.shared_until", whom, words.Day(day)] : words["design.seal.shared", whom];
    }

    private void Link(Markup html, string? address, string word)
    {
        if (address is not null)
        {
            html.Raw("<li><a").Attribute("href", address).Raw(">").Text(words[word]).Raw("</a></li>");
        }
    }
}
