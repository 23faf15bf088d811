using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Features.Embedding.Boards;

/// <summary>An idea of a site and what became of it, in sentences that name nobody.</summary>
public sealed record BoardIdea(string Idea, string Answer);

/// <summary>The place at which the room of ideas joins board and huddle. Without one, both stand without an idea.</summary>
public interface IBoardIdeas
{
    /// <summary>The newest answer to an idea of the site; null when there is none.</summary>
    Task<BoardIdea?> NewestAnswerAsync(UnitId site, CancellationToken cancellationToken);

    /// <summary>Where somebody of the site hands an idea in; null where nobody can.</summary>
    string? BringAddress(UnitId site);
}
