using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Conditions;

public sealed class ConditionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ines = Id.New<PersonId>(Now);
    private static readonly PersonId Tom = Id.New<PersonId>(Now);

    [Fact]
    public void Every_wording_stays_with_who_wrote_it_and_when()
    {
        var condition = Say("Night sorting moves to Tilbury.");

        condition.Rewrite("Night sorting moves to Tilbury in May.", Tom, Now.AddDays(3));

        condition.Version.ShouldBe(2);
        condition.Text.ShouldBe("Night sorting moves to Tilbury in May.");
        condition
            .Editions.Select(e => (e.Number, e.Text, e.WrittenById, e.WrittenAt))
            .ShouldBe([
                (1, "Night sorting moves to Tilbury.", Ines, Now),
                (2, "Night sorting moves to Tilbury in May.", Tom, Now.AddDays(3)),
            ]);
    }

    [Fact]
    public void The_same_words_again_make_no_wording()
    {
        var condition = Say("Night sorting moves.");

        condition.Rewrite("  Night sorting moves.\r\n", Tom, Now.AddDays(1));

        condition.Version.ShouldBe(1);
        condition.WrittenById.ShouldBe(Ines);
    }

    [Fact]
    public void An_empty_text_takes_the_answer_back_and_keeps_the_earlier_one()
    {
        var condition = Say("Night sorting moves.");

        condition.Rewrite(" ", Tom, Now.AddDays(1));

        condition.Text.ShouldBeNull();
        condition.Editions.Count.ShouldBe(2);
        condition.Editions[0].Text.ShouldBe("Night sorting moves.");
    }

    [Fact]
    public void A_topic_that_is_none_and_a_text_that_is_too_long_are_not_taken()
    {
        Should.Throw<ArgumentException>(() => Condition.Write(Id.New<ConditionId>(Now), default, "p4", null, "Text", Ines, Now));
        Should.Throw<ArgumentException>(() => Say(new string('a', Condition.TextLength + 1)));
    }

    [Fact]
    public void A_job_title_is_one_however_it_is_written() =>
        Condition
            .Write(Id.New<ConditionId>(Now), default, ConditionTopics.JobDescription, " Team  LEADER ", "Leads", Ines, Now)
            .TitleKey.ShouldBe(FoldedName.Of("team leader"));

    private static Condition Say(string text) => Condition.Write(Id.New<ConditionId>(Now), default, "s2", null, text, Ines, Now);
}
