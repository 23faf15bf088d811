using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Plans;

namespace Fieldcraft.Tests.Planners;

public sealed class PlannerTests
{
    private static readonly DateTimeOffset Now = Given.Now;
    private static readonly ModuleContent Content = TaughtModule.Content();

    [Fact]
    public void A_planner_begins_with_the_edition_in_use_and_a_module_without_one_refuses()
    {
        var (module, edition) = Module();
        Planner.Begin(Id.New<PlannerId>(Now), Given.Owner, module, Now).Refusal!.Code.ShouldBe("planner-module-draft");

        module.Use(edition, Given.Owner, Now);
        var planner = Planner.Begin(Id.New<PlannerId>(Now), Given.Owner, module, Now).Value!;

        planner.EditionId.ShouldBe(edition);
        planner.Events.ShouldHaveSingleItem().ShouldBeOfType<PlannerBegun>().Module.ShouldBe(module.Id.Value);
    }

    [Fact]
    public void A_text_is_written_rewritten_and_taken_back_in_its_place()
    {
        var planner = Begun();
        var (welcome, talk) = (new PlannerPlace(PlannerField.Words, "welcome"), new PlannerPlace(PlannerField.Words, "talk"));

        planner.Write(welcome, "  I begin with the wet dock  ", Content, PlainSealer.One, Now);
        planner.Write(talk, "In pairs", Content, PlainSealer.One, Now);
        planner.Write(welcome, "I begin with Tuesday", Content, PlainSealer.One, Now);

        planner.Texts.Select(t => (t.Place, PlainSealer.Read(t.Text))).ShouldBe([(welcome, "I begin with Tuesday"), (talk, "In pairs")]);
        planner.Write(welcome, " ", Content, PlainSealer.One, Now);
        planner.Texts.ShouldHaveSingleItem().Block.ShouldBe("talk");
        planner.Version.ShouldBe(5);
    }

    [Fact]
    public void Taking_back_what_was_never_there_changes_nothing()
    {
        var planner = Begun();

        planner.Write(new(PlannerField.Place), "", Content, PlainSealer.One, Now);

        planner.Version.ShouldBe(1);
    }

    [Theory]
    [InlineData(PlannerField.Words, "no-such-block", "x", "unknown")]
    [InlineData(PlannerField.Words, "", "x", "unknown")]
    [InlineData(PlannerField.Place, "welcome", "x", "unknown")]
    [InlineData(PlannerField.Instead, "film-1", "x", "block-locked")]
    [InlineData(PlannerField.Aims, "", "a\nb\nc\nd", "aims-at-most")]
    [InlineData(PlannerField.TryOn, "", "tomorrow", "not-a-day")]
    public void A_text_that_has_no_place_there_is_named(PlannerField field, string block, string text, string code)
    {
        new PlannerPlace(field, block).Problems(Content, text).Select(p => p.Code).ShouldBe([code]);
        Should.Throw<ArgumentException>(() => Begun().Write(new(field, block), text, Content, PlainSealer.One, Now));
    }

    [Theory]
    [InlineData(PlannerField.Instead, "welcome", "We do it standing")]
    [InlineData(PlannerField.Aims, "", "a\n\nb\nc")]
    [InlineData(PlannerField.TryOn, "", "2027-03-02")]
    public void What_has_its_place_there_is_kept(PlannerField field, string block, string text) =>
        new PlannerPlace(field, block).Problems(Content, text).ShouldBeEmpty();

    [Fact]
    public void Every_field_holds_as_much_as_it_says_and_not_a_letter_more()
    {
        foreach (var field in Enum.GetValues<PlannerField>().Where(f => f != PlannerField.TryOn))
        {
            var place = new PlannerPlace(field, field.IsOfBlock() ? "welcome" : "");

            place.Problems(Content, new string('a', field.Length())).ShouldBeEmpty(field.ToString());
            place.Problems(Content, new string('a', field.Length() + 1)).ShouldHaveSingleItem().Code.ShouldBe("too-long");
        }
    }

    [Fact]
    public void Only_a_module_made_for_halves_is_held_in_halves()
    {
        var planner = Begun();

        planner.Hold(true, Content with { FirstHalfEndsWith = null }, Now).Refusal!.Code.ShouldBe("planner-whole-only");
        planner.Hold(true, Content, Now).IsDone.ShouldBeTrue();

        planner.InHalves.ShouldBeTrue();
        Content.Timed(true)[^1].To.ShouldBe(55);
    }

