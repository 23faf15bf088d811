namespace Fieldcraft.Rollout.Solving;

/// <summary>A session on the board, with how many of which crew are in it.</summary>
internal sealed record Held(Chance Chance, int Room, IReadOnlyList<(int Crew, int Count)> Crews, int Cost)
{
    public int Size => Crews.Sum(c => c.Count);
}

/// <summary>A session that could be put on the board now.</summary>
internal readonly record struct Offer(int Cost, int Size)
{
    /// <summary>Cost for each person; what the choice is made by.</summary>
    public double Each => Cost / (double)Size;
}

/// <summary>The timetable of one part as it is being made: what is taken of rooms, leaders and cover, and who is still to come.</summary>
internal sealed class Board
{
    private readonly Part _part;
    private readonly Ground _ground;
    private readonly int[][] _cover;
    private readonly bool[][][] _rooms;
    private readonly bool[][] _leaders;
    private readonly int[][] _days;
    private readonly int[][] _weeks;
    private readonly List<(int Crew, int Count)> _filling = [];

    public Board(Part part)
    {
        _part = part;
        _ground = part.Ground;
        var instance = _ground.Instance;
        var weeks = (instance.Days / 7) + 1;
        _cover = [.. _ground.Cover.Select((c, i) => part.Sites.Contains(i) ? (int[])c.Clone() : [])];
        _rooms = [.. instance.Sites.Select((s, i) => part.Sites.Contains(i) ? s.Rooms.Select(_ => new bool[_ground.Slots]).ToArray() : [])];
        _leaders = [.. instance.Leaders.Select((_, i) => part.Leaders.Contains(i) ? new bool[_ground.Slots] : [])];
        _days = [.. instance.Leaders.Select((_, i) => part.Leaders.Contains(i) ? new int[instance.Days] : [])];
        _weeks = [.. instance.Leaders.Select((_, i) => part.Leaders.Contains(i) ? new int[weeks] : [])];
        Left = [.. part.Crews.Select(c => c.People.Count)];
        Lock();
    }

    /// <summary>How many of each crew are still to be covered.</summary>
    public int[] Left { get; }

    public List<Held> Sessions { get; } = [];

    public long Cost => Sessions.Sum(s => (long)s.Cost) + ((long)Costs.Uncovered * Left.Sum());

    /// <summary>What could be held at this chance now, at the least cost for each person; null when nothing.</summary>
    public Offer? Look(Chance chance) => Fill(chance) is var (cost, size, _) && size > 0 ? new Offer(cost, size) : null;

    /// <summary>Puts a session there with whoever fits best.</summary>
    public void Hold(Chance chance)
    {
        var (cost, size, crews) = Fill(chance);
        var session = new Held(chance, RoomFor(chance, size), [.. crews.Take(_filling.Count)], cost);
        Sessions.Add(session);
        Take(session, 1);
    }

    public void Put(Held session)
    {
        Sessions.Add(session);
        Take(session, 1);
    }

    public void Remove(Held session)
    {
        Sessions.Remove(session);
        Take(session, -1);
    }

    public bool HasCover(int home, int start) => Ground.Fewest(_cover[home], start, _ground.Length) > 0;

    public bool HasRoom(int site, int start) => LargestRoom(new Chance(0, site, start)) > 0;

    public bool HasLoad(int leader, int start) => IsFree(new Chance(leader, 0, start));

    private (int Cost, int Size, List<(int Crew, int Count)> Crews) Fill(Chance chance)
    {
        _filling.Clear();
        if (!IsFree(chance))
        {
            return (0, 0, _filling);
        }

        var room = LargestRoom(chance);
        var most = Math.Min(room, _ground.Instance.Session.MaxSize);
        var fixedCost = Costs.Session + _ground.DayOf(chance.Start);
        Span<int> homes = stackalloc int[_ground.Near[chance.Site].Length];
        for (var i = 0; i < homes.Length; i++)
        {
            homes[i] = Ground.Fewest(_cover[_ground.Near[chance.Site][i]], chance.Start, _ground.Length);
        }

        var size = Add(chance, _part.Own[chance.Leader], homes, most, isOwn: true);
        var own = _filling.Count;
        var others = Add(chance, null, homes, most - size, isOwn: false);
        // Somebody else's people cost more a head; they come along where the session is cheaper for each with them.
        if (size > 0 && others > 0 && (long)(fixedCost + (Costs.NotOwn * others)) * size >= (long)fixedCost * (size + others))
        {
            _filling.RemoveRange(own, _filling.Count - own);
            others = 0;
        }

        return (fixedCost + (Costs.NotOwn * others), size + others, _filling);
    }

