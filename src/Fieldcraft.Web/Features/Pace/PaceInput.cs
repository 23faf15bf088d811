using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Fieldcraft.Domain.Pace;

namespace Fieldcraft.Web.Features.Pace;

/// <summary>What the form of the pace sends: a few rows of each kind, of which empty ones say nothing.</summary>
public sealed record PaceInput
{
    private const int BlankPauses = 2;
    private const int BlankCapabilities = 2;

    [Range(ActiveWindow.ShortestMonths, ActiveWindow.LongestMonths)]
    public int Months { get; init; }

    public List<PauseInput> Pauses { get; init; } = [];

    public List<DemandInput> Capabilities { get; init; } = [];

    public int Version { get; init; }

    public PaceContent ToContent() =>
        new()
        {
            Months = Months,
            Pauses = [.. Pauses.Where(p => p.IsSaid).Select(p => p.ToPause())],
            Capabilities = [.. Capabilities.Where(c => !string.IsNullOrEmpty(c.Capability)).Select(c => c.ToDemand())],
        };

    public static PaceInput Of(PaceContent content, int version) =>
        new()
        {
            Months = content.Months,
            Pauses =
            [
                .. content.Pauses.Select(PauseInput.Of),
                .. Enumerable.Repeat(new PauseInput(), Math.Min(BlankPauses, ActiveWindow.PausesAtMost - content.Pauses.Count)),
            ],
            Capabilities =
            [
                .. content.Capabilities.Select(DemandInput.Of),
                .. Enumerable.Repeat(
                    new DemandInput(),
                    Math.Max(0, Math.Min(BlankCapabilities, PaceContent.CapabilitiesAtMost - content.Capabilities.Count))
                ),
            ],
            Version = version,
        };
}

/// <summary>Months as a browser spells them: 2024-03.</summary>
public sealed record PauseInput
{
    private const string Month = "yyyy-MM";

    public string? From { get; init; }
    public string? Until { get; init; }
    public PauseReason Reason { get; init; }

    public bool IsSaid => !string.IsNullOrWhiteSpace(From) || !string.IsNullOrWhiteSpace(Until);

    /// <summary>A month that cannot be read is one that no pause may have: it is said as a mistake of its row.</summary>
    public Pause ToPause() => new(Read(From), Read(Until), Reason);

    public static PauseInput Of(Pause pause) =>
        new()
        {
            From = pause.From.ToString(Month, CultureInfo.InvariantCulture),
            Until = pause.Until.ToString(Month, CultureInfo.InvariantCulture),
            Reason = pause.Reason,
        };

    private static DateOnly Read(string? month) =>
        DateOnly.TryParseExact(month?.Trim(), Month, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : DateOnly.MinValue;
}

public sealed record DemandInput
{
    public string? Capability { get; init; }
    public int RequiredNow { get; init; } = 2;
    public int RequiredThen { get; init; } = 2;

    /// <summary>Halves are allowed; nothing is "not remembered".</summary>
    public string? LevelThen { get; init; }

    public PaceDemand ToDemand() =>
        new(
            Capability!,
            RequiredNow,
            RequiredThen,
            decimal.TryParse(LevelThen, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var level) ? level : null
        );

    public static DemandInput Of(PaceDemand demand) =>
        new()
        {
            Capability = demand.Capability,
            RequiredNow = demand.RequiredNow,
            RequiredThen = demand.RequiredThen,
            LevelThen = demand.LevelThen?.ToString("0.#", CultureInfo.InvariantCulture),
        };
}
