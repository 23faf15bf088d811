using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;

namespace Fieldcraft.Tests.Readiness;

public sealed class ComfortAndConfidenceTests
{
    private static readonly ModuleContent Content = new()
    {
        Language = "en",
        Blocks =
        [
            .. new[] { ("welcome", 5), ("facts", 5), ("talk", 10), ("practice", 20) }.Select(b => new ModuleBlock
            {
                Id = b.Item1,
                Minutes = b.Item2,
                Title = LocalText.Of("en", b.Item1),
            }),
        ],
        Questions = [.. Enumerable.Range(0, 3).Select(i => new HardQuestion(LocalText.Of("en", $"Why {i}?"), LocalText.Empty))],
    };

    [Fact]
    public void What_is_least_comfortable_is_rehearsed_first_and_what_could_be_held_tomorrow_not_at_all()
    {
        var marks = Marks(
            ("welcome", Comfort.Tomorrow),
            ("facts", Comfort.WithNotes),
            ("talk", Comfort.RatherNotYet),
            ("practice", Comfort.RatherNotYet)
        );

        marks.Rehearsal(Content).Select(b => b.Block.Block.Id).ShouldBe(["talk", "practice", "facts"]);
    }

    [Fact]
    public void Marks_of_blocks_and_questions_that_are_not_there_are_refused()
    {
        Marks(("cinema", Comfort.Tomorrow)).Problems(Content).Single().Path.ShouldBe("blocks.cinema");
        (ComfortMarks.None with { Questions = [3] }).Problems(Content).Single().Path.ShouldBe("questions");
        (ComfortMarks.None with { Questions = [0, 2] }).Problems(Content).ShouldBeEmpty();
        ComfortMarks.FromJson(Marks(("talk", Comfort.WithSomebody)).ToJson()).Blocks["talk"].ShouldBe(Comfort.WithSomebody);
    }

    [Fact]
    public void A_group_of_nine_rehearses_seven_minutes_each_and_then_finishes_planners()
    {
        var leaders = Enumerable.Range(1, 9).Select(i => new PractisingLeader(Person(i), null)).ToList();

        var order = PracticeOrder.Of(Content, leaders, 90);

        order.Turns.Count.ShouldBe(9);
        order.Turns.ShouldAllBe(t => t.To - t.From == 7);
        (order.Turns[0].From, order.PlannerFrom, order.PlannerTo).ShouldBe((5, 68, 90));
    }

    [Fact]
    public void Who_is_most_at_ease_opens_and_the_same_block_is_spread_over_the_group()
    {
        var shy = Marks(("talk", Comfort.RatherNotYet), ("practice", Comfort.RatherNotYet));
        PractisingLeader[] leaders =
        [
            new(Person(1), shy),
            new(Person(2), Marks(("talk", Comfort.WithNotes))),
            new(Person(3), shy with { Questions = [1] }),
            new(Person(4), Marks(("facts", Comfort.AfterATry))),
        ];

        var order = PracticeOrder.Of(Content, leaders, 90);

        order.Turns.Select(t => t.Leader).ShouldBe([Person(2), Person(1), Person(3), Person(4)]);
        order.Turns.Select(t => t.Block).ShouldBe(["talk", "practice", "talk", "facts"]);
        order.Turns.Select(t => t.Question).ShouldBe([null, null, 1, null]);
    }

    [Fact]
    public void Ten_pairs_give_a_mean_change_with_its_interval_by_t_and_nine_give_nothing()
    {
        // Changes 0 1 1 1 2 2 2 1 0 2: mean 1.2, s² = 28/45, t(9) = 2.262157: 2.262157 × √(0.622222 / 10) = 0.564280.
        int[] changes = [0, 1, 1, 1, 2, 2, 2, 1, 0, 2];
        var pairs = changes.Select(c => new ConfidencePair(ConfidenceChangeKind.BeforeToCoaching, 2, 2 + c)).ToList();

        var change = ConfidenceChange.Of(pairs)!;

        (change.Pairs, change.MeanBefore, change.MeanAfter).ShouldBe((10, 2.0, 3.2));
        change.Change.ShouldBe(1.2, 1e-9);
        change.HalfWidth.ShouldBe(0.564280, 1e-5);
        ConfidenceChange.Of(pairs[..9]).ShouldBeNull();
    }

    [Fact]
    public void A_total_changes_by_ten_leaders_or_not_at_all()
    {
        var module = ModuleId.From(Guid.NewGuid());
        var tallies = new List<ConfidenceTally>();
        var shown = new List<int>();
        for (var i = 0; i < 25; i++)
        {
            if (
                ConfidenceTally.Count(module, tallies, new ConfidencePair(ConfidenceChangeKind.BeforeToCoaching, 1 + (i % 3), 4)) is
                { } line
            )
            {
                tallies.Add(line);
            }

            shown.Add(ConfidenceTally.Shown(tallies, ConfidenceChangeKind.BeforeToCoaching).Count);
        }

        shown.Distinct().ShouldBe([0, 10, 20]);
        tallies.Sum(t => t.Pairs).ShouldBe(25);
    }

    [Fact]
    public void Sites_below_five_are_counted_together_and_never_alone()
    {
        var counts = SiteCounts.Of<string>([("A", Leaders(6)), ("B", Leaders(4)), ("C", Leaders(3)), ("D", Leaders(9))]);
        counts.Select(c => string.Join('+', c.Sites)).ShouldBe(["A", "D", "B+C"]);
        counts.Select(c => c.Count.Leaders).ShouldBe([6, 9, 7]);

        // Two left over would be found by subtracting the others from the total: the smallest of those joins them.
        SiteCounts
            .Of<string>([("A", Leaders(6)), ("B", Leaders(2)), ("D", Leaders(9))])
            .Select(c => string.Join('+', c.Sites))
            .ShouldBe(["D", "B+A"]);
        SiteCounts.Of<string>([("B", Leaders(2)), ("C", Leaders(2))]).ShouldBeEmpty();
        ReadinessCount.Of(Leaders(9), ReadinessCount.LeadersAtLeast).ShouldBeNull();
        ReadinessCount.Of(Leaders(10), ReadinessCount.LeadersAtLeast)!.Previewed.ShouldBe(10);
    }

    [Fact]
    public void A_clash_is_another_hour_taken_or_an_hour_outside_the_shift()
    {
        var at = new DateTimeOffset(2026, 11, 12, 21, 30, 0, TimeSpan.Zero);
        var stretch = Stretch.Of(at, 60);

        Clashes.Of(stretch, new TimeOnly(21, 30), "late", [], []).ShouldBe(Clash.OutsideShift);
        Clashes.Of(stretch, new TimeOnly(21, 30), "rotating", [Stretch.Of(at.AddMinutes(59), 30)], []).ShouldBe(Clash.Appointment);
        Clashes.Of(stretch, new TimeOnly(21, 30), "", [Stretch.Of(at.AddMinutes(60), 30)], []).ShouldBe(Clash.None);
        UsualShift.Holds("night", new TimeOnly(22, 15), 90).ShouldBeTrue();
        UsualShift.Holds("night", new TimeOnly(5, 0), 90).ShouldBeFalse();
    }

    private static IReadOnlyList<ReadinessMark> Leaders(int count) =>
        [.. Enumerable.Repeat(new ReadinessMark(true, false, false, false), count)];

    private static ComfortMarks Marks(params (string Block, Comfort Comfort)[] blocks) =>
        new(null, blocks.ToDictionary(b => b.Block, b => b.Comfort), []);

    private static PersonId Person(int n) => PersonId.From(new Guid(n, 0, 0, new byte[8]));
}
