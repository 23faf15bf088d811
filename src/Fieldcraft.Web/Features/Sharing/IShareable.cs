using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Sharing;

/// <summary>What can be shared: always one item, as a copy made at that moment.</summary>
public enum SharedItemKind
{
    Assignment,
    ChallengeProfile,
    Plan,
    ManagerNeeds,
    Experiment,
    Review,
    JournalEntry,
}

/// <summary>A copy of an item as its reader will see it. It is sealed for the owner and the named readers.</summary>
public sealed record SharedCopy(string Title, IReadOnlyList<SharedSection> Sections);

public sealed record SharedSection(string Heading, string Text);

/// <summary>A room that can make a copy of one of its items for sharing.</summary>
public interface IShareable
{
    SharedItemKind Kind { get; }

    /// <summary>The page of the item itself, to go back to.</summary>
    string AddressOf(Guid item);

    /// <summary>The copy, opened for its owner; null when the viewer does not own such an item.</summary>
    Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken);
}
