namespace Fieldcraft.Web.Security;

/// <summary>What a person recognises a device by in the list of sessions: "Firefox on Android". Nothing finer is kept.</summary>
internal static class DeviceName
{
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>Browser and system, as far as the header names them; empty when it names neither.</summary>
    public static string Of(string userAgent) =>
        string.Join(" · ", new[] { NameIn(userAgent, Browsers), NameIn(userAgent, Systems) }.OfType<string>());

    private static string? NameIn(string userAgent, (string Sign, string Name)[] known) =>
        known.FirstOrDefault(k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
