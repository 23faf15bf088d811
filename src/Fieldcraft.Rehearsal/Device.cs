using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Fieldcraft.Rehearsal;

/// <summary>An answer of the server; refused ones carry the code of their problem.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body, string? Code)
{
    public bool IsDone => (int)Status is >= 200 and < 300;

    public Guid Id => Body.GetProperty("id").GetGuid();
}

/// <summary>
/// Somebody's phone, tablet or desk: its own address, its own cookies, its own connection. On this machine every device speaks from an address of its own
/// in 127.0.0.0/8, so that what counts tries by address counts them as it would outside.
/// </summary>
internal sealed class Device : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient _client;
    private readonly Traffic _traffic;

    public Device(Traffic traffic, Uri server, int number)
    {
        _traffic = traffic;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (server.IsLoopback && OperatingSystem.IsLinux())
        {
            var own = new IPAddress([127, (byte)(1 + (number >> 16)), (byte)(number >> 8), (byte)number]);
            handler.ConnectCallback = (context, cancellationToken) => ConnectAsync(own, context.DnsEndPoint.Port, cancellationToken);
        }

        _client = new HttpClient(handler) { BaseAddress = server, Timeout = Patience };
        _client.DefaultRequestHeaders.Add("Origin", server.GetLeftPart(UriPartial.Authority));
        _client.DefaultRequestHeaders.Add("Accept-Language", "en");
    }

    public Task<Answer> GetAsync(string what, string address, CancellationToken cancellationToken, params string[] refusals) =>
        AskAsync(what, HttpMethod.Get, address, null, refusals, cancellationToken);

    public Task<Answer> PostAsync(
        string what,
        string address,
        object body,
        CancellationToken cancellationToken,
        params string[] refusals
    ) => AskAsync(what, HttpMethod.Post, address, body, refusals, cancellationToken);

    public Task<Answer> PutAsync(string what, string address, object body, CancellationToken cancellationToken, params string[] refusals) =>
        AskAsync(what, HttpMethod.Put, address, body, refusals, cancellationToken);

    /// <summary>Every item of a list, part by part; where an answer fails, what came before it.</summary>
    public async Task<List<JsonElement>> ListAsync(string what, string address, CancellationToken cancellationToken)
    {
        var items = new List<JsonElement>();
        string? after = null;
        do
        {
            var asked =
                $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=200{(after is null ? "" : $"&after={after}")}";
            var answer = await GetAsync(what, asked, cancellationToken);
            if (!answer.IsDone)
            {
                return items;
            }

            items.AddRange(answer.Body.GetProperty("items").EnumerateArray());
            after = answer.Body.GetProperty("next").ValueKind == JsonValueKind.Null ? null : answer.Body.GetProperty("next").GetString();
        } while (after is not null);

        return items;
    }

    public void Dispose() => _client.Dispose();

    /// <param name="what">The kind of request, for the report.</param>
    /// <param name="refusals">Codes that may come; any other refusal is an error of the rehearsal.</param>
    private async Task<Answer> AskAsync(
        string what,
        HttpMethod method,
        string address,
        object? body,
        string[] refusals,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, address);
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Web);
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            _traffic.Answered(what, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            var read = Read(response, text);
            if (!read.IsDone && !refusals.Contains(read.Code ?? "", StringComparer.Ordinal))
            {
                _traffic.Failed($"{method} {address}: {(int)response.StatusCode} {read.Code} {Broken(read.Body)}");
            }

            return read;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            _traffic.Answered(what, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            _traffic.Failed($"{method} {address}: {e.Message}");
            return new Answer(HttpStatusCode.ServiceUnavailable, default, "no-answer");
        }
    }

    private static Answer Read(HttpResponseMessage response, byte[] text)
    {
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        using var parsed = isJson && text.Length > 0 ? JsonDocument.Parse(text) : null;
        var body = parsed?.RootElement.Clone() ?? default;
        var code =
            body.ValueKind == JsonValueKind.Object && body.TryGetProperty("code", out var named) && !response.IsSuccessStatusCode
                ? named.GetString()
                : null;
        return new Answer(response.StatusCode, body, code);
    }

    // The rules that a timetable would break.
    private static string Broken(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("broken", out var broken)
            ? string.Join(
                ", ",
                broken.EnumerateArray().Select(b => $"{Company.Text(b, "code")} at {Company.Text(b, "at")}").Distinct().Take(5)
            )
            : "";

    private static async ValueTask<Stream> ConnectAsync(IPAddress own, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(own, 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
