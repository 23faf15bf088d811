using System.Globalization;
using System.Text;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Conversations.Streams;

/// <summary>
/// Server-sent events of one session: a number whenever something changed, and a beat in between. A stream ends after some minutes and the browser
/// opens the next one, so that the right to listen is looked at again.
/// </summary>
internal static class StreamApi
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly byte[] BeatText = "event: beat\ndata: \n\n"u8.ToArray();

    public static void Map(RouteGroupBuilder sessions) =>
        sessions
            .MapGet("/{id:guid}/stream", StreamAsync)
            .WithName("FollowLiveSession")
            .WithSummary(
                "Server-sent events: the session's pulse whenever anything in it changed. Last-Event-ID or ?known= says what is known."
            )
            .Produces<string>(200, "text/event-stream");

    private static async Task<IResult> StreamAsync(
        Guid id,
        long? known,
        FieldcraftDb db,
        LiveStreams streams,
        Viewer viewer,
        HttpContext http,
        IHostApplicationLifetime program,
        CancellationToken cancellationToken
    )
    {
        // Listening comes before looking, so that nothing falls between the two.
        var stream = streams.Open(id);
        try
        {
            var sessionId = LiveSessionId.From(id);
            var session = await db.SessionsOf(viewer)
                .AsNoTracking()
                .Where(s => s.Id == sessionId)
                .Select(s => new { s.Pulse, s.EndedAt })
                .FirstOrDefaultAsync(cancellationToken);
            if (session is null)
            {
                stream.Dispose();
                return Problem.NotFound.Result();
            }

            var last = long.TryParse(http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var heard)
                ? heard
                : known ?? 0;
            if (session.EndedAt is not null && session.Pulse <= last)
            {
                // Tells the browser not to come back.
                stream.Dispose();
                return Results.NoContent();
            }

            return new OpenStream(stream, last, session.Pulse, session.EndedAt is not null, program.ApplicationStopping);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private sealed class OpenStream(LiveStream stream, long last, long now, bool isOver, CancellationToken stopping)
        : IResult,
            IStatusCodeHttpResult
    {
        public int? StatusCode => StatusCodes.Status200OK;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            using var open = stream;
            var response = httpContext.Response;
            response.ContentType = "text/event-stream";
            response.Headers["X-Accel-Buffering"] = "no";
            httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            using var end = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
            end.CancelAfter(Longest);
            try
            {
                await WriteAsync(response, end.Token);
            }
            catch (OperationCanceledException)
            {
                // The browser left, the server stops, or it is time for a new stream.
            }
        }

        private async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            var told = last;
            if (now > told)
            {
                told = now;
                await SayAsync(response, told, cancellationToken);
            }
            else
            {
                await response.Body.WriteAsync(BeatText, cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
            }

            while (!isOver)
            {
                if (await stream.NextAsync(told, Beat, cancellationToken) is { } pulse)
                {
                    told = pulse;
                    await SayAsync(response, told, cancellationToken);
                }
                else
                {
                    await response.Body.WriteAsync(BeatText, cancellationToken);
                    await response.Body.FlushAsync(cancellationToken);
                }
            }
        }

        private static async Task SayAsync(HttpResponse response, long pulse, CancellationToken cancellationToken)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"id: {pulse}\ndata: {pulse}\n\n");
            await response.Body.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
    }
}