    private int Add(Chance chance, int[]? crews, Span<int> homes, int most, bool isOwn)
    {
        var added = 0;
        var count = crews?.Length ?? _part.Crews.Count;
        for (var i = 0; i < count && added < most; i++)
        {
            var index = crews is null ? i : crews[i];
            if (Left[index] == 0)
            {
                continue;
            }

            var crew = _part.Crews[index];
            if (!crew.Starts[chance.Start] || (!isOwn && _ground.IsOwn(chance.Leader, crew.People[0])))
            {
                continue;
            }

            var home = Array.BinarySearch(_ground.Near[chance.Site], crew.Home);
            if (home < 0 || homes[home] == 0 || !_ground.Instance.Leaders[chance.Leader].Languages.Contains(crew.Language))
            {
                continue;
            }

            var taken = Math.Min(Math.Min(Left[index], homes[home]), most - added);
            _filling.Add((index, taken));
            homes[home] -= taken;
            added += taken;
        }

        return added;
    }

    private bool IsFree(Chance chance)
    {
        var leader = _ground.Instance.Leaders[chance.Leader];
        return _days[chance.Leader][_ground.DayOf(chance.Start)] < leader.MaxPerDay
            && _weeks[chance.Leader][_ground.WeekOf(chance.Start)] < leader.MaxPerWeek
            && !AnyTaken(_leaders[chance.Leader], chance.Start, _ground.Length);
    }

    private int LargestRoom(Chance chance)
    {
        var largest = 0;
        var rooms = _ground.Instance.Sites[chance.Site].Rooms;
        for (var r = 0; r < rooms.Count; r++)
        {
            if (rooms[r].Capacity > largest && !AnyTaken(_rooms[chance.Site][r], chance.Start, _ground.Length))
            {
                largest = rooms[r].Capacity;
            }
        }

        return largest;
    }

    /// <summary>The smallest free room that holds so many: larger ones stay for larger sessions.</summary>
    private int RoomFor(Chance chance, int size)
    {
        var best = -1;
        var rooms = _ground.Instance.Sites[chance.Site].Rooms;
        for (var r = 0; r < rooms.Count; r++)
        {
            if (rooms[r].Capacity >= size && !AnyTaken(_rooms[chance.Site][r], chance.Start, _ground.Length) && (best < 0 || rooms[r].Capacity < rooms[best].Capacity))
            {
                best = r;
            }
        }

        return best;
    }

    private void Take(Held session, int sign)
    {
        var (leader, site, start) = session.Chance;
        for (var u = start; u < start + _ground.Length; u++)
        {
            _rooms[site][session.Room][u] = sign > 0;
            _leaders[leader][u] = sign > 0;
            foreach (var (crew, count) in session.Crews)
            {
                _cover[_part.Crews[crew].Home][u] -= sign * count;
            }
        }

        foreach (var (crew, count) in session.Crews)
        {
            Left[crew] -= sign * count;
        }

        _days[leader][_ground.DayOf(start)] += sign;
        _weeks[leader][_ground.WeekOf(start)] += sign;
    }

    /// <summary>What is locked is taken before anything else.</summary>
    private void Lock()
    {
        var slot = _ground.Instance.SlotMinutes;
        foreach (var session in _ground.Instance.Locked.Where(s => _part.Sites.Contains(s.Site)))
        {
            var (first, length) = (session.Start / slot, session.Minutes / slot);
            for (var u = Math.Max(0, first); u < Math.Min(_ground.Slots, first + length); u++)
            {
                _rooms[session.Site][session.Room][u] = true;
                _leaders[session.Leader][u] = true;
                foreach (var person in session.People)
                {
                    _cover[_ground.Instance.People[person].Site][u]--;
                }
            }

            if (first >= 0 && first < _ground.Slots)
            {
                _days[session.Leader][_ground.DayOf(first)]++;
                _weeks[session.Leader][_ground.WeekOf(first)]++;
            }
        }
    }

    private static bool AnyTaken(bool[] taken, int start, int length) => taken.AsSpan(start, length).Contains(true);
}
