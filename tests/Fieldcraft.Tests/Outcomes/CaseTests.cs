using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Outcomes;

/// <summary>The draw, the consent and the story (DOMAIN 7.9, Brinkerhoff).</summary>
public sealed class CaseTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2027, 3, 3);
    private static readonly PersonId Lead = Id.New<PersonId>(Now);

    [Fact]
    public void Six_from_each_end_are_asked_and_the_others_wait_in_the_order_of_the_lot()
    {
        var (draw, cases) = Hold(Answers(20, 15), 7);

        (draw.FromHigh, draw.FromLow, draw.Seed).ShouldBe((20, 15, 7));
        foreach (var side in Enum.GetValues<CaseSide>())
        {
            var drawn = cases.Where(c => c.Side == side).OrderBy(c => c.Place).ToList();
            drawn.Count(c => c.State == CaseState.Asked).ShouldBe(CaseDraw.Wanted);
            drawn.Skip(CaseDraw.Wanted).ShouldAllBe(c => c.State == CaseState.Waiting);
            drawn.Select(c => c.Place).ShouldBe(Enumerable.Range(1, CaseDraw.Wanted + CaseDraw.Reserves));
        }
    }

    [Fact]
    public void The_same_seed_draws_the_same_teams_in_whatever_order_they_answered_and_another_seed_others()
    {
        var answers = Answers(40, 40);

        Drawn(answers, 7).ShouldBe(Drawn([.. answers.Reverse()], 7));
        Drawn(answers, 8).ShouldNotBe(Drawn(answers, 7));

        static List<PersonId> Drawn(IReadOnlyCollection<TeamUse> answers, long seed) =>
            [.. Hold(answers, seed).Cases.OrderBy(c => c.Side).ThenBy(c => c.Place).Select(c => c.LeaderId)];
    }

    [Fact]
    public void Every_team_has_the_same_chance()
    {
        var teams = Answers(12, 0).Select(a => a.LeaderId).ToList();
        var times = teams.ToDictionary(t => t, _ => 0);
        foreach (var seed in Enumerable.Range(0, 4_000))
        {
            foreach (var team in CaseDraw.Order(seed, teams).Take(CaseDraw.Wanted))
            {
                times[team]++;
            }
        }

        // 2,000 expected, standard deviation √(4,000 · ½ · ½) = 31.6; five of them.
        times.Values.ShouldAllBe(t => Math.Abs(t - 2_000) < 158);
    }

    [Fact]
    public void Nothing_is_drawn_too_soon_or_from_too_few()
    {
        CaseDraw
            .Hold(Id.New<CaseDrawId>(Now), ModuleOpened(-34), Answers(9, 9), 1, Lead, Today, Now)
            .Refusal!.Code.ShouldBe("case-draw-too-soon");
        CaseDraw
            .Hold(Id.New<CaseDrawId>(Now), ModuleOpened(-60), Answers(3, 1), 1, Lead, Today, Now)
            .Refusal!.Code.ShouldBe("case-draw-too-few");
    }

    [Fact]
    public void A_story_is_shown_only_as_its_leader_approved_it_and_goes_when_it_is_taken_back()
    {
        var one = Hold(Answers(6, 6), 1).Cases.First(c => c.State == CaseState.Asked);

        one.Write("t", "s", Lead, Now).Refusal!.Code.ShouldBe("case-not-agreed");
        one.Agree(Now).IsDone.ShouldBeTrue();
        one.Decline(Now).Refusal!.Code.ShouldBe("case-not-asked");
        one.Approve(Now).Refusal!.Code.ShouldBe("case-no-story");
        one.Write("Title", "Story", Lead, Now).IsDone.ShouldBeTrue();
        one.IsShown.ShouldBeFalse();
        one.Approve(Now).IsDone.ShouldBeTrue();
        one.IsShown.ShouldBeTrue();
        one.Write("Title", "Another story", Lead, Now).IsDone.ShouldBeTrue();
        one.IsShown.ShouldBeFalse();
        one.Approve(Now);
        one.Withdraw(Now).IsDone.ShouldBeTrue();
        (one.IsShown, one.Story, one.Title, one.State).ShouldBe((false, null, null, CaseState.Withdrawn));
        one.Agree(Now).Refusal!.Code.ShouldBe("case-not-asked");
        one.Withdraw(Now).Refusal!.Code.ShouldBe("case-not-agreed");
    }

    [Fact]
    public void A_team_says_whether_it_used_it_from_the_sixth_week_on()
    {
        TeamUse.Say(Id.New<TeamUseId>(Now), ModuleOpened(-34), Lead, UseAnswer.NotUsed, Today, Now).Refusal!.Code.ShouldBe("use-too-soon");
        var use = TeamUse.Say(Id.New<TeamUseId>(Now), ModuleOpened(-35), Lead, UseAnswer.NotUsed, Today, Now).Value!;
        use.SayAnew(UseAnswer.UsedWithEffect, Now);
        use.Answer.ShouldBe(UseAnswer.UsedWithEffect);
    }

    [Fact]
    public void Signs_are_noted_from_the_week_of_the_window_and_not_ahead()
    {
        Note(Today.AddDays(7)).ShouldBe("signs-week-to-come");
        Note(new DateOnly(2027, 2, 8)).ShouldBe("signs-before-window");
        Note(new DateOnly(2027, 2, 15)).ShouldBeNull();
        new SignCounts(2, 3, 0, 0).Problems().ShouldHaveSingleItem().Path.ShouldBe("first");
        new SignCounts(0, 0, 0, 0).Problems().ShouldHaveSingleItem().Path.ShouldBe("teams");

        static string? Note(DateOnly week) =>
            SignSighting
                .Note(Id.New<SignSightingId>(Now), ModuleOpened(-14), default, week, new SignCounts(1, 1, 0, 1), Lead, Today, Now)
                .Refusal?.Code;
    }

    private static (CaseDraw Draw, IReadOnlyList<SuccessCase> Cases) Hold(IReadOnlyCollection<TeamUse> answers, long seed) =>
        CaseDraw.Hold(Id.New<CaseDrawId>(Now), ModuleOpened(-60), answers, seed, Lead, Today, Now).Value;

    private static IReadOnlyCollection<TeamUse> Answers(int high, int low) =>
        [
            .. Enumerable
                .Range(0, high + low)
                .Select(i =>
                    TeamUse
                        .Say(
                            Id.New<TeamUseId>(Now),
                            ModuleOpened(-60),
                            Id.New<PersonId>(Now),
                            i < high ? UseAnswer.UsedWithEffect : UseAnswer.NotUsed,
                            Today,
                            Now
                        )
                        .Value!
                ),
        ];

    private static Module ModuleOpened(int days) =>
        Module
            .Add(
                new ModuleId(Guid.NewGuid()),
                new ProgrammeId(Guid.NewGuid()),
                null,
                new ModuleFacts("The promise", null, null, null, null, Today.AddDays(days)),
                Lead,
                Now
            )
            .Value!;
}
