using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Rhythm;

public sealed class PersonalRhythmTests
{
    private static readonly Rules Rules = RulesFile.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "rules.json"))
    );
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    private readonly PersonalRhythm _rhythm = PersonalRhythm.Begin(Id.New<PersonalRhythmId>(Now), Id.New<PersonId>(Now), Now);

    [Fact]
    public void Two_dismissals_in_a_row_rest_the_nudges_until_the_person_resumes_them()
    {
        _rhythm.NoteDismissal(Rules.Nudges, Now);
        _rhythm.NudgesPausedAt.ShouldBeNull();
        _rhythm.NoteDismissal(Rules.Nudges, Now);
        _rhythm.NudgesPausedAt.ShouldBe(Now);

        _rhythm.ResumeNudges(Now);

        _rhythm.NudgesPausedAt.ShouldBeNull();
        _rhythm.Dismissals.ShouldBe(0);
    }

    [Fact]
    public void A_nudge_taken_up_between_two_dismissals_starts_the_count_anew()
    {
        _rhythm.NoteDismissal(Rules.Nudges, Now);
        _rhythm.NoteTaking(Now);
        _rhythm.NoteDismissal(Rules.Nudges, Now);

        _rhythm.NudgesPausedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(600, true)]
    [InlineData(601, false)]
    public void The_time_a_week_has_limits(int minutes, bool isTaken)
    {
        var outcome = _rhythm.Say(new RhythmWording { MinutesAWeek = minutes }, Rules.Rhythm, Now);

        outcome.IsDone.ShouldBe(isTaken);
        _rhythm.MinutesAWeek.ShouldBe(isTaken ? minutes : null);
    }

    [Fact]
    public void Hours_that_end_where_they_begin_are_refused()
    {
        var nine = new TimeOnly(9, 0);

        _rhythm.Say(new RhythmWording { Works = new DayHours(nine, nine) }, Rules.Rhythm, Now).Refusal!.Code.ShouldBe("rhythm-hours-empty");
        _rhythm
            .ChooseTellings(new TellingWording(new DayHours(nine, nine), DigestEvery.Week, new Dictionary<string, Telling>()), Now)
            .Refusal!.Code.ShouldBe("rhythm-hours-empty");
    }

    [Fact]
    public void A_digest_may_go_once_a_week_or_once_a_day_or_never()
    {
        var last = new DateOnly(2026, 11, 24);

        PersonalRhythm.MayDigestOn(DigestEvery.Week, null, last).ShouldBeTrue();
        PersonalRhythm.MayDigestOn(DigestEvery.Week, last, last.AddDays(6)).ShouldBeFalse();
        PersonalRhythm.MayDigestOn(DigestEvery.Week, last, last.AddDays(7)).ShouldBeTrue();
        PersonalRhythm.MayDigestOn(DigestEvery.Day, last, last).ShouldBeFalse();
        PersonalRhythm.MayDigestOn(DigestEvery.Day, last, last.AddDays(1)).ShouldBeTrue();
        PersonalRhythm.MayDigestOn(DigestEvery.Never, null, last).ShouldBeFalse();
    }

    [Fact]
    public void A_cap_lies_between_nothing_and_eighty_hours()
    {
        _rhythm.CapLoad(-1, Rules.Rhythm, Now).Refusal!.Code.ShouldBe("load-cap-out-of-range");
        _rhythm.CapLoad((80 * 60) + 1, Rules.Rhythm, Now).IsRefused.ShouldBeTrue();
        _rhythm.CapLoad(80 * 60, Rules.Rhythm, Now).IsDone.ShouldBeTrue();
        _rhythm.CapLoad(null, Rules.Rhythm, Now).IsDone.ShouldBeTrue();
        _rhythm.MinutesAMonthAtMost.ShouldBeNull();
    }

    [Fact]
    public void A_month_is_full_when_what_is_asked_reaches_the_cap_and_waits_for_the_next()
    {
        (string, int)[] asked = [("load.plan_review", 30), ("load.capture", 2), ("load.capture", 2)];
        var day = new DateOnly(2026, 12, 31);

        var account = LoadAccount.Of(day, asked, 34);

        account.Minutes.ShouldBe(34);
        account.Lines.ShouldBe([new LoadLine("load.plan_review", 1, 30), new LoadLine("load.capture", 2, 4)]);
        account.HoldsUntil.ShouldBe(new DateOnly(2027, 1, 1));
        LoadAccount.Of(day, asked, 35).HoldsUntil.ShouldBeNull();
        LoadAccount.Of(day, asked, null).IsFull.ShouldBeFalse();
        LoadAccount.Of(day, [], 0).IsFull.ShouldBeTrue();
    }

    [Fact]
    public void A_nudge_is_answered_once()
    {
        var nudge = Nudge.Give(Id.New<NudgeId>(Now), _rhythm.PersonId, new(Domain.Home.StepKind.Reflect), 15, Now);

        nudge.Take(NudgeEnd.Opened, Now).ShouldBeTrue();
        nudge.Dismiss(Now).ShouldBeFalse();
        nudge.Take(NudgeEnd.Done, Now).ShouldBeFalse();
        nudge.End.ShouldBe(NudgeEnd.Opened);
    }
}
