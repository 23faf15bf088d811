using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Checks;

public readonly record struct LeadershipCheckId(Guid Value) : IEntityId<LeadershipCheckId>, IComparable<LeadershipCheckId>
{
    public static LeadershipCheckId From(Guid value) => new(value);

    public int CompareTo(LeadershipCheckId other) => Value.CompareTo(other.Value);
}

/// <summary>What holds for a round from the day it is launched: fixed then, so that no later setting makes a group smaller (DOMAIN 9.3).</summary>
/// <param name="NamedGroup">Answers from which peers, reports or customers stand alone.</param>
/// <param name="Comments">Comments from which any is shown.</param>
/// <param name="Spread">Answers from which the whole is shown as counts.</param>
public sealed record RoundSizes(int NamedGroup, int Comments, int Spread);

/// <summary>
/// A look at some capabilities of one person, for that person: their own view first, then, if they want, the view of others. Development only;
/// made under one edition of the framework, and readable under it for good.
/// </summary>
public sealed class LeadershipCheck : Aggregate<LeadershipCheckId>
{
    private LeadershipCheck(LeadershipCheckId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public FrameworkEditionId EditionId { get; private set; }
    public CheckForm Form { get; private set; }

    /// <summary>The own view: <see cref="CapabilityRatings"/> as JSON. What is rated here is what others are asked.</summary>
    public SealedText SelfRatings { get; private set; } = null!;
    public DateTimeOffset RatedAt { get; private set; }

    /// <summary>When others were asked; null for an own view only.</summary>
    public DateTimeOffset? LaunchedAt { get; private set; }

    /// <summary>The last day on which the links work, in UTC.</summary>
    public DateOnly? ClosesOn { get; private set; }

    /// <summary>Names the round's secret in the key store; null before and after.</summary>
    public Guid? RoundId { get; private set; }

    /// <summary>Fixed at the launch.</summary>
    public int NamedGroupFrom { get; private set; }
    public int CommentsFrom { get; private set; }
    public int SpreadFrom { get; private set; }

    /// <summary>How many times those who had not answered were reminded.</summary>
    public int RemindersSent { get; private set; }

    /// <summary>When the round closed; from then on there is a report, and no answers.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary><see cref="CheckReport"/> as JSON.</summary>
    public SealedText? Report { get; private set; }

    public bool IsLaunched => LaunchedAt is not null;

    public bool IsClosed => ClosedAt is not null;

    /// <summary>Others are being asked: launched, and not closed yet.</summary>
    public bool IsRunning => IsLaunched && !IsClosed;

    public RoundSizes Sizes => new(NamedGroupFrom, CommentsFrom, SpreadFrom);

    /// <summary>Whether a link of the round still takes an answer.</summary>
    public bool TakesAnswersAt(DateTimeOffset now) => IsRunning && DateOnly.FromDateTime(now.UtcDateTime) <= ClosesOn;

    /// <summary>The own view, first: it is said before anybody else is heard.</summary>
    public static LeadershipCheck RateSelf(
        LeadershipCheckId id,
        PersonId owner,
        FrameworkEditionId edition,
        CheckForm form,
        CapabilityRatings ratings,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var check = new LeadershipCheck(id)
        {
            OwnerId = owner,
            EditionId = edition,
            Form = form,
            SelfRatings = sealer.Seal(nameof(SelfRatings), ratings.ToJson()),
            RatedAt = now,
        };
        check.Happened(new SelfRated(owner.Value, id.Value, now));
        return check;
    }

    /// <summary>Says the own view anew. Refused once others were asked: <c>check-launched</c>.</summary>
    public Outcome RateSelfAgain(CapabilityRatings ratings, ISealer sealer, DateTimeOffset now)
    {
        if (IsLaunched)
        {
            return new Refusal("check-launched");
        }

        SelfRatings = sealer.Seal(nameof(SelfRatings), ratings.ToJson());
        RatedAt = now;
        Happened(new SelfRated(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The first day on which others may be asked again after a round closed.</summary>
    public static DateOnly NextLaunchOn(DateTimeOffset lastClosedAt, CheckRules rules) =>
        DateOnly.FromDateTime(lastClosedAt.UtcDateTime).AddMonths(rules.RepeatAfterMonths);

    /// <summary>
    /// Asks others. From now on own view, raters, minimum sizes and the way groups are put together are fixed. Refused: <c>check-launched</c>,
    /// <c>check-without-raters</c>, <c>check-too-many-raters</c>, <c>check-too-soon</c> (with the day on which it is possible).
    /// </summary>
    /// <param name="round">A new name for the round's secret.</param>
    /// <param name="lastClosedAt">When the person's last round closed, if there was one.</param>
    public Outcome Launch(Guid round, int raters, DateTimeOffset? lastClosedAt, RoundSizes sizes, CheckRules rules, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (IsLaunched)
        {
            return new Refusal("check-launched");
        }

        if (raters == 0)
        {
            return new Refusal("check-without-raters");
        }

        if (raters > rules.RatersAtMost)
        {
            return new Refusal("check-too-many-raters", rules.RatersAtMost);
        }

        if (lastClosedAt is { } last && NextLaunchOn(last, rules) is var possible && possible > today)
        {
            return new Refusal("check-too-soon", possible);
        }

        (LaunchedAt, ClosesOn, RoundId, RemindersSent) = (now, today.AddDays(rules.OpenDays), round, 0);
        (NamedGroupFrom, CommentsFrom, SpreadFrom) = (sizes.NamedGroup, sizes.Comments, sizes.Spread);
        Happened(new CheckLaunched(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Whether those who have not answered are to be reminded now.</summary>
    public bool IsReminderDue(CheckRules rules, DateTimeOffset now) =>
        TakesAnswersAt(now)
        && RemindersSent < rules.RemindersAtMost
        && now >= LaunchedAt!.Value.AddDays(rules.RemindEveryDays * (RemindersSent + 1));

    /// <summary>Notes that they are being reminded. Refused: <c>check-not-running</c>, <c>check-reminded-enough</c>, <c>check-reminder-too-soon</c>.</summary>
    public Outcome Remind(CheckRules rules, DateTimeOffset now)
    {
        if (!TakesAnswersAt(now))
        {
            return new Refusal("check-not-running");
        }

        if (RemindersSent >= rules.RemindersAtMost)
        {
            return new Refusal("check-reminded-enough", rules.RemindersAtMost);
        }

        if (!IsReminderDue(rules, now))
        {
            return new Refusal("check-reminder-too-soon", rules.RemindEveryDays);
        }

        RemindersSent++;
        Happened(new CheckReminded(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Ends the round with its report. The answers and the round's secret go with it. Refused: <c>check-not-running</c>.</summary>
    public Outcome Close(CheckReport report, ISealer sealer, DateTimeOffset now)
    {
        if (!IsRunning)
        {
            return new Refusal("check-not-running");
        }

        Report = sealer.Seal(nameof(Report), report.ToJson());
        (ClosedAt, RoundId) = (now, null);
        Happened(new CheckClosed(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Ends the round without a report: what was answered goes unread, and the own view stays. Refused: <c>check-not-running</c>.</summary>
    public Outcome CallOff(DateTimeOffset now)
    {
        if (!IsRunning)
        {
            return new Refusal("check-not-running");
        }

        (LaunchedAt, ClosesOn, RoundId) = (null, null, null);
        Happened(new CheckCalledOff(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Tells that the check is going; its rows and keys are then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new CheckRemoved(OwnerId.Value, Id.Value, now));
}
