using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Plans;

/// <summary>A row of a plan. Its texts are sealed with the plan's key; it carries the owner so that an erasure finds it.</summary>
public abstract class PlanItem
{
    private protected PlanItem() { }

    private protected PlanItem(PlanItemId id, DevelopmentPlan plan)
    {
        Id = id;
        PlanId = plan.Id;
        OwnerId = plan.OwnerId;
    }

    public PlanItemId Id { get; private set; }
    public PlanId PlanId { get; private set; }
    public PersonId OwnerId { get; private set; }

    /// <summary>Rows stand in the plan in the order in which they were written.</summary>
    public int Position { get; private set; }

    internal void Place(int position) => Position = position;
}

/// <summary>What is to be different at the end, and the signs by which others will notice.</summary>
public sealed class PlanGoal : PlanItem
{
    private PlanGoal() { }

    internal PlanGoal(PlanItemId id, DevelopmentPlan plan)
        : base(id, plan) { }

    public SealedText Text { get; private set; } = null!;
    public SealedText? Signs { get; private set; }

    internal void Write(GoalWording wording, ISealer sealer)
    {
        Text = sealer.SealRequired("Goal.Text", wording.Text, Lengths.Line);
        Signs = sealer.SealOptional("Goal.Signs", wording.Signs, Lengths.Paragraph);
    }
}

/// <summary>A dated step that is simply done.</summary>
public sealed class PlanStep : PlanItem
{
    private PlanStep() { }

    internal PlanStep(PlanItemId id, DevelopmentPlan plan)
        : base(id, plan) { }

    public SealedText Text { get; private set; } = null!;
    public DateOnly? DueOn { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }

    public bool IsDone => DoneAt is not null;

    internal void Write(StepWording wording, ISealer sealer, DateTimeOffset now)
    {
        Text = sealer.SealRequired("Step.Text", wording.Text, Lengths.Line);
        DueOn = wording.DueOn;
        Tick(wording.Done, now);
    }

    internal void Tick(bool done, DateTimeOffset now) => DoneAt = done ? DoneAt ?? now : null;
}

/// <summary>A behaviour the plan is about: seen by others, tried out in experiments, linked to one capability.</summary>
public sealed class FocusBehaviour : PlanItem
{
    private FocusBehaviour() { }

    internal FocusBehaviour(PlanItemId id, DevelopmentPlan plan)
        : base(id, plan) { }

    public SealedText Text { get; private set; } = null!;

    /// <summary>Which capability somebody works on is as private as the text.</summary>
    public SealedText? Capability { get; private set; }
    public SealedText? Why { get; private set; }
    public SealedText? StartingPicture { get; private set; }
    public SealedText? Signs { get; private set; }
    public SealedText? If { get; private set; }
    public SealedText? Then { get; private set; }
    public SealedText? Support { get; private set; }
    public SealedText? Obstacle { get; private set; }
    public SealedText? CounterMove { get; private set; }

    /// <summary><see cref="GrowthOrigin"/> as JSON, where it came from a gap; no form rewrites it.</summary>
    public SealedText? Origin { get; private set; }

    internal void ComeFrom(GrowthOrigin origin, ISealer sealer) => Origin = sealer.Seal("Behaviour.Origin", origin.ToJson());

    internal void Write(BehaviourWording wording, ISealer sealer)
    {
        Text = sealer.SealRequired("Behaviour.Text", wording.Text, PlanRules.LongestBehaviour);
        Capability = sealer.SealOptional("Behaviour.Capability", wording.Capability, Lengths.Title);
        Why = sealer.SealOptional("Behaviour.Why", wording.Why, Lengths.Paragraph);
        StartingPicture = sealer.SealOptional("Behaviour.StartingPicture", wording.StartingPicture, Lengths.Paragraph);
        Signs = sealer.SealOptional("Behaviour.Signs", wording.Signs, Lengths.Paragraph);
        If = sealer.SealOptional("Behaviour.If", wording.If, Lengths.Line);
        Then = sealer.SealOptional("Behaviour.Then", wording.Then, Lengths.Line);
        Support = sealer.SealOptional("Behaviour.Support", wording.Support, Lengths.Paragraph);
        Obstacle = sealer.SealOptional("Behaviour.Obstacle", wording.Obstacle, Lengths.Paragraph);
        CounterMove = sealer.SealOptional("Behaviour.CounterMove", wording.CounterMove, Lengths.Paragraph);
    }
}

/// <summary>A person who supports the plan: a name in the owner's words, not a link to the directory.</summary>
public sealed class PlanSupporter : PlanItem
{
    private PlanSupporter() { }

    internal PlanSupporter(PlanItemId id, DevelopmentPlan plan)
        : base(id, plan) { }

    public SealedText Who { get; private set; } = null!;
    public SealedText? Does { get; private set; }

    internal void Write(SupporterWording wording, ISealer sealer)
    {
        Who = sealer.SealRequired("Supporter.Who", wording.Who, Lengths.Title);
        Does = sealer.SealOptional("Supporter.Does", wording.Does, Lengths.Line);
    }
}

/// <summary>Somebody to watch, something to read, a course to take.</summary>
public sealed class LearningSource : PlanItem
{
    private LearningSource() { }

    internal LearningSource(PlanItemId id, DevelopmentPlan plan)
        : base(id, plan) { }

    public SourceKind Kind { get; private set; }
    public SealedText Text { get; private set; } = null!;
    public SealedText? Address { get; private set; }

    internal void Write(SourceWording wording, ISealer sealer)
    {
        Kind = wording.Kind;
        Text = sealer.SealRequired("Source.Text", wording.Text, Lengths.Line);
        Address = sealer.SealOptional("Source.Address", wording.Address, Lengths.Address);
    }
}
