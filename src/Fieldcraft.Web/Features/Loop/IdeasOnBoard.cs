using Fieldcraft.Domain.People;
using Fieldcraft.Web.Features.Embedding.Boards;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>The newest answered idea of a site, for its board and its huddle: the idea and what became of it, and nobody's name.</summary>
public sealed class IdeasOnBoard(LoopReading reading, Words words) : IBoardIdeas
{
    private const int LooksAt = 5;

    public async Task<BoardIdea?> NewestAnswerAsync(UnitId site, CancellationToken cancellationToken)
    {
        var lines = await reading.ForBoardAsync(site, LooksAt, cancellationToken);
        return lines
            .Where(l => l.Answer is not null)
            .Select(l => new BoardIdea(l.Text, $"{words.Said(l.Answer!)}. {l.Answer!.Words}".TrimEnd()))
            .FirstOrDefault();
    }

    public string? BringAddress(UnitId site) => LoopLinks.Submit;
}
