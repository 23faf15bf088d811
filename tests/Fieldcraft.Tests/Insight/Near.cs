namespace Fieldcraft.Tests.Insight;

/// <summary>Compares with a printed number: equal once rounded to the digits it is printed with.</summary>
internal static class Near
{
    public static void ShouldPrintAs(this double? value, double printed, int digits) =>
        value.ShouldNotBeNull().ShouldPrintAs(printed, digits);

    public static void ShouldPrintAs(this double value, double printed, int digits) =>
        // Half a unit of the last digit, and a hair for the binary fractions.
        value.ShouldBe(printed, (0.5 * Math.Pow(10, -digits)) + 1e-9);
}
