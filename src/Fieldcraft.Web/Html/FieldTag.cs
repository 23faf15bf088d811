using System.Globalization;
using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>
/// <c>&lt;field for="Entry.Text" words="journal.text" rows="8" written /&gt;</c>: one text, from a word to a page. What stands inside the
/// element comes after the control (a count, a folded earlier answer).
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTag(Words words, HtmlEncoder encoder) : Control(words, encoder)
{
    /// <summary>Lines to begin with; without it, one line.</summary>
    public int Rows { get; set; }

    /// <summary>email, password, number, search, tel, url or time.</summary>
    public string Type { get; set; } = "text";

    /// <summary>The reader's own words, set in serif.</summary>
    [HtmlAttributeName("written")]
    public bool IsWritten { get; set; }

    /// <summary>A short value gets a short control.</summary>
    public bool Short { get; set; }

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    public string? ControlClass { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = Begin().Raw(Short ? "<div class=\"field short\">" : "<div class=\"field\">");
        Note(html);
        Label(html, "label");
        Hint(html);
        if (Rows > 0)
        {
            html.Raw("<textarea").Attribute("rows", Rows.ToString(CultureInfo.InvariantCulture));
            Attributes(html);
            html.Raw(">\n").Text(Value).Raw("</textarea>");
        }
        else
        {
            html.Raw("<input").Attribute("type", Type);
            Attributes(html);
            html.Attribute("value", Type == "password" ? null : Value).Raw(">");
        }

        Foot(html).Content(await output.GetChildContentAsync()).Raw("</div>");
        Replace(output, html);
    }

    private void Attributes(Markup html) =>
        html.Attribute("id", Id)
            .Attribute("name", Name)
            .Attribute(
                "class",
                (IsWritten, ControlClass) switch
                {
                    (true, null) => "written",
                    (true, _) => "written " + ControlClass,
                    _ => ControlClass,
                }
            )
            .Attribute("maxlength", Limit?.ToString(CultureInfo.InvariantCulture))
            .Attribute("autocomplete", Autocomplete)
            .Attribute("inputmode", Inputmode)
            .Attribute("aria-required", IsRequired ? "true" : null)
            .Attribute("aria-invalid", Error is null ? null : "true")
            .Attribute("aria-describedby", DescribedBy);
}
