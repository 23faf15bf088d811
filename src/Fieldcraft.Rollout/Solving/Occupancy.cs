namespace Fieldcraft.Rollout.Solving;

/// <summary>What is taken of rooms, leaders and cover by sessions that stand, over the whole instance.</summary>
internal sealed class Occupancy
{
    private readonly Ground _ground;
    private readonly int[][] _cover;
    private readonly bool[][][] _rooms;
    private readonly bool[][] _leaders;
    private readonly int[][] _days;
    private readonly int[][] _weeks;

    public Occupancy(Ground ground, IEnumerable<Fixed> sessions)
    {
        _ground = ground;
        _cover = [.. ground.Cover.Select(c => (int[])c.Clone())];
        _rooms = [.. ground.Rooms.Select(s => s.Select(_ => new bool[ground.Slots]).ToArray())];
        _leaders = [.. ground.LeaderSite.Select(_ => new bool[ground.Slots])];
        _days = [.. ground.HeldOnDay.Select(d => (int[])d.Clone())];
        _weeks = [.. ground.HeldInWeek.Select(w => (int[])w.Clone())];
        foreach (var session in sessions)
        {
            Take(session);
        }
    }

    public void Take(Fixed session)
    {
        _rooms[session.Site][session.Room].AsSpan(session.Start, session.Length).Fill(true);
        _leaders[session.Leader].AsSpan(session.Start, session.Length).Fill(true);
        _days[session.Leader][_ground.DayOf(session.Start)]++;
        _weeks[session.Leader][_ground.WeekOf(session.Start)]++;
        foreach (var person in session.People)
        {
            Release(person, session.Start, session.Length);
        }
    }

    /// <summary>Whether a session could still be held with everybody in it.</summary>
    public bool Fits(Fixed session) =>
        !IsLoaded(session.Leader, session.Start, session.Length)
        && !_rooms[session.Site][session.Room].AsSpan(session.Start, session.Length).Contains(true)
        && session.People.GroupBy(p => _ground.PersonSite[p]).All(h => h.Count() <= CoverAt(h.Key, session.Start, session.Length));

    /// <summary>One more of a home is away.</summary>
    public void Release(int person, int start, int length)
    {
        var cover = _cover[_ground.PersonSite[person]];
        for (var u = start; u < start + length; u++)
        {
            cover[u]--;
        }
    }

    public int CoverAt(int home, int start, int length) => Ground.Fewest(_cover[home], start, length);

    /// <summary>Whether a leader holds as many as they may on that day or in that week, or another one just then.</summary>
    public bool IsLoaded(int leader, int start, int length)
    {
        var rules = _ground.Instance.Leaders[leader];
        return _days[leader][_ground.DayOf(start)] >= rules.MaxPerDay
            || _weeks[leader][_ground.WeekOf(start)] >= rules.MaxPerWeek
            || _leaders[leader].AsSpan(start, length).Contains(true);
    }

    /// <summary>Whether a leader could hold one more on the day of another of theirs, and in its week.</summary>
    public bool TakesTwo(int leader, int first, int second)
    {
        var rules = _ground.Instance.Leaders[leader];
        return (_ground.DayOf(first) != _ground.DayOf(second) || _days[leader][_ground.DayOf(first)] + 2 <= rules.MaxPerDay)
            && (_ground.WeekOf(first) != _ground.WeekOf(second) || _weeks[leader][_ground.WeekOf(first)] + 2 <= rules.MaxPerWeek);
    }

    /// <summary>The free room that seats most people; of equal ones the first; -1 when none seats anybody.</summary>
    public int FreeRoom(int site, int start, int length)
    {
        var (best, rooms) = (-1, _ground.Rooms[site]);
        for (var r = 0; r < rooms.Length; r++)
        {
            if (rooms[r] > (best < 0 ? 0 : rooms[best]) && !_rooms[site][r].AsSpan(start, length).Contains(true))
            {
                best = r;
            }
        }

        return best;
    }
}
