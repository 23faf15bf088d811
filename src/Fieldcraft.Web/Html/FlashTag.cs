using System.Text.Encodings.Web;
using Fieldcraft.Web.Features;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary><c>&lt;flash /&gt;</c>: what the page before has done, said once. The layout shows it; a page need not.</summary>
[HtmlTargetElement("flash", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FlashTag(Words words, HtmlEncoder encoder) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (ViewContext.TempData[PageAnswers.FlashKey] is string key)
        {
            output.Content.SetHtmlContent(new Markup(encoder).Raw("<p class=\"flash\" role=\"status\">").Text(words[key]).Raw("</p>"));
        }
    }
}
