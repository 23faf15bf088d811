using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Fieldcraft.Web.Features.Conversations;

/// <summary>A session's pulse as the entity tag of what a page shows of it.</summary>
internal static class PulseTags
{
    public static void Set(HttpResponse response, long pulse) =>
        response.GetTypedHeaders().ETag = new EntityTagHeaderValue($"\"{pulse.ToString(CultureInfo.InvariantCulture)}\"");

    /// <summary>The pulse that the browser has in sight; null when it has none.</summary>
    public static long? Known(HttpRequest request) =>
        request.GetTypedHeaders().IfNoneMatch is [var tag, ..]
        && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var pulse)
            ? pulse
            : null;
}
