using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Workshops;

namespace Fieldcraft.Tests.Workshops;

/// <summary>The day re-times itself, keeps what is fixed, and loses no minute.</summary>
public sealed class AgendaTests
{
    private static WorkshopAgenda Day => Delivered.Day.AgendaFrom(Delivered.Day.Start);

    [Fact]
    public void The_delivered_day_runs_from_nine_to_five_with_breaks_and_lunch_where_they_belong()
    {
        var times = Day.Times();

        times.Fits.ShouldBeTrue();
        times.Left.ShouldBe(0);
        times.EndsAt.ShouldBe(new TimeOnly(17, 0));
        times.Blocks.ShouldAllBe(b => b.Free == 0);
        Begins("break").ShouldBe(new TimeOnly(10, 15));
        Begins("lunch").ShouldBe(new TimeOnly(12, 15));
        Begins("guests").ShouldBe(new TimeOnly(13, 0));
        Begins("break-afternoon").ShouldBe(new TimeOnly(14, 45));
        times.Blocks.Select(b => b.Block.Key).ShouldBeSubsetOf(Delivered.Day.Blocks.Select(b => b.Key));
        foreach (var built in new[] { "alliances", "offering", "coaching", "presenting", "listening", "emotion" })
        {
            times.Blocks.ShouldContain(b => b.Block.Key == built);
        }

        TimeOnly Begins(string key) => times.Blocks.Single(b => b.Block.Key == key).Begins;
    }

    [Fact]
    public void The_hour_of_the_assignments_is_a_programme_of_the_same_shape()
    {
        var hour = Delivered.Programmes.Single(p => p.Id == "assignment-hour");

        hour.AgendaFrom(new TimeOnly(14, 30)).Times().EndsAt.ShouldBe(new TimeOnly(15, 30));
        Stages(hour.AgendaFrom(hour.Start))
            .Select(s => (s.Stage.Kind, s.Stage.Minutes))
            .ShouldBe([
                (StageKind.Gather, 5),
                (StageKind.Answer, 7),
                (StageKind.Reveal, 3),
                (StageKind.Discuss, 12),
                (StageKind.Answer, 7),
                (StageKind.Reveal, 3),
                (StageKind.Discuss, 12),
                (StageKind.Commit, 5),
                (StageKind.Reveal, 6),
            ]);
    }

    [Fact]
    public void A_longer_block_moves_what_floats_and_tells_by_how_much_lunch_is_late()
    {
        var asking = Day.Blocks.Single(b => b.Key == "asking");

        var times = Day.Change(asking.Number, asking.Minutes + 20, asking.FixedAt, null).Value!.Times();

        times.Blocks.Single(b => b.Block.Key == "outside").Begins.ShouldBe(new TimeOnly(11, 50));
        var lunch = times.Blocks.Single(b => b.Block.Key == "lunch");
        lunch.Begins.ShouldBe(new TimeOnly(12, 15), "Lunch keeps its time.");
        lunch.TooLong.ShouldBe(20);
        times.Blocks.Single(b => b.Block.Key == "guests").TooLong.ShouldBe(0, "What lies after lunch is as it was.");
        times.Fits.ShouldBeFalse();
    }

    [Fact]
    public void A_block_taken_out_leaves_free_minutes_before_what_is_fixed()
    {
        var offering = Day.Blocks.Single(b => b.Key == "offering");

        var times = Day.Remove(offering.Number).Value!.Times();

        times.Blocks.Single(b => b.Block.Key == "lunch").Free.ShouldBe(15);
        times.EndsAt.ShouldBe(new TimeOnly(17, 0));
    }

    [Fact]
    public void Another_start_moves_what_is_fixed_along()
    {
        var times = Delivered.Day.AgendaFrom(new TimeOnly(8, 30)).Times();

        times.Fits.ShouldBeTrue();
        times.Blocks.Single(b => b.Block.Key == "lunch").Begins.ShouldBe(new TimeOnly(11, 45));
        times.EndsAt.ShouldBe(new TimeOnly(16, 30));
    }

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        Day.Remove(99).Refusal!.Code.ShouldBe("workshop-block-gone");
        Day.Move(99, 0).Refusal!.Code.ShouldBe("workshop-block-gone");
        Day.Change(1, 4, null, null).Refusal!.Code.ShouldBe("workshop-block-minutes");
        Day.Change(1, 121, null, null).Refusal!.Code.ShouldBe("workshop-block-minutes");
        Day.Change(1, 25, new TimeOnly(8, 59), null).Refusal!.Code.ShouldBe("workshop-fixed-outside");
        (Day with { Blocks = [Day.Blocks[0]] }).Remove(1).Refusal!.Code.ShouldBe("workshop-agenda-last");
        var full = Day;
        while (full.Blocks.Count < WorkshopAgenda.BlocksAtMost)
        {
            full = full.Add(Delivered.Block("pause"), 5, null, 0).Value!;
        }

