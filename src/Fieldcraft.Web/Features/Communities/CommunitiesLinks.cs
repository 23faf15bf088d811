using Fieldcraft.Domain.Communities;

namespace Fieldcraft.Web.Features.Communities;

/// <summary>Every address of the communities.</summary>
public static class CommunitiesLinks
{
    public const string List = "/communities";
    public const string Found = "/communities/new";

    public static string One(CommunityId id) => $"/communities/{id.Value}";

    public static string Keep(CommunityId id) => $"{One(id)}/keep";

    public static string Meet(CommunityId id) => $"{One(id)}/meetings/new";

    public static string Finding(CommunityId id, FindingId finding) => $"{One(id)}/memory/{finding.Value}";

    public static string After(CommunityId id, string? search) =>
        search is null ? $"{List}?after={id.Value}" : $"{List}?search={Uri.EscapeDataString(search)}&after={id.Value}";

    public static string OlderFindings(CommunityId id, FindingId after) => $"{One(id)}?after={after.Value}";
}
