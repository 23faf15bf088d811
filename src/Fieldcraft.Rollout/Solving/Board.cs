using System.Numerics;

namespace Fieldcraft.Rollout.Solving;

/// <summary>A session on the board.</summary>
internal sealed class Held
{
    public Chance Chance = null!;
    public int Start;
    public int Room;

    /// <summary>Most people: by the room and the format.</summary>
    public int Most;
    public readonly List<int> People = [];

    /// <summary>Where it stands in the board's list.</summary>
    public int At;

    /// <summary>Which search for a seat reached it last, and as which of its nodes.</summary>
    public int Reached;
    public int Node;

    /// <summary>People who sat in this very session before, where a timetable is planned anew.</summary>
    public ulong[]? Kept;

    public bool HasPlace => People.Count < Most;
}

/// <summary>What a chance offers now.</summary>
/// <param name="Each">Cost for each person; what the choice is made by.</param>
internal readonly record struct Offer(double Each, int Start, int Room, int Own, int Others)
{
    public bool IsNone => Own + Others == 0;
}

/// <summary>
/// The timetable of one part as it is being made. Four steps change it (open, close, enter, leave), each keeps the cost up to date, and each is noted, so that
/// whatever was tried can be taken back.
/// </summary>
internal sealed class Board
{
    private readonly Part _part;
    private readonly Ground _ground;
    private readonly int[][] _cover;
    private readonly bool[][][] _rooms;
    private readonly bool[][] _leaders;
    private readonly int[][] _days;
    private readonly int[][] _weeks;
    private readonly Stack<Held> _spare = [];
    private readonly List<(Step Step, Held Session, int Person)> _steps = [];
    private readonly Before? _before;
    private readonly int[] _own;
    private readonly int[] _deputy;

    /// <param name="standing">What stands already: locked, or kept for another reason.</param>
    public Board(Part part, Before? before, IEnumerable<Fixed> standing)
    {
        _part = part;
        _before = before;
        _ground = part.Ground;
        var sites = _ground.Near.Length;
        (_cover, _rooms) = (new int[sites][], new bool[sites][][]);
        Near = new List<Held>[sites];
        foreach (var site in part.Sites)
        {
            _cover[site] = (int[])_ground.Cover[site].Clone();
            _rooms[site] = [.. _ground.Rooms[site].Select(_ => new bool[_ground.Slots])];
            Near[site] = [];
        }

        (_leaders, _days, _weeks) = (
            new bool[_ground.LeaderSite.Length][],
            new int[_ground.LeaderSite.Length][],
            new int[_ground.LeaderSite.Length][]
        );
        foreach (var leader in part.Leaders)
        {
            _leaders[leader] = new bool[_ground.Slots];
            _days[leader] = (int[])_ground.HeldOnDay[leader].Clone();
            _weeks[leader] = (int[])_ground.HeldInWeek[leader].Clone();
        }

        Left = new ulong[part.Words];
        for (var i = 0; i < part.PersonAt.Length; i++)
        {
            if (part.PersonAt[i] >= 0)
            {
                Left[i / Part.Bits] |= 1UL << (i % Part.Bits);
            }
        }

        _own = [.. part.PersonAt.Select(p => p < 0 ? -1 : _ground.PersonLeader[p])];
        _deputy = [.. _own.Select(l => l < 0 ? -1 : _ground.Deputy[l])];
        Cost = (long)Costs.Uncovered * part.PeopleCount;
        foreach (var session in standing)
        {
            Take(session);
        }
    }

    /// <summary>Who is still to be covered.</summary>
    public ulong[] Left { get; }

    public List<Held> Sessions { get; } = [];

    /// <summary>For each site the sessions held there.</summary>
    public List<Held>[] Near { get; }

    public long Cost { get; private set; }

    public int CoverAt(int home, int start) => Ground.Fewest(_cover[home], start, _part.Length);

    private bool IsTaken(int leader, int start, int length) => _leaders[leader].AsSpan(start, length).Contains(true);

    private bool IsRoomTaken(int site, int room, int start, int length) => _rooms[site][room].AsSpan(start, length).Contains(true);

    private void Take(Fixed session)
    {
        _rooms[session.Site][session.Room].AsSpan(session.Start, session.Length).Fill(true);
        _leaders[session.Leader].AsSpan(session.Start, session.Length).Fill(true);
        _days[session.Leader][_ground.DayOf(session.Start)]++;
        _weeks[session.Leader][_ground.WeekOf(session.Start)]++;
        foreach (var person in session.People)
        {
            for (var u = session.Start; u < session.Start + session.Length; u++)
            {
                _cover[_ground.PersonSite[person]][u]--;
            }
        }
    }

