using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rhythm;

public readonly record struct PersonalRhythmId(Guid Value) : IEntityId<PersonalRhythmId>
{
    public static PersonalRhythmId From(Guid value) => new(value);
}

/// <summary>What a person says of their time: how much a week, when they work, when they look back. Null where they say nothing.</summary>
public sealed record RhythmWording
{
    /// <summary>Minutes a week for learning.</summary>
    public int? MinutesAWeek { get; init; }
    public DayHours? Works { get; init; }
    public WorkDays? WorksOn { get; init; }

    /// <summary>The day of the weekly reflection.</summary>
    public DayOfWeek? ReflectsOn { get; init; }

    /// <summary>The last day of an absence.</summary>
    public DateOnly? AwayUntil { get; init; }
    public bool WantsNudges { get; init; } = true;
}

/// <summary>How a person wants to be told: quiet hours, digest, and each kind of notice.</summary>
public sealed record TellingWording(DayHours? Quiet, DigestEvery Digest, IReadOnlyDictionary<string, Telling> Kinds);

/// <summary>
/// A person's own rhythm (DOMAIN 4.7): the time they give, when they may be reached and how, and how much in a month they let be asked of
/// them. There is none until the person or the program first needs one; without it the usual values hold.
/// </summary>
public sealed class PersonalRhythm : Aggregate<PersonalRhythmId>
{
    public const int HashLength = 32;

    private readonly List<ChosenTelling> _tellings = [];

    private PersonalRhythm(PersonalRhythmId id)
        : base(id) { }

    public PersonId PersonId { get; private set; }
    public int? MinutesAWeek { get; private set; }
    public TimeOnly? WorksFrom { get; private set; }
    public TimeOnly? WorksUntil { get; private set; }
    public WorkDays? WorksOn { get; private set; }
    public DayOfWeek? ReflectsOn { get; private set; }
    public DateOnly? AwayUntil { get; private set; }
    public bool WantsNudges { get; private set; } = true;

    /// <summary>Nudges dismissed since one was last taken up.</summary>
    public int Dismissals { get; private set; }

    /// <summary>Since when nudges rest because several were dismissed; the person resumes them.</summary>
    public DateTimeOffset? NudgesPausedAt { get; private set; }

    public TimeOnly? QuietFrom { get; private set; }
    public TimeOnly? QuietUntil { get; private set; }
    public DigestEvery Digest { get; private set; }

    /// <summary>The person's own day of the last digest.</summary>
    public DateOnly? DigestedOn { get; private set; }

    /// <summary>Minutes in a month that may be asked of the person; null without a cap.</summary>
    public int? MinutesAMonthAtMost { get; private set; }

    /// <summary>
    /// A keyed hash of whether the last strain check asks for a pause. Only the program with the person's key can tell which; nobody who
    /// reads the database can.
    /// </summary>
    public byte[]? StrainMark { get; private set; }
    public DateTimeOffset? StrainMarkedAt { get; private set; }

    /// <summary>The hash of the calendar's secret; null while there is no feed.</summary>
    public byte[]? CalendarHash { get; private set; }
    public DateTimeOffset? CalendarMadeAt { get; private set; }

    public IReadOnlyList<ChosenTelling> Tellings => _tellings;

    public DayHours? Works => WorksFrom is { } from && WorksUntil is { } until ? new DayHours(from, until) : null;

    public DayHours? Quiet => QuietFrom is { } from && QuietUntil is { } until ? new DayHours(from, until) : null;

    public static PersonalRhythm Begin(PersonalRhythmId id, PersonId person, DateTimeOffset now)
    {
        var rhythm = new PersonalRhythm(id) { PersonId = person };
        rhythm.Happened(new RhythmBegun(person.Value, now));
        return rhythm;
    }

    /// <summary>Takes over what the person says of their time. Refused: <c>rhythm-minutes-out-of-range</c> (least, most), <c>rhythm-hours-empty</c>.</summary>
    public Outcome Say(RhythmWording wording, RhythmRules rules, DateTimeOffset now)
    {
        if (wording.MinutesAWeek is { } minutes && (minutes < rules.MinutesAWeekAtLeast || minutes > rules.MinutesAWeekAtMost))
        {
            return new Refusal("rhythm-minutes-out-of-range", rules.MinutesAWeekAtLeast, rules.MinutesAWeekAtMost);
        }

        if (wording.Works is { } works && works.From == works.Until)
        {
            return new Refusal("rhythm-hours-empty");
        }

        MinutesAWeek = wording.MinutesAWeek;
        WorksFrom = wording.Works?.From;
        WorksUntil = wording.Works?.Until;
        WorksOn = wording.WorksOn is WorkDays.None ? null : wording.WorksOn;
        ReflectsOn = wording.ReflectsOn;
        AwayUntil = wording.AwayUntil;
        WantsNudges = wording.WantsNudges;
        Happened(new RhythmSaid(PersonId.Value, now));
        return Outcome.Done;
    }

