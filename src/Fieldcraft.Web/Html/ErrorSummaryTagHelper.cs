using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary><c>&lt;error-summary /&gt;</c> above a form: everything to mend, each a link to its control. Nothing to mend, nothing shown.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Words words, HtmlEncoder encoder) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var errors = ViewContext.ModelState.SelectMany(e => e.Value!.Errors.Select(x => (Name: e.Key, x.ErrorMessage))).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var html = new Markup(encoder).Raw("<div class=\"error-summary\" role=\"alert\" tabindex=\"-1\">");
        html.Element("h2", words.Count("design.errors", errors.Count)).Raw("<ul>");
        foreach (var (name, message) in errors)
        {
            html.Raw("<li>");
            if (name.Length == 0)
            {
                html.Text(message);
            }
            else
            {
                html.Raw("<a").Attribute("href", "#" + ControlId.Of(name)).Raw(">").Text(message).Raw("</a>");
            }

            html.Raw("</li>");
        }

        output.Content.SetHtmlContent(html.Raw("</ul></div>"));
    }
}
