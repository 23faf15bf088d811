using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Fieldcraft.Web.Features.Feedback;

/// <summary>A QR code as one SVG path: dark on white in every theme, sharp at any size, without inline style.</summary>
internal static class QrPicture
{
    public static IHtmlContent Of(string text, string label, System.Text.Encodings.Web.HtmlEncoder encoder)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        var size = rows.Count.ToString(CultureInfo.InvariantCulture);
        return new HtmlString(
            $"<svg class=\"qr\" role=\"img\" aria-label=\"{encoder.Encode(label)}\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\">"
                + $"<path fill=\"#fff\" d=\"M0 0h{size}v{size}h-{size}z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
        );
    }
}
