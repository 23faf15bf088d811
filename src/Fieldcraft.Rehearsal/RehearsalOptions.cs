namespace Fieldcraft.Rehearsal;

/// <summary>What is rehearsed.</summary>
/// <param name="Server">A server that runs with <c>--demo</c>.</param>
/// <param name="Seed">The same seed draws the same sickness, devices and ideas.</param>
/// <param name="Sites">How many sites take part, the first by name; null: all.</param>
/// <param name="Together">How many devices speak at once, at most.</param>
public sealed record RehearsalOptions(Uri Server, int Seed = 1, int? Sites = null, int Together = 24);

/// <summary>The rehearsal cannot go on; the message says why, in a sentence.</summary>
public sealed class RehearsalStoppedException(string why) : Exception(why);
