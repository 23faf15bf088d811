using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Outcomes;

/// <summary>How many teams somebody looked at in a week, and in how many a sign of the module was seen. Teams, never people.</summary>
public sealed record SignCounts(int Teams, int First, int Second, int Third)
{
    public const int TeamsAtMost = 200;

    /// <summary>In the order in which the module names its signs.</summary>
    public IReadOnlyList<int> Seen => [First, Second, Third];

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. InputProblems.Outside("teams", Teams, 1, TeamsAtMost),
            .. InputProblems.Outside("first", First, 0, Math.Max(0, Teams)),
            .. InputProblems.Outside("second", Second, 0, Math.Max(0, Teams)),
            .. InputProblems.Outside("third", Third, 0, Math.Max(0, Teams)),
        ];
}

/// <summary>
/// What one leader or lead of a site noted for a site and week: in how many teams the three signs of a module were seen, in 1:1s or huddles
/// (DOMAIN 7.9). Noted again, it is replaced.
/// </summary>
public sealed class SignSighting : Aggregate<SignSightingId>
{
    private SignSighting(SignSightingId id)
        : base(id) { }

    public ModuleId ModuleId { get; private set; }
    public UnitId SiteId { get; private set; }

    /// <summary>Its Monday.</summary>
    public DateOnly Week { get; private set; }
    public PersonId? NotedById { get; private set; }
    public int Teams { get; private set; }
    public int First { get; private set; }
    public int Second { get; private set; }
    public int Third { get; private set; }
    public DateTimeOffset NotedAt { get; private set; }

    public SignCounts Counts => new(Teams, First, Second, Third);

    /// <summary>Refused: <c>signs-week-to-come</c>, <c>signs-before-window</c>.</summary>
    /// <exception cref="ArgumentException">The counts have problems: forms and API refuse that before.</exception>
    public static Outcome<SignSighting> Note(
        SignSightingId id,
        Module module,
        UnitId site,
        DateOnly week,
        SignCounts counts,
        PersonId by,
        DateOnly today,
        DateTimeOffset now
    )
    {
        if (week > today)
        {
            return new Refusal("signs-week-to-come");
        }

        if (week < FigureWeek.Of(module.WindowStart))
        {
            return new Refusal("signs-before-window", module.WindowStart);
        }

        var sighting = new SignSighting(id)
        {
            ModuleId = module.Id,
            SiteId = site,
            Week = week,
            NotedById = by,
        };
        sighting.Take(counts, by, now);
        return sighting;
    }

    /// <summary>Other counts for the same week.</summary>
    /// <exception cref="ArgumentException">The counts have problems: forms and API refuse that before.</exception>
    public void NoteAnew(SignCounts counts, PersonId by, DateTimeOffset now) => Take(counts, by, now);

    private void Take(SignCounts counts, PersonId by, DateTimeOffset now)
    {
        if (counts.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(counts));
        }

        (Teams, First, Second, Third) = (counts.Teams, counts.First, counts.Second, counts.Third);
        NotedAt = now;
        Happened(new SignsNoted(by.Value, Id.Value, now));
    }
}
