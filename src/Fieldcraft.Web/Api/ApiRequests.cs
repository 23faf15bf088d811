using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Fieldcraft.Web.Api;

/// <summary>
/// What a changing request must look like. It is small; and where a browser's cookie signs it in, it shows that no other site made it:
/// a form of another site can send neither JSON nor the form token, and its browser says where it came from.
/// </summary>
internal sealed class ApiRequests(RequestDelegate next, IAntiforgery antiforgery)
{
    /// <summary>Room for the longest texts several times over. Uploads say their own with RequestSizeLimit.</summary>
    public const long MostBytes = 1_000_000;

    public async Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        var most = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own
            ? own.MaxRequestBodySize ?? long.MaxValue
            : MostBytes;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        var problem = http.Request.ContentLength > most ? Problem.TooLarge : await ForgeryAsync(http);
        if (problem is not null)
        {
            await problem.Result().ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    private async Task<Problem?> ForgeryAsync(HttpContext http)
    {
        var request = http.Request;
        if (http.ViewerOrNull() is not { Scopes: null })
        {
            // A token is not sent by itself, and nobody's rights are borrowed where nobody is signed in.
            return null;
        }

        if (request.Headers.ContainsKey("X-Form"))
        {
            return await antiforgery.IsRequestValidAsync(http) ? null : Problem.CrossSite;
        }

        if (!OwnOrigin.IsOwn(request))
        {
            return Problem.CrossSite;
        }

        return request.HasJsonContentType() || IsEmpty(request) || http.GetEndpoint()?.Metadata.GetMetadata<TakesUploads>() is not null
            ? null
            : Problem.WrongMediaType;
    }

    private static bool IsEmpty(HttpRequest request) =>
        string.IsNullOrEmpty(request.ContentType) && request.ContentLength is null or 0 && request.Headers.TransferEncoding.Count == 0;
}

/// <summary>
/// Marks operations that take a file as it is, or in a form. A browser says where a form comes from, so the check of the origin guards them alone.
/// </summary>
internal sealed class TakesUploads;