    /// <summary>
    /// What could be held at this chance now, at the least cost for each person: own people first, others where the session is cheaper for each with them.
    /// Of the starts the first that lets most own people come, then most others.
    /// </summary>
    public Offer Look(Chance chance)
    {
        var leader = _ground.Instance.Leaders[chance.Leader];
        if (_days[chance.Leader][chance.Day] >= leader.MaxPerDay || _weeks[chance.Leader][chance.Day / 7] >= leader.MaxPerWeek)
        {
            return default;
        }

        var row = _part.Rows[chance.Site];
        Span<int> own = stackalloc int[row.Length];
        Span<int> others = stackalloc int[row.Length];
        var (wanted, all) = (0, 0);
        for (var h = 0; h < row.Length; h++)
        {
            var (o, e) = (0, 0);
            for (var i = 0; i < row[h].Words; i++)
            {
                var left = Asked(chance, row[h].In + i);
                o += BitOperations.PopCount(chance.Own[row[h].At + i] & left);
                e += BitOperations.PopCount(chance.Others[row[h].At + i] & left);
            }

            (own[h], others[h]) = (o, e);
            wanted += o;
            all += o + e;
        }

        return all == 0 ? default : BestStart(chance, row, own, others, wanted, all);
    }

    private ulong Asked(Chance chance, int word) => chance.Only is null ? Left[word] : Left[word] & chance.Only[word];

    private Offer BestStart(Chance chance, Stretched[] row, Span<int> own, Span<int> others, int wanted, int all)
    {
        var best = default(Offer);
        var busy = _days[chance.Leader][chance.Day] > 0;
        for (var start = chance.From; start <= chance.To; start++)
        {
            if (busy && IsTaken(chance.Leader, start, _part.Length))
            {
                continue;
            }

            var room = LargestRoom(chance, start);
            if (room < 0)
            {
                continue;
            }

            var most = Math.Min(_ground.Rooms[chance.Site][room], _ground.MaxSize);
            var (o, e) = (0, 0);
            for (var h = 0; h < row.Length; h++)
            {
                var cover = CoverAt(row[h].Home, start);
                var first = Math.Min(own[h], cover);
                o += first;
                e += Math.Min(others[h], cover - first);
            }

            o = Math.Min(o, most);
            e = Math.Min(e, most - o);
            var offer = Weighed(chance.Day, start, room, o, e);
            if (!offer.IsNone && (best.IsNone || offer.Each < best.Each))
            {
                best = offer;
            }

            if (o >= Math.Min(wanted, most) && o + e >= Math.Min(all, most) && most >= Math.Min(all, _ground.MaxSize))
            {
                break;
            }
        }

        return best;
    }

    private static Offer Weighed(int day, int start, int room, int own, int others)
    {
        double alone = Costs.Session + day;
        // Somebody else's people cost more a head; they come along where the session is cheaper for each with them.
        return own > 0 && (others == 0 || alone <= Costs.NotOwn * own)
            ? new Offer(alone / own, start, room, own, 0)
            : new Offer((alone + (Costs.NotOwn * others)) / (own + others), start, room, own, others);
    }

    /// <summary>The free room that seats most; of those that seat as many the smallest, and then the first.</summary>
    private int LargestRoom(Chance chance, int start)
    {
        var (best, seats, rooms) = (-1, 0, _ground.Rooms[chance.Site]);
        for (var r = 0; r < rooms.Length; r++)
        {
            var here = Math.Min(rooms[r], _ground.MaxSize);
            if (
                (chance.Room < 0 || chance.Room == r)
                && (here > seats || (here == seats && best >= 0 && rooms[r] < rooms[best]))
                && !IsRoomTaken(chance.Site, r, start, _part.Length)
            )
            {
                (best, seats) = (r, here);
            }
        }

        return best;
    }

    /// <summary>Puts a session there with whoever fits, those with the fewest other chances first.</summary>
    /// <param name="andOthers">Whether others come too, though the session is dearer for each with them.</param>
    public void Hold(Chance chance, Offer offer, bool andOthers = false)
    {
        var session = Open(chance, offer.Start, offer.Room);
        Fill(session, chance.Own, offer.Own);
        Fill(session, chance.Others, andOthers ? session.Most - session.People.Count : offer.Others);
    }