        full.Add(Delivered.Block("pause"), 5, null, 0).Refusal!.Code.ShouldBe("workshop-agenda-full");
    }

    [Fact]
    public void Whatever_is_done_to_it_no_minute_is_lost_and_what_is_fixed_keeps_its_time()
    {
        var chance = new Random(67);
        for (var day = 0; day < 200; day++)
        {
            var agenda = Day;
            for (var step = 0; step < 25; step++)
            {
                var before = agenda;
                agenda = Edit(agenda, chance);

                agenda.Blocks.Select(b => b.Number).ShouldBeUnique();
                var times = agenda.Times();
                times.Blocks.Select(b => b.Block).ShouldBe(agenda.Blocks, "Every block is timed, in its order.");
                times.Blocks.ShouldAllBe(b => b.To - b.From == b.Block.Minutes);
                times.Blocks.ShouldAllBe(b => b.Block.FixedAt == null || b.Begins == b.Block.FixedAt);
                times.Blocks.ShouldAllBe(b => b.Free == 0 || b.TooLong == 0);
                (
                    agenda.Start.Hour * 60
                    + agenda.Start.Minute
                    + agenda.Minutes
                    + times.Blocks.Sum(b => b.Free)
                    - times.Blocks.Sum(b => b.TooLong)
                ).ShouldBe(times.Ends, "Start, blocks and what is free, less what is too long, make the end.");
                WorkshopAgenda.Read(WorkshopAgenda.Write(agenda.Blocks)).ShouldBe(agenda.Blocks, "It is kept as it is.");
                if (agenda.Blocks.Count == before.Blocks.Count && agenda.Minutes == before.Minutes)
                {
                    agenda.Blocks.OrderBy(b => b.Number).Select(b => b.Minutes).Sum().ShouldBe(before.Blocks.Sum(b => b.Minutes));
                }
            }
        }
    }

    [Fact]
    public void The_stages_on_phones_take_as_long_as_their_blocks_and_none_more_than_an_hour()
    {
        var chance = new Random(8);
        for (var day = 0; day < 100; day++)
        {
            var agenda = Day;
            for (var step = 0; step < 10; step++)
            {
                agenda = Edit(agenda, chance);
            }

            var stages = Stages(agenda);

            foreach (var block in agenda.Blocks)
            {
                stages.Where(s => s.Block == block.Number).Sum(s => s.Stage.Minutes).ShouldBe(block.Minutes, block.Key);
            }

            stages.ShouldAllBe(s => s.Stage.Minutes >= 1 && s.Stage.Minutes <= SessionStage.LongestMinutes);
            for (var i = 0; i < stages.Count; i++)
            {
                if (stages[i].Stage.Of is { } of)
                {
                    stages[of].Stage.IsWritten.ShouldBeTrue();
                    (of < i && stages[of].Block == stages[i].Block).ShouldBeTrue();
                }
            }
        }
    }

    [Fact]
    public void While_it_runs_the_rest_of_the_day_is_expected_from_where_it_is()
    {
        var stages = Stages(Day);
        var asking = Day.Blocks.Single(b => b.Key == "asking").Number;
        var last = stages.ToList().FindLastIndex(s => s.Block == asking);

        // The drill ends at 11:30 by the plan; it is 11:40, and five minutes are left of it.
        var expected = WorkshopRun.Expect(Day, stages, last, (11 * 60) + 40, 5);

        expected[0].Planned.Block.Key.ShouldBe("outside");
        expected[0].Begins.ShouldBe(new TimeOnly(11, 45));
        expected[0].Late.ShouldBe(15);
        var lunch = expected.Single(e => e.Planned.Block.Key == "lunch");
        (lunch.Begins, lunch.Late).ShouldBe((new TimeOnly(12, 30), 15));
        expected.Single(e => e.Planned.Block.Key == "guests").Late.ShouldBe(15);
    }

    [Fact]
    public void A_broken_programme_is_named()
    {
        var block = new ProgrammeBlock(
            "a",
            BlockKind.Exercise,
            20,
            null,
            [new ExercisePart("w", StageKind.Answer, 9), new ExercisePart("r", StageKind.Reveal, 3, "x")]
        );

        var problems = WorkshopProgramme.Problems([new WorkshopProgramme("p", new TimeOnly(9, 0), new TimeOnly(10, 0), [block])]);

        problems.ShouldContain(p => p.Contains('r') && p.Contains("refers to nothing"));
        problems.ShouldContain(p => p.Contains('w') && p.Contains("share"));
        WorkshopProgramme.Problems(Delivered.Programmes).ShouldBeEmpty();
    }

    private static IReadOnlyList<BlockStage> Stages(WorkshopAgenda agenda) => WorkshopRun.Stages(agenda, Delivered.PartsOf);

    private static WorkshopAgenda Edit(WorkshopAgenda agenda, Random chance)
    {
        var block = agenda.Blocks[chance.Next(agenda.Blocks.Count)];
        var edited = chance.Next(5) switch
        {
            0 => agenda.Add(
                Delivered.Block(chance.Next(2) == 0 ? "pause" : "exercise"),
                chance.Next(5, 60),
                chance.Next(3) == 0 ? "Ours | own" : null,
                chance.Next(20)
            ),
            1 => agenda.Remove(block.Number),
            2 => agenda.Move(block.Number, chance.Next(-2, 25)),
            3 => agenda.Change(block.Number, chance.Next(5, 121), block.FixedAt, block.Title),
            _ => agenda.Change(
                block.Number,
                block.Minutes,
                chance.Next(2) == 0 ? null : agenda.Start.AddMinutes(chance.Next(0, 96) * 5),
                null
            ),
        };
        return edited.Value ?? agenda;
    }
}
