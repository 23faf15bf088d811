using System.Globalization;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Plans;

/// <summary>
/// A personal development plan on one page (DOMAIN 4.8): at most 90 days, one to three focus behaviours, goals with signs, plain
/// steps, people, sources and a rule for stopping. Its owner's alone; there is no rating in it.
/// </summary>
public sealed partial class DevelopmentPlan : Aggregate<PlanId>
{
    private readonly List<PlanGoal> _goals = [];
    private readonly List<PlanStep> _steps = [];
    private readonly List<FocusBehaviour> _behaviours = [];
    private readonly List<PlanSupporter> _supporters = [];
    private readonly List<LearningSource> _sources = [];

    private DevelopmentPlan(PlanId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }

    /// <summary>The assignment it belongs to; null for a plan that stands alone.</summary>
    public AssignmentId? AssignmentId { get; private set; }
    public DateOnly StartsOn { get; private set; }
    public DateOnly EndsOn { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The day of the last plan review that was held.</summary>
    public DateOnly? ReviewedOn { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many focus behaviours the time allows. Kept apart because the minutes themselves are sealed (DOMAIN 4.7).</summary>
    public int BehavioursAtMost { get; private set; }

    public SealedText Title { get; private set; } = null!;
    public SealedText? Why { get; private set; }
    public SealedText? Change { get; private set; }
    public SealedText? MinutesAWeek { get; private set; }
    public SealedText? ReflectionSlot { get; private set; }
    public SealedText? ManagerNeeds { get; private set; }
    public SealedText? Opportunity { get; private set; }
    public SealedText? OpportunityFor { get; private set; }
    public DateOnly? OpportunityOfferedOn { get; private set; }
    public SealedText? StopRule { get; private set; }

    public IReadOnlyList<PlanGoal> Goals => _goals;
    public IReadOnlyList<PlanStep> Steps => _steps;
    public IReadOnlyList<FocusBehaviour> Behaviours => _behaviours;
    public IReadOnlyList<PlanSupporter> Supporters => _supporters;
    public IReadOnlyList<LearningSource> Sources => _sources;

    public bool IsEnded => EndedAt is not null;

    /// <summary>Starts a plan; only the title is needed. Without dates it runs from today for as long as a plan may.</summary>
    /// <returns>The plan, or the refusal of <see cref="Frame"/>.</returns>
    /// <exception cref="ArgumentException">The wording has problems: forms and API refuse that before.</exception>
    public static Outcome<DevelopmentPlan> Start(
        PlanId id,
        PersonId owner,
        AssignmentId? assignment,
        FrameWording wording,
        DateOnly today,
        PlanRules rules,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var plan = new DevelopmentPlan(id)
        {
            OwnerId = owner,
            AssignmentId = assignment,
            StartsOn = today,
            EndsOn = today.AddDays(rules.LongestDays),
            StartedAt = now,
        };
        if (plan.Take(wording, rules, sealer) is { } refusal)
        {
            return refusal;
        }

        plan.ChangedAt = now;
        plan.Happened(new PlanStarted(owner.Value, id.Value, assignment?.Value, now));
        return plan;
    }

    /// <summary>
    /// Writes the head anew. Refused: <c>plan-ends-before-it-starts</c>, <c>plan-too-long</c> (longest days),
    /// <c>plan-too-little-time</c> when less time is given than the behaviours already planned need.
    /// </summary>
    public Outcome Frame(FrameWording wording, PlanRules rules, ISealer sealer, DateTimeOffset now)
    {
        if (Take(wording, rules, sealer) is { } refusal)
        {
            return refusal;
        }

        Written(PlanPart.Frame, now);
        return Outcome.Done;
    }

    public void SayWhatIsNeededFromManager(ManagerNeedsWording wording, ISealer sealer, DateTimeOffset now)
    {
        ManagerNeeds = sealer.SealOptional(nameof(ManagerNeeds), wording.Text, Lengths.Page);
        Written(PlanPart.ManagerNeeds, now);
    }

    /// <summary>Writes down an opportunity for somebody else. A day of offering needs something that was offered.</summary>
    public void OfferOpportunity(OpportunityWording wording, ISealer sealer, DateTimeOffset now)
    {
        Opportunity = sealer.SealOptional(nameof(Opportunity), wording.Text, Lengths.Paragraph);
        OpportunityFor = sealer.SealOptional(nameof(OpportunityFor), wording.Who, Lengths.Title);
        OpportunityOfferedOn = Opportunity is null ? null : wording.OfferedOn;
        Written(PlanPart.Opportunity, now);
    }

    public void SetStopRule(StopRuleWording wording, ISealer sealer, DateTimeOffset now)
    {
        StopRule = sealer.SealOptional(nameof(StopRule), wording.Text, Lengths.Paragraph);
        Written(PlanPart.StopRule, now);
    }

    /// <summary>The days on which the plan is looked at again: every 30 days, and its last day (DOMAIN 4.7).</summary>
    public IReadOnlyList<DateOnly> ReviewDates(PlanRules rules) => ReviewDates(StartsOn, EndsOn, rules);

    /// <summary>As <see cref="ReviewDates(PlanRules)"/>, for a plan of which only its days are at hand.</summary>
    public static IReadOnlyList<DateOnly> ReviewDates(DateOnly startsOn, DateOnly endsOn, PlanRules rules)
    {
        var dates = new List<DateOnly>();
        for (var day = startsOn.AddDays(rules.ReviewEveryDays); day < endsOn; day = day.AddDays(rules.ReviewEveryDays))
        {
            dates.Add(day);
        }

        dates.Add(endsOn);
        return dates;
    }

    /// <summary>The first review date after the last review that was held; null once the plan has ended or the last was held.</summary>
    public DateOnly? NextReviewOn(PlanRules rules) => IsEnded ? null : NextReviewOn(StartsOn, EndsOn, ReviewedOn, rules);

    /// <summary>As <see cref="NextReviewOn(PlanRules)"/>, for a plan that goes on and of which only its days are at hand.</summary>
    public static DateOnly? NextReviewOn(DateOnly startsOn, DateOnly endsOn, DateOnly? reviewedOn, PlanRules rules) =>
        ReviewDates(startsOn, endsOn, rules).Cast<DateOnly?>().FirstOrDefault(d => reviewedOn is null || d > reviewedOn);

    /// <summary>Notes that the plan was looked at. One held a few days early counts for the date that it came before.</summary>
    public void HoldReview(DateOnly on, PlanRules rules, DateTimeOffset now)
    {
        var next = NextReviewOn(rules);
        var early = rules.ReviewEveryDays / 2;
        ReviewedOn = next > on && next <= on.AddDays(early) ? next : on;
        ChangedAt = now;
        Happened(new PlanReviewed(OwnerId.Value, Id.Value, on, now));
    }

    public Outcome End(DateTimeOffset now)
    {
        if (IsEnded)
        {
            return new Refusal("plan-already-ended");
        }

        EndedAt = now;
        ChangedAt = now;
        Happened(new PlanEnded(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    public Outcome TakeUpAgain(DateTimeOffset now)
    {
        if (!IsEnded)
        {
            return new Refusal("plan-not-ended");
        }

        EndedAt = null;
        ChangedAt = now;
        Happened(new PlanTakenUpAgain(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Tells that the plan is going; its rows and its key are then removed.</summary>
    public void TearUp(DateTimeOffset now) => Happened(new PlanTornUp(OwnerId.Value, Id.Value, now));

    private Refusal? Take(FrameWording wording, PlanRules rules, ISealer sealer)
    {
        var starts = wording.StartsOn ?? StartsOn;
        var ends = wording.EndsOn ?? (wording.StartsOn is null ? EndsOn : starts.AddDays(rules.LongestDays));
        if (ends < starts)
        {
            return new Refusal("plan-ends-before-it-starts");
        }

        if (ends.DayNumber - starts.DayNumber > rules.LongestDays)
        {
            return new Refusal("plan-too-long", rules.LongestDays);
        }

        var most = wording.MinutesAWeek < rules.LittleTimeBelowMinutesAWeek ? rules.BehavioursInLittleTime : rules.BehavioursAtMost;
        if (_behaviours.Count > most)
        {
            return new Refusal("plan-too-little-time", rules.LittleTimeBelowMinutesAWeek);
        }

        (StartsOn, EndsOn, BehavioursAtMost) = (starts, ends, most);
        Title = sealer.SealRequired(nameof(Title), wording.Title, Lengths.Title);
        Why = sealer.SealOptional(nameof(Why), wording.Why, Lengths.Paragraph);
        Change = sealer.SealOptional(nameof(Change), wording.Change, Lengths.Paragraph);
        MinutesAWeek = sealer.SealOptional(
            nameof(MinutesAWeek),
            wording.MinutesAWeek?.ToString(CultureInfo.InvariantCulture),
            Lengths.Line
        );
        ReflectionSlot = sealer.SealOptional(nameof(ReflectionSlot), wording.ReflectionSlot, Lengths.Line);
        return null;
    }

    private void Written(PlanPart part, DateTimeOffset now)
    {
        ChangedAt = now;
        Happened(new PlanPartWritten(OwnerId.Value, Id.Value, part, now));
    }
}
