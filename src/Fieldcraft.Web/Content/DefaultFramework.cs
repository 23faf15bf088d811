using Fieldcraft.Domain.Frameworks;

namespace Fieldcraft.Web.Content;

/// <summary>The catalogue that comes with the product: eighteen capabilities, and the matrix of what builds them (DOMAIN 1.4, 2.1). Its texts are words.</summary>
public static class DefaultFramework
{
    /// <summary>Read once; a broken file stops the start.</summary>
    public static Catalogue Read()
    {
        var capabilities = ContentFiles.Read<Row>("capabilities.json");
        return new Catalogue(
            FrameworkEditionId.Default,
            FrameworkEdition.DefaultNumber,
            new FrameworkContent
            {
                Capabilities = [.. capabilities.Select(c => new Capability { Id = c.Id, BestSeenBy = c.BestSeenBy })],
                Matrix = ContentFiles.ReadMatrix("matrix.json"),
            }
        );
    }

    private sealed record Row(string Id, IReadOnlyList<RaterGroup> BestSeenBy);
}
