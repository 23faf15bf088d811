using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Strategy;

namespace Fieldcraft.Domain.Insight;

public readonly record struct KeptViewId(Guid Value) : IEntityId<KeptViewId>, IComparable<KeptViewId>
{
    public static KeptViewId From(Guid value) => new(value);

    public int CompareTo(KeptViewId other) => Value.CompareTo(other.Value);
}

/// <summary>When a kept view goes to its owner by mail.</summary>
public enum ViewMailing
{
    Never,

    /// <summary>Once for each quarter, as soon as it is counted.</summary>
    NewQuarter,

    /// <summary>On the first working day of each month, with the newest quarter there is.</summary>
    EveryMonth,
}

/// <summary>What is chosen in Insight.</summary>
/// <param name="Measure">Null: all measures, one below the other.</param>
/// <param name="Quarter">Null: always the newest.</param>
/// <param name="Unit">With everybody below it; null for all.</param>
/// <param name="By">What the lines of one measure stand for; null: the units below.</param>
public sealed record ViewChoice(
    string? Measure = null,
    Quarter? Quarter = null,
    UnitId? Unit = null,
    string? Work = null,
    string? Employment = null,
    string? Tenure = null,
    ReleaseMark? By = null
);

/// <summary>What a kept view is called, and when it is mailed.</summary>
public sealed record ViewWording(string? Name, ViewMailing Mailing = ViewMailing.Never)
{
    public IReadOnlyList<InputProblem> Problems() =>
        string.IsNullOrWhiteSpace(Name) ? [new InputProblem("name", InputProblems.Missing)]
        : Name.Trim().Length > KeptView.NameLength ? [new InputProblem("name", "too-long")]
        : [];
}

/// <summary>What a wish to be mailed is held against.</summary>
/// <param name="HasAddress">Whether the owner has a mail address.</param>
/// <param name="Newest">The newest quarter that is counted; null before the first.</param>
/// <param name="Today">Where the owner is.</param>
public sealed record MailGround(bool HasAddress, Quarter? Newest, DateOnly Today);

/// <summary>
/// What somebody chose in Insight, kept under a name. It holds no figure: whoever opens it, or is mailed it, sees what they may see at that time. Its owner alone knows of it.
/// </summary>
public sealed class KeptView : Aggregate<KeptViewId>
{
    public const int NameLength = 80;

    /// <summary>How many one person keeps.</summary>
    public const int AtMost = 20;

