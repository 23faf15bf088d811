namespace Fieldcraft.Domain.Plans;

/// <summary>The questions a plan is asked, shown to its owner only and counted by nobody (DOMAIN 4.8).</summary>
public enum QualityHint
{
    Specific,
    Event,
    Feedback,
    Date,
    Person,
    Small,
}

/// <summary>What the hints look at, in plain text: a plan's behaviours, its tries and who supports it.</summary>
public sealed record PlanFacts
{
    public required IReadOnlyList<string> Behaviours { get; init; }
    public required IReadOnlyList<PlannedTry> Tries { get; init; }
    public required int Supporters { get; init; }

    /// <summary>Days of the steps that are not done.</summary>
    public required IReadOnlyList<DateOnly?> OpenSteps { get; init; }
}

/// <param name="IsAhead">Still planned, not yet tried.</param>
public sealed record PlannedTry(DateOnly On, bool HasSituation, bool HasEvidence, bool IsAhead);

/// <summary>Which hints a plan still leaves open. A plan without a behaviour gets only those that plain steps can answer.</summary>
public static class QualityHints
{
    /// <summary>A first try that is nearer than this is small enough to be done beside the work.</summary>
    public const int SoonWithinDays = 14;

    public static IReadOnlyList<QualityHint> OpenIn(PlanFacts plan, DateOnly today)
    {
        var open = new List<QualityHint>();
        void Ask(QualityHint hint, bool isAnswered)
        {
            if (!isAnswered)
            {
                open.Add(hint);
            }
        }

        var planned = plan.Behaviours.Count > 0 || plan.Tries.Count > 0;
        if (planned)
        {
            Ask(QualityHint.Specific, plan.Behaviours.Count > 0 && !plan.Behaviours.Any(ObservableBehaviour.IsQualityOnly));
            Ask(QualityHint.Event, plan.Tries.Any(t => t.HasSituation));
            Ask(QualityHint.Feedback, plan.Tries.Any(t => t.HasEvidence || !t.IsAhead));
        }

        var days = plan.Tries.Where(t => t.IsAhead).Select(t => (DateOnly?)t.On).Concat(plan.OpenSteps).OfType<DateOnly>().ToList();
        Ask(QualityHint.Date, days.Count > 0 || plan.Tries.Any(t => !t.IsAhead));
        Ask(QualityHint.Person, plan.Supporters > 0 || plan.Tries.Count > 0);
        if (planned)
        {
            Ask(QualityHint.Small, days.Any(d => d.DayNumber - today.DayNumber <= SoonWithinDays) || plan.Tries.Any(t => !t.IsAhead));
        }

        return open;
    }
}
