using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Plans;

namespace Fieldcraft.Web.Demo;

/// <summary>A plan written on its first day, ticked off as time went by, reviewed now and then, and ended when its time was over.</summary>
internal static class DemoPlans
{
    private const int ReviewsHeldOfAHundred = 70;
    private static readonly string[] Supporting =
    [
        "Sees the tries and says afterwards what helped",
        "Asks me on Fridays how it went",
        "Tells me when I fall back into the old way",
        "Keeps the hour free with me",
    ];

    public static DevelopmentPlan Tell(DemoAuthor author, DemoStory story, Assignment assignment)
    {
        var (calendar, told) = (author.Calendar, story.Plan);
        var at = calendar.On(told.StartDay, assignment.BroughtAt);
        var id = author.Id<PlanId>(at, "plan");
        var sealer = author.Document(id.Value, at).Sealer;
        var rules = author.Rules.Plans;
        var starts = calendar.Day(told.StartDay);
        var last = starts.AddDays(rules.LongestDays);
        var ends = calendar.Day(told.EndDay) < last ? calendar.Day(told.EndDay) : last;
        var frame = new FrameWording
        {
            Title = told.Title,
            Why = story.AnswerTo("s3") ?? story.AnswerTo("p1"),
            StartsOn = starts,
            EndsOn = ends,
            MinutesAWeek = told.MinutesPerWeek,
            ReflectionSlot = story.AnswerTo("p9"),
        };
        var plan = DevelopmentPlan.Start(id, author.Leader.Person.Id, assignment.Id, frame, starts, rules, sealer, at).Value!;
        PlanItemId Row(string name) => author.Id<PlanItemId>(at, $"plan/{name}");
        foreach (var (goal, i) in told.Goals.Select((g, i) => (g, i)))
        {
            plan.WriteGoal(Row($"goal/{i}"), new GoalWording { Text = goal.Text, Signs = goal.Sign }, sealer, at);
        }

        foreach (var (behaviour, i) in told.Behaviours.Select((b, i) => (b, i)))
        {
            plan.WriteBehaviour(BehaviourId(author, plan, i), Wording(behaviour), rules, sealer, at);
        }

        foreach (var (step, i) in told.Steps.Select((s, i) => (s, i)))
        {
            plan.WriteStep(Row($"step/{i}"), new StepWording { Text = step.Text, DueOn = calendar.Day(step.Day) }, sealer, at);
        }

        foreach (
            var (who, i) in told
                .Behaviours.SelectMany(b => b.Experiments)
                .Select(e => e.WhoSees)
                .Distinct(StringComparer.Ordinal)
                .Take(2)
                .Select((w, i) => (w, i))
        )
        {
            plan.WriteSupporter(Row($"supporter/{i}"), new SupporterWording { Who = who, Does = author.Chance.Of(Supporting) }, sealer, at);
        }

        foreach (var (source, i) in told.LearningSources.Select((s, i) => (s, i)))
        {
            plan.WriteSource(Row($"source/{i}"), new SourceWording { Kind = KindOf(source.Kind), Text = source.Text }, sealer, at);
        }

        plan.SayWhatIsNeededFromManager(new ManagerNeedsWording { Text = told.NeedsFromManager }, sealer, at);
        plan.OfferOpportunity(new OpportunityWording { Text = told.OpportunityForOther }, sealer, at);
        plan.SetStopRule(
            new StopRuleWording { Text = told.StopRule ?? told.Behaviours.Select(b => b.StopRule).FirstOrDefault(r => r is not null) },
            sealer,
            at
        );
        LiveOn(author, story, plan, at);
        author.Rows.Plans.Add(plan);
        return plan;
    }

    public static PlanItemId BehaviourId(DemoAuthor author, DevelopmentPlan plan, int index) =>
        author.Id<PlanItemId>(plan.StartedAt, $"plan/behaviour/{index}");

    /// <summary>Ticks, reviews and the end, in the order of time.</summary>
    private static void LiveOn(DemoAuthor author, DemoStory story, DevelopmentPlan plan, DateTimeOffset from)
    {
        var (calendar, rules) = (author.Calendar, author.Rules.Plans);
        var happened = new List<(DateTimeOffset At, Action<DateTimeOffset> What)>();
        foreach (var (step, i) in story.Plan.Steps.Select((s, i) => (s, i)).Where(s => s.s.DoneDay is not null))
        {
            var row = author.Id<PlanItemId>(plan.StartedAt, $"plan/step/{i}");
            happened.Add((calendar.On(step.DoneDay!.Value, from), at => plan.TickStep(row, done: true, at)));
        }

        foreach (var day in plan.ReviewDates(rules).Where(d => d < calendar.Today && author.Chance.In(ReviewsHeldOfAHundred)))
        {
            happened.Add((calendar.On(day, from), at => plan.HoldReview(day, rules, at)));
        }

        foreach (var (at, what) in happened.OrderBy(h => h.At))
        {
            what(at);
        }

        if (plan.EndsOn < calendar.Today)
        {
            plan.End(calendar.On(plan.EndsOn, plan.ChangedAt));
        }
    }

    private static BehaviourWording Wording(StoryBehaviour told)
    {
        var (when, then) = DemoAuthor.Halves(told.IfThen);
        return new BehaviourWording
        {
            Text = told.Text,
            Capability = told.Capability,
            Why = told.Why,
            StartingPicture = told.StartingPicture,
            Signs = told.Signs,
            If = when,
            Then = then,
            Support = told.Support,
            Obstacle = told.Obstacle,
            CounterMove = told.CounterMove,
            KeepAsWritten = true,
        };
    }

    private static SourceKind KindOf(string kind) =>
        kind switch
        {
            "link" => SourceKind.Link,
            "course" => SourceKind.Course,
            _ => SourceKind.Person,
        };
}
