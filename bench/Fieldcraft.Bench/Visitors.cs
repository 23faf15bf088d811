using System.Collections.Concurrent;
using System.Net;

namespace Fieldcraft.Bench;

/// <summary>Requests of the demo's people, sent over as many connections as it takes.</summary>
internal sealed class Visitors : IDisposable
{
    private readonly HttpClient _client;
    private readonly ServerReady _ready;
    private readonly ConcurrentDictionary<string, int> _versions = new(StringComparer.Ordinal);

    public Visitors(Uri address, ServerReady ready)
    {
        _ready = ready;
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
            }
        )
        {
            BaseAddress = address,
        };
    }

    public Shot Page(string name, bool compressed) =>
        (number, cancellationToken) => GetAsync(ViewerOf(number), ViewerOf(number).Pages[name], compressed, cancellationToken);

    public Shot FloorOf(string name) =>
        (number, cancellationToken) =>
            GetAsync(ViewerOf(number), $"/floor/{name}-{number % _ready.Viewers.Count}", compressed: false, cancellationToken);

    /// <summary>Saves an answer; each number has a question of its own until all were used, then the next version of the first.</summary>
    public async Task SaveAnswerAsync(int number, CancellationToken cancellationToken)
    {
        var viewer = ViewerOf(number);
        var turn = number / _ready.Viewers.Count;
        var question = Questions[turn % Questions.Length];
        var address = $"/api/v1/assignments/{viewer.Assignments[turn / Questions.Length % viewer.Assignments.Count]}/answers/{question}";
        using var request = new HttpRequestMessage(HttpMethod.Put, address);
        request.Headers.Add("Cookie", viewer.Cookie);
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{_versions.GetValueOrDefault(address)}\"");
        request.Content = System.Net.Http.Json.JsonContent.Create(
            new { text = $"Written for the {number}th time: ask one narrow question and wait for three answers.", resonates = false }
        );
        using var response = await _client.SendAsync(request, cancellationToken);
        var tag = response.Headers.ETag?.Tag.Trim('"');
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(
                $"{address} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}"
            );
        }

        _versions[address] = int.Parse(tag!, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Learns the present versions of all answers, so that the first save of each matches.</summary>
    public async Task LearnVersionsAsync()
    {
        foreach (var viewer in _ready.Viewers)
        {
            foreach (var assignment in viewer.Assignments)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/assignments/{assignment}/answers");
                request.Headers.Add("Cookie", viewer.Cookie);
                using var response = await _client.SendAsync(request);
                using var body = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                var round = body.RootElement.GetProperty("round").GetInt32();
                foreach (
                    var answer in body
                        .RootElement.GetProperty("items")
                        .EnumerateArray()
                        .Where(a => a.GetProperty("round").GetInt32() == round)
                )
                {
                    _versions[$"/api/v1/assignments/{assignment}/answers/{answer.GetProperty("question").GetString()}"] = answer
                        .GetProperty("version")
                        .GetInt32();
                }
            }
        }
    }

    public async Task<(byte[] Body, long Bytes)> FetchAsync(string address, BenchViewer? viewer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("br");
        if (viewer is not null)
        {
            request.Headers.Add("Cookie", viewer.Cookie);
        }

        using var response = await _client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var sent = await response.Content.ReadAsByteArrayAsync();
        if (!response.Content.Headers.ContentEncoding.Contains("br"))
        {
            return (sent, sent.Length);
        }

        await using var unpacked = new System.IO.Compression.BrotliStream(
            new MemoryStream(sent),
            System.IO.Compression.CompressionMode.Decompress
        );
        using var plain = new MemoryStream();
        await unpacked.CopyToAsync(plain);
        return (plain.ToArray(), sent.Length);
    }

    public void Dispose() => _client.Dispose();

    private static readonly string[] Questions =
    [
        .. Enumerable.Range(1, 8).Select(i => $"s{i}"),
        .. Enumerable.Range(1, 14).Select(i => $"p{i}"),
    ];

    private BenchViewer ViewerOf(int number) => _ready.Viewers[number % _ready.Viewers.Count];

    private async Task GetAsync(BenchViewer viewer, string address, bool compressed, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", viewer.Cookie);
        if (compressed)
        {
            request.Headers.AcceptEncoding.ParseAdd("br");
        }

        using var response = await _client.SendAsync(request, cancellationToken);
        await response.Content.CopyToAsync(Stream.Null, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{address} answered {(int)response.StatusCode}.");
        }
    }
}