    /// <summary>Takes over how the person wants to be told. Refused: <c>rhythm-hours-empty</c>.</summary>
    public Outcome ChooseTellings(TellingWording wording, DateTimeOffset now)
    {
        if (wording.Quiet is { } quiet && quiet.From == quiet.Until)
        {
            return new Refusal("rhythm-hours-empty");
        }

        QuietFrom = wording.Quiet?.From;
        QuietUntil = wording.Quiet?.Until;
        Digest = wording.Digest;
        foreach (var (kind, telling) in wording.Kinds)
        {
            Choose(kind, telling);
        }

        Happened(new TellingsChosen(PersonId.Value, now));
        return Outcome.Done;
    }

    /// <summary>No mails of this kind any more; on Home it stands as before.</summary>
    public void TellOnHomeOnly(string kind, DateTimeOffset now)
    {
        Choose(kind, Telling.OnHome);
        Happened(new TellingsChosen(PersonId.Value, now));
    }

    public void StopDigest(DateTimeOffset now)
    {
        Digest = DigestEvery.Never;
        Happened(new TellingsChosen(PersonId.Value, now));
    }

    /// <summary>Sets how many minutes in a month may be asked of the person, or that there is no limit. Refused: <c>load-cap-out-of-range</c>.</summary>
    public Outcome CapLoad(int? minutesAMonth, RhythmRules rules, DateTimeOffset now)
    {
        if (minutesAMonth is { } minutes && (minutes < 0 || minutes > rules.HoursAMonthAtMost * 60))
        {
            return new Refusal("load-cap-out-of-range", rules.HoursAMonthAtMost);
        }

        MinutesAMonthAtMost = minutesAMonth;
        Happened(new LoadCapped(PersonId.Value, now));
        return Outcome.Done;
    }

    /// <summary>A nudge was dismissed; after several (DOMAIN 4.7: two) all rest until the person resumes them.</summary>
    public void NoteDismissal(NudgeRules rules, DateTimeOffset now)
    {
        Dismissals++;
        if (Dismissals >= rules.PauseAfterDismissals)
        {
            NudgesPausedAt ??= now;
        }

        Happened(new NudgeDismissalNoted(PersonId.Value, Dismissals, now));
    }

    /// <summary>A nudge was taken up: dismissals before it count no longer.</summary>
    public void NoteTaking(DateTimeOffset now)
    {
        if (Dismissals == 0)
        {
            return;
        }

        Dismissals = 0;
        Happened(new NudgeTakingNoted(PersonId.Value, now));
    }

    public void ResumeNudges(DateTimeOffset now)
    {
        WantsNudges = true;
        NudgesPausedAt = null;
        Dismissals = 0;
        Happened(new NudgesResumed(PersonId.Value, now));
    }

    /// <summary>Whether a digest may go on this day: one a week or one a day, never more.</summary>
    public static bool MayDigestOn(DigestEvery every, DateOnly? digestedOn, DateOnly today) =>
        every switch
        {
            DigestEvery.Never => false,
            DigestEvery.Day => digestedOn is null || digestedOn < today,
            _ => digestedOn is null || digestedOn.Value.AddDays(7) <= today,
        };

    public void NoteDigest(DateOnly on, DateTimeOffset now)
    {
        DigestedOn = on;
        Happened(new DigestSent(PersonId.Value, on, now));
    }

    public void MarkStrain(byte[] mark, DateTimeOffset now)
    {
        StrainMark = mark;
        StrainMarkedAt = now;
        Happened(new StrainMarked(PersonId.Value, now));
    }

    /// <summary>Makes a calendar feed; one there was before is over.</summary>
    public void OpenCalendar(byte[] secretHash, DateTimeOffset now)
    {
        CalendarHash = secretHash;
        CalendarMadeAt = now;
        Happened(new CalendarOpened(PersonId.Value, now));
    }

    public void CloseCalendar(DateTimeOffset now)
    {
        if (CalendarHash is null)
        {
            return;
        }

        CalendarHash = null;
        CalendarMadeAt = null;
        Happened(new CalendarClosed(PersonId.Value, now));
    }

    private void Choose(string kind, Telling telling)
    {
        if (_tellings.Find(t => t.Kind == kind) is { } chosen)
        {
            chosen.Choose(telling);
        }
        else
        {
            _tellings.Add(new ChosenTelling(Id, PersonId, kind, telling));
        }
    }
}
