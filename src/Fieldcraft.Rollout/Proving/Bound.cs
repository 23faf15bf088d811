using Fieldcraft.Rollout.Solving;

namespace Fieldcraft.Rollout.Proving;

/// <summary>What is proven of one section.</summary>
/// <param name="Uncovered">At least so many reachable people stay uncovered.</param>
/// <param name="Cost">No timetable of the section costs less, locked sessions apart.</param>
internal sealed record Bound(int Uncovered, long Cost)
{
    private const int Rounds = 600;

    /// <param name="whole">The part with whole sessions that was searched.</param>
    /// <param name="cost">Of the timetable that was found.</param>
    /// <param name="uncovered">How many reachable people it leaves out; those with a locked half not counted.</param>
    public static Bound Of(Section section, Part whole, long cost, int uncovered, bool isHurried)
    {
        var ground = section.Ground;
        if (section.People.Count == 0)
        {
            return new Bound(0, 0);
        }

        var part = whole.PeopleCount == section.People.Count ? whole : PartOf(section, ground.Length);
        IReadOnlyList<Part> parts = ground.Half > 0 ? [part, PartOf(section, ground.Half)] : [part];
        var relaxation = Relaxation.Of(section, parts);
        var least = uncovered == 0 ? 0 : Math.Max(0, section.People.Count - MostCovered.Of(section, relaxation, parts));
        return new Bound(least, Math.Max(0, new Prices(relaxation, least).Bound(cost, isHurried ? Rounds / 10 : Rounds)));
    }

    private static Part PartOf(Section section, int length) => new(section.Ground, section.Sites, section.People, section.Leaders, length);
}
