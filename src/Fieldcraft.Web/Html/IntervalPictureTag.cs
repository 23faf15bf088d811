using System.Globalization;
using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>
/// <c>&lt;interval-picture says="…" mean="4.2" half-width="0.8" own="5" target="6" clear /&gt;</c>: what others see as a dot with its whisker, the own view as
/// an open mark, what is aimed at as a line, on the seven steps with the four levels named. The sentence that says the same is its label; the numbers stand in a table.
/// </summary>
[HtmlTargetElement("interval-picture", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IntervalPictureTag(Words words, HtmlEncoder encoder) : TagHelper
{
    private const double Lowest = 1;
    private const double Highest = 7;
    private const int Levels = 4;

    /// <summary>The sentence that the picture shows.</summary>
    public required string Says { get; set; }

    /// <summary>1–7; none where too few have answered, or views differ too much for a mean alone.</summary>
    public double? Mean { get; set; }

    /// <summary>Of the 95 % interval, on 1–7.</summary>
    public double? HalfWidth { get; set; }
    public double? Own { get; set; }
    public double? Target { get; set; }

    /// <summary>The interval does not hold the target: the only thing in colour.</summary>
    public bool Clear { get; set; }

    /// <summary>The names of the levels below; left out where several pictures stand under one another.</summary>
    public bool Bare { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Clear ? "chart interval clear" : "chart interval");
        var html = new Markup(encoder);
        html.Raw("<svg role=\"img\"").Attribute("height", Bare ? "32" : "52").Attribute("aria-label", Says).Raw(">");
        html.Raw("<line class=\"interval-track\" x1=\"0\" x2=\"100%\" y1=\"16\" y2=\"16\"/>");
        for (var level = 1; level <= Levels; level++)
        {
            var at = Percent((2 * level) - 1);
            html.Raw("<line class=\"interval-tick\" y1=\"12\" y2=\"20\"").Attribute("x1", at).Attribute("x2", at).Raw("/>");
            if (!Bare)
            {
                var anchor =
                    level == 1 ? "start"
                    : level == Levels ? "end"
                    : "middle";
                html.Raw("<text y=\"46\"")
                    .Attribute("x", at)
                    .Attribute("text-anchor", anchor)
                    .Raw(">")
                    .Text(words[$"level.{level}"])
                    .Raw("</text>");
            }
        }

        if (Mean is { } mean && HalfWidth is { } half)
        {
            Line(html, "interval-whisker", Math.Max(Lowest, mean - half), Math.Min(Highest, mean + half));
        }

        if (Target is { } target)
        {
            html.Raw("<line class=\"interval-target\" y1=\"3\" y2=\"29\"")
                .Attribute("x1", Percent(target))
                .Attribute("x2", Percent(target))
                .Raw("/>");
        }

        if (Own is { } own)
        {
            html.Raw("<circle class=\"interval-own\" cy=\"16\" r=\"7\"").Attribute("cx", Percent(own)).Raw("/>");
        }

        if (Mean is { } dot)
        {
            html.Raw("<circle class=\"interval-mean\" cy=\"16\" r=\"6\"").Attribute("cx", Percent(dot)).Raw("/>");
        }

        output.Content.SetHtmlContent(html.Raw("</svg>"));
    }

    private static void Line(Markup html, string look, double from, double to) =>
        html.Raw("<line y1=\"16\" y2=\"16\"")
            .Attribute("class", look)
            .Attribute("x1", Percent(from))
            .Attribute("x2", Percent(to))
            .Raw("/>");

    private static string Percent(double value) =>
        ((value - Lowest) / (Highest - Lowest) * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
