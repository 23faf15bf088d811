using Fieldcraft.Domain.Pace;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Features.Calculations;

/// <summary>Levels 1–4 of the capabilities a role depends on; with a window, its active months are counted too.</summary>
internal sealed record LagRequest
{
    public required IReadOnlyList<LagCapabilityRequest> Capabilities { get; init; }
    public double? Sigma { get; init; }
    public WindowRequest? Window { get; init; }

    public LagInput ToInput() => new([.. Capabilities.Select((c, i) => c.ToDomain(i))], Sigma);
}

/// <summary>Required and reached, now and then. Raters are those behind the level now; a remembered level then widens the picture.</summary>
internal sealed record LagCapabilityRequest(
    decimal RequiredNow,
    decimal RequiredThen,
    decimal LevelNow,
    decimal LevelThen,
    int? Raters = null,
    bool Remembered = false
)
{
    public PacedCapability ToDomain(int place) => new($"{place}", RequiredNow, RequiredThen, LevelNow, LevelThen, Raters, Remembered);
}

/// <summary>The last month, how many active months it goes back, and the months that leave it.</summary>
internal sealed record WindowRequest
{
    public required DateOnly End { get; init; }
    public int? Months { get; init; }
    public IReadOnlyList<PauseRequest> Pauses { get; init; } = [];

    private IReadOnlyList<Pause> Listed => [.. Pauses.Select(p => new Pause(p.From, p.Until, PauseReason.Other))];

    public IEnumerable<InputProblem> Problems(LagRules rules) =>
        ActiveWindow.Problems(Months ?? rules.WindowMonths, Listed).Select(p => p with { Path = $"window.{p.Path}" });

    public ActiveWindow Before(LagRules rules) => ActiveWindow.Before(End, Months ?? rules.WindowMonths, Listed);
}

internal sealed record PauseRequest(DateOnly From, DateOnly Until);

/// <param name="Shortfall">G.</param>
/// <param name="RoleMovement">ΔQ.</param>
/// <param name="Growth">ΔV.</param>
/// <param name="Uncertainty">By how much remembered levels may move the lag either way.</param>
internal sealed record LagAnswer(
    decimal Shortfall,
    decimal RoleMovement,
    decimal Growth,
    decimal Lag,
    decimal Uncertainty,
    decimal? HalfWidth,
    PaceReading Reading,
    ActiveWindow? Window
)
{
    public static LagAnswer Of(LagResult r, ActiveWindow? window) =>
        new(r.Shortfall, r.RoleMovement, r.Growth, r.Lag, r.Uncertainty, r.HalfWidth, r.Reading, window);
}
