using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary><c>&lt;icon name="print" /&gt;</c>: a picture beside a word. Alone, in a tight table, it needs <c>label</c>.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTag(Assets assets, HtmlEncoder encoder) : TagHelper
{
    public required string Name { get; set; }

    /// <summary>What it means, for whoever does not see it.</summary>
    public string? Label { get; set; }

    /// <summary>It points along the line, and turns round in a right-to-left language.</summary>
    public bool Flips { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(new Markup(encoder), assets, Name, Label, Flips));
    }

    internal static Markup Draw(Markup html, Assets assets, string name, string? label = null, bool flips = false)
    {
        html.Raw(flips ? "<svg class=\"icon flips\"" : "<svg class=\"icon\"");
        html.Raw(label is null ? " aria-hidden=\"true\"" : " role=\"img\"").Attribute("aria-label", label);
        return html.Raw("><use").Attribute("href", $"{assets.Address("/img/icons.svg")}#{name}").Raw("/></svg>");
    }
}
