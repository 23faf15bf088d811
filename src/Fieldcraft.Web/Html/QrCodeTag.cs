using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace Fieldcraft.Web.Html;

/// <summary>
/// <c>&lt;qr-code text="https://…" label="…" /&gt;</c>: one SVG path, sharp at any size, without inline style. Always dark on white: a camera does
/// not read it the other way round.
/// </summary>
[HtmlTargetElement("qr-code", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrCodeTag(HtmlEncoder encoder) : TagHelper
{
    public required string Text { get; set; }

    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var size = rows.Count.ToString(CultureInfo.InvariantCulture);
        var html = new Markup(encoder)
            .Raw("<svg class=\"qr\" role=\"img\"")
            .Attribute("aria-label", Label)
            .Attribute("viewBox", $"0 0 {size} {size}");
        html.Raw(" shape-rendering=\"crispEdges\"><path fill=\"#fff\"").Attribute("d", $"M0 0h{size}v{size}H0z");
        html.Raw("/><path fill=\"#000\"").Attribute("d", Dark(rows)).Raw("/></svg>");
        output.Content.SetHtmlContent(html);
    }

    private static string Dark(List<System.Collections.BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var from = x;
                while (x < rows[y].Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }

        return path.ToString();
    }
}
