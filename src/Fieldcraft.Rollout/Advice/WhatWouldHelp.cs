using Fieldcraft.Rollout.Instances;
using Fieldcraft.Rollout.Timetables;

namespace Fieldcraft.Rollout.Advice;

/// <summary>Answers what would have to change for a site whose people are not all covered: single changes are made and the site is planned anew.</summary>
public static class WhatWouldHelp
{
    private const int Effort = 20;
    private const decimal ShareStep = 0.05m;
    private const int ShareSteps = 4;
    private const int FloorSteps = 3;

    /// <summary>
    /// Every change that leaves fewer out: those that are enough first, the cheapest timetable first among them. Of a share and a minimum no step is tried beyond
    /// the first that is enough. Empty when nobody is left out. People of other sites who are left out as well are not planned here.
    /// </summary>
    /// <param name="timetable">Of this instance; whoever is covered in it keeps their session where that is possible.</param>
    /// <param name="site">Id of a site of the instance.</param>
    public static IReadOnlyList<Change> For(
        RolloutInstance instance,
        Timetable timetable,
        string site,
        CancellationToken cancellationToken = default
    )
    {
        var around = Surroundings.Of(instance, site);
        var left = LeftOut(around, timetable, site);
        if (left.Count == 0)
        {
            return [];
        }

        // Others who are left out wait: what is gained is to be the site's.
        var others = timetable.Uncovered.Select(u => u.Person).Except(left.Select(p => p.Id), StringComparer.Ordinal);
        around = around with
        {
            Covered = [.. around.Covered, .. around.People.Select(p => p.Id).Intersect(others, StringComparer.Ordinal)],
        };
        var sites = around.Sites.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var before = timetable.Sessions.Where(s => sites.Contains(s.Site)).ToList();
        var rows = Proposals(around, site, left).ToList();
        var tried = new List<Change>[rows.Count];
        Parallel.For(0, rows.Count, i => tried[i] = Try(rows[i], site, before, cancellationToken));
        return
        [
            .. tried
                .SelectMany(t => t)
                .Where(c => c.LeftOut < left.Count)
                .OrderBy(c => c.LeftOut > 0)
                .ThenBy(c => c.IsEnough ? 0 : c.LeftOut)
                .ThenBy(c => c.Cost)
                .ThenBy(c => c.Lever),
        ];
    }

    /// <summary>Step by step until one is enough.</summary>
    private static List<Change> Try(List<Proposal> steps, string site, List<PlannedSession> before, CancellationToken cancellationToken)
    {
        var tried = new List<Change>();
        foreach (var step in steps)
        {
            if (cancellationToken.IsCancellationRequested || InstanceChecks.Of(step.Instance).Count > 0)
            {
                break;
            }

            var made = Solver.Solve(step.Instance, new SolverOptions(Effort), before, null, cancellationToken);
            var change = new Change(step.Lever, site, step.Leader, step.Value, LeftOut(step.Instance, made, site).Count, made.Cost);
            tried.Add(change);
            if (change.IsEnough)
            {
                break;
            }
        }

        return tried;
    }

    private static IEnumerable<List<Proposal>> Proposals(RolloutInstance instance, string id, List<Person> left)
    {
        var site = instance.Sites.First(s => s.Id == id);
        yield return
        [
            new(
                Lever.Room,
                null,
                null,
                With(instance, site with { Rooms = [.. site.Rooms, new Room(NewRoom(instance), LargestRoom(instance))] })
            ),
        ];
        yield return
        [
            .. Enumerable
                .Range(1, ShareSteps)
                .Select(step => site.ReleaseShare + (step * ShareStep))
                .Where(share => share <= 1)
                .Select(share => new Proposal(Lever.ReleaseShare, null, share, With(instance, site with { ReleaseShare = share }))),
        ];
        yield return
        [
            .. Enumerable
                .Range(1, Math.Min(FloorSteps, site.FloorMinimum))
                .Select(less => site.FloorMinimum - less)
                .Select(floor => new Proposal(Lever.FloorMinimum, null, floor, With(instance, site with { FloorMinimum = floor }))),
        ];
        var shifts = left.SelectMany(p => p.Shifts).Distinct().ToList();
        foreach (var leader in instance.Leaders.Where(l => l.Site == id || left.Exists(p => p.Leader == l.Id)))
        {
            var more = leader with { MaxPerWeek = leader.MaxPerWeek + 1, MaxPerDay = Math.Max(1, leader.MaxPerDay) };
            yield return [new(Lever.LeaderWeek, leader.Id, more.MaxPerWeek, With(instance, more))];
            yield return
            [
                new(Lever.LeaderShifts, leader.Id, null, With(instance, leader with { Available = [.. leader.Available, .. shifts] })),
            ];
        }

        yield return [new(Lever.Window, null, instance.Window.Days + 7, Surroundings.Longer(instance))];
        if (!instance.Session.SplitAllowed)
        {
            yield return [new(Lever.Halves, null, null, instance with { Session = instance.Session with { SplitAllowed = true } })];
        }
    }

    private static RolloutInstance With(RolloutInstance instance, Site site) =>
        instance with
        {
            Sites = [.. instance.Sites.Select(s => s.Id == site.Id ? site : s)],
        };

    private static RolloutInstance With(RolloutInstance instance, Leader leader) =>
        instance with
        {
            Leaders = [.. instance.Leaders.Select(l => l.Id == leader.Id ? leader : l)],
        };

    private static int LargestRoom(RolloutInstance instance) =>
        Math.Max(instance.Sites.SelectMany(s => s.Rooms).Select(r => r.Capacity).DefaultIfEmpty(0).Max(), 1);

    private static string NewRoom(RolloutInstance instance)
    {
        var taken = instance.Sites.SelectMany(s => s.Rooms).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var name = "another room";
        while (taken.Contains(name))
        {
            name = "yet " + name;
        }

        return name;
    }

    private static List<Person> LeftOut(RolloutInstance instance, Timetable timetable, string site)
    {
        var uncovered = timetable.Uncovered.Select(u => u.Person).ToHashSet(StringComparer.Ordinal);
        return [.. instance.People.Where(p => p.Site == site && uncovered.Contains(p.Id))];
    }
}
