using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Tests.Modules;

/// <summary>The hour and its halves (DOMAIN 7.5), and how a change of one block moves the rest.</summary>
public sealed class ModuleContentTests
{
    private static readonly ModuleContent Hour = Skeleton.In("en", (block, part) => part == "title" ? block : $"{block} {part}");

    [Fact]
    public void The_skeleton_is_the_hour_of_the_source_case()
    {
        Hour.Minutes.ShouldBe(60);
        Hour.Timed().Select(t => (t.From, t.To)).ShouldBe([(0, 5), (5, 10), (10, 20), (20, 25), (25, 40), (40, 50), (50, 55), (55, 60)]);
        Hour.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void In_halves_it_takes_twice_at_most_thirty_minutes()
    {
        Hour.Halves().ShouldBe((25, 30));
        Hour.Timed(inHalves: true)[4].ShouldBe(new TimedBlock(Hour.Blocks[4], 25, 35));
    }

    [Fact]
    public void Halves_at_full_length_do_not_fit_and_that_is_said()
    {
        var full = Hour with { Blocks = [.. Hour.Blocks.Select(b => b with { MinutesInHalves = null })] };

        full.Halves().ShouldBe((25, 35));
        full.Problems().ShouldHaveSingleItem().ShouldBe(new("firstHalfEndsWith", "over-limit"));
    }

    [Fact]
    public void A_longer_block_moves_all_that_follow_and_one_over_the_hour_is_refused()
    {
        var longer = Hour.Retimed("talk", 12);

        longer.Timed().Select(t => t.From).ShouldBe([0, 5, 10, 22, 27, 42, 52, 57]);
        longer.Problems().ShouldContain(new Domain.Shared.InputProblem("minutes", "over-limit"));
    }

    [Fact]
    public void Another_block_can_make_room_so_that_the_end_stays()
    {
        var longer = Hour.Retimed("talk", 13, makesRoom: "practice");

        longer.Minutes.ShouldBe(60);
        longer.Blocks.Single(b => b.Id == "practice").Minutes.ShouldBe(12);
        longer.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void A_block_that_makes_room_keeps_a_minute() =>
        Hour.Retimed("practice", 30, makesRoom: "idea").Blocks.Single(b => b.Id == "idea").Minutes.ShouldBe(1);

    [Fact]
    public void Blocks_move_and_go_and_a_half_never_ends_with_one_that_is_gone()
    {
        Hour.Moved("talk", -1).Blocks.Select(b => b.Id).Take(3).ShouldBe(["welcome", "talk", "film-1"]);
        Hour.Moved("welcome", -1).ShouldBe(Hour);
        Hour.Without("film-2").FirstHalfEndsWith.ShouldBeNull();
        Hour.With(Hour.Blocks[0] with { Minutes = 3 }).Minutes.ShouldBe(58);
    }

    [Fact]
    public void Before_publishing_every_block_says_what_it_is_for_and_media_have_captions()
    {
        var film = ModuleMediaId.From(Guid.CreateVersion7());
        var content = Hour with
        {
            Aims = [LocalText.Of("en", "One")],
            Signs = [LocalText.Of("en", "a"), LocalText.Of("en", "b"), LocalText.Of("en", "c")],
            Blocks = [Hour.Blocks[0] with { Aim = LocalText.Of("es", "sólo en español"), Media = [film] }],
            FirstHalfEndsWith = null,
        };

        content
            .MissingToPublish(_ => false)
            .Select(p => (p.Path, p.Code))
            .ShouldBe([("blocks[0].aim", "missing"), ("blocks[0].media", "not-captioned")]);
        content.MissingToPublish(_ => true).ShouldHaveSingleItem();
        Hour.MissingToPublish(_ => true).Select(p => p.Path).ShouldBe(["aims", "signs"]);
    }

    [Fact]
    public void What_is_written_comes_back_the_same_from_JSON()
    {
        var content = Hour with
        {
            AlsoIn = ["ar"],
            Questions = [new HardQuestion(LocalText.Of("en", "Why?").With("ar", "لماذا؟"), LocalText.Of("en", "Because."))],
            Routine = new RoutineUse(RoutineId.From(Guid.CreateVersion7()), LocalText.Of("en", "same"), LocalText.Empty),
        };

        var back = ModuleContent.FromJson(content.ToJson());

        back.ToJson().ShouldBe(content.ToJson());
        back.Questions[0].Question.In("ar", "en").ShouldBe("لماذا؟");
        content.Differences(back).ShouldBeEmpty();
    }

    [Fact]
    public void A_text_falls_back_to_the_first_language_and_blank_words_take_a_language_out()
    {
        var text = LocalText.Of("en", "Hello").With("es", "Hola");

        text.In("es", "en").ShouldBe("Hola");
        text.In("vi", "en").ShouldBe("Hello");
        text.With("es", "  ").Only("es").ShouldBeNull();
        text.ShouldBe(LocalText.Of("es", "Hola").With("en", "Hello"));
    }

    [Fact]
    public void Lines_of_another_language_belong_to_the_texts_in_their_order_and_first_lines_keep_theirs()
    {
        var aims = Hour.Lines([], "en", ["one", "two"]);
        var translated = Hour.Lines(aims, "es", ["uno", ""]);

        translated.Select(t => t.Only("es")).ShouldBe(["uno", null]);
        Hour.Lines(translated, "en", ["two", "one"]).Select(t => t.Only("es")).ShouldBe([null, "uno"]);
    }

    [Fact]
    public void Two_editions_differ_in_the_blocks_and_parts_that_changed()
    {
        var later = Hour.With(Hour.Blocks[4] with { Guide = LocalText.Of("en", "otherwise") }).Without("idea") with
        {
            Aims = [LocalText.Of("en", "new")],
        };

        Hour.Differences(later)
            .ShouldBe([
                new ModuleDifference(ModulePart.Block, "idea", IsGone: true),
                new ModuleDifference(ModulePart.Block, "practice"),
                new ModuleDifference(ModulePart.Aims),
            ]);
    }

    [Fact]
    public void JSON_with_a_hole_is_found_before_it_hurts()
    {
        Hour.Holes().ShouldBeNull();
        (Hour with { Aims = [null!] }).Holes().ShouldBe("aims");
        (Hour with { Blocks = null! }).Holes().ShouldBe("blocks");
        (Hour with { Blocks = [Hour.Blocks[0] with { Guide = null! }] }).Holes().ShouldBe("blocks");
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("one two three four five six seven eight nine ten", 6)]
    public void A_slide_stands_as_long_as_its_words_take(string narration, int seconds) =>
        FilmSlide.SecondsFor(narration).ShouldBe(seconds);
}
