using System.Text.Json;
using System.Text.Json.Serialization;
using Fieldcraft.Domain.Frameworks;

namespace Fieldcraft.Domain.Checks;

/// <summary>
/// What a closed round leaves behind: figures of groups that are large enough, and comments without an author. Nothing in it leads back to one
/// answer, and nothing else is kept (ARCHITECTURE 4.6, 4.7).
/// </summary>
public sealed record CheckReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>How many answered in all. Null when that is withheld too.</summary>
    public int? Answered { get; init; }

    /// <summary>Capability id → what others said of it.</summary>
    public IReadOnlyDictionary<string, CapabilityViews> Capabilities { get; init; } =
        new Dictionary<string, CapabilityViews>(StringComparer.Ordinal);

    /// <summary>Shuffled, unsigned, and only when there are enough of them.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>Comments were written, but too few to show without giving away who wrote them.</summary>
    public bool CommentsWithheld { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static CheckReport FromJson(string json) => JsonSerializer.Deserialize<CheckReport>(json, Json)!;
}

/// <summary>What others said of one capability.</summary>
/// <param name="All">Everybody together; null when there are too few to show.</param>
/// <param name="Groups">The groups that stand alone, then those that were merged; together they are <paramref name="All"/>.</param>
/// <param name="ButBosses">Everybody but the bosses; null when there are too few to show. Only this one may have a spread.</param>
public sealed record CapabilityViews(GroupView? All, IReadOnlyList<GroupView> Groups, GroupView? ButBosses = null);

/// <summary>One figure: a group, or several merged.</summary>
/// <param name="Of">Whose answers are in it.</param>
/// <param name="Raters">n, those who had observed it.</param>
/// <param name="Mean">1–7; of a band its middle, whatever was said.</param>
/// <param name="Rwg">
/// Agreement 0–1; null for a single voice and for a band. Exact only for the whole of a larger round; elsewhere it only says on which side of "people
/// experience this differently" it lies, because mean and agreement of a handful together give every single answer away.
/// </param>
/// <param name="Spread">How many gave 1 to 7, seven counts; null where the group is too small to show them.</param>
/// <param name="IsBand">Everybody said the same low thing: only "mostly around" may be shown, not a figure (DOMAIN 9.4).</param>
public sealed record GroupView(
    IReadOnlyList<RaterGroup> Of,
    int Raters,
    double Mean,
    double? Rwg,
    IReadOnlyList<int>? Spread = null,
    bool IsBand = false
);
