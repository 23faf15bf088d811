using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary><c>&lt;date-field for="Until" words="share.until" min="…" /&gt;</c>: a day, with the browser's own picker.</summary>
[HtmlTargetElement("date-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateFieldTag(Words words, HtmlEncoder encoder) : Control(words, encoder)
{
    public DateOnly? Min { get; set; }

    public DateOnly? Max { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var html = Begin().Raw("<div class=\"field\">");
        Note(html);
        Label(html, "label");
        Hint(html).Raw("<input type=\"date\"").Attribute("id", Id).Attribute("name", Name).Attribute("value", Value);
        html.Attribute("min", Min is null ? null : Written(Min)).Attribute("max", Max is null ? null : Written(Max));
        html.Attribute("aria-required", IsRequired ? "true" : null).Attribute("aria-invalid", Error is null ? null : "true");
        Foot(html.Attribute("aria-describedby", DescribedBy).Raw(">")).Raw("</div>");
        Replace(output, html);
    }
}
