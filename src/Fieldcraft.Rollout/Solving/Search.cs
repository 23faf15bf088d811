namespace Fieldcraft.Rollout.Solving;

/// <summary>
/// Makes and betters the timetable of one part. First the cheapest session for each person is held, again and again; then a few related sessions are taken
/// off and the place is filled anew, kept when it is no dearer. The same seed and the same effort give the same timetable.
/// </summary>
internal sealed class Search(Part part, ulong seed)
{
    private const int FewestTaken = 2;
    private const int MostTaken = 7;
    private const double Noise = 0.25;
    private readonly Dice _dice = new(seed);

    /// <param name="effort">How many times a piece is taken off and filled anew.</param>
    /// <param name="isTimeUp">Asked between two pieces; the best so far is kept.</param>
    public Board Run(int effort, Func<bool> isTimeUp)
    {
        var board = new Board(part);
        Fill(board, noise: 0);
        for (var i = 0; i < effort && board.Sessions.Count > 1 && !isTimeUp(); i++)
        {
            var before = board.Cost;
            var taken = TakeOff(board);
            var kept = board.Sessions.Count;
            Fill(board, i % 2 == 0 ? Noise : 0);
            if (board.Cost > before)
            {
                foreach (var made in board.Sessions.Skip(kept).ToList())
                {
                    board.Remove(made);
                }

                foreach (var session in taken)
                {
                    board.Put(session);
                }
            }
        }

        return board;
    }

    /// <summary>Holds the cheapest session for each person until nothing can be held. What a chance offers only gets worse as others are taken, so an old look is a safe bound.</summary>
    private void Fill(Board board, double noise)
    {
        if (board.Left.All(l => l == 0))
        {
            return;
        }

        var queue = new PriorityQueue<int, (double, int)>();
        var factor = new double[part.Chances.Count];
        for (var i = 0; i < part.Chances.Count; i++)
        {
            factor[i] = noise > 0 ? 1 + (noise * _dice.Next()) : 1;
            if (board.Look(part.Chances[i]) is { } offer)
            {
                queue.Enqueue(i, (offer.Each * factor[i], i));
            }
        }

        while (queue.TryDequeue(out var i, out var known))
        {
            if (board.Look(part.Chances[i]) is not { } offer)
            {
                continue;
            }

            var now = offer.Each * factor[i];
            if (now > known.Item1 + 1e-9 && queue.TryPeek(out _, out var next) && (now, i).CompareTo(next) > 0)
            {
                queue.Enqueue(i, (now, i));
                continue;
            }

            board.Hold(part.Chances[i]);
            queue.Enqueue(i, (now, i));
        }
    }

    /// <summary>One session by chance, and others that have to do with it: the same leader, the same people's crews, or the same days.</summary>
    private List<Held> TakeOff(Board board)
    {
        var first = board.Sessions[_dice.Below(board.Sessions.Count)];
        var wanted = FewestTaken + _dice.Below(MostTaken - FewestTaken + 1);
        var crews = first.Crews.Select(c => c.Crew).ToHashSet();
        var day = part.Ground.DayOf(first.Chance.Start);
        var taken = board
            .Sessions.Select(s => (Session: s, Far: Distance(s) + (3 * _dice.Next())))
            .OrderBy(s => s.Far)
            .Take(wanted)
            .Select(s => s.Session)
            .ToList();
        foreach (var session in taken)
        {
            board.Remove(session);
        }

        return taken;

        double Distance(Held session) =>
            ReferenceEquals(session, first) ? -10
            : (session.Chance.Leader == first.Chance.Leader ? 0 : 2)
                + (session.Crews.Any(c => crews.Contains(c.Crew)) ? 0 : 2)
                + (Math.Abs(part.Ground.DayOf(session.Chance.Start) - day) / 7.0);
    }
}

/// <summary>Chance that is the same everywhere: SplitMix64.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public double Next() => (Draw() >> 11) * (1.0 / (1UL << 53));

    public int Below(int count) => (int)(Draw() % (ulong)count);

    private ulong Draw()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
