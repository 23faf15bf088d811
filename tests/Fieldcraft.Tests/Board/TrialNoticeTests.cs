using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Calendar;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Plans;

namespace Fieldcraft.Tests.Board;

/// <summary>The word to the own manager: five counted days, a concern about dates or load, and silence that is consent.</summary>
public sealed class TrialNoticeTests
{
    private static readonly DateTimeOffset Now = Situations.Now;

    /// <summary>A Monday; five weekdays later is the next Monday.</summary>
    private static readonly DateOnly Today = Situations.Today;
    private static readonly BoardRules Rules = Given.Rules.Board;
    private static readonly CountedDays Weekdays = new(null, [], []);

    [Fact]
    public void Silence_for_five_working_days_is_consent_and_not_a_day_earlier()
    {
        var trial = Told();

        trial.RunsUntil(Rules, Weekdays).ShouldBe(Today.AddDays(7));
        trial.IsAgreed(Today.AddDays(7), Rules, Weekdays).ShouldBeFalse();
        trial.IsAgreed(Today.AddDays(8), Rules, Weekdays).ShouldBeTrue();
        trial.ConsentBySilence(Rules, Weekdays, Today.AddDays(7), Now).ShouldBeFalse();
        trial.ConsentBySilence(Rules, Weekdays, Today.AddDays(8), Now).ShouldBeTrue();
        (trial.State, trial.AgreedBy).ShouldBe((TrialState.Agreed, (TrialAgreement?)TrialAgreement.Silence));

        // What is said later does not undo it.
        trial.IsAgreed(Today.AddDays(30), Rules, Away(null)).ShouldBeTrue();
    }

    [Fact]
    public void A_holiday_or_an_absence_that_is_known_later_lengthens_the_time()
    {
        var trial = Told();

        trial.IsAgreed(Today.AddDays(8), Rules, new CountedDays(null, [Today.AddDays(3)], [])).ShouldBeFalse();
        trial.IsAgreed(Today.AddDays(9), Rules, new CountedDays(null, [Today.AddDays(3)], [])).ShouldBeTrue();
        trial.IsAgreed(Today.AddDays(8), Rules, Away(Today.AddDays(20))).ShouldBeFalse();
        trial.RunsUntil(Rules, Away(Today.AddDays(20))).ShouldBe(Today.AddDays(25));
    }

    [Fact]
    public void Nobody_who_is_on_leave_consents_by_silence_and_their_days_begin_when_they_are_back()
    {
        var trial = Told();
        for (var day = 1; day <= 60; day++)
        {
            trial.IsAgreed(Today.AddDays(day), Rules, Away(null, Today.AddDays(day))).ShouldBeFalse();
            trial.NoteManagerAway(Today.AddDays(day), Now);
            trial.ConsentBySilence(Rules, Away(null, Today.AddDays(day)), Today.AddDays(day), Now).ShouldBeFalse();
        }

        // Back on the 61st day; nobody keeps since when they were away, and still the whole time is theirs.
        var back = Weekdays.EndOf(Today.AddDays(60), Rules.TrialNoticeDays)!.Value;
        trial.IsAgreed(Today.AddDays(61), Rules, Weekdays).ShouldBeFalse();
        trial.RunsUntil(Rules, Weekdays).ShouldBe(back);
        trial.IsAgreed(back.AddDays(1), Rules, Weekdays).ShouldBeTrue();
    }

    [Fact]
    public void Silence_never_agrees_before_the_manager_had_five_counted_days()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var trial = Told();
            var holidays = Enumerable.Range(0, random.Next(4)).Select(_ => Today.AddDays(random.Next(1, 20))).ToList();
            var here = new HashSet<DateOnly>();
            for (var day = Today.AddDays(1); day < Today.AddDays(60); day = day.AddDays(1))
            {
                // They come and go; on some days the job does not run.
                var isAway = random.Next(3) == 0;
                var calendar = new CountedDays(null, holidays, isAway ? [new DaySpan(day, null)] : []);
                if (isAway && random.Next(4) > 0)
                {
                    trial.NoteManagerAway(day, Now);
                }

                if (trial.IsAgreed(day, Rules, calendar))
                {
                    isAway.ShouldBeFalse($"seed {seed}");
                    new CountedDays(null, holidays, [])
                        .Between(trial.ManagerAwayOn ?? Today, day.AddDays(-1))
                        .ShouldBeGreaterThanOrEqualTo(Rules.TrialNoticeDays, $"seed {seed}");
                    break;
                }

                here.Add(day);
            }

