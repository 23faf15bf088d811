using System.Net;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Conversations;

/// <summary>What a browser hears: numbers, at once, also from another node.</summary>
public sealed class StreamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory, OnEveryDatabase]
    public async Task A_stream_says_a_number_when_something_changed_and_nothing_else(Database database)
    {
        var room = await Room.OpenAsync(await World.OnAsync(database));
        var tala = await room.JoinedAsync(await room.World.PersonAsync("Tala"));
        await room.GoToAsync(1);
        await using var stream = await Ear.OpenAsync(tala, $"{room.Api}/stream?known={await PulseAsync(room)}");

        await room.WriteAsync(await room.JoinedAsync(await room.World.PersonAsync("Omar")), 1, "canary-of-omar", shows: true);
        await room.LeadAsync("next-stage");
        await stream.UntilAsync(await PulseAsync(room), Patience);

        stream.Lines.ShouldAllBe(l =>
            l.Length == 0 || l.StartsWith("id: ") || l.StartsWith("data: ") || l == "event: beat" || l == "data:"
        );
        string.Concat(stream.Lines).ShouldNotContain("canary");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_comes_back_with_the_last_number_hears_at_once_what_was_missed(Database database)
    {
        var room = await Room.OpenAsync(await World.OnAsync(database));
        var tala = await room.JoinedAsync(await room.World.PersonAsync("Tala"));
        var before = await PulseAsync(room);
        await room.LeadAsync("beginning");

        await using var stream = await Ear.OpenAsync(
            tala,
            $"{room.Api}/stream",
            ("Last-Event-ID", before.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );

        await stream.UntilAsync(before + 1, Patience);
    }

    [Fact(Skip = Databases.NoServer, SkipWhen = nameof(Databases.HasNoServer), SkipType = typeof(Databases)), Trait("Needs", "Server")]
    public async Task A_stream_on_one_node_hears_what_another_node_changes()
    {
        await using var one = await TestApp.StartAsync(Database.PostgreSql);
        await using var two = await TestApp.SecondNodeAsync(one);
        var world = await World.InAsync(one);
        var room = await Room.OpenAsync(world);
        var tala = await room.JoinedAsync(await world.PersonAsync("Tala"));
        var elsewhere = two.NewBrowser();
        elsewhere.Carry("fieldcraft", tala.Cookie("fieldcraft"));
        await using var stream = await Ear.OpenAsync(elsewhere, $"{room.Api}/stream?known={await PulseAsync(room)}");
        await stream.BeatAsync(Patience);

        await room.LeadAsync("beginning");

        await stream.UntilAsync(await PulseAsync(room), Patience);
        (await elsewhere.GetAsync(room.Address)).Main.ShouldContain("Part 1 of 9");
    }

    [Theory, OnEveryDatabase]
    public async Task A_session_that_is_over_sends_nobody_back(Database database)
    {
        var room = await Room.OpenAsync(await World.OnAsync(database));
        await room.LeadAsync("beginning");
        await room.LeadAsync("end");

        var answer = await room.Lead.GetAsync($"{room.Api}/stream?known={await PulseAsync(room)}");

        answer.Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_page_has_in_sight_is_not_sent_twice(Database database)
    {
        var room = await Room.OpenAsync(await World.OnAsync(database));
        var first = await room.Lead.GetAsync($"{room.Address}?handler=Now");
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri($"{room.Address}?handler=Now", UriKind.Relative));
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Response.Headers.ETag!.Tag);

        using var answer = await room.Lead.Client.SendAsync(again);

        first.Text.ShouldContain("data-live=\"where\"");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    private static async Task<long> PulseAsync(Room room) => (await room.SeenByAsync(room.Lead)).GetProperty("pulse").GetInt64();

    /// <summary>Reads a stream in the background, line by line.</summary>
    private sealed class Ear : IAsyncDisposable
    {
        private readonly HttpResponseMessage _response;
        private readonly CancellationTokenSource _end = new();
        private readonly List<string> _lines = [];
        private readonly Task _reading;

        private Ear(HttpResponseMessage response, Stream body)
        {
            _response = response;
            _reading = ReadAsync(new StreamReader(body));
        }

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                {
                    return [.. _lines];
                }
            }
        }

        public static async Task<Ear> OpenAsync(Browser browser, string address, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            var response = await browser.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
            return new Ear(response, await response.Content.ReadAsStreamAsync());
        }

        public Task UntilAsync(long pulse, TimeSpan patience) =>
            WaitAsync(
                () => Lines.Any(l => l.StartsWith("data: ", StringComparison.Ordinal) && long.TryParse(l[6..], out var n) && n >= pulse),
                patience
            );

        public Task BeatAsync(TimeSpan patience) => WaitAsync(() => Lines.Contains("event: beat"), patience);

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            _response.Dispose();
            try
            {
                await _reading;
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The test hung up.
            }

            _end.Dispose();
        }

        private static async Task WaitAsync(Func<bool> heard, TimeSpan patience)
        {
            var until = TimeProvider.System.GetTimestamp();
            while (!heard())
            {
                TimeProvider.System.GetElapsedTime(until).ShouldBeLessThan(patience, "The stream stayed silent.");
                await Task.Delay(20);
            }
        }

        private async Task ReadAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                lock (_lines)
                {
                    _lines.Add(line);
                }
            }
        }
    }
}
