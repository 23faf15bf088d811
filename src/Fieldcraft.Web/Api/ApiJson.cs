using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fieldcraft.Web.Api;

/// <summary>How the API writes: camelCase, enums as words, ids as plain GUIDs, nothing unknown accepted.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
    }
}
