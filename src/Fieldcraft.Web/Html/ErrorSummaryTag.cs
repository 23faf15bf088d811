using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary><c>&lt;error-summary /&gt;</c> above a form: everything to mend, each a link to its control. Nothing to mend, nothing shown.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTag(Words words) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var errors = ViewContext.ModelState.SelectMany(e => e.Value!.Errors.Select(x => (e.Key, x.ErrorMessage))).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.Content.SetHtmlContent(new Summary(errors, ControlId.Labels(ViewContext.HttpContext), words));
    }

    /// <summary>
    /// Written when the whole page is known: the controls below have then said what they are called, in the order in which they stand.
    /// </summary>
    private sealed class Summary(List<(string Name, string Message)> errors, Dictionary<string, string> labels, Words words) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var html = new Markup(encoder).Raw("<div class=\"error-summary\" role=\"alert\" tabindex=\"-1\">");
            html.Element("h2", words.Count("design.errors", errors.Count)).Raw("<ul>");
            var order = labels.Keys.ToList();
            foreach (var (name, message) in errors.OrderBy(e => order.IndexOf(e.Name)))
            {
                html.Raw("<li>");
                if (labels.TryGetValue(name, out var label))
                {
                    html.Raw("<a")
                        .Attribute("href", "#" + ControlId.Of(name))
                        .Raw(">")
                        .Text(words["design.error", label, message])
                        .Raw("</a>");
                }
                else
                {
                    html.Text(message);
                }

                html.Raw("</li>");
            }

            html.Raw("</ul></div>").WriteTo(writer, encoder);
        }
    }
}
