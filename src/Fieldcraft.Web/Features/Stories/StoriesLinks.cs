using Fieldcraft.Domain.Stories;

namespace Fieldcraft.Web.Features.Stories;

/// <summary>Every address of the room of growth stories.</summary>
public static class StoriesLinks
{
    public const string Library = "/stories";
    public const string Map = "/stories/map";
    public const string Kit = "/stories/kit";
    public const string Session = "/stories/session";
    public const string Mine = "/stories/mine";
    public const string New = "/stories/mine/new";

    public static string Story(StoryId id) => $"/stories/{id.Value}";

    public static string Write(StoryId id) => $"/stories/mine/{id.Value}";

    public static string Decide(StoryId id) => $"/stories/mine/{id.Value}/use";

    public static string Of(string? archetype, string? dimension, string? search, StoryId? after = null)
    {
        var asked = new List<string>();
        Add("archetype", archetype);
        Add("dimension", dimension);
        Add("search", search);
        Add("after", after?.Value.ToString());
        return asked.Count == 0 ? Library : $"{Library}?{string.Join('&', asked)}";

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                asked.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }
}
