using Fieldcraft.Domain.Assignments.Guard;

namespace Fieldcraft.Domain.Frameworks;

/// <summary>One edition of the framework, ready to be asked: which capabilities there are, and what builds them.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<string, Capability> _byId;

    public Catalogue(FrameworkEditionId id, int number, FrameworkContent content)
    {
        Id = id;
        Number = number;
        Content = content;
        _byId = content.Capabilities.ToDictionary(c => c.Id, StringComparer.Ordinal);
        Shown = [.. content.Capabilities.Where(c => !c.IsHidden)];
    }

    public FrameworkEditionId Id { get; }

    public int Number { get; }

    public FrameworkContent Content { get; }

    /// <summary>The capabilities that are offered, in the order of the edition.</summary>
    public IReadOnlyList<Capability> Shown { get; }

    /// <summary>The capability, hidden or not; null when this edition has none of that id.</summary>
    public Capability? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>How much a challenge builds a capability: 3 high, 2 medium, 1 low, 0 nothing (DOMAIN 1.4).</summary>
    public int Weight(ChallengeDimension dimension, string capability) =>
        Content.Matrix.TryGetValue(dimension.Id, out var row) ? row.GetValueOrDefault(capability) : 0;
}
