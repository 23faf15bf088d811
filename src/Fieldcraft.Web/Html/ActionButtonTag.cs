using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>
/// <c>&lt;action-button words="plan.keep" /&gt;</c> sends the form around it; with <c>href</c> it is a link that looks the same.
/// Other attributes (<c>name</c>, <c>value</c>, <c>formaction</c>, <c>data-…</c>) go through.
/// </summary>
[HtmlTargetElement("action-button", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ActionButtonTag(Words words, Assets assets, HtmlEncoder encoder) : TagHelper
{
    [HtmlAttributeName("words")]
    public required string Key { get; set; }

    /// <summary>"quiet", "plain", "loss", "large", or several; the filled one stands once on a page.</summary>
    public string? Look { get; set; }

    public string? Href { get; set; }

    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "button" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }
        else if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }

        output.Attributes.SetAttribute("class", Look is null ? "button" : "button " + Look);
        var html = new Markup(encoder);
        if (Icon is not null)
        {
            IconTag.Draw(html, assets, Icon);
        }

        output.Content.SetHtmlContent(html.Element("span", words[Key]));
    }
}
