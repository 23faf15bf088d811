using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Plans;

namespace Fieldcraft.Tests.Partners;

/// <summary>The rules alone: minutes, days, answers, stalls, distance and groups.</summary>
public sealed class PartnerRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly PartnerRules Rules = Given.Rules.Partners;
    private readonly PersonId _asker = Id.New<PersonId>(Now);
    private readonly PersonId _first = Id.New<PersonId>(Now);
    private readonly PersonId _second = Id.New<PersonId>(Now);

    [Fact]
    public void The_agendas_have_the_documented_minutes()
    {
        Agenda.Of(PartnerKind.Mentor).Select(b => b.Minutes).ShouldBe([5, 15, 15, 10]);
        Agenda.Of(PartnerKind.PeerTrio).Select(b => b.Minutes).ShouldBe([5, 7, 3, 5, 7, 3, 5, 7, 3, 15]);
        (Agenda.MinutesOf(PartnerKind.Mentor), Agenda.MinutesOf(PartnerKind.PeerTrio)).ShouldBe((45, 60));
        (Agenda.MinutesOf(PartnerKind.Manager), Agenda.MinutesOf(PartnerKind.Coach)).ShouldBe((20, 60));
        Agenda.OfGroupTalk.Sum(b => b.Minutes).ShouldBe(60);
        (Agenda.UsualRhythm(PartnerKind.Mentor), Agenda.UsualRhythm(PartnerKind.PeerTrio)).ShouldBe(
            (PartnerRhythm.Monthly, PartnerRhythm.TwoWeekly)
        );
    }

    [Fact]
    public void The_numbers_are_the_documented_ones() =>
        (Rules.AskOpenDays, Rules.MissedInARow, Rules.GroupTalksAbove, Rules.AppraisalDistanceDays).ShouldBe((14, 2, 15, 7));

    [Fact]
    public void The_rhythm_gives_days_until_the_last_one()
    {
        MeetingDays
            .Of(new(2027, 1, 31), PartnerRhythm.Monthly, new(2027, 5, 1), 13)
            .ShouldBe([new(2027, 1, 31), new(2027, 2, 28), new(2027, 3, 31), new(2027, 4, 30)]);
        MeetingDays.Of(Today, PartnerRhythm.TwoWeekly, Today.AddDays(28), 13).ShouldBe([Today, Today.AddDays(14), Today.AddDays(28)]);
        MeetingDays.Of(Today, PartnerRhythm.Weekly, Today.AddDays(300), 13).Count.ShouldBe(13);
    }

    [Fact]
    public void A_trio_is_arranged_once_both_said_yes_and_another_can_take_a_free_place()
    {
        var trio = Asked(PartnerKind.PeerTrio, _first, _second);

        trio.AskAnother(Id.New<PersonId>(Now), Rules, Now).Refusal!.Code.ShouldBe("partners-no-free-place");
        trio.Answer(_first, PartnerAnswer.Yes, Now);
        trio.Answer(_second, PartnerAnswer.NotNow, Now);
        trio.State.ShouldBe(PartnershipState.Asked);
        trio.AskAnother(_second, Rules, Now).Refusal!.Code.ShouldBe("partners-asked-already");
        var third = Id.New<PersonId>(Now);
        trio.AskAnother(third, Rules, Now).IsDone.ShouldBeTrue();
        trio.Answer(third, PartnerAnswer.Yes, Now);

        trio.State.ShouldBe(PartnershipState.Arranging);
        trio.Partners.Order().ShouldBe(new[] { _asker, _first, third }.Order());
    }

    [Fact]
    public void An_answer_after_the_time_is_refused_and_the_ask_is_silently_over()
    {
        var ask = Asked(PartnerKind.Mentor, _first);
        var late = Now.AddDays(14);

        ask.Answer(_first, PartnerAnswer.Yes, late).Refusal!.Code.ShouldBe("partners-ask-over");
        ask.Expire(late.AddTicks(-1));
        ask.State.ShouldBe(PartnershipState.Asked);
        ask.Expire(late);
        ask.State.ShouldBe(PartnershipState.Unanswered);
    }

    [Fact]
    public void It_runs_once_everybody_confirmed_what_stands_and_a_change_has_to_be_confirmed_again()
    {
        var pair = Asked(PartnerKind.Mentor, _first);
        pair.Answer(_first, PartnerAnswer.Yes, Now);
        Agree(pair, _asker).IsDone.ShouldBeTrue();

        pair.State.ShouldBe(PartnershipState.Arranging);
        pair.Confirm(_first, Now).IsDone.ShouldBeTrue();
        pair.State.ShouldBe(PartnershipState.Running);
        Agree(pair, _first).IsDone.ShouldBeTrue();
        pair.State.ShouldBe(PartnershipState.Arranging);
        pair.Confirm(_asker, Now).IsDone.ShouldBeTrue();
        pair.State.ShouldBe(PartnershipState.Running);
        pair.Confirm(_second, Now).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void An_agreement_has_days_in_order_within_a_year()
    {
        var pair = Asked(PartnerKind.Mentor, _first);
        Agree(pair, _asker).Refusal!.Code.ShouldBe("partners-not-open");
        pair.Answer(_first, PartnerAnswer.Yes, Now);

        Agree(pair, _asker, Today.AddDays(-1)).Refusal!.Code.ShouldBe("partners-first-day-over");
        Agree(pair, _asker, Today.AddDays(9), Today.AddDays(8)).Refusal!.Code.ShouldBe("partners-until-outside");
        Agree(pair, _asker, Today, Today.AddDays(367)).Refusal!.Code.ShouldBe("partners-until-outside");
    }

    [Fact]
    public void Two_missed_in_a_row_stall_and_one_met_between_does_not()
    {
        var pair = Running();
        Stall After(params (int Day, MeetingState State)[] meetings) =>
            Stalls.Of(pair, meetings.Select(m => (Today.AddDays(m.Day), m.State)), Today.AddDays(60), Rules);

        After((7, MeetingState.Met), (21, MeetingState.Missed), (35, MeetingState.Planned)).ShouldBe(Stall.Missed);
        After((7, MeetingState.Missed), (21, MeetingState.Met), (35, MeetingState.Missed)).ShouldBe(Stall.None);
        After((7, MeetingState.Met), (21, MeetingState.Missed), (58, MeetingState.Planned))
            .ShouldBe(Stall.None, "Three days to note it down.");
        After((7, MeetingState.Met), (21, MeetingState.Missed), (57, MeetingState.Planned)).ShouldBe(Stall.Missed);
    }

    [Fact]
    public void Nobody_met_three_weeks_after_the_yes_and_no_date_is_to_come()
    {
        var pair = Running();

        Stalls.Of(pair, [], Today.AddDays(20), Rules).ShouldBe(Stall.None);
        Stalls.Of(pair, [], Today.AddDays(21), Rules).ShouldBe(Stall.NoFirst);
        Stalls.Of(pair, [(Today.AddDays(21), MeetingState.Planned)], Today.AddDays(21), Rules).ShouldBe(Stall.None);
        Stalls.Of(pair, [(Today.AddDays(2), MeetingState.Met)], Today.AddDays(21), Rules).ShouldBe(Stall.None);
    }

    [Fact]
    public void A_meeting_is_noted_on_its_day_or_later_and_moved_ones_are_planned_again()
    {
        var meeting = PartnerMeeting.Plan(
            Id.New<PartnerMeetingId>(Now),
            Running(),
            new AppointedTime(Today.AddDays(1), new TimeOnly(9, 0), "UTC", 45),
            Now
        );

        meeting.NoteMet(_asker, Today, Now).Refusal!.Code.ShouldBe("partners-meeting-to-come");
        meeting.NoteMissed(_asker, Today.AddDays(1), Now).IsDone.ShouldBeTrue();
        meeting.Move(_first, Today.AddDays(4), new TimeOnly(8, 0), Today.AddDays(1), Now).IsDone.ShouldBeTrue();
        (meeting.State, meeting.WasMoved, meeting.On).ShouldBe((MeetingState.Planned, true, Today.AddDays(4)));
        meeting.NoteMet(_asker, Today.AddDays(4), Now).IsDone.ShouldBeTrue();
        meeting.Move(_first, Today.AddDays(9), new TimeOnly(8, 0), Today.AddDays(4), Now).Refusal!.Code.ShouldBe("partners-meeting-over");
    }

    [Fact]
    public void A_talk_keeps_its_distance_before_and_after_the_appraisal_talks()
    {
        var window = new AppraisalWindow(new(2026, 12, 7), new(2026, 12, 11), 7);

        window.IsTooNear(new(2026, 11, 29)).ShouldBeFalse();
        window.IsTooNear(new(2026, 11, 30)).ShouldBeTrue();
        window.IsTooNear(new(2026, 12, 18)).ShouldBeTrue();
        window.IsTooNear(new(2026, 12, 19)).ShouldBeFalse();
        window.NextFree(new(2026, 12, 7)).ShouldBe(new DateOnly(2026, 12, 19));
        window.NextFree(new(2026, 11, 29)).ShouldBe(new DateOnly(2026, 11, 29));
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public void Groups_are_used_above_fifteen_reports(int reports, bool groups) => GroupTalks.AreUsedFor(reports, Rules).ShouldBe(groups);

    [Fact]
    public void Forty_four_reports_in_three_shifts_make_groups_of_at_most_twelve_that_hold_each_once()
    {
        List<TalkReport> reports = [.. Shift("early", 26), .. Shift("late", 16), .. Shift("night", 2)];

        var groups = GroupTalks.Propose(reports, Rules);

        groups.Select(g => g.People.Count).ShouldBe([9, 9, 8, 8, 8, 2]);
        groups.SelectMany(g => g.People).Select(p => p.Id).ShouldBe(reports.Select(r => r.Id), ignoreOrder: true);
        groups.ShouldAllBe(g => g.Shifts.Count == 1);
        GroupTalks.MonthOf(groups.Count).TotalHours.ShouldBe(6);
        Math.Round(GroupTalks.MonthOneByOne(44).TotalHours, 1).ShouldBe(14.7);
    }

    [Fact]
    public void Shifts_with_very_few_people_come_together()
    {
        var groups = GroupTalks.Propose([.. Shift("early", 14), .. Shift("late", 2), .. Shift("night", 1)], Rules);

        groups.Select(g => (g.People.Count, g.Shifts.Count)).ShouldBe([(7, 1), (7, 1), (3, 2)]);
    }

    private static IEnumerable<TalkReport> Shift(string name, int people) =>
        Enumerable.Range(0, people).Select(i => new TalkReport(Id.New<PersonId>(Now), $"{name} {i:00}", name));

    private Partnership Asked(PartnerKind kind, params PersonId[] people) =>
        Partnership.Ask(Id.New<PartnershipId>(Now), _asker, kind, people, "Will you?", Rules, PlainSealer.One, Now);

    private Partnership Running()
    {
        var pair = Asked(PartnerKind.Mentor, _first);
        pair.Answer(_first, PartnerAnswer.Yes, Now);
        Agree(pair, _asker);
        pair.Confirm(_first, Now);
        return pair;
    }

    private static Outcome Agree(Partnership pair, PersonId by, DateOnly? first = null, DateOnly? until = null) =>
        pair.WriteAgreement(
            by,
            new AgreementWording
            {
                About = "One decision each time",
                Confidentiality = "Between us",
                Rhythm = PartnerRhythm.TwoWeekly,
                FirstOn = first ?? Today.AddDays(7),
                FirstAt = new TimeOnly(10, 0),
                Until = until ?? Today.AddDays(180),
            },
            "UTC",
            Today,
            PlainSealer.One,
            Now
        );
}
