using Fieldcraft.Web.Html;

namespace Fieldcraft.Web.Features.SetUp;

/// <summary>The time zones that can be chosen, by their IANA names.</summary>
internal static class TimeZones
{
    public const string Utc = "UTC";

    private static readonly Lazy<IReadOnlyList<string>> Known = new(() =>
        [
            .. TimeZoneInfo
                .GetSystemTimeZones()
                .Select(z => z.Id)
                .Where(IsPlace)
                .Append(Utc)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ]
    );

    public static IEnumerable<Choice> All => Known.Value.Select(z => new Choice(z, z.Replace('_', ' ')));

    public static bool Exists(string? zone) => zone is not null && Known.Value.Contains(zone, StringComparer.Ordinal);

    public static string OfThisMachine() =>
        TimeZoneInfo.Local.HasIanaId && Exists(TimeZoneInfo.Local.Id) ? TimeZoneInfo.Local.Id
        : TimeZoneInfo.TryConvertWindowsIdToIanaId(TimeZoneInfo.Local.Id, out var iana) && Exists(iana) ? iana
        : Utc;

    private static bool IsPlace(string id) =>
        id.Contains('/', StringComparison.Ordinal)
        && !id.StartsWith("Etc/", StringComparison.Ordinal)
        && !id.StartsWith("posix/", StringComparison.Ordinal)
        && !id.StartsWith("right/", StringComparison.Ordinal);
}
