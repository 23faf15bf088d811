using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Fieldcraft.Web.Features;

/// <summary>What a form saw of a document when it was opened: two tabs that change different parts do not stand in each other's way.</summary>
internal static class PartStamp
{
    public static string Of<T>(T part) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(part))).AsSpan(0, 8));
}
