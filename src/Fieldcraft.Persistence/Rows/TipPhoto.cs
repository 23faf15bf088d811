using Fieldcraft.Domain.Embedding;

namespace Fieldcraft.Persistence.Rows;

/// <summary>The bytes of a tip's photo, without what the camera wrote into it, apart from its row so that no list ever loads them.</summary>
public sealed class TipPhoto
{
    public required TipId Id { get; init; }
    public required byte[] Bytes { get; init; }
}
