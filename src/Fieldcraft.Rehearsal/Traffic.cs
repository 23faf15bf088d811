using System.Collections.Concurrent;

namespace Fieldcraft.Rehearsal;

/// <summary>What was asked of the server, how long it took, and what it should not have answered.</summary>
internal sealed class Traffic
{
    private const int NamedAtMost = 50;
    private readonly ConcurrentBag<(string What, double Milliseconds)> _answers = [];
    private readonly ConcurrentQueue<string> _errors = new();
    private int _errorCount;

    public IEnumerable<string> Errors => _errors.Take(NamedAtMost);
    public int ErrorCount => _errorCount;
    public int Count => _answers.Count;

    public void Answered(string what, double milliseconds) => _answers.Add((what, milliseconds));

    /// <summary>An answer that nobody expected, or none.</summary>
    public void Failed(string error)
    {
        Interlocked.Increment(ref _errorCount);
        _errors.Enqueue(error);
    }

    /// <summary>Milliseconds that so many of a hundred answers did not exceed.</summary>
    public double Percentile(double hundred) => Of([.. _answers.Select(a => a.Milliseconds).Order()], hundred);

    /// <summary>The kinds of requests, the slowest first.</summary>
    public IReadOnlyList<RequestKind> Kinds() =>
        [
            .. _answers
                .GroupBy(a => a.What, StringComparer.Ordinal)
                .Select(g =>
                {
                    var sorted = g.Select(a => a.Milliseconds).Order().ToList();
                    return new RequestKind(g.Key, sorted.Count, Of(sorted, 50), Of(sorted, 99), sorted[^1]);
                })
                .OrderByDescending(k => k.P99),
        ];

    private static double Of(List<double> sorted, double hundred) =>
        sorted.Count == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(sorted.Count * hundred / 100) - 1, 0, sorted.Count - 1)];
}

/// <summary>One kind of request, with its times in milliseconds.</summary>
public sealed record RequestKind(string What, int Count, double P50, double P99, double Slowest);
