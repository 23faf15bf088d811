using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Solving;

/// <summary>Plans one section: whole sessions first, halves for whoever is left where they are allowed, and then what can be proven.</summary>
internal static class Planning
{
    public static PartPlan Of(Section section, Account account, SolverOptions options, Func<bool> isTimeUp, Tally tally)
    {
        var ground = section.Ground;
        var part = new Part(ground, section.Sites, section.People, section.Leaders, ground.Length);
        var before = new Before(part, section.Kept);
        var search = new Search(part, before, options.Seed + ((ulong)section.Number << 32));
        var board = search.Run(options.Effort, isTimeUp, (cost, covered) => tally.Better(section.Number, cost, covered));
        var sessions = board.Sessions.Select(s => FixedOf(part, s)).ToList();
        var open = section.People.Count + section.HalfDone.Count;
        var covered = Account.Covered([.. ground.Locked.Where(s => section.HalfDone.Count > 0), .. sessions]);
        var uncovered = open - section.People.Count(covered.Contains) - section.HalfDone.Count(covered.Contains);
        var cost = account.CostOf(sessions) + ((long)Costs.Uncovered * uncovered);
        tally.Done(section.Number, cost, open - uncovered);
        return new PartPlan(sessions, cost, 0, 0);
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
