using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Pace;
using Fieldcraft.Tests.Shared;

namespace Fieldcraft.Tests.Pace;

/// <summary>The lag of DOMAIN 5.2 with ruling 15.4, and the window of active months.</summary>
public sealed class LeadershipLagTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    private static readonly PacedCapability[] Example =
    [
        new("a", 3, 2, 2.2m, 2.0m),
        new("b", 3, 2, 2.5m, 2.1m),
        new("c", 2, 1, 2.4m, 2.2m),
    ];

    [Fact]
    public void The_worked_example_tends_to_career_ahead()
    {
        var lag = Measure(Example);

        lag.Shortfall.ShouldBe(0.4333m, 0.0001m);
        lag.RoleMovement.ShouldBe(1.0m);
        lag.Growth.ShouldBe(0.2667m, 0.0001m);
        lag.Lag.ShouldBe(0.7333m, 0.0001m);
        lag.Uncertainty.ShouldBe(0);
        lag.Reading.ShouldBe(PaceReading.TendsToCareerAhead);
    }

    [Theory]
    [InlineData(3, 2, 2.5, 2.0, PaceReading.CareerAhead)] // G .5, lag .5: both on the line
    [InlineData(3, 2, 2.75, 2.25, PaceReading.TendsToCareerAhead)] // G .25, lag .5
    [InlineData(3, 2, 2.76, 2.26, PaceReading.NoClearPicture)] // G just below
    [InlineData(2, 2, 1.8, 1.8, PaceReading.InStep)]
    [InlineData(2, 2, 1.75, 1.75, PaceReading.NoClearPicture)] // G .25 is not below .25
    [InlineData(2, 2, 2.5, 2.0, PaceReading.LeadershipAhead)] // G 0, lag −.5
    [InlineData(2, 2, 2.4, 2.0, PaceReading.NoClearPicture)]
    public void The_lines_are_drawn_as_the_ruling_says(double required, double then, double level, double levelThen, PaceReading reading) =>
        Measure([new("a", (decimal)required, (decimal)then, (decimal)level, (decimal)levelThen)]).Reading.ShouldBe(reading);

    [Theory]
    [InlineData(0, PaceReading.NotEnoughInformation)]
    [InlineData(3, PaceReading.NotEnoughInformation)] // 1.96 / (2√3) = .566
    [InlineData(4, PaceReading.TendsToCareerAhead)] // .49
    [InlineData(12, PaceReading.TendsToCareerAhead)]
    public void Too_few_raters_say_too_little(int raters, PaceReading reading) =>
        Measure([.. Example.Select(c => c with { Raters = raters })]).Reading.ShouldBe(reading);

    [Fact]
    public void The_widest_of_several_decides()
    {
        PacedCapability[] paced = [Example[0] with { Raters = 12 }, Example[1] with { Raters = 2 }, Example[2] with { Raters = 12 }];

        Measure(paced).HalfWidth!.Value.ShouldBe(0.693m, 0.001m);
        Measure(paced).Reading.ShouldBe(PaceReading.NotEnoughInformation);
    }

    [Fact]
    public void Memory_weakens_the_word_and_never_strengthens_it()
    {
        PacedCapability clear = new("a", 4, 2, 2.5m, 2.2m);
        PacedCapability nearly = new("a", 3, 2, 2.5m, 2.0m);

        Measure([clear]).Reading.ShouldBe(PaceReading.CareerAhead);
        Measure([clear with { IsRemembered = true }]).Reading.ShouldBe(PaceReading.CareerAhead);
        Measure([nearly with { IsRemembered = true }]).Reading.ShouldBe(PaceReading.NoClearPicture);
        Measure([nearly with { IsRemembered = true }]).Uncertainty.ShouldBe(0.25m);
        Measure([nearly with { IsRemembered = true }, nearly]).Uncertainty.ShouldBe(0.125m);
    }

    [Fact]
    public void A_level_is_half_of_a_rating_and_its_half_width_too()
    {
        LeadershipLag.LevelOf(1).ShouldBe(1);
        LeadershipLag.LevelOf(5).ShouldBe(3);
        LeadershipLag.LevelOf(7).ShouldBe(4);
        LeadershipLag.HalfWidth(4, 1).ShouldBe(0.49m);
    }

    [Fact]
    public void Only_active_months_count_and_pauses_may_overlap()
    {
        ActiveWindow.Before(Today, 36, []).ShouldBe(new(new(2023, 11, 1), new(2026, 11, 1), 36, 0));

        Pause leave = new(new(2024, 3, 15), new(2024, 12, 1), PauseReason.Leave);
        Pause half = new(new(2024, 10, 1), new(2025, 3, 31), PauseReason.PartTime);

        ActiveWindow.Before(Today, 36, [leave]).ShouldBe(new(new(2023, 1, 1), new(2026, 11, 1), 36, 10));
        ActiveWindow.Before(Today, 36, [leave, half]).PausedMonths.ShouldBe(13);
        ActiveWindow.Before(Today, 36, [new(new(1950, 1, 1), new(2200, 1, 1), PauseReason.Other)]).Start.ShouldBe(new(1947, 1, 1));
    }

    [Fact]
    public void Whoever_was_away_does_not_look_slower()
    {
        // The same work in the same active months, once with two years of leave in between: the window is as long for both.
        var away = ActiveWindow.Before(Today, 36, [new(new(2023, 1, 1), new(2024, 12, 1), PauseReason.Leave)]);

        away.ActiveMonths.ShouldBe(ActiveWindow.Before(Today, 36, []).ActiveMonths);
        away.Start.ShouldBe(new(2021, 11, 1));
    }

    [Fact]
    public void What_is_wrong_is_said_by_place()
    {
        new LagInput([Example[0] with { LevelNow = 4.1m }, Example[1] with { RequiredThen = 0, Raters = -1 }])
            .Problems()
            .Select(p => p.Path)
            .ShouldBe(["capabilities[0].levelNow", "capabilities[1].requiredThen", "capabilities[1].raters"]);
        new LagInput([]).Problems().ShouldHaveSingleItem().Code.ShouldBe("wrong-count");
        ActiveWindow
            .Problems(11, [new(Today, Today.AddDays(-1), PauseReason.Leave)])
            .Select(p => p.Path)
            .ShouldBe(["months", "pauses[0].until"]);
    }

    private static LagResult Measure(IReadOnlyList<PacedCapability> paced) =>
        LeadershipLag.Measure(new LagInput(paced), DocumentedRules.All.Lag, DocumentedRules.All.Gaps);
}
