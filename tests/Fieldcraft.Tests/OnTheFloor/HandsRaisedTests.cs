using Fieldcraft.Domain.Rollouts;

namespace Fieldcraft.Tests.OnTheFloor;

public sealed class HandsRaisedTests
{
    [Fact]
    public void Hands_are_added_up_and_the_means_are_theirs()
    {
        var hands = HandsRaised.Of([(Hands(0, 2, 4, 0, 0), Hands(0, 0, 3, 3, 0)), (Hands(0, 0, 0, 0, 5), Hands(0, 0, 0, 0, 5))])!;

        (hands.Sessions, hands.Before.Count, hands.After.Count).ShouldBe((2, 11, 11));
        hands.Before.Mean!.Value.ShouldBe(41m / 11);
        hands.After.Mean!.Value.ShouldBe(46m / 11);
    }

    [Fact]
    public void A_session_of_which_only_one_side_is_known_says_nothing() =>
        HandsRaised
            .Of([(Hands(9, 0, 0, 0, 0), null), (null, Hands(9, 0, 0, 0, 0)), (Hands(9, 0, 0, 0, 0), Hands(0, 0, 0, 0, 0))])
            .ShouldBeNull();

    [Fact]
    public void What_was_shown_yesterday_taken_from_what_is_shown_today_is_never_a_few()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var sessions = Enumerable
                .Range(0, random.Next(1, 14))
                .Select(_ =>
                    (
                        (ConfidenceSum?)Hands(0, random.Next(0, 4), random.Next(0, 3), 0, 0),
                        (ConfidenceSum?)Hands(0, 0, random.Next(0, 5), 0, 1)
                    )
                )
                .ToList();
            var before = (Before: 0, After: 0);
            for (var day = 1; day <= sessions.Count; day++)
            {
                if (HandsRaised.Of(sessions.Take(day)) is not { } shown)
                {
                    continue;
                }

                foreach (var grown in new[] { shown.Before.Count - before.Before, shown.After.Count - before.After })
                {
                    (grown == 0 || grown >= HandsRaised.BatchAtLeast).ShouldBeTrue($"seed {seed}, day {day}: {grown}");
                }

                before = (shown.Before.Count, shown.After.Count);
            }
        }
    }

    private static ConfidenceSum Hands(int one, int two, int three, int four, int five) => new(one, two, three, four, five);
}
