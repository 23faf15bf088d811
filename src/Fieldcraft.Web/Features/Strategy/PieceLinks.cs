namespace Fieldcraft.Web.Features.Strategy;

/// <summary>The ways on from a piece: reading it with its stances, and changing it.</summary>
public sealed record PieceLinks(StrategyPiece Piece, bool MayWrite);
