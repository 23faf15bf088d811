namespace Fieldcraft.Tests.Harness;

/// <summary>A clock that tests can move. It starts on a Tuesday morning and goes with real time from there.</summary>
public sealed class TestClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private readonly long _began = System.GetTimestamp();
    private TimeSpan _moved;

    public override DateTimeOffset GetUtcNow() => Start + System.GetElapsedTime(_began) + _moved;

    public void Advance(TimeSpan by) => _moved += by;
}
