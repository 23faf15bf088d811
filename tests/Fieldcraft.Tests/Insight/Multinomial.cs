namespace Fieldcraft.Tests.Insight;

/// <summary>Exact probabilities of every way a number of answers can fall, so that coverage is counted and not sampled.</summary>
internal static class Multinomial
{
    public static double Probability(double[] shares, int[] counts)
    {
        var log = LogFactorial(counts.Sum());
        for (var kind = 0; kind < counts.Length; kind++)
            log += (counts[kind] * Math.Log(shares[kind])) - LogFactorial(counts[kind]);
        return Math.Exp(log);
    }

    private static double LogFactorial(int number)
    {
        double sum = 0;
        for (var factor = 2; factor <= number; factor++)
            sum += Math.Log(factor);
        return sum;
    }
}
