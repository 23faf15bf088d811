using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Insight;

/// <summary>A change and whether it is more than the unreliability of the measure.</summary>
/// <param name="Index">Δ / (SD·√(2(1−r))).</param>
/// <param name="IsReliable">True when the index lies beyond ±1.96; otherwise "no clear change yet".</param>
/// <param name="SmallestReliableChange">The change at which that begins, in the units of the scale.</param>
public sealed record ChangeResult(double Index, bool IsReliable, double SmallestReliableChange);

/// <summary>What a change is judged by.</summary>
/// <param name="Change">Δ, after minus before.</param>
/// <param name="Deviation">The standard deviation between persons, above 0.</param>
/// <param name="Reliability">r of the measure, from 0 to below 1.</param>
public sealed record ChangeInput(double Change, double Deviation, double Reliability)
{
    /// <summary>Everything wrong with the input; empty when it can be used.</summary>
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. InputProblems.Outside("change", Change, -1e6, 1e6),
            .. InputProblems.Outside("sd", Deviation, 1e-6, 1e6),
            // A perfectly reliable measure would make every change reliable; it does not exist, and the formula divides by zero.
            .. InputProblems.Outside("reliability", Reliability, 0, 0.999999),
        ];
}

/// <summary>The reliable change index (DOMAIN 2.4).</summary>
public static class ReliableChange
{
    /// <summary>Judges one change.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="ChangeInput.Problems"/> is not empty.</exception>
    public static ChangeResult Judge(ChangeInput input)
    {
        InputProblems.Refuse(input.Problems(), nameof(input));
        var errorOfDifference = input.Deviation * Math.Sqrt(2 * (1 - input.Reliability));
        var index = input.Change / errorOfDifference;
        return new ChangeResult(index, Math.Abs(index) > Normal.Z95AsPrinted, Normal.Z95AsPrinted * errorOfDifference);
    }
}
