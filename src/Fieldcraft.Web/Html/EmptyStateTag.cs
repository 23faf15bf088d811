using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>
/// <c>&lt;empty-state words="journal.empty" href="…" example="…" /&gt;</c>: one sentence of what will stand here (<c>journal.empty</c>), one
/// action (<c>journal.empty.action</c>), one real example (<c>journal.empty.example</c>).
/// </summary>
[HtmlTargetElement("empty-state", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EmptyStateTag(Words words, HtmlEncoder encoder) : TagHelper
{
    [HtmlAttributeName("words")]
    public required string Key { get; set; }

    public string? Href { get; set; }

    public string? Example { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var html = new Markup(encoder).Raw("<div class=\"empty\">").Element("p", words[Key]);
        if (Href is not null || Example is not null)
        {
            html.Raw("<p class=\"actions\">");
            Link(html, Href, ".action", "button");
            Link(html, Example, ".example", "button plain");
            html.Raw("</p>");
        }

        output.Content.SetHtmlContent(html.Raw("</div>"));
    }

    private void Link(Markup html, string? address, string word, string look)
    {
        if (address is not null)
        {
            html.Raw("<a").Attribute("class", look).Attribute("href", address).Raw(">").Text(words[Key + word]).Raw("</a>");
        }
    }
}