    private KeptView(KeptViewId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public string Name { get; private set; } = "";
    public string? Measure { get; private set; }

    /// <summary>The first day of the one quarter it shows; null: always the newest.</summary>
    public DateOnly? QuarterFrom { get; private set; }
    public UnitId? UnitId { get; private set; }
    public string? Work { get; private set; }
    public string? Employment { get; private set; }
    public string? Tenure { get; private set; }
    public ReleaseMark? By { get; private set; }
    public ViewMailing Mailing { get; private set; }
    public DateTimeOffset KeptAt { get; private set; }

    /// <summary>The first day of the newest quarter that was mailed, or that was there already when the mailing was chosen.</summary>
    public DateOnly? MailedQuarterFrom { get; private set; }

    /// <summary>The day of the last mail, or on which the mailing was chosen.</summary>
    public DateOnly? MailedOn { get; private set; }

    /// <summary>Since when nothing is mailed because its owner may not read Insight; null while they may.</summary>
    public DateTimeOffset? HeldBackAt { get; private set; }

    public bool IsOfOneQuarter => QuarterFrom is not null;

    public ViewChoice Choice => new(Measure, QuarterFrom is { } from ? new Quarter(from) : null, UnitId, Work, Employment, Tenure, By);

    /// <summary>
    /// Keeps a choice. Refused: <c>kept-views-at-most</c>; <c>kept-view-name-taken</c> by another of the owner; <c>kept-view-of-one-quarter</c> and
    /// <c>kept-view-without-address</c> where it cannot be mailed.
    /// </summary>
    /// <param name="others">All that the owner keeps already.</param>
    /// <exception cref="ArgumentOutOfRangeException">The wording has problems: forms and API refuse that before.</exception>
    public static Outcome<KeptView> Keep(
        KeptViewId id,
        PersonId owner,
        ViewChoice choice,
        ViewWording wording,
        IReadOnlyCollection<KeptView> others,
        MailGround ground,
        DateTimeOffset now
    )
    {
        if (others.Count >= AtMost)
        {
            return new Refusal("kept-views-at-most", AtMost);
        }

        var view = new KeptView(id)
        {
            OwnerId = owner,
            Measure = choice.Measure,
            QuarterFrom = choice.Quarter?.From,
            UnitId = choice.Unit,
            Work = choice.Work,
            Employment = choice.Employment,
            Tenure = choice.Tenure,
            By = choice.Measure is null ? null : choice.By,
            KeptAt = now,
        };
        if (view.Say(wording, others, ground) is { } refusal)
        {
            return refusal;
        }

        view.Happened(new ViewKept(owner.Value, id.Value, view.Mailing, now));
        return view;
    }

    /// <summary>Another name, or another time of mailing. Refused as in <see cref="Keep"/>.</summary>
    /// <param name="others">All that the owner keeps; this one may be among them.</param>
    public Outcome Change(ViewWording wording, IReadOnlyCollection<KeptView> others, MailGround ground, DateTimeOffset now)
    {
        if (Say(wording, others, ground) is { } refusal)
        {
            return refusal;
        }

        Happened(new KeptViewChanged(OwnerId.Value, Id.Value, Mailing, now));
        return Outcome.Done;
    }

    /// <summary>Tells that it goes; its row is then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new KeptViewRemoved(OwnerId.Value, Id.Value, now));

    /// <summary>Whether a mail is due.</summary>
    /// <param name="newest">The newest quarter that is counted.</param>
    /// <param name="today">Where the owner is.</param>
    public bool IsDue(Quarter newest, DateOnly today) =>
        Mailing switch
        {
            ViewMailing.NewQuarter => MailedQuarterFrom is not { } mailed || newest.From > mailed,
            ViewMailing.EveryMonth => FirstWorkingDay(today) is var first && today >= first && (MailedOn is not { } last || last < first),
            _ => false,
        };

    /// <summary>It was mailed with this quarter.</summary>
    public void NoteMail(Quarter quarter, DateOnly today, DateTimeOffset now)
    {
        (MailedQuarterFrom, MailedOn, HeldBackAt) = (quarter.From, today, null);
        Happened(new KeptViewMailed(OwnerId.Value, Id.Value, quarter.From, now));
    }

    /// <summary>Its owner may not read Insight now: nothing goes until they may again.</summary>
    /// <returns>Whether that is new, and to be said.</returns>
    public bool HoldBack(DateTimeOffset now)
    {
        if (HeldBackAt is not null)
        {
            return false;
        }

        HeldBackAt = now;
        Happened(new KeptViewHeldBack(OwnerId.Value, Id.Value, now));
        return true;
    }

    /// <summary>The first day of the month that is neither a Saturday nor a Sunday.</summary>
    public static DateOnly FirstWorkingDay(DateOnly month)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        return first.DayOfWeek switch
        {
            DayOfWeek.Saturday => first.AddDays(2),
            DayOfWeek.Sunday => first.AddDays(1),
            _ => first,
        };
    }

    private Refusal? Say(ViewWording wording, IReadOnlyCollection<KeptView> others, MailGround ground)
    {
        InputProblems.Refuse(wording.Problems(), nameof(wording));
        var name = wording.Name!.Trim();
        if (others.Any(o => o.Id != Id && string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return new Refusal("kept-view-name-taken");
        }

        if (wording.Mailing != Mailing)
        {
            if (wording.Mailing != ViewMailing.Never && IsOfOneQuarter)
            {
                return new Refusal("kept-view-of-one-quarter");
            }

            if (wording.Mailing != ViewMailing.Never && !ground.HasAddress)
            {
                return new Refusal("kept-view-without-address");
            }

            // What stands now is there to be read; the mails begin with what comes.
            (Mailing, MailedQuarterFrom, MailedOn, HeldBackAt) = (wording.Mailing, ground.Newest?.From, ground.Today, null);
        }

        Name = name;
        return null;
    }
}

public sealed record ViewKept(Guid Person, Guid View, ViewMailing Mailing, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record KeptViewChanged(Guid Person, Guid View, ViewMailing Mailing, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record KeptViewRemoved(Guid Person, Guid View, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record KeptViewMailed(Guid Person, Guid View, DateOnly Quarter, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record KeptViewHeldBack(Guid Person, Guid View, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
