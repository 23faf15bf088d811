using Fieldcraft.Domain.Rollouts;

namespace Fieldcraft.Tests.TeachingSessions;

/// <summary>The worked numbers of DOMAIN 7.8.</summary>
public sealed class CapacityTests
{
    private static readonly CapacityInputs Company = new(8_000, 200, 4, 20, 0.40m, 12, 12, 0.15m, 2);

    [Theory]
    [InlineData(20, "0.40", 12, 12, 8, 1_150, "5.75", "1.44", true)]
    [InlineData(40, "0.25", 30, 15, 10, 920, "4.60", "1.15", true)]
    [InlineData(15, "0.20", 12, 12, 3, 3_067, "15.34", "3.83", false)]
    public void The_table_comes_out_as_it_stands(
        int onShift,
        string share,
        int minimum,
        int room,
        int size,
        int sessions,
        string perLeader,
        string perWeek,
        bool isFeasible
    )
    {
        var inputs = Company with { OnShift = onShift, ReleaseShare = Number(share), FloorMinimum = minimum, RoomCapacity = room };

        var capacity = RolloutCapacity.Of(inputs);

        (capacity.Size, capacity.Sessions, capacity.Capacity, capacity.IsFeasible).ShouldBe((size, sessions, 1_600, isFeasible));
        Rounded(capacity.PerLeader).ShouldBe(Number(perLeader));
        Rounded(capacity.PerLeaderAndWeek).ShouldBe(Number(perWeek));
    }

    [Fact]
    public void The_example_in_brackets_needs_one_session_a_week_at_most()
    {
        var inputs = new CapacityInputs(8_000, 200, 4, 60, 0.25m, 45, 20, 0.10m, 1);

        var capacity = RolloutCapacity.Of(inputs);

        (capacity.Size, capacity.Sessions, capacity.Capacity, capacity.IsFeasible).ShouldBe((15, 587, 800, true));
        Rounded(capacity.PerLeaderAndWeek).ShouldBe(0.73m);
        capacity.BoundBy.ShouldBe(SizeLimit.Session);
    }

    [Theory]
    [InlineData(15, 3)]
    [InlineData(12, 4)]
    [InlineData(10, 4)]
    [InlineData(8, 5)]
    public void Forty_people_a_leader_take_so_many_sessions(int size, int sessions) =>
        RolloutCapacity.Of(new CapacityInputs(40, 1, 4, 100, 1m, 0, size, 0m, 2)).Sessions.ShouldBe(sessions);

    [Theory]
    [InlineData(40, 0.5, 30, 12, SizeLimit.FloorMinimum)]
    [InlineData(40, 0.2, 10, 12, SizeLimit.ReleaseShare)]
    [InlineData(40, 0.5, 10, 12, SizeLimit.Room)]
    public void It_says_which_input_binds(int onShift, double share, int minimum, int room, SizeLimit bound) =>
        RolloutCapacity
            .Of(Company with { OnShift = onShift, ReleaseShare = (decimal)share, FloorMinimum = minimum, RoomCapacity = room })
            .BoundBy.ShouldBe(bound);

    [Fact]
    public void Where_nobody_may_leave_the_floor_no_number_of_sessions_is_enough()
    {
        var capacity = RolloutCapacity.Of(Company with { OnShift = 10, FloorMinimum = 12 });

        (capacity.Release, capacity.Size, capacity.Sessions, capacity.IsFeasible).ShouldBe((0, 0, null, false));
    }

    [Fact]
    public void Shares_are_exact() =>
        RolloutCapacity.Of(Company with { OnShift = 20, ReleaseShare = 0.15m, FloorMinimum = 0 }).Release.ShouldBe(3);

    [Fact]
    public void Ten_hours_a_leader_are_six_thousand_for_three_modules()
    {
        var inputs = new EffortInputs(8_000, 200, 1m, LeaderHours.Usual, 120, 15, 2.5m, 0.5m, 400);

        var effort = RolloutEffort.Of(inputs);

        LeaderHours.Usual.Total.ShouldBe(10m);
        (effort.LeaderLed.Leaders * 3, effort.LeaderLed.OffFloor * 3).ShouldBe((6_000m, 24_000m));
        (effort.TrainerSessions, effort.TrainerLed.Trainers, effort.TrainerLed.OffFloor).ShouldBe((534, 1_335m, 12_000m));
    }

    [Fact]
    public void Cost_is_known_only_with_every_rate_that_is_needed()
    {
        var hours = new EffortHours(10, 100, 5, 0);

        hours.Cost(new HourlyRates(40, 30, 50, null)).ShouldBe(3_650m);
        hours.Cost(new HourlyRates(40, null, 50, null)).ShouldBeNull();
    }

    [Fact]
    public void What_it_really_took_counts_real_minutes() =>
        RolloutEffort
            .Taken(taught: 2, sessions: 4, heldMinutes: 250, attendedMinutes: 3_000, LeaderHours.Usual, central: 20)
            .ShouldBe(new EffortHours((2 * 4m) + (4 * 0.5m) + (250 / 60m), 50m, 20, 0));

    private static decimal? Rounded(decimal? number) => number is { } known ? Math.Round(known, 2, MidpointRounding.AwayFromZero) : null;

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
