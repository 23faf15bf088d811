namespace Fieldcraft.Rollout.Solving;

/// <summary>
/// Where people of a part sat before, as far as that is still allowed: whoever sits elsewhere now was moved, and that has a price.
/// </summary>
internal sealed class Before
{
    private readonly ulong[] _has;
    private readonly Dictionary<(int Leader, int Site, int Room, int Start), ulong[]> _kept = [];

    /// <param name="sessions">Those that are still allowed, each alone.</param>
    public Before(Part part, IEnumerable<Fixed> sessions)
    {
        _has = new ulong[part.Words];
        var numbers = new Dictionary<int, int>();
        for (var i = 0; i < part.PersonAt.Length; i++)
        {
            numbers[part.PersonAt[i]] = i;
        }

        foreach (var session in sessions.Where(s => s.Length == part.Length))
        {
            var people = new ulong[part.Words];
            foreach (var person in session.People.Where(numbers.ContainsKey).Select(p => numbers[p]))
            {
                people[person / Part.Bits] |= 1UL << (person % Part.Bits);
                _has[person / Part.Bits] |= 1UL << (person % Part.Bits);
            }

            if (people.AsSpan().ContainsAnyExcept(0UL))
            {
                _kept[(session.Leader, session.Site, session.Room, session.Start)] = people;
            }
        }
    }

    public IEnumerable<((int Leader, int Site, int Room, int Start) Session, ulong[] People)> Sessions =>
        _kept.Select(k => (k.Key, k.Value)).OrderBy(k => (k.Key.Start, k.Key.Site, k.Key.Room, k.Key.Leader));

    public bool IsEmpty => _kept.Count == 0;

    /// <summary>Whether a person has a place to keep.</summary>
    public bool Has(int person) => IsIn(_has, person);

    /// <summary>Who has a place to keep, as a set.</summary>
    public ulong[] Everybody => _has;

    /// <summary>Who sat in exactly this session; null when nobody did.</summary>
    public ulong[]? KeptAt(int leader, int site, int room, int start) => _kept.GetValueOrDefault((leader, site, room, start));

    public static bool IsIn(ulong[]? people, int person) =>
        people is not null && (people[person / Part.Bits] >> (person % Part.Bits) & 1) != 0;
}
