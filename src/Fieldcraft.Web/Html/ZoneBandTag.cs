using System.Globalization;
using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>
/// <c>&lt;zone-band load="61.25" lower="20" upper="54.625" near="5" /&gt;</c>: one band from 0 to 100, the two limits as lines, the load as a
/// mark; hatched where it is a close call (DOMAIN 3.2, steps 6 to 8). The numbers stand in a table below.
/// </summary>
[HtmlTargetElement("zone-band", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ZoneBandTag(Words words, HtmlEncoder encoder) : TagHelper
{
    private const double LabelRoom = 14;

    /// <summary>Effective load, 0 to 100.</summary>
    public double Load { get; set; }

    /// <summary>Where stretch begins.</summary>
    public double Lower { get; set; }

    /// <summary>Where overstretch begins.</summary>
    public double Upper { get; set; }

    /// <summary>Nearer than this to a limit is a close call; 0 hatches nothing.</summary>
    public double Near { get; set; }

    /// <summary>Several on one page need different ids.</summary>
    public string Id { get; set; } = "zone-band";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        var html = new Markup(encoder);
        html.Raw("<svg height=\"104\" role=\"img\"")
            .Attribute("aria-label", words["design.zone.picture", Say(Load), Say(Lower), Say(Upper)])
            .Raw(">");
        html.Raw("<defs><pattern class=\"zone-hatch\"").Attribute("id", Id + "-hatch");
        html.Raw(
            " width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs>"
        );
        Band(html, "zone-comfort", 0, Lower);
        Band(html, "zone-stretch", Lower, Upper);
        Band(html, "zone-overstretch", Upper, 100);
        Hatch(html, Lower);
        Hatch(html, Upper);
        Limit(html, Lower);
        Limit(html, Upper);
        Mark(html);
        Names(html);
        Table(html.Raw("</svg>"));
        output.Content.SetHtmlContent(html);
    }

    private static void Band(Markup html, string zone, double from, double to) =>
        html.Raw("<rect y=\"36\" height=\"28\"")
            .Attribute("class", zone)
            .Attribute("x", Percent(from))
            .Attribute("width", Percent(to - from))
            .Raw("/>");

    private void Hatch(Markup html, double limit)
    {
        if (Math.Abs(Load - limit) >= Near)
        {
            return;
        }

        var from = Math.Max(0, limit - Near);
        html.Raw("<rect y=\"36\" height=\"28\"").Attribute("fill", $"url(#{Id}-hatch)");
        html.Attribute("x", Percent(from)).Attribute("width", Percent(Math.Min(100, limit + Near) - from)).Raw("/>");
    }

    private void Limit(Markup html, double at)
    {
        html.Raw("<line class=\"zone-limit\" y1=\"30\" y2=\"70\"").Attribute("x1", Percent(at)).Attribute("x2", Percent(at)).Raw("/>");
        html.Raw("<text y=\"85\" text-anchor=\"middle\"").Attribute("x", Percent(at)).Raw(">").Text(Say(at)).Raw("</text>");
    }

    private void Mark(Markup html)
    {
        html.Raw("<line class=\"zone-stem\" y1=\"18\" y2=\"50\"").Attribute("x1", Percent(Load)).Attribute("x2", Percent(Load)).Raw("/>");
        html.Raw("<circle class=\"zone-load\" cy=\"50\" r=\"8\"").Attribute("cx", Percent(Load)).Raw("/>");
        // Near an end the label leans inwards, so that it stays in the picture on a phone.
        var anchor =
            Load < LabelRoom ? "start"
            : Load > 100 - LabelRoom ? "end"
            : "middle";
        html.Raw("<text class=\"strong\" y=\"12\"").Attribute("text-anchor", anchor).Attribute("x", Percent(Load)).Raw(">");
        html.Text(words["design.zone.load", Say(Load)]).Raw("</text>");
    }

    private void Names(Markup html)
    {
        html.Raw("<text x=\"0\" y=\"102\">").Text(words["design.zone.comfort"]).Raw("</text>");
        html.Raw("<text y=\"102\" text-anchor=\"middle\"")
            .Attribute("x", Percent((Lower + Upper) / 2))
            .Raw(">")
            .Text(words["design.zone.stretch"])
            .Raw("</text>");
        html.Raw("<text x=\"100%\" y=\"102\" text-anchor=\"end\">").Text(words["design.zone.overstretch"]).Raw("</text>");
    }

    private void Table(Markup html)
    {
        html.Raw("<details class=\"more\"><summary>").Text(words["design.zone.numbers"]).Raw("</summary><table><tbody>");
        Row(html, "design.zone.row.load", Load);
        Row(html, "design.zone.row.lower", Lower);
        Row(html, "design.zone.row.upper", Upper);
        html.Raw("</tbody></table></details>");
    }

    private void Row(Markup html, string word, double value) =>
        html.Raw("<tr><th scope=\"row\">")
            .Text(words[word])
            .Raw("</th><td class=\"number\">")
            .Text(value.ToString("0.##", words.Culture))
            .Raw("</td></tr>");

    private string Say(double value) => value.ToString("0", words.Culture);

    private static string Percent(double value) => value.ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
