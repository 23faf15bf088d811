using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Workshops;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>
/// What people of a workshop did since their day, one count for each of them, from the room of opportunities. Null: that room counts nothing yet, and
/// the results leave the table out.
/// </summary>
public sealed class BehaviourReading
{
    /// <param name="people">Everybody who attended; those with nothing count as nothing, not as missing.</param>
    /// <param name="from">The day of the workshop.</param>
    /// <param name="through">Today.</param>
    public Task<IReadOnlyList<BehaviourCounts>?> OfAsync(
        IReadOnlyCollection<PersonId> people,
        DateOnly from,
        DateOnly through,
        CancellationToken cancellationToken
    )
    {
        _ = (people, from, through);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<BehaviourCounts>?>(null);
    }
}
