using Microsoft.Net.Http.Headers;

namespace Fieldcraft.Web.Api;

/// <summary>The version of an aggregate as an entity tag, and back.</summary>
internal static class Etags
{
    private const string LookedAt = "fieldcraft.if-match";

    public static void SetVersion(this HttpResponse response, int version) => response.Headers.ETag = Tag(version);

    /// <summary>The version the caller changed, from If-Match; null where none was sent or <c>*</c>.</summary>
    public static int? VersionMatched(this HttpRequest request)
    {
        request.HttpContext.Items[LookedAt] = true;
        return
            request.GetTypedHeaders().IfMatch is [var tag, ..]
            && tag != EntityTagHeaderValue.Any
            && int.TryParse(
                tag.Tag.AsSpan().Trim('"'),
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var version
            )
            ? version
            : null;
    }

    /// <summary>Whether the operation asked which version the caller changed.</summary>
    public static bool LookedAtVersion(this HttpContext http) => http.Items.ContainsKey(LookedAt);

    /// <summary>One thing with its version as ETag; 304 without a body when the caller has that version already.</summary>
    public static IResult Versioned(this HttpContext http, int version, object shown)
    {
        http.Response.SetVersion(version);
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag == EntityTagHeaderValue.Any || tag.Tag == Tag(version))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Ok(shown);
    }

    private static string Tag(int version) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{version}\"");
}