    [Fact]
    public void Moving_on_keeps_every_text_and_the_halves_only_where_there_still_are_any()
    {
        var planner = Begun();
        planner.Hold(true, Content, Now);
        planner.Write(new(PlannerField.Words, "talk"), "In pairs", Content, PlainSealer.One, Now);
        var edition = Id.New<ModuleEditionId>(Now);

        planner.MoveOn(edition, Content with { FirstHalfEndsWith = null }, Now);
        planner.MoveOn(edition, Content, Now);

        planner.EditionId.ShouldBe(edition);
        planner.InHalves.ShouldBeFalse();
        planner.Texts.ShouldHaveSingleItem();
        planner.Events.OfType<PlannerMovedOn>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Finishing_needs_a_word_is_told_once_and_can_be_taken_back()
    {
        var planner = Begun();
        planner.Finish(Now).Refusal!.Code.ShouldBe("planner-empty");
        planner.Write(new(PlannerField.Words, "talk"), "In pairs", Content, PlainSealer.One, Now);

        planner.Finish(Now).IsDone.ShouldBeTrue();
        planner.Finish(Now.AddDays(1)).IsDone.ShouldBeTrue();

        planner.FinishedAt.ShouldBe(Now);
        var told = planner.Events.OfType<PlannerFinished>().ShouldHaveSingleItem();
        (told.Person, told.Module, told.Planner, told.At).ShouldBe((Given.Owner.Value, planner.ModuleId.Value, planner.Id.Value, Now));
        planner.Write(new(PlannerField.Words, "talk"), "In threes", Content, PlainSealer.One, Now);
        planner.IsFinished.ShouldBeTrue();
        planner.Reopen(Now);
        planner.Reopen(Now);
        planner.IsFinished.ShouldBeFalse();
        planner.Events.OfType<PlannerReopened>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_editions_side_by_side_name_what_changed_in_each_block()
    {
        var after = Content with
        {
            Blocks =
            [
                Content.Blocks[0] with
                {
                    Minutes = 10,
                    KeyMessage = TaughtModule.Text("Another"),
                },
                Content.Blocks[2],
                Content.Blocks[1],
                Content.Blocks[3] with
                {
                    IsLocked = false,
                },
                .. Content.Blocks.Skip(5),
                new ModuleBlock { Id = "new", Minutes = 5 },
            ],
        };

        var changes = BlockChanges.Between(Content, after);

        changes
            .Select(c => (c.Block.Id, string.Join(' ', c.Changes)))
            .ShouldBe([
                ("welcome", "Minutes KeyMessage"),
                ("talk", "Moved"),
                ("film-1", "Moved"),
                ("film-2", "Opened"),
                ("new", "Added"),
                ("practice", "Dropped"),
            ]);
        BlockChanges.Between(Content, ModuleContent.FromJson(Content.ToJson())).ShouldBeEmpty();
    }

    [Fact]
    public void A_try_and_a_tear_up_are_told()
    {
        var planner = Begun();
        var experiment = Id.New<ExperimentId>(Now);

        planner.Try(experiment, Now);
        planner.TearUp(Now);

        planner.ExperimentId.ShouldBe(experiment);
        planner.Events.OfType<PlannerTried>().ShouldHaveSingleItem().Experiment.ShouldBe(experiment.Value);
        planner.Events.OfType<PlannerTornUp>().ShouldHaveSingleItem();
    }

    private static (Module Module, ModuleEditionId Edition) Module() =>
        (
            Domain
                .Programmes.Module.Add(
                    Id.New<ModuleId>(Now),
                    Id.New<ProgrammeId>(Now),
                    null,
                    new ModuleFacts("The first minute", null, null, null, null, Given.Today),
                    Given.Owner,
                    Now
                )
                .Value!,
            Id.New<ModuleEditionId>(Now)
        );

    private static Planner Begun()
    {
        var (module, edition) = Module();
        module.Use(edition, Given.Owner, Now);
        return Planner.Begin(Id.New<PlannerId>(Now), Given.Owner, module, Now).Value!;
    }
}
