namespace Fieldcraft.Rollout.Proving;

/// <summary>The most that can flow from the first node of a network to the last, in whole numbers: by shortest augmenting paths, a layer at a time (Dinic 1970).</summary>
internal sealed class Flow(int nodes)
{
    private readonly List<int> _to = [];
    private readonly List<int> _room = [];
    private readonly List<int>[] _edges = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
    private readonly int[] _level = new int[nodes];
    private readonly int[] _next = new int[nodes];

    public void Add(int from, int to, int capacity)
    {
        _edges[from].Add(_to.Count);
        _to.Add(to);
        _room.Add(capacity);
        _edges[to].Add(_to.Count);
        _to.Add(from);
        _room.Add(0);
    }

    public int Most()
    {
        var most = 0;
        while (Layered())
        {
            Array.Clear(_next);
            int sent;
            while ((sent = Send(0, int.MaxValue)) > 0)
            {
                most += sent;
            }
        }

        return most;
    }

    private bool Layered()
    {
        Array.Fill(_level, -1);
        _level[0] = 0;
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var edge in _edges[node])
            {
                if (_room[edge] > 0 && _level[_to[edge]] < 0)
                {
                    _level[_to[edge]] = _level[node] + 1;
                    queue.Enqueue(_to[edge]);
                }
            }
        }

        return _level[^1] >= 0;
    }

    /// <summary>Layers are few where each of them is a kind of thing, so that the recursion stays shallow unless much is moved about.</summary>
    private int Send(int node, int most)
    {
        if (node == _level.Length - 1)
        {
            return most;
        }

        for (; _next[node] < _edges[node].Count; _next[node]++)
        {
            var edge = _edges[node][_next[node]];
            if (
                _room[edge] > 0
                && _level[_to[edge]] == _level[node] + 1
                && Send(_to[edge], Math.Min(most, _room[edge])) is var sent and > 0
            )
            {
                _room[edge] -= sent;
                _room[edge ^ 1] += sent;
                return sent;
            }
        }

        return 0;
    }
}