    private void Fill(Held session, ulong[] from, int count)
    {
        foreach (var home in _part.Rows[session.Chance.Site])
        {
            var cover = CoverAt(home.Home, session.Start);
            for (var i = 0; i < home.Words; i++)
            {
                for (
                    var bits = from[home.At + i] & Asked(session.Chance, home.In + i);
                    bits != 0 && count > 0 && cover > 0;
                    bits &= bits - 1
                )
                {
                    Enter(session, ((home.In + i) * Part.Bits) + BitOperations.TrailingZeroCount(bits));
                    count--;
                    cover--;
                }
            }
        }
    }

    /// <summary>Takes a session off, with everybody in it.</summary>
    public void Remove(Held session)
    {
        while (session.People.Count > 0)
        {
            Leave(session, session.People[^1]);
        }

        Close(session);
    }

    public Held Open(Chance chance, int start, int room)
    {
        var session = _spare.TryPop(out var spare) ? spare : new Held();
        (session.Chance, session.Start, session.Room) = (chance, start, room);
        session.Most = Math.Min(_ground.Rooms[chance.Site][room], _ground.MaxSize);
        session.Kept = _before?.KeptAt(chance.Leader, chance.Site, room, start);
        Note(Step.Open, session, -1);
        return session;
    }

    public void Close(Held session) => Note(Step.Close, session, -1);

    public void Enter(Held session, int person) => Note(Step.Enter, session, person);

    public void Leave(Held session, int person) => Note(Step.Leave, session, person);

    /// <summary>What it costs that a person sits in a session, apart from the session.</summary>
    public int SeatCost(Held session, int person)
    {
        var leader = session.Chance.Leader;
        var cost = _own[person] == leader || _deputy[person] == leader ? 0 : Costs.NotOwn;
        return _before is not null && _before.Has(person) && !Before.IsIn(session.Kept, person) ? cost + Costs.Moved : cost;
    }

    /// <summary>What was changed since the last time is kept.</summary>
    public void Keep()
    {
        foreach (var (step, session, _) in _steps)
        {
            if (step == Step.Close)
            {
                _spare.Push(session);
            }
        }

        _steps.Clear();
    }

    /// <summary>What was changed since the last time is taken back.</summary>
    public void TakeBack()
    {
        for (var i = _steps.Count - 1; i >= 0; i--)
        {
            var (step, session, person) = _steps[i];
            Do((Step)((int)step ^ 1), session, person);
            if (step == Step.Open)
            {
                _spare.Push(session);
            }
        }

        _steps.Clear();
    }

    private void Note(Step step, Held session, int person)
    {
        _steps.Add((step, session, person));
        Do(step, session, person);
    }

    private void Do(Step step, Held session, int person)
    {
        switch (step)
        {
            case Step.Open:
                session.At = Sessions.Count;
                Sessions.Add(session);
                Near[session.Chance.Site].Add(session);
                Occupy(session, 1);
                break;
            case Step.Close:
                Sessions[session.At] = Sessions[^1];
                Sessions[session.At].At = session.At;
                Sessions.RemoveAt(Sessions.Count - 1);
                Near[session.Chance.Site].Remove(session);
                Occupy(session, -1);
                break;
            case Step.Enter:
                session.People.Add(person);
                Seat(session, person, 1);
                break;
            case Step.Leave:
                session.People.Remove(person);
                Seat(session, person, -1);
                break;
        }
    }

    private void Occupy(Held session, int sign)
    {
        var (leader, start) = (session.Chance.Leader, session.Start);
        _rooms[session.Chance.Site][session.Room].AsSpan(start, _part.Length).Fill(sign > 0);
        _leaders[leader].AsSpan(start, _part.Length).Fill(sign > 0);
        _days[leader][session.Chance.Day] += sign;
        _weeks[leader][session.Chance.Day / 7] += sign;
        Cost += sign * (Costs.Session + session.Chance.Day);
    }

    private void Seat(Held session, int person, int sign)
    {
        Left[person / Part.Bits] ^= 1UL << (person % Part.Bits);
        var cover = _cover[_part.HomeAt[person]];
        for (var u = session.Start; u < session.Start + _part.Length; u++)
        {
            cover[u] -= sign;
        }

        Cost += sign * (SeatCost(session, person) - Costs.Uncovered);
    }

    /// <summary>Each step and the one that takes it back differ in the last bit.</summary>
    private enum Step
    {
        Open = 0,
        Close = 1,
        Enter = 2,
        Leave = 3,
    }
}
