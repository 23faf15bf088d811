using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>
/// <c>&lt;note words="guard.arithmetic"&gt;…&lt;/note&gt;</c>: a note for the margin, written just before what it belongs to. The word is its
/// title; without content, <c>guard.arithmetic.text</c> is what it says.
/// </summary>
[HtmlTargetElement("note")]
public sealed class NoteTag(Words words, HtmlEncoder encoder) : TagHelper
{
    /// <summary>Without one the title is "Why this is asked".</summary>
    [HtmlAttributeName("words")]
    public string Key { get; set; } = "design.why";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "note");
        var html = new Markup(encoder).Element("summary", words[Key]);
        if (inside.IsEmptyOrWhiteSpace)
        {
            html.Element("p", words[Key + ".text"]);
        }
        else
        {
            html.Content(inside);
        }

        output.Content.SetHtmlContent(html);
    }
}
