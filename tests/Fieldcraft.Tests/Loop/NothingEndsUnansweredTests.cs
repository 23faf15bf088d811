using Fieldcraft.Domain.Loop;

namespace Fieldcraft.Tests.Loop;

/// <summary>No sequence of events leaves an idea without an answer or an owner with a date. A sequence that does is made as short as it gets and shown.</summary>
public sealed class NothingEndsUnansweredTests
{
    private const int Sequences = 2_000;
    private const int Longest = 60;

    private enum Event
    {
        Submitted,
        Forwarded,
        Answered,
        Merged,
        Corrected,
        DatePassed,
        TeamDissolved,
        NewLeader,
        FacilityWithoutLead,
        NetworkWithoutLead,
        StateWithoutLead,
        LeadsAppointed,
        DayGoesBy,
    }

    private sealed record Step(Event What, int Which, int Other);

    [Fact]
    public void Whatever_happens_every_idea_has_an_owner_with_a_date_or_an_answer()
    {
        var seen = new HashSet<Event>();
        for (var seed = 0; seed < Sequences; seed++)
        {
            var steps = Random(seed);
            seen.UnionWith(steps.Select(s => s.What));
            if (Broken(steps, settles: true) is not null)
            {
                var least = Shrunk(steps, s => Broken(s, settles: true) is not null);
                Assert.Fail($"Seed {seed}: {Broken(least, settles: true)}\n{string.Join('\n', least)}");
            }
        }

        seen.Count.ShouldBe(Enum.GetValues<Event>().Length);
    }

    /// <summary>The test can fail: an idea that loses its merging without anybody following is found, with the few events that it takes.</summary>
    [Fact]
    public void A_chain_that_nobody_follows_is_found_and_made_short()
    {
        var least = Enumerable
            .Range(0, Sequences / 10)
            .Select(Random)
            .Where(s => Broken(s, settles: false) is not null)
            .Select(found => Shrunk(found, s => Broken(s, settles: false) is not null))
            .MinBy(s => s.Count)!;

        least.Count.ShouldBeLessThanOrEqualTo(6);
        least.Count(s => s.What == Event.Merged).ShouldBeGreaterThanOrEqualTo(1);
    }

    private static List<Step> Random(int seed)
    {
        var chance = new Random(seed);
        var kinds = Enum.GetValues<Event>();
        return
        [
            new Step(Event.Submitted, 0, 0),
            .. Enumerable
                .Range(0, chance.Next(1, Longest))
                .Select(_ => new Step(
                    chance.Next(3) == 0 ? Event.Submitted : kinds[chance.Next(kinds.Length)],
                    chance.Next(50),
                    chance.Next(50)
                )),
        ];
    }

    /// <summary>Steps are left out one by one as long as it stays broken.</summary>
    private static List<Step> Shrunk(List<Step> steps, Func<List<Step>, bool> isBroken)
    {
        for (var i = 0; i < steps.Count; )
        {
            var without = steps.Where((_, at) => at != i).ToList();
            (steps, i) = isBroken(without) ? (without, 0) : (steps, i + 1);
        }

        return steps;
    }

    /// <param name="settles">False: after a merging nobody follows, as if that had been forgotten.</param>
    private static string? Broken(List<Step> steps, bool settles)
    {
        var ideas = new List<TeamIdea>();
        var (now, chain) = (Ideas.Day0, Ideas.Whole);
        foreach (var step in steps)
        {
            now = now.AddHours(1);
            Happen(step);
            if (Ideas.BrokenIn(ideas) is { } broken)
            {
                return broken;
            }
        }

        return End();

        void Happen(Step step)
        {
            var idea = ideas.Count == 0 ? null : ideas[step.Which % ideas.Count];
            switch (step.What)
            {
                case Event.Submitted:
                    ideas.Add(Ideas.Submit(chain, at: now));
                    break;
                case Event.Forwarded:
                    idea?.Forward(chain, Ideas.Slot(), Ideas.Rules, Ideas.Leader, now);
                    break;
                case Event.Answered:
                    idea?.Answer(step.Other % 2 == 0 ? Ideas.NotNow() : Ideas.Adopted(), Ideas.Leader, now);
                    break;
                case Event.Merged when idea is not null:
                    var target = ideas[step.Other % ideas.Count];
                    idea.MergeInto(ideas.Find(i => i.Id == target.RootId)!, null, Ideas.Leader, now);
                    Settle();
                    break;
                case Event.Corrected:
                    idea?.Correct(Ideas.NotNow(), Ideas.Leader, now);
                    Settle();
                    break;
                case Event.DatePassed:
                    now = now.AddDays(15);
                    break;
                case Event.TeamDissolved:
                    chain = chain with { HasLeader = false };
                    break;
                case Event.NewLeader:
                    chain = chain with { HasLeader = true };
                    break;
                case Event.FacilityWithoutLead:
                    chain = chain with { Facility = null };
                    break;
                case Event.NetworkWithoutLead:
                    chain = chain with { Network = null };
                    break;
                case Event.StateWithoutLead:
                    chain = chain with { State = null };
                    break;
                case Event.LeadsAppointed:
                    chain = Ideas.Whole;
                    break;
                case Event.DayGoesBy:
                    now = now.AddDays(1);
                    break;
            }

            // The hourly look.
            foreach (var one in ideas)
            {
                one.PassOn(chain, Ideas.Rules, now);
            }
        }

        void Settle()
        {
            if (settles)
            {
                IdeaMerging.Settle(ideas, now);
            }
        }

        // Left alone, everything open reaches the top and waits there, late; once those are answered, everything is.
        string? End()
        {
            for (var i = 0; i < 8; i++)
            {
                now = now.AddDays(40);
                ideas.ForEach(x => x.PassOn(chain, Ideas.Rules, now));
            }

            if (ideas.Exists(i => i.IsOpen && (i.Tier != LoopTier.State || i.LateAtTheTopSince is null)))
            {
                return "an idea that nobody answers does not reach the top, or is not late there";
            }

            ideas.Where(i => i.IsOpen).ToList().ForEach(i => i.Answer(Ideas.NotNow(), Ideas.Leader, now));
            return Ideas.BrokenIn(ideas)
                ?? (
                    ideas.Exists(i => ideas.Find(r => r.Id == i.RootId)!.AnswerKind is null or IdeaAnswerKind.Merged)
                        ? "an idea ends without an answer"
                        : null
                );
        }
    }
}
