using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Features.Conditions;

/// <summary>Every address of the conditions.</summary>
public static class ConditionsLinks
{
    public static string Of(UnitId unit) => $"/units/{unit.Value}/conditions";

    public static string At(UnitId unit, string topic) => $"{Of(unit)}#{topic}";

    public static string Write(UnitId unit, string topic) => $"{Of(unit)}/{topic}";

    public static string WriteRole(UnitId unit, string? jobTitle = null) =>
        jobTitle is null ? $"{Of(unit)}/roles" : $"{Of(unit)}/roles?title={Uri.EscapeDataString(jobTitle)}";

    public static string Editions(UnitId unit, string topic, string jobTitle = "") =>
        jobTitle.Length == 0 ? $"{Of(unit)}/{topic}/editions" : $"{Of(unit)}/{topic}/editions?title={Uri.EscapeDataString(jobTitle)}";
}
