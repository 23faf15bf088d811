using Fieldcraft.Domain.Assignments.Guard;

namespace Fieldcraft.Tests.Assignments.Guard;

/// <summary>The worked cases of DOMAIN 3.2, word for word as the table prints them.</summary>
internal static class GuardCases
{
    public static GuardInput A { get; } = Case("1 0 1 0 0 1 1 1 0 1 0 1", "2 2 2 2 2 2 2 2 2 2 2 2", "0 0 0 0", "2 2 2 2 2 2");

    public static GuardInput B { get; } = Case("3 2 3 0 0 2 3 2 1 3 0 1", "1 2 1 2 0 2 2 2 1 1 0 1", "1 0 0 0", "3 3 3 2 2 3");

    public static GuardInput C { get; } = Case("4 3 4 4 2 3 4 4 3 4 0 1", "1 1 0 1 0 2 1 1 1 1 0 1", "2 3 2 1", "1 1 0 1 2 1");

    public static GuardInput C2 { get; } = C with { Obstacles = Numbers("2 0 0 1"), Support = Numbers("4 4 4 3 3 4") };

    public static GuardInput D { get; } = Case("4 2 4 3 0 2 4 3 1 3 0 1", "1 2 1 1 0 2 2 2 1 1 0 1", "1 0 0 0", "4 3 4 3 3 3");

    public static GuardInput D2 { get; } = D with { Support = Numbers("0 2 1 1 2 2") };

    public static GuardInput Named(string name) =>
        name switch
        {
            "A" => A,
            "B" => B,
            "C" => C,
            "C2" => C2,
            "D" => D,
            "D2" => D2,
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    /// <summary>Nothing new at all; tests raise what they are about.</summary>
    public static GuardInput Flat { get; } = Case("2 2 2 2 2 2 2 2 2 2 2 2", "2 2 2 2 2 2 2 2 2 2 2 2", "0 0 0 0", "0 0 0 0 0 0");

    /// <summary>Numbers parted by spaces; "-" is not known.</summary>
    public static int?[] Numbers(string line) => [.. line.Split(' ').Select(n => n == "-" ? (int?)null : n[0] - '0')];

    private static GuardInput Case(string demand, string readiness, string obstacles, string support) =>
        new()
        {
            Demand = Numbers(demand),
            Readiness = Numbers(readiness),
            Obstacles = Numbers(obstacles),
            Support = Numbers(support),
            Efficacy = 3,
        };
}
