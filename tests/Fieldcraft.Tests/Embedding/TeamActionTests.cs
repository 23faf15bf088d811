using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Embedding;

public sealed class TeamActionTests
{
    private static readonly DateTimeOffset Now = new(2027, 2, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2027, 2, 1);
    private static readonly PersonId Leader = Id.New<PersonId>(Now);

    [Fact]
    public void It_comes_back_after_4_12_and_24_weeks()
    {
        Agreed()
            .Looks.Select(l => (l.Weeks, l.DueOn))
            .ShouldBe([(4, new DateOnly(2027, 3, 1)), (12, new DateOnly(2027, 4, 26)), (24, new DateOnly(2027, 7, 19))]);
    }

    [Fact]
    public void Its_leader_is_asked_on_the_day_and_once()
    {
        var action = Agreed();
        action.Ask(new DateOnly(2027, 2, 28), Now).ShouldBeNull();
        action.Ask(new DateOnly(2027, 3, 1), Now).ShouldBe(4);
        action.Ask(new DateOnly(2027, 3, 2), Now).ShouldBeNull();
        action.Ask(new DateOnly(2027, 4, 26), Now).ShouldBe(12);
    }

    [Fact]
    public void A_look_that_was_passed_over_is_not_asked_any_more()
    {
        var action = Agreed();
        action.Ask(new DateOnly(2027, 5, 1), Now).ShouldBe(12);
        action.Ask(new DateOnly(2027, 5, 2), Now).ShouldBeNull();
        action.Looks.Single(l => l.Weeks == 4).AskedAt.ShouldBeNull();
    }

    [Fact]
    public void What_is_dropped_does_not_come_back()
    {
        var action = Agreed();
        Look(action, 4, LookAnswer.Dropped, "Too much at once").IsDone.ShouldBeTrue();

        action.IsDropped.ShouldBeTrue();
        action.Ask(new DateOnly(2027, 4, 26), Now).ShouldBeNull();
        Look(action, 12, LookAnswer.Done).Refusal!.Code.ShouldBe("team-action-dropped");
        action.Reword("Other", null, null, Leader, Now).Refusal!.Code.ShouldBe("team-action-dropped");
        Look(action, 4, LookAnswer.Done).IsDone.ShouldBeTrue();
        action.IsDropped.ShouldBeFalse();
    }

    [Fact]
    public void What_it_changed_to_is_how_it_stands()
    {
        var action = Agreed();
        Should.Throw<ArgumentException>(() => Look(action, 4, LookAnswer.Changed, " "));
        Look(action, 4, LookAnswer.Changed, "Greet at the gate").IsDone.ShouldBeTrue();
        Look(action, 12, LookAnswer.Done, "said for nothing").IsDone.ShouldBeTrue();

        (action.What, action.Now).ShouldBe(("Greet every driver", "Greet at the gate"));
        action.Looks.Single(l => l.Weeks == 12).Text.ShouldBeNull();
    }

    [Fact]
    public void A_look_before_its_day_is_refused_with_the_day()
    {
        var refusal = Agreed().Answer(12, LookAnswer.Done, null, Leader, new DateOnly(2027, 4, 25), Now).Refusal!;
        (refusal.Code, refusal.Arguments[0]).ShouldBe(("team-action-look-early", new DateOnly(2027, 4, 26)));
    }

    [Theory]
    [InlineData("", null, "what", "missing")]
    [InlineData("ok", "x101", "who", "too-long")]
    [InlineData("x301", null, "what", "too-long")]
    public void Words_that_cannot_be_kept_are_named(string what, string? who, string path, string code)
    {
        var problem = TeamAction.Problems(Long(what), Long(who)).ShouldHaveSingleItem();
        (problem.Path, problem.Code).ShouldBe((path, code));
    }

    [Fact]
    public void Sites_with_few_teams_are_withheld_and_cannot_be_worked_out_from_the_total()
    {
        var (shown, total) = LookCounts.Shown([Site("A", 9), Site("B", 2), Site("C", 6), Site("D", 7)]);

        shown.Where(s => s.Figures is null).Select(s => s.Site).ShouldBe(["B", "C"]);
        total!.Teams.ShouldBe(24);
        (total.Asked - shown.Sum(s => s.Figures?.Asked ?? 0)).ShouldBeGreaterThanOrEqualTo(LookCounts.Minimum);
    }

    [Fact]
    public void Subtracting_never_leaves_fewer_teams_than_the_minimum()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var sites = Enumerable.Range(0, random.Next(1, 8)).Select(n => Site($"S{n}", random.Next(0, 9))).ToList();
            var (shown, total) = LookCounts.Shown(sites);

            shown.ShouldAllBe(s => s.Figures == null || s.Figures.Teams >= LookCounts.Minimum);
            if (total is not null)
            {
                (total.Teams - shown.Sum(s => s.Figures?.Teams ?? 0)).ShouldSatisfyAllConditions(rest =>
                    (rest == 0 || rest >= LookCounts.Minimum).ShouldBeTrue()
                );
            }
        }
    }

    [Fact]
    public void Where_all_together_are_few_not_even_the_total_is_shown() =>
        LookCounts.Shown([Site("A", 2), Site("B", 2)]).Total.ShouldBeNull();

    private static LookCount Site(string name, int teams) => new(name, teams, teams, teams / 2, teams / 4, 0);

    private static Outcome Look(TeamAction action, int weeks, LookAnswer answer, string? text = null) =>
        action.Answer(weeks, answer, text, Leader, new DateOnly(2027, 12, 1), Now);

    private static string? Long(string? text) => text is ['x', .. var n] ? new string('x', int.Parse(n)) : text;

    private static TeamAction Agreed() =>
        TeamAction.Agree(
            Id.New<TeamActionId>(Now),
            new ActionSource(Id.New<ModuleId>(Now), null, Id.New<UnitId>(Now), Leader),
            "Greet every driver",
            "we",
            null,
            Leader,
            Day,
            Now
        );
}
