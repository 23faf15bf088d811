using Fieldcraft.Domain.Sharing;

namespace Fieldcraft.Web.Features.Sharing;

/// <summary>Every address of the sharing room.</summary>
public static class SharingLinks
{
    /// <summary>What I share now.</summary>
    public const string List = "/shares";

    /// <summary>What others share with me.</summary>
    public const string WithMe = "/shared-with-me";

    public static string New(SharedItemKind kind, Guid item) => $"/shares/new?kind={kind.ToString().ToLowerInvariant()}&item={item}";

    public static string Share(ShareId id) => $"/shares/{id.Value}";

    public static string After(ShareId id) => $"/shares?after={id.Value}";

    public static string Copy(ShareId id) => $"/shared-with-me/{id.Value}";
}
