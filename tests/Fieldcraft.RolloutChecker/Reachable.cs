namespace Fieldcraft.RolloutChecker;

/// <summary>Whether somebody could be covered if nobody else were: every leader, site and slot is tried.</summary>
internal sealed class Reachable(Reading instance)
{
    public bool Reaches(string person)
    {
        if (Ways(person, instance.Length).Any())
        {
            return true;
        }

        if (!instance.Split)
        {
            return false;
        }

        var halves = Ways(person, instance.Length / 2).ToList();
        return halves.Exists(first => halves.Exists(second => GoTogether(first, second)));
    }

    private IEnumerable<(string Leader, int From)> Ways(string id, int length)
    {
        var person = instance.People[id];
        foreach (var shift in person.Shifts)
        {
            var first = Math.Max(instance.Now, Math.Max(0, shift.From + instance.Edge));
            for (
                var from = (first + instance.Slot - 1) / instance.Slot * instance.Slot;
                from + length <= Math.Min(instance.Minutes, shift.Until - instance.Edge);
                from += instance.Slot
            )
            {
                foreach (var (name, leader) in instance.Leaders)
                {
                    if (
                        leader is { PerDay: > 0, PerWeek: > 0 }
                        && from >= leader.Ready
                        && leader.Languages.Contains(person.Language)
                        && leader.Available.Exists(a => a.Holds(from, from + length))
                        && instance.Near[person.Site].Any(s => IsPlace(s, leader.Site, from, from + length))
                        && instance.Slots(from, from + length).All(s => instance.Cover(person.Site, s) > 0)
                    )
                    {
                        yield return (name, from);
                    }
                }
            }
        }
    }

    private bool IsPlace(string site, string leaderSite, int from, int until) =>
        instance.Near[site].Contains(leaderSite)
        && instance.Sites[site].Rooms.Values.Any(c => c > 0)
        && !instance.Sites[site].Blackouts.Exists(b => b.Touches(from, until))
        && !instance.IsSkipped(site, from, until);

    private bool GoTogether((string Leader, int From) first, (string Leader, int From) second)
    {
        var leader = instance.Leaders[first.Leader];
        return second.From >= first.From + (instance.Length / 2)
            && second.From - first.From < 7 * Reading.Day
            && (
                first.Leader != second.Leader
                || (
                    (leader.PerDay > 1 || first.From / Reading.Day != second.From / Reading.Day)
                    && (leader.PerWeek > 1 || first.From / (7 * Reading.Day) != second.From / (7 * Reading.Day))
                )
            );
    }
}
