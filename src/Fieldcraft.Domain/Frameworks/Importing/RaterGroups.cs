namespace Fieldcraft.Domain.Frameworks.Importing;

/// <summary>Groups of people as files of other systems call them.</summary>
public static class RaterGroups
{
    private static readonly Dictionary<string, RaterGroup> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["boss"] = RaterGroup.Boss,
        ["bosses"] = RaterGroup.Boss,
        ["manager"] = RaterGroup.Boss,
        ["managers"] = RaterGroup.Boss,
        ["supervisor"] = RaterGroup.Boss,
        ["supervisors"] = RaterGroup.Boss,
        ["peer"] = RaterGroup.Peers,
        ["peers"] = RaterGroup.Peers,
        ["colleagues"] = RaterGroup.Peers,
        ["report"] = RaterGroup.Reports,
        ["reports"] = RaterGroup.Reports,
        ["direct reports"] = RaterGroup.Reports,
        ["team"] = RaterGroup.Reports,
        ["customer"] = RaterGroup.Customers,
        ["customers"] = RaterGroup.Customers,
        ["internal customers"] = RaterGroup.Customers,
        ["clients"] = RaterGroup.Customers,
    };

    /// <summary>The groups, in the order of the enumeration, and the first word that is none of them.</summary>
    public static (IReadOnlyList<RaterGroup> Groups, string? Unknown) Read(string text)
    {
        var words = text.Split([',', ';', '\n', '+', '/', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words is [var only] && string.Equals(only, "all", StringComparison.OrdinalIgnoreCase))
        {
            return (Enum.GetValues<RaterGroup>(), null);
        }

        return (
            [.. words.Where(Known.ContainsKey).Select(w => Known[w]).Distinct().Order()],
            Array.Find(words, w => !Known.ContainsKey(w))
        );
    }

    public static string Write(IEnumerable<RaterGroup> groups) => string.Join(", ", groups.Order().Select(Word));

    /// <summary>The word of a file for a group; no language of a reader.</summary>
    public static string Word(RaterGroup group) =>
        group switch
        {
            RaterGroup.Boss => "boss",
            RaterGroup.Peers => "peers",
            RaterGroup.Reports => "reports",
            _ => "customers",
        };
}
