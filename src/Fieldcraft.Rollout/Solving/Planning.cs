using Fieldcraft.Rollout.Instances;
using Fieldcraft.Rollout.Proving;

namespace Fieldcraft.Rollout.Solving;

/// <summary>Plans one section: whole sessions first, halves for whoever is left where they are allowed, and then what can be proven.</summary>
internal static class Planning
{
    public static PartPlan Of(Section section, Account account, SolverOptions options, Func<bool> isTimeUp, Tally tally)
    {
        var ground = section.Ground;
        var locked = ground.Locked.Where(s => section.Sites.Contains(s.Site)).ToList();
        var halves = Halves.Kept(section, locked);
        var withHalves = halves.SelectMany(s => s.People).ToHashSet();
        var people = section.People.Where(p => !withHalves.Contains(p)).ToList();
        var part = new Part(ground, section.Sites, people, section.Leaders, ground.Length);
        var search = new Search(part, new Before(part, section.Kept), [.. locked, .. halves], options.Seed + ((ulong)section.Number << 32));
        var board = search.Run(options.Effort, isTimeUp, (cost, covered) => tally.Better(section.Number, cost, covered));
        var sessions = board.Sessions.Select(s => FixedOf(part, s)).ToList();
        var left = Enumerable.Range(0, part.PersonAt.Length).Where(n => Before.IsIn(board.Left, n)).Select(n => part.PersonAt[n]).ToList();
        sessions.AddRange(halves);
        sessions.AddRange(Halves.For(section, left, [.. locked, .. sessions], isTimeUp));
        var open = section.People.Count + section.HalfDone.Count;
        var covered = Account.Covered([.. locked, .. sessions]);
        var uncovered = section.People.Concat(section.HalfDone).Count(p => !covered.Contains(p));
        var cost = account.CostOf(sessions) + ((long)Costs.Uncovered * uncovered);
        tally.Done(section.Number, cost, open - uncovered);
        var bound = Bound.Of(section, part, sessions, [.. section.People.Where(p => !covered.Contains(p))], isTimeUp());
        return new PartPlan(sessions, cost, bound.Cost, bound.Uncovered);
    }

    private static Fixed FixedOf(Part part, Held session) =>
        new(
            session.Chance.Site,
            session.Room,
            session.Chance.Leader,
            session.Start,
            part.Length,
            SessionPart.Whole,
            [.. session.People.Select(p => part.PersonAt[p]).Order()]
        );
}
