using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Feedback;

public sealed class AskingLimitTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly FeedbackRules Rules = new() { ExpiresAfterDays = 14, SameGiverEveryDays = 7 };

    [Fact]
    public void Nobody_was_asked_before() => AskingLimit.NextPossible([], Giver(1), Rules, Now).ShouldBeNull();

    [Fact]
    public void Asked_six_days_ago_leaves_one_day_to_wait() =>
        AskingLimit.NextPossible([new(Giver(1), Now.AddDays(-6))], Giver(1), Rules, Now).ShouldBe(Now.AddDays(1));

    [Fact]
    public void Asked_seven_days_ago_is_long_enough() =>
        AskingLimit.NextPossible([new(Giver(1), Now.AddDays(-7))], Giver(1), Rules, Now).ShouldBeNull();

    [Fact]
    public void The_latest_time_counts() =>
        AskingLimit
            .NextPossible([new(Giver(1), Now.AddDays(-1)), new(Giver(1), Now.AddDays(-6))], Giver(1), Rules, Now)
            .ShouldBe(Now.AddDays(6));

    [Fact]
    public void Somebody_else_is_not_held_up() => AskingLimit.NextPossible([new(Giver(1), Now)], Giver(2), Rules, Now).ShouldBeNull();

    [Fact]
    public void Two_addresses_tell_two_people_of_one_name_apart() =>
        AskingLimit.NextPossible([new(Giver(1, address: 8), Now)], Giver(1, address: 9), Rules, Now).ShouldBeNull();

    [Fact]
    public void One_address_is_one_person_whatever_the_name() =>
        AskingLimit.NextPossible([new(Giver(1, address: 8), Now)], Giver(2, address: 8), Rules, Now).ShouldNotBeNull();

    [Theory]
    [InlineData("  Dalia   HO ", "dalia ho")]
    [InlineData("ＤＡＬＩＡ", "dalia")]
    public void A_name_is_the_same_however_it_is_typed(string typed, string normal) => GiverMarks.Normalise(typed).ShouldBe(normal);

    private static GiverMarks Giver(byte name, byte? address = null) => new([name], address is { } a ? [a] : null);
}
