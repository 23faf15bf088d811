using System.Text.Json;
using System.Text.RegularExpressions;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Api;

/// <summary>Whatever goes wrong under /api leaves as problem+json: exceptions, and answers that have a status and nothing else.</summary>
internal sealed partial class ApiFaults(RequestDelegate next, ILogger<ApiFaults> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception wrong) when (!http.Response.HasStarted)
        {
            http.Response.Headers.ETag = default;
            http.Response.Headers.Location = default;
            await AnswerTo(wrong, http).ExecuteAsync(http);
            return;
        }

        if (!http.Response.HasStarted && http.Response is { StatusCode: >= 400, ContentType: null, ContentLength: null })
        {
            await OfStatus(http.Response.StatusCode).Result().ExecuteAsync(http);
        }
    }

    private static Problem OfStatus(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => Problem.SignInNeeded,
            StatusCodes.Status404NotFound => Problem.NotFound,
            StatusCodes.Status405MethodNotAllowed => Problem.WrongMethod,
            StatusCodes.Status413PayloadTooLarge => Problem.TooLarge,
            StatusCodes.Status415UnsupportedMediaType => Problem.WrongMediaType,
            StatusCodes.Status429TooManyRequests => Problem.TooMany,
            StatusCodes.Status503ServiceUnavailable => Problem.Unavailable,
            >= 500 => Problem.Bug,
            _ => Problem.BadInput,
        };

    private IResult AnswerTo(Exception wrong, HttpContext http)
    {
        switch (wrong)
        {
            case SealedShutException:
                return Problem.SealedShut.Result();
            case BadParameterException parameter:
                return parameter.Result();
            case BadHttpRequestException { InnerException: JsonException misfit }:
                return OfJson(misfit);
            case BadHttpRequestException bad:
                return OfStatus(bad.StatusCode).Result();
        }

        if (Outage.Is(wrong))
        {
            log.LogWarning(
                "The database was not available to {Method} {Route}: {Kind}",
                http.Request.Method,
                RouteOf(http),
                wrong.GetBaseException().GetType().Name
            );
            http.Response.Headers.RetryAfter = Outage.RetryAfter;
            return Problem.Unavailable.Result();
        }

        log.LogError(wrong, "{Method} {Route} broke; request {RequestId}", http.Request.Method, RouteOf(http), http.TraceIdentifier);
        return Problem.Bug.Result(more: new Dictionary<string, object?>(StringComparer.Ordinal) { ["requestId"] = http.TraceIdentifier });
    }

    private static IResult OfJson(JsonException misfit)
    {
        if (misfit.InnerException is JsonException)
        {
            return Problem.BadJson.Result();
        }

        var place = misfit.Path?.TrimStart('$').TrimStart('.') ?? "";
        return UnknownMember().Match(misfit.Message) is { Success: true } unknown
            ? InputProblem.Unknown(
                place.Length == 0 || place.EndsWith(unknown.Groups["member"].Value, StringComparison.Ordinal)
                    ? unknown.Groups["member"].Value
                    : $"{place}.{unknown.Groups["member"].Value}"
            )
            : InputProblem.WrongKind(place);
    }

    // The route, not the address: an address may hold the secret of a link.
    private static string RouteOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "an unknown address";

    [GeneratedRegex("^The JSON property '(?<member>.+)' could not be mapped", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex UnknownMember();
}