            here.Count.ShouldBeGreaterThanOrEqualTo(5);
        }
    }

    [Fact]
    public void Without_a_manager_it_is_agreed_at_once()
    {
        var trial = Told(withManager: false);

        trial.IsAgreed(Today, Rules, CountedDays.Never).ShouldBeTrue();
        trial.AgreedBy.ShouldBe(TrialAgreement.NoManager);
    }

    [Fact]
    public void The_manager_can_say_yes_at_once()
    {
        var trial = Told();

        trial.Agree(Now).IsDone.ShouldBeTrue();
        trial.IsAgreed(Today, Rules, Weekdays).ShouldBeTrue();
        trial.Agree(Now).Refusal!.Code.ShouldBe("trial-not-open");
        Concern(trial, TrialTopic.Load, Today).Refusal!.Code.ShouldBe("trial-time-is-over");
    }

    [Fact]
    public void A_concern_stops_the_time_and_comes_too_late_after_it()
    {
        var trial = Told();

        Concern(trial, TrialTopic.Load, Today.AddDays(7)).IsDone.ShouldBeTrue();
        trial.IsAgreed(Today.AddDays(90), Rules, Weekdays).ShouldBeFalse();
        trial.ConsentBySilence(Rules, Weekdays, Today.AddDays(90), Now).ShouldBeFalse();
        Concern(trial, TrialTopic.Dates, Today.AddDays(7)).Refusal!.Code.ShouldBe("trial-not-open");
        Concern(Told(), TrialTopic.Load, Today.AddDays(8)).Refusal!.Code.ShouldBe("trial-time-is-over");
    }

    [Fact]
    public void Only_for_what_changed_the_days_run_again()
    {
        var trial = Told();
        var later = Today.AddDays(7);
        Concern(trial, TrialTopic.Dates, later).IsDone.ShouldBeTrue();

        Change(trial, Situations.Facts() with { HoursAWeek = 3 }, later).Refusal!.Code.ShouldBe("trial-concern-unanswered");
        Change(trial, Situations.Facts(), later).Refusal!.Code.ShouldBe("trial-nothing-changed");
        var moved = Situations.Facts() with { UntilOn = Situations.Facts().UntilOn!.Value.AddDays(7) };
        Change(trial, moved, later).IsDone.ShouldBeTrue();

        // The day after, the time for the load is over; the dates have five days of their own.
        trial.Open(Rules, Weekdays, later.AddDays(1)).ShouldBe(TrialTopic.Dates);
        Concern(trial, TrialTopic.Load, later.AddDays(1)).Refusal!.Code.ShouldBe("trial-time-is-over");
        trial.RunsUntil(Rules, Weekdays).ShouldBe(later.AddDays(7));
        trial.IsAgreed(later.AddDays(7), Rules, Weekdays).ShouldBeFalse();
        trial.IsAgreed(later.AddDays(8), Rules, Weekdays).ShouldBeTrue();
    }

    [Fact]
    public void What_was_agreed_by_word_stays_agreed_where_only_the_hours_change()
    {
        var trial = Told();
        trial.Agree(Now);

        Change(trial, Situations.Facts() with { HoursAWeek = 6 }, Today.AddDays(1)).IsDone.ShouldBeTrue();
        trial.IsAgreed(Today.AddDays(1), Rules, Weekdays).ShouldBeFalse();
        trial.Open(Rules, Weekdays, Today.AddDays(1)).ShouldBe(TrialTopic.Load);
    }

    [Fact]
    public void A_concern_is_no_veto_talked_and_settled_it_is_agreed()
    {
        var trial = Told();
        trial.Settle("Two weeks later", PlainSealer.One, Now).Refusal!.Code.ShouldBe("trial-no-concern");
        Concern(trial, TrialTopic.Both, Today).IsDone.ShouldBeTrue();

        trial.Settle("Two weeks later", PlainSealer.One, Now).IsDone.ShouldBeTrue();
        (trial.State, trial.IsAgreed(Today, Rules, Weekdays)).ShouldBe((TrialState.Settled, true));
        trial.Withdraw(Now).IsDone.ShouldBeTrue();
        trial.IsAgreed(Today, Rules, Weekdays).ShouldBeFalse();
        trial.Withdraw(Now).Refusal!.Code.ShouldBe("trial-withdrawn");
    }

    [Fact]
    public void A_trial_says_what_comes_off_the_plate()
    {
        (Situations.Facts() with { OffThePlate = "" }).Problems().ShouldHaveSingleItem().Path.ShouldBe("offThePlate");
        (Situations.Facts() with { HoursAWeek = -1 }).Problems().ShouldHaveSingleItem().Path.ShouldBe("hoursAWeek");
        (Situations.Facts() with { UntilOn = null }).Problems().ShouldHaveSingleItem().Path.ShouldBe("untilOn");
        TrialFacts.FromJson(Situations.Facts().ToJson()).ShouldBe(Situations.Facts());
    }

    private static TrialNotice Told(bool withManager = true) =>
        TrialNotice
            .Tell(
                Id.New<TrialNoticeId>(Now),
                Id.New<PersonId>(Now),
                withManager ? Id.New<PersonId>(Now) : null,
                TrialOrigin.None,
                Situations.Facts(),
                false,
                PlainSealer.One,
                Today,
                Now
            )
            .Value!;

    private static Outcome Concern(TrialNotice trial, TrialTopic about, DateOnly today) =>
        trial.RaiseConcern(about, "Stocktake", PlainSealer.One, Rules, Weekdays, today, Now);

    private static Outcome Change(TrialNotice trial, TrialFacts facts, DateOnly today) =>
        trial.Change(Situations.Facts(), facts, PlainSealer.One, today, Now);

    private static CountedDays Away(DateOnly? until, DateOnly? from = null) => new(null, [], [new DaySpan(from ?? Today, until)]);
}
