namespace Fieldcraft.Rollout.Instances;

/// <summary>One thing wrong with an instance or a timetable that was handed in.</summary>
/// <param name="Path">Where, as a JSON path such as <c>$.people[3].shifts[0]</c>.</param>
/// <param name="What">What, in a sentence without its full stop.</param>
public sealed record InstanceProblem(string Path, string What)
{
    public override string ToString() => $"{Path}: {What}.";
}

/// <summary>What came of reading: an instance, or everything wrong with it.</summary>
public sealed record ReadInstance(RolloutInstance? Instance, IReadOnlyList<InstanceProblem> Problems);

/// <summary>An instance that breaks the format was handed to the engine; whoever builds one checks it first.</summary>
public sealed class InstanceRefusedException(IReadOnlyList<InstanceProblem> problems) : ArgumentException(string.Join('\n', problems))
{
    public IReadOnlyList<InstanceProblem> Problems => problems;
}
