using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Domain.Sharing;

namespace Fieldcraft.Web.Features.SharedIdeas;

/// <summary>Every address of ideas and of copies for partners outside.</summary>
public static class IdeasLinks
{
    public const string List = "/shared-ideas";
    public const string Thanks = "/i/thanks";

    public static string One(IdeaId id) => $"/shared-ideas/{id.Value}";

    public static string AddTo(ShareId share) => $"/shared-ideas/add/{share.Value}";

    public static string NewLink(SharedItemKind kind, Guid item) => $"/shared-ideas/links/new?kind={kind}&item={item}";

    public static string Link(OutsideCopyId id) => $"/shared-ideas/links/{id.Value}";

    public static string Open(string secret) => $"/i/{secret}";
}
