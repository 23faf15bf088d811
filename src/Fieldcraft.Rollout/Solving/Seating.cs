namespace Fieldcraft.Rollout.Solving;

/// <summary>
/// Finds somebody a seat in the sessions that stand. Where all are taken, others move on to sessions that suit them as well: a cheap such chain, looked for
/// breadth first over the sessions near their homes.
/// </summary>
internal sealed class Seating(Part part, Board board)
{
    private const int LongestChain = 3;
    private Node[] _nodes = new Node[64];
    private int _count;
    private int _round;

    /// <summary>A session that somebody could come into, from the session of another node or from outside.</summary>
    private struct Node
    {
        public Held Session;
        public int Cost;
        public int Arriving;
        public int From;
        public int Depth;
    }

    /// <summary>Whether any session near a home could take somebody more; where none could, a chain would seldom find an end.</summary>
    public bool HasPlace(int home)
    {
        foreach (var site in part.Ground.Near[home])
        {
            foreach (var session in board.Near[site])
            {
                if (session.HasPlace && HasCover(site, session.Start))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool HasCover(int site, int start)
    {
        foreach (var home in part.Rows[site])
        {
            if (board.CoverAt(home.Home, start) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Seats a person when that costs at most so much; says whether it did.</summary>
    public bool Seat(int person, int most)
    {
        _count = 0;
        _round++;
        var (best, bestCost) = (-1, most + 1);
        Reach(person, 0, -1, 0);
        for (var i = 0; i < _count; i++)
        {
            ref var node = ref _nodes[i];
            // A later link saves at most what a stranger costs.
            if (node.Cost - Costs.NotOwn >= bestCost)
            {
                continue;
            }

            if (node.Session.HasPlace && node.Cost < bestCost && board.CoverAt(part.HomeAt[node.Arriving], node.Session.Start) > 0)
            {
                (best, bestCost) = (i, node.Cost);
                if (bestCost <= 0)
                {
                    break;
                }
            }
            else if (node.Depth < LongestChain)
            {
                PassOn(i);
            }
        }

        return best >= 0 && Carry(best);
    }

    /// <summary>Somebody could come into each session near that suits them, at what it costs so far and there.</summary>
    private void Reach(int person, int cost, int from, int depth)
    {
        foreach (var site in part.Ground.Near[part.HomeAt[person]])
        {
            var place = part.PlaceIn(site, person);
            foreach (var session in board.Near[site])
            {
                if (session.Reached == _round || !Suits(session, place))
                {
                    continue;
                }

                if (_count == _nodes.Length)
                {
                    Array.Resize(ref _nodes, 2 * _count);
                }

                (session.Reached, session.Node) = (_round, _count);
                _nodes[_count++] = new Node
                {
                    Session = session,
                    Cost = cost + board.SeatCost(session, person),
                    Arriving = person,
                    From = from,
                    Depth = depth,
                };
            }
        }
    }

    private static bool Suits(Held session, int place) =>
        ((session.Chance.Own[place / Part.Bits] | session.Chance.Others[place / Part.Bits]) >> (place % Part.Bits) & 1) != 0;

    private void PassOn(int index)
    {
        var (session, cost, depth) = (_nodes[index].Session, _nodes[index].Cost, _nodes[index].Depth);
        var home = part.HomeAt[_nodes[index].Arriving];
        var isOpen = board.CoverAt(home, session.Start) > 0;
        foreach (var leaving in session.People)
        {
            if (isOpen || part.HomeAt[leaving] == home)
            {
                Reach(leaving, cost - board.SeatCost(session, leaving), index, depth + 1);
            }
        }
    }

    /// <summary>Moves everybody of the chain, from its end on; back again where sessions at one time took more of a home than it has.</summary>
    private bool Carry(int end)
    {
        var isCovered = true;
        for (var i = end; i >= 0; i = _nodes[i].From)
        {
            if (_nodes[i].From >= 0)
            {
                board.Leave(_nodes[_nodes[i].From].Session, _nodes[i].Arriving);
            }

            board.Enter(_nodes[i].Session, _nodes[i].Arriving);
        }

        for (var i = end; i >= 0; i = _nodes[i].From)
        {
            isCovered &= board.CoverAt(part.HomeAt[_nodes[i].Arriving], _nodes[i].Session.Start) >= 0;
        }

        for (var i = end; i >= 0 && !isCovered; i = _nodes[i].From)
        {
            board.Leave(_nodes[i].Session, _nodes[i].Arriving);
        }

        for (var i = end; i >= 0 && !isCovered; i = _nodes[i].From)
        {
            if (_nodes[i].From >= 0)
            {
                board.Enter(_nodes[_nodes[i].From].Session, _nodes[i].Arriving);
            }
        }

        return isCovered;
    }
}
