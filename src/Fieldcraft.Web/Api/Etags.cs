using Microsoft.Net.Http.Headers;

namespace Fieldcraft.Web.Api;

/// <summary>The version of an aggregate as an entity tag, and back.</summary>
internal static class Etags
{
    public static void SetVersion(this HttpResponse response, int version) => response.Headers.ETag = $"\"{version}\"";

    /// <summary>The version the caller changed, from If-Match; null where none was sent or <c>*</c>.</summary>
    public static int? VersionMatched(this HttpRequest request) =>
        request.GetTypedHeaders().IfMatch is [var tag, ..] && tag != EntityTagHeaderValue.Any && int.TryParse(tag.Tag.AsSpan().Trim('"'), out var version)
            ? version
            : null;
}
