using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.OnTheFloor;

/// <summary>Who came to another session than their own leaves a seat to somebody else, whichever way that came to be known.</summary>
public sealed class FreedSeats(FieldcraftDb db)
{
    /// <summary>Frees the seats that these people have in other sessions of the same part that are still to be held; saved with the next save.</summary>
    public async Task FreeAsync(
        TeachingSession session,
        IReadOnlyCollection<PersonId> here,
        PersonId by,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (id, module, part) = (session.Id, session.ModuleId, session.Part);
        var elsewhere = await db
            .TeachingSessions.Where(s =>
                s.ModuleId == module && s.Id != id && s.Part == part && s.HeldAt == null && s.State != SessionState.Cancelled
            )
            .Where(s => s.Seats.Any(x => here.Contains(x.PersonId) && x.Attended == null))
            .Include(s => s.Seats)
            .ToListAsync(cancellationToken);
        foreach (var other in elsewhere)
        {
            foreach (var seat in other.Seats.Where(x => x.Attended is null && here.Contains(x.PersonId)).ToList())
            {
                other.Unseat(seat.PersonId, by, now);
            }
        }
    }
}
