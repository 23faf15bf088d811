namespace Fieldcraft.Rollout.Solving;

/// <summary>Chance that is the same on every machine: SplitMix64.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 to below 1.</summary>
    public double Next() => (Draw() >> 11) * (1.0 / (1UL << 53));

    public int Below(int count) => (int)((Draw() >> 32) * (ulong)count >> 32);

    private ulong Draw()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
