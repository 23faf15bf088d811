using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Persistence.Rows;

/// <summary>The bytes of a medium, apart from its row so that no list ever loads them. In the database: one backup, the same on every node.</summary>
public sealed class MediaFile
{
    public required ModuleMediaId Id { get; init; }
    public required byte[] Bytes { get; set; }
}
