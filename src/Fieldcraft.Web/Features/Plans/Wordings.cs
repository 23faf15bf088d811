using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.Plans;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>
/// What a part of a plan said when a form was opened, as a short print. A plan's page holds many small forms; with the version of the whole
/// plan, each would be stale as soon as its neighbour was saved. So a form carries the print of its own part, and two windows only meet
/// when they wrote the same part differently. The version of the row still guards the moment of saving, and is what the API works with.
/// </summary>
public static class Wordings
{
    private const int PrintLength = 16;

    /// <summary>The print of a part; equal texts give equal prints, whatever their line ends and outer spaces.</summary>
    public static string PrintOf(IWording wording)
    {
        var all = string.Join('\u001f', FieldsOf(wording).Select(f => f.Text));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..PrintLength];
    }

    /// <summary>The fields of a part as a form sends them, by name.</summary>
    public static IEnumerable<(string Name, string Text)> FieldsOf(IWording wording) =>
        wording
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.Name != nameof(BehaviourWording.KeepAsWritten))
            .Select(p => (p.Name, TextOf(p.GetValue(wording))));

    private static string TextOf(object? value) =>
        value switch
        {
            null or false => "",
            true => "true",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!.Trim().ReplaceLineEndings("\n"),
        };
}
