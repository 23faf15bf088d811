using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary><c>&lt;file-field for="File" words="import.file" accept=".csv" /&gt;</c>. The form around it needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileFieldTag(Words words, HtmlEncoder encoder) : Control(words, encoder)
{
    public string? Accept { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var html = Begin().Raw("<div class=\"field\">");
        Note(html);
        Label(html, "label");
        Hint(html).Raw("<input type=\"file\"").Attribute("id", Id).Attribute("name", Name).Attribute("accept", Accept);
        html.Attribute("aria-required", IsRequired ? "true" : null).Attribute("aria-invalid", Error is null ? null : "true");
        Foot(html.Attribute("aria-describedby", DescribedBy).Raw(">")).Raw("</div>");
        Replace(output, html);
    }
}
