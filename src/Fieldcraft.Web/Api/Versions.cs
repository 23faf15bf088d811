namespace Fieldcraft.Web.Api;

/// <summary>
/// Every operation that changes something existing demands the version that was changed (If-Match), so that nobody overwrites what they have not seen.
/// An operation that does not says why, where it is mapped.
/// </summary>
public static class Versions
{
    /// <param name="reason">Why nothing unseen can be overwritten, as a sentence.</param>
    public static TBuilder WithoutVersion<TBuilder>(this TBuilder endpoint, string reason)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NoVersion(reason));

    /// <summary>Whether an operation changes something that is there already: its address names it, and its method is not one that only reads.</summary>
    public static bool AreDemanded(string method, string address, IEnumerable<object> metadata) =>
        !HttpMethods.IsGet(method)
        && !HttpMethods.IsHead(method)
        && (!HttpMethods.IsPost(method) || address.Contains('{', StringComparison.Ordinal))
        && !metadata.OfType<NoVersion>().Any();

    internal static bool AreDemanded(HttpContext http) =>
        http.GetEndpoint() is RouteEndpoint operation
        && AreDemanded(http.Request.Method, operation.RoutePattern.RawText ?? "", operation.Metadata);
}

/// <summary>Why an operation on something existing needs no If-Match.</summary>
public sealed record NoVersion(string Reason);
