using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;
using TimetableReadiness = Fieldcraft.Web.Features.Rollouts.Picture.LeaderReadiness;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>
/// What a timetable has to know of readiness, and no more: from which day each leader can teach, and who takes the first sessions until then. A leader
/// who is not named is ready when the window opens.
/// </summary>
public sealed class LeadersReadyFrom(FieldcraftDb db)
{
    public async Task<IReadOnlyDictionary<PersonId, TimetableReadiness>> OfAsync(ModuleId id, CancellationToken cancellationToken)
    {
        if (await db.Modules.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } module)
        {
            return new Dictionary<PersonId, TimetableReadiness>();
        }

        var known = await db
            .LeaderReadiness.AsNoTracking()
            .Where(r => r.ModuleId == id)
            .ToDictionaryAsync(r => r.OwnerId, cancellationToken);
        var groups = await (
            from seat in db.PreparationSeats.AsNoTracking()
            where seat.State == PreparationSeatState.Invited || seat.State == PreparationSeatState.Coming
            join planned in db.PreparationEvents on seat.EventId equals planned.Id
            where planned.ModuleId == id && planned.Kind == PreparationKind.Coaching && planned.State == PreparationState.Planned
            select new { seat.PersonId, planned.On }
        ).ToListAsync(cancellationToken);
        var coachingOn = groups.GroupBy(g => g.PersonId).ToDictionary(g => g.Key, g => (DateOnly?)g.Max(x => x.On));
        return known
            .Keys.Union(coachingOn.Keys)
            .ToDictionary(
                leader => leader,
                leader =>
                {
                    var from = ReadyFrom.Of(known.GetValueOrDefault(leader), coachingOn.GetValueOrDefault(leader), module);
                    return new TimetableReadiness(from.On, from.Deputy);
                }
            );
    }
}
