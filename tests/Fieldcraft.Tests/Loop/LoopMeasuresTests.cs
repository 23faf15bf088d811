using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;

namespace Fieldcraft.Tests.Loop;

public sealed class LoopMeasuresTests
{
    private static readonly PersonId First = Ideas.New<PersonId>();
    private static readonly PersonId Second = Ideas.New<PersonId>();

    [Fact]
    public void The_measures_of_the_loop_are_counted()
    {
        var measures = LoopMeasures.Of(
            [
                Idea(First, forwarded: true, late: false, IdeaAnswerKind.Adopted, 4),
                Idea(First, forwarded: false, late: false, IdeaAnswerKind.NotNow, 10),
                Idea(Second, forwarded: true, late: true, IdeaAnswerKind.Trial, 40),
                Idea(Second, forwarded: false, late: true, null, 0),
                Idea(Second, forwarded: false, late: false, null, 0),
            ],
            10
        );

        measures.ShouldBe(new LoopMeasures(5, 10, 0.5m, 0.4m, 0.5m, 10m, 3, 2, 1));
    }

    [Fact]
    public void With_an_even_number_the_median_lies_between_the_two_in_the_middle() =>
        LoopMeasures
            .Of([Idea(First, false, false, IdeaAnswerKind.Adopted, 3), Idea(First, false, false, IdeaAnswerKind.Adopted, 6)], 1)
            .MedianDays.ShouldBe(4.5m);

    [Fact]
    public void A_share_of_nothing_is_unknown_and_not_zero() =>
        LoopMeasures.Of([], 0).ShouldBe(new LoopMeasures(0, 0, null, null, null, null, 0, 0, 0));

    private static MeasuredIdea Idea(PersonId team, bool forwarded, bool late, IdeaAnswerKind? answer, int days) =>
        new(Ideas.Facility, team, Ideas.Day0, forwarded, late, answer, answer is null ? null : Ideas.Day0.AddDays(days));
}
