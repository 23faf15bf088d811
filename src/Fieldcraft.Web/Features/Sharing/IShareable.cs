using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Sharing;

/// <summary>A copy of an item as its reader will see it. It is sealed for the owner and the named readers.</summary>
public sealed record SharedCopy(string Title, IReadOnlyList<SharedSection> Sections);

public sealed record SharedSection(string Heading, string Text);

/// <summary>A room that can make a copy of one of its items for sharing. Rooms register theirs; the sharing room finds it by its kind.</summary>
public interface IShareable
{
    SharedItemKind Kind { get; }

    /// <summary>The page of the item itself, to go back to.</summary>
    string AddressOf(Guid item);

    /// <summary>The copy, opened for its owner; null when the viewer does not own such an item.</summary>
    Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken);
}
