using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Advice;

/// <summary>Smaller and longer instances made of one.</summary>
internal static class Surroundings
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>A site and all that join it, directly or through others, with their leaders and people.</summary>
    public static RolloutInstance Of(RolloutInstance instance, string site)
    {
        var sites = new HashSet<string>(StringComparer.Ordinal) { site };
        int known;
        do
        {
            known = sites.Count;
            foreach (var other in instance.Sites.Where(s => sites.Contains(s.Id) || s.Joins.Any(sites.Contains)))
            {
                sites.Add(other.Id);
                sites.UnionWith(other.Joins);
            }
        } while (sites.Count > known);

        var leaders = instance.Leaders.Where(l => sites.Contains(l.Site)).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        var people = instance.People.Where(p => sites.Contains(p.Site)).ToList();
        // Own leaders and deputies elsewhere teach nobody here; they stay as names.
        leaders.UnionWith(people.Select(p => p.Leader));
        leaders.UnionWith(instance.Leaders.Where(l => leaders.Contains(l.Id)).Select(l => l.Deputy).OfType<string>().ToList());
        var ids = people.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var kept = instance.Leaders.Where(l => leaders.Contains(l.Id)).ToList();
        var named = sites.Union(kept.Select(l => l.Site)).ToHashSet(StringComparer.Ordinal);
        return instance with
        {
            Sites = [.. instance.Sites.Where(s => named.Contains(s.Id)).Select(s => s with { Joins = [.. s.Joins.Where(named.Contains)] })],
            Leaders = [.. kept.Select(l => l.Deputy is { } deputy && !leaders.Contains(deputy) ? l with { Deputy = null } : l)],
            People = people,
            Locked = [.. instance.Locked.Where(s => sites.Contains(s.Site))],
            Covered = [.. instance.Covered.Where(ids.Contains)],
        };
    }

    /// <summary>A week more. Where shifts and leaders' times end with the window, those of its last week come once more.</summary>
    public static RolloutInstance Longer(RolloutInstance instance)
    {
        var end = instance.Window.Start.ToDateTime(TimeOnly.MinValue).AddDays(instance.Window.Days);
        var isKnown = instance.People.Any(p => p.Shifts.Any(s => s.From >= end));
        var longer = instance with { Window = instance.Window with { Days = instance.Window.Days + 7 } };
        return isKnown
            ? longer
            : longer with
            {
                Leaders = [.. instance.Leaders.Select(l => l with { Available = Again(l.Available, end) })],
                People = [.. instance.People.Select(p => p with { Shifts = Again(p.Shifts, end) })],
            };
    }

    private static List<Stretch> Again(IReadOnlyList<Stretch> stretches, DateTime end) =>
        [
            .. stretches,
            .. stretches.Where(s => s.From >= end - Week && s.From < end).Select(s => new Stretch(s.From + Week, s.Until + Week)),
        ];
}
