using System.Collections.Concurrent;
using Fieldcraft.Persistence;

namespace Fieldcraft.Web.Features.Conversations.Streams;

/// <summary>
/// The open streams of this node. It keeps numbers and nothing else; what they stand for is in the database. A stream that cannot keep up is told the
/// newest number only.
/// </summary>
public sealed class LiveStreams
{
    private readonly ConcurrentDictionary<Guid, Listeners> _sessions = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody listens for the first time: until then a node needs no connection of its own to the others.</summary>
    internal Task FirstListener => _first.Task;

    internal IReadOnlyCollection<Guid> Sessions => [.. _sessions.Keys];

    /// <summary>Listens to one session until it is disposed of.</summary>
    public LiveStream Open(Guid session)
    {
        _first.TrySetResult();
        var stream = new LiveStream(this, session);
        while (!_sessions.GetOrAdd(session, _ => new Listeners()).TryAdd(stream))
        {
            // The last listener was just leaving; the next round makes a new place.
        }

        return stream;
    }

    public void Tell(Signal signal)
    {
        if (_sessions.TryGetValue(signal.Session, out var listeners))
        {
            listeners.Tell(signal.Pulse);
        }
    }

    internal void Leave(LiveStream stream)
    {
        if (_sessions.TryGetValue(stream.Session, out var listeners) && listeners.RemoveAndIsEmpty(stream))
        {
            _sessions.TryRemove(new KeyValuePair<Guid, Listeners>(stream.Session, listeners));
        }
    }

    private sealed class Listeners
    {
        private readonly List<LiveStream> _streams = [];
        private bool _closed;

        public bool TryAdd(LiveStream stream)
        {
            lock (_streams)
            {
                if (!_closed)
                {
                    _streams.Add(stream);
                }

                return !_closed;
            }
        }

        public bool RemoveAndIsEmpty(LiveStream stream)
        {
            lock (_streams)
            {
                _streams.Remove(stream);
                return _closed = _streams.Count == 0;
            }
        }

        public void Tell(long pulse)
        {
            lock (_streams)
            {
                foreach (var stream in _streams)
                {
                    stream.Wake(pulse);
                }
            }
        }
    }
}

/// <summary>One browser's stream: waits without a thread for the next number.</summary>
public sealed class LiveStream(LiveStreams streams, Guid session) : IDisposable
{
    private readonly SemaphoreSlim _news = new(0, 1);
    private readonly Lock _one = new();
    private long _latest;

    public Guid Session { get; } = session;

    /// <summary>The newest number after <paramref name="known"/>, or null when nothing came for a while.</summary>
    public async Task<long?> NextAsync(long known, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (Interlocked.Read(ref _latest) > known)
        {
            return Interlocked.Read(ref _latest);
        }

        return await _news.WaitAsync(patience, cancellationToken) && Interlocked.Read(ref _latest) is var latest && latest > known
            ? latest
            : null;
    }

    public void Dispose()
    {
        streams.Leave(this);
        lock (_one)
        {
            _news.Dispose();
        }
    }

    internal void Wake(long pulse)
    {
        lock (_one)
        {
            if (pulse <= _latest)
            {
                return;
            }

            Interlocked.Exchange(ref _latest, pulse);
            if (_news.CurrentCount == 0)
            {
                _news.Release();
            }
        }
    }
}
