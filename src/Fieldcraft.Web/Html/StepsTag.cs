using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>A step of something longer; done steps may be links.</summary>
public sealed record Step(string Text, bool IsDone = false, bool IsCurrent = false, string? Address = null);

/// <summary><c>&lt;steps items="Model.Steps" /&gt;</c>: where one is, in one quiet line.</summary>
[HtmlTargetElement("steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepsTag(HtmlEncoder encoder) : TagHelper
{
    public required IEnumerable<Step> Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "steps");
        var html = new Markup(encoder);
        foreach (var step in Items)
        {
            var tag = step.Address is null ? "span" : "a";
            html.Raw(step.IsDone ? "<li class=\"done\"><" : "<li><").Raw(tag).Attribute("href", step.Address);
            html.Attribute("aria-current", step.IsCurrent ? "step" : null).Raw(">").Text(step.Text).Raw("</").Raw(tag).Raw("></li>");
        }

        output.Content.SetHtmlContent(html);
    }
}
