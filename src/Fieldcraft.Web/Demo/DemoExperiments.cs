using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Demo;

/// <summary>An experiment as it was told, and what became of it.</summary>
internal sealed record ToldExperiment(LeadershipExperiment Experiment, StoryBehaviour Behaviour, StoryExperiment Told);

/// <summary>Experiments planned, carried out, looked back at, decided or let go, as the story says.</summary>
internal static class DemoExperiments
{
    private const int KeptOfAHundred = 80;
    private const int PlannedDaysAhead = 4;
    private static readonly string[] Repeats =
    [
        "Once more, the same way, in the coming week",
        "The same again when the next occasion comes",
        "Again, so that it becomes ordinary",
    ];
    private static readonly string[] Stops =
    [
        "Leave it here; it has done its work",
        "Stop this one and use the time for the next",
        "Let it rest, and keep what was learnt",
    ];
    private static readonly string[] Raises =
    [
        "Bring it to the next talk with my manager",
        "Name it in the next leaders' round",
        "Put it on the table where it can be decided",
    ];

    public static IReadOnlyList<ToldExperiment> Tell(DemoAuthor author, DemoStory story, DevelopmentPlan plan)
    {
        var all = new List<ToldExperiment>();
        var tries = story
            .Plan.Behaviours.SelectMany((behaviour, place) => behaviour.Experiments.Select((told, i) => (behaviour, place, told, i)))
            .ToList();
        var spare = tries.Count(t => t.told.State == "reviewed") - 2;
        foreach (var (behaviour, place, told, i) in tries.OrderBy(t => t.told.Day))
        {
            if (told.State == "reviewed" && spare > 0 && told.Feedback.Count == 0 && !author.Chance.In(KeptOfAHundred))
            {
                spare--;
                continue;
            }

            var follows = all.LastOrDefault(e =>
                e.Behaviour == behaviour && e.Experiment.State is ExperimentState.Repeat or ExperimentState.Vary
            )?.Experiment;
            var at = author.Calendar.On(Math.Min(told.Day - PlannedDaysAhead, 0), plan.StartedAt);
            var id = author.Id<ExperimentId>(at, $"experiment/{place}/{i}");
            var sealer = author.Document(id.Value, at).Sealer;
            if (
                Plan(
                    author,
                    id,
                    new ExperimentPlace(plan.Id, DemoPlans.BehaviourId(author, plan, place), follows?.Id),
                    behaviour,
                    told,
                    sealer,
                    at
                ) is
                { } experiment
            )
            {
                Live(author, behaviour, told, experiment, sealer);
                all.Add(new ToldExperiment(experiment, behaviour, told));
                author.Rows.Experiments.Add(experiment);
            }
        }

        return all;
    }

    private static LeadershipExperiment? Plan(
        DemoAuthor author,
        ExperimentId id,
        ExperimentPlace place,
        StoryBehaviour behaviour,
        StoryExperiment told,
        ISealer sealer,
        DateTimeOffset at
    )
    {
        var (when, then) = DemoAuthor.Halves(told.IfThen);
        var wording = new ExperimentWording
        {
            What = told.What,
            On = author.Calendar.Day(told.Day),
            SeenBy = told.WhoSees,
            Situation = told.Situation,
            If = when,
            Then = then,
            Rehearsed = when is not null && author.Chance.In(30),
            Expectation = told.Expect,
            Evidence = behaviour.Signs,
            RiskAndGuard = told.Risk,
            KeepAsWritten = true,
        };
        var activeNow = author.ActiveExperimentsAt(at);
        return LeadershipExperiment
            .Plan(id, author.Leader.Person.Id, place, wording, activeNow, author.Rules.Experiments, sealer, at)
            .Value;
    }

    private static void Live(
        DemoAuthor author,
        StoryBehaviour behaviour,
        StoryExperiment told,
        LeadershipExperiment experiment,
        ISealer sealer
    )
    {
        var calendar = author.Calendar;
        if (told.State == "dropped")
        {
            experiment.Drop(new DropWording { Reason = told.DropReason }, sealer, calendar.On(told.Day, experiment.PlannedAt));
        }

        if (told.State is not ("done" or "reviewed"))
        {
            return;
        }

        var day = told.DoneDay ?? told.Day;
        var evening = calendar.On(day, experiment.PlannedAt);
        experiment.MarkDone(evening);
        experiment.Capture(
            new CaptureWording
            {
                WhatHappened = told.WhatHappened,
                EffectSeen = told.EffectSeen,
                Surprise = told.Surprise,
            },
            sealer,
            calendar.On(day, evening)
        );
        if (told.State == "reviewed")
        {
            var looked = calendar.On(Math.Min(day + 1, 0), experiment.ChangedAt);
            experiment.LookBack(new LessonWording { Lesson = told.Lesson }, sealer, looked);
            experiment.Decide(Next(author, behaviour, told), sealer, calendar.On(Math.Min(day + 1, 0), looked));
        }
    }

    private static NextWording Next(DemoAuthor author, StoryBehaviour behaviour, StoryExperiment told)
    {
        var following = behaviour.Experiments.Where(e => e.Day > told.Day).MinBy(e => e.Day)?.What;
        return told.Next switch
        {
            "vary" => new NextWording { Move = NextMove.Vary, NextStep = following ?? behaviour.Text },
            "stop" => new NextWording { Move = NextMove.Stop, NextStep = author.Chance.Of(Stops) },
            "raised" => new NextWording { Move = NextMove.Raise, NextStep = author.Chance.Of(Raises) },
            _ => new NextWording { Move = NextMove.Repeat, NextStep = following ?? author.Chance.Of(Repeats) },
        };
    }
}
