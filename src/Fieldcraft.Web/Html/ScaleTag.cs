using System.Globalization;
using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>
/// <c>&lt;scale for="Demand" words="profile.demand" from="0" to="4" unknown /&gt;</c>: radio buttons on one line with the words
/// <c>profile.demand.0</c> … under them; "don't know" stands apart.
/// </summary>
[HtmlTargetElement("scale", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ScaleTag(Words words, HtmlEncoder encoder) : Control(words, encoder)
{
    public int From { get; set; }

    public int To { get; set; } = 4;

    /// <summary>Offers "don't know". It is a value of its own: not answered and not known are different things.</summary>
    public bool Unknown { get; set; }

    public string UnknownValue { get; set; } = "unknown";

    /// <summary>The label, when it is said by content rather than by a word (the name of a dimension).</summary>
    [HtmlAttributeName("label")]
    public string? OwnLabel { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var html = Begin().Raw("<fieldset class=\"field\"").Attribute("aria-describedby", DescribedBy).Raw(">");
        if (OwnLabel is null)
        {
            Label(html, "legend");
        }
        else
        {
            Called(OwnLabel);
            html.Element("legend", OwnLabel);
        }

        Note(html);
        Hint(html)
            .Raw("<div class=\"scale\"")
            .Attribute("data-steps", (To - From + 1).ToString(CultureInfo.InvariantCulture))
            .Raw("><div class=\"steps-of\">");
        var value = Value;
        for (var step = From; step <= To; step++)
        {
            var number = step.ToString(CultureInfo.InvariantCulture);
            html.Raw("<label><input type=\"radio\"")
                .Attribute("id", step == From ? Id : $"{Id}-{number}")
                .Attribute("name", Name)
                .Attribute("value", number);
            html.Flag("checked", value == number).Raw("><b>").Text(number).Raw("</b>");
            html.Element("span", Words.Has($"{Key}.{number}") ? Words[$"{Key}.{number}"] : null, "anchor").Raw("</label>");
        }

        html.Raw("</div>");
        if (Unknown)
        {
            html.Raw("<label class=\"apart\"><input type=\"radio\"")
                .Attribute("id", Id + "-unknown")
                .Attribute("name", Name)
                .Attribute("value", UnknownValue);
            html.Flag("checked", value == UnknownValue).Raw(">").Text(Words["design.unknown"]).Raw("</label>");
        }

        Foot(html.Raw("</div>")).Raw("</fieldset>");
        Replace(output, html);
    }
}
