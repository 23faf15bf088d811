using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>An open swap request as the scheduler sees it.</summary>
public sealed record OpenSwap(SwapRequestId Id, PersonId Person, TeachingSessionId From, TeachingSessionId? Wanted, DateTimeOffset AskedAt);

/// <summary>Swap requests at a site.</summary>
public sealed class SwapReading(FieldcraftDb db)
{
    public Task<List<OpenSwap>> OpenAsync(ModuleId module, UnitId site, CancellationToken cancellationToken) =>
        (
            from request in db.SwapRequests.AsNoTracking()
            join session in db.TeachingSessions on request.SessionId equals session.Id
            where request.ModuleId == module && session.SiteId == site && request.State == SwapState.Open
            orderby request.AskedAt, request.Id
            select new OpenSwap(request.Id, request.PersonId, request.SessionId, request.WantedId, request.AskedAt)
        ).ToListAsync(cancellationToken);
}
