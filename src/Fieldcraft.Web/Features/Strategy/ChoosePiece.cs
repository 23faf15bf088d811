namespace Fieldcraft.Web.Features.Strategy;

/// <summary>A drop-down of pieces, with none as the first choice.</summary>
/// <param name="Words">The label is <c>WORDS.label</c>.</param>
public sealed record ChoosePiece(string Name, string Words, IEnumerable<StrategyPiece> Pieces, Guid? Chosen);
