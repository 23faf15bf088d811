using Fieldcraft.Domain.People;
using Fieldcraft.Web.Features.Embedding.Boards;
using Fieldcraft.Web.Language;
using Microsoft.Extensions.Caching.Memory;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>
/// The newest answered idea of a site, for its board and its huddle: the idea and what became of it, and nobody's name. Boards look every minute, so it is read
/// once a minute.
/// </summary>
public sealed class IdeasOnBoard(LoopReading reading, Words words, IMemoryCache cache) : IBoardIdeas
{
    private const int LooksAt = 5;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    public Task<BoardIdea?> NewestAnswerAsync(UnitId site, CancellationToken cancellationToken) =>
        cache.GetOrCreateAsync(
            ("board-idea", site, words.Language),
            entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = KeptFor;
                return ReadAsync(site, cancellationToken);
            }
        );

    public string? BringAddress(UnitId site) => LoopLinks.Submit;

    private async Task<BoardIdea?> ReadAsync(UnitId site, CancellationToken cancellationToken)
    {
        var lines = await reading.ForBoardAsync(site, LooksAt, cancellationToken);
        return lines
            .Where(l => l.Answer is not null)
            .Select(l => new BoardIdea(l.Text, $"{words.Said(l.Answer!)}. {l.Answer!.Words}".TrimEnd()))
            .FirstOrDefault();
    }
}
