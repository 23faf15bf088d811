using Fieldcraft.Domain.Alongside;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Stories;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Alongside;

/// <summary>A visit, opened for guest or host.</summary>
/// <param name="Reflection">Only for the guest; null for the host and while nothing is written.</param>
public sealed record OpenVisit(
    VisitId Id,
    OfferId OfferId,
    OfferKind Kind,
    string What,
    bool IsHost,
    string Guest,
    string Host,
    string Wish,
    DateOnly? On,
    TimeOnly? Time,
    string TimeZone,
    int Minutes,
    VisitState State,
    OpenReflection? Reflection,
    int Version
)
{
    public string Other => IsHost ? Guest : Host;
}

/// <summary>What a guest wrote after a visit.</summary>
public sealed record OpenReflection(ReflectionId Id, string Saw, string WillTry, int Version);

/// <summary>Opens visits for guest and host: one query and one for the keys.</summary>
public sealed class VisitsReading(FieldcraftDb db, Vault vault, Words words, TimeProvider clock)
{
    public const int PageSize = 30;

    public DateOnly Today => words.Today(clock.GetUtcNow());

    /// <summary>Asked of the viewer and by the viewer, newest first.</summary>
    public async Task<IReadOnlyList<OpenVisit>> ListAsync(Viewer viewer, VisitId? after, int limit, CancellationToken cancellationToken)
    {
        var visits = db.AlongsideVisits.AsNoTracking().VisibleTo(viewer);
        if (after is { } last)
        {
            visits = visits.Where(v => v.Id.CompareTo(last) < 0);
        }

        return await OpenAsync(viewer, visits.OrderByDescending(v => v.Id).Take(limit), cancellationToken);
    }

    public async Task<OpenVisit?> FindAsync(Viewer viewer, VisitId id, CancellationToken cancellationToken) =>
        await OpenAsync(viewer, db.AlongsideVisits.AsNoTracking().VisibleTo(viewer).Where(v => v.Id == id), cancellationToken)
            is [var found, ..]
            ? found
            : null;

    private async Task<IReadOnlyList<OpenVisit>> OpenAsync(
        Viewer viewer,
        IQueryable<AlongsideVisit> visits,
        CancellationToken cancellationToken
    )
    {
        var me = viewer.PersonId;
        var mine = db.VisitReflections.AsNoTracking().VisibleTo(viewer);
        var rows = await visits
            .Select(v => new
            {
                Visit = v,
                Kind = db.LearningOffers.Where(o => o.Id == v.OfferId).Select(o => o.Kind).First(),
                What = db.LearningOffers.Where(o => o.Id == v.OfferId).Select(o => o.What).First(),
                Guest = db
                    .People.Where(p => p.Id == v.OwnerId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .First(),
                Host = db
                    .People.Where(p => p.Id == v.HostId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .First(),
                Reflection = mine.FirstOrDefault(r => r.VisitId == v.Id),
            })
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(
            viewer,
            rows.SelectMany(r => new[] { r.Visit.Wish, r.Reflection?.Saw, r.Reflection?.WillTry }),
            cancellationToken
        );
        return
        [
            .. rows.Select(r => new OpenVisit(
                r.Visit.Id,
                r.Visit.OfferId,
                r.Kind,
                r.What,
                r.Visit.HostId == me,
                r.Guest,
                r.Host,
                unlocked.OpenOrEmpty(r.Visit.Wish),
                r.Visit.On,
                r.Visit.Time,
                r.Visit.TimeZone,
                (int)r.Visit.Takes.TotalMinutes,
                r.Visit.State,
                r.Reflection is { } written
                    ? new OpenReflection(
                        written.Id,
                        unlocked.OpenOrEmpty(written.Saw),
                        unlocked.OpenOrEmpty(written.WillTry),
                        written.Version
                    )
                    : null,
                r.Visit.Version
            )),
        ];
    }
}
