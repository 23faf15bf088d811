namespace Fieldcraft.Domain.Strategy;

/// <summary>What learning is for (DOMAIN 8.5).</summary>
public enum LearningMode
{
    /// <summary>Improve, make alike, make simple, lower risk and error.</summary>
    Productive,

    /// <summary>New thinking, new possibilities.</summary>
    Generative,
}

/// <summary>Effort for one mode, from one place.</summary>
/// <param name="From">Where it comes from, for example <c>sessions</c> or <c>hand</c>.</param>
/// <param name="People">Where people are counted and hours are reckoned for each: how many, each once a quarter; null elsewhere.</param>
public sealed record Effort(LearningMode Mode, string From, decimal Hours, decimal Money, int? People = null);

/// <summary>Intended against real effort.</summary>
/// <param name="Intended">The intended share of generative learning, 0–1; null while nobody said.</param>
public sealed record LearningBalance(double? Intended, IReadOnlyList<Effort> Efforts)
{
    /// <summary>Below this part of what was intended there is a warning (DOMAIN 8.5).</summary>
    public const double WarnBelow = 0.5;

    public decimal Hours(LearningMode mode) => Efforts.Where(e => e.Mode == mode).Sum(e => e.Hours);

    public decimal Money(LearningMode mode) => Efforts.Where(e => e.Mode == mode).Sum(e => e.Money);

    /// <summary>The generative share of all hours, 0–1; null without any.</summary>
    public double? ShareOfHours => Share(Hours(LearningMode.Generative), Hours(LearningMode.Productive));

    /// <summary>The generative share of all money, 0–1; null without any.</summary>
    public double? ShareOfMoney => Share(Money(LearningMode.Generative), Money(LearningMode.Productive));

    /// <summary>Generative learning gets less than half of what was intended, in hours or in money.</summary>
    public bool IsTooLittleGenerative =>
        Intended is { } intended && (ShareOfHours < WarnBelow * intended || ShareOfMoney < WarnBelow * intended);

    private static double? Share(decimal generative, decimal productive) =>
        generative + productive == 0 ? null : (double)(generative / (generative + productive));
}
