using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rollouts.Reading;

/// <summary>A site before and while it is planned: its arithmetic, and what stands in the timetable.</summary>
/// <param name="Seated">People with a seat in a session to come or held.</param>
public sealed record SiteState(
    UnitId Id,
    string Name,
    CapacityInputs Inputs,
    RolloutCapacity Capacity,
    int Planned,
    int Published,
    int Seated,
    bool MaySchedule
)
{
    public int Sessions => Planned + Published;
}

/// <summary>How far a module's timetable is, for other rooms.</summary>
public sealed record TimetableState(int Planned, int Published, int Held, ProposalId? UnderWay)
{
    public bool IsBegun => Planned + Published > 0;
}

/// <summary>A proposal in a list.</summary>
public sealed record ProposalLine(
    ProposalId Id,
    UnitId? SiteId,
    string? Site,
    ProposalState State,
    DateTimeOffset AskedAt,
    int Covered,
    int Uncovered,
    int Sessions
);

/// <summary>What programme leads and schedulers look at.</summary>
public sealed class RolloutReading(FieldcraftDb db, RolloutPictures pictures, RolloutDesk desk)
{
    /// <summary>Every site with its arithmetic, by name.</summary>
    public async Task<IReadOnlyList<SiteState>> SitesAsync(Viewer viewer, RolloutModule module, CancellationToken cancellationToken)
    {
        if (await pictures.LoadAsync(module, null, cancellationToken) is not { } picture)
        {
            return [];
        }

        var learners = picture.Learners.ToLookup(p => picture.SiteOf(p.Id)!.Id);
        var teachers = picture.Teachers.ToLookup(p => picture.SiteOf(p.Id)!.Id);
        var sessions = picture.Sessions.ToLookup(s => s.SiteId);
        var seated = picture
            .Sessions.SelectMany(s => s.Seats)
            .Where(s => s.Attended != false)
            .Select(s => s.PersonId)
            .Distinct()
            .ToLookup(p => picture.SiteOf(p)?.Id);
        return
        [
            .. picture.Sites.Select(site =>
            {
                var inputs = Inputs(picture, site, [.. learners[site.Id]], teachers[site.Id].Count());
                return new SiteState(
                    site.Id,
                    site.Site.Name,
                    inputs,
                    RolloutCapacity.Of(inputs),
                    sessions[site.Id].Count(s => s.State == SessionState.Planned),
                    sessions[site.Id].Count(s => s.State == SessionState.Published),
                    seated[site.Id].Count(),
                    viewer.MaySchedule(site.Site.Path)
                );
            }),
        ];
    }

    public async Task<TimetableState> OfModuleAsync(ModuleId module, CancellationToken cancellationToken)
    {
        var counts = await db
            .TeachingSessions.Where(s => s.ModuleId == module && s.State != SessionState.Cancelled)
            .GroupBy(s => new { s.State, IsHeld = s.HeldAt != null })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var underWay = await db
            .RolloutProposals.Where(p => p.ModuleId == module && (p.State == ProposalState.Waiting || p.State == ProposalState.Running))
            .OrderBy(p => p.AskedAt)
            .Select(p => (ProposalId?)p.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return new TimetableState(
            counts.Where(c => c.Key.State == SessionState.Planned).Sum(c => c.Count),
            counts.Where(c => c.Key.State == SessionState.Published).Sum(c => c.Count),
            counts.Where(c => c.Key.IsHeld).Sum(c => c.Count),
            underWay
        );
    }

    /// <summary>The last proposals that the viewer may see, newest first.</summary>
    public Task<List<ProposalLine>> ProposalsAsync(
        Viewer viewer,
        ModuleId module,
        UnitId? site,
        ProposalId? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        var proposals = desk.VisibleTo(viewer).AsNoTracking().Where(p => p.ModuleId == module);
        proposals = site is null ? proposals : proposals.Where(p => p.SiteId == site);
        if (after is { } last)
        {
            proposals = proposals.Where(p => p.Id.CompareTo(last) < 0);
        }

        return proposals
            .OrderByDescending(p => p.Id)
            .Take(take)
            .Select(p => new ProposalLine(
                p.Id,
                p.SiteId,
                db.Units.Where(u => u.Id == p.SiteId).Select(u => u.Name).FirstOrDefault(),
                p.State,
                p.AskedAt,
                p.Covered,
                p.Uncovered,
                p.Sessions
            ))
            .ToListAsync(cancellationToken);
    }

    public Task<RolloutProposal?> ProposalAsync(Viewer viewer, ProposalId id, CancellationToken cancellationToken) =>
        desk.VisibleTo(viewer).AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellationToken);

    internal static CapacityInputs Inputs(RolloutPicture picture, SiteOnGround site, IReadOnlyList<RosterPerson> learners, int leaders)
    {
        const int OneWeek = 7;
        var (module, settings) = (picture.Module, picture.Module.Settings);
        return new CapacityInputs(
            learners.Count,
            leaders,
            module.Weeks,
            FloorCount.Typical(learners.SelectMany(picture.Shifts), module.WindowStart, OneWeek),
            site.ReleaseShare(settings),
            site.FloorMinimum(settings),
            site.LargestRoom(settings),
            settings.CatchUpShare,
            site.MaxPerWeek(settings),
            settings.MaxSize
        );
    }
}
