using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>Somebody named for a month, as those who choose see it: the reasons, and neither who gave them nor an order.</summary>
public sealed record NomineeLine(
    NominationId Id,
    string Name,
    string JobTitle,
    IReadOnlyList<string> Reasons,
    bool IsOnlyByManager,
    bool IsMe
);

/// <summary>What the site chose for a month.</summary>
/// <param name="Name">Null until the person agrees to be named.</param>
public sealed record ChosenLine(NominationId Id, DateOnly Month, NominationState State, string? Name, string? Citation);

/// <summary>An award as the person it is for sees it, and once they agree everybody who reads the site.</summary>
public sealed record OpenAward(
    NominationId Id,
    UnitId Site,
    string SiteName,
    DateOnly Month,
    NominationState State,
    string Name,
    string? Citation,
    bool IsMine
);

/// <summary>Reads nominations and awards.</summary>
public sealed class AwardsReading(FieldcraftDb db, KeptSites sites, Viewer viewer)
{
    private const int NomineesAtMost = 60;
    private const int MonthsShown = 12;

    /// <summary>Those named for a month and not chosen yet, by name.</summary>
    public async Task<IReadOnlyList<NomineeLine>> NomineesAsync(UnitId site, DateOnly month, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var rows = await (
            from nomination in db.Nominations.AsNoTracking()
            where nomination.SiteId == site && nomination.Month == month && nomination.State == NominationState.Open
            join person in db.People on nomination.PersonId equals person.Id
            orderby person.NameKey, person.Id
            select new
            {
                nomination.Id,
                Name = NamedPerson.NameOf(person.FirstName, person.LastName, person.PreferredName),
                person.JobTitle,
                Reasons = nomination.Reasons.OrderBy(r => r.OwnerId).Select(r => new { r.Text, r.IsManager }).ToList(),
                IsMe = person.Id == me,
            }
        )
            .AsSingleQuery()
            .Take(NomineesAtMost)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new NomineeLine(
                r.Id,
                r.Name,
                r.JobTitle,
                [.. r.Reasons.Select(x => x.Text)],
                r.Reasons.TrueForAll(x => x.IsManager),
                r.IsMe
            )),
        ];
    }

    /// <summary>What the site chose in the last months, the newest first.</summary>
    public async Task<IReadOnlyList<ChosenLine>> ChosenAsync(UnitId site, CancellationToken cancellationToken) =>
        await (
            from nomination in db.Nominations.AsNoTracking()
            where nomination.SiteId == site && nomination.ChosenMonth != null
            join person in db.People on nomination.PersonId equals person.Id
            orderby nomination.Month descending
            select new ChosenLine(
                nomination.Id,
                nomination.Month,
                nomination.State,
                nomination.State == NominationState.Accepted
                    ? NamedPerson.NameOf(person.FirstName, person.LastName, person.PreferredName)
                    : null,
                nomination.State == NominationState.Accepted ? nomination.Citation : null
            )
        )
            .Take(MonthsShown)
            .ToListAsync(cancellationToken);

    /// <summary>An award of the viewer's own, or one that its person agreed to at a site that the viewer reads.</summary>
    public async Task<OpenAward?> FindAsync(NominationId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var award = await (
            from nomination in db.Nominations.AsNoTracking()
            where nomination.Id == id && nomination.State != NominationState.Open
            join person in db.People on nomination.PersonId equals person.Id
            join unit in db.Units on nomination.SiteId equals unit.Id
            select new OpenAward(
                nomination.Id,
                unit.Id,
                unit.Name,
                nomination.Month,
                nomination.State,
                NamedPerson.NameOf(person.FirstName, person.LastName, person.PreferredName),
                nomination.Citation,
                person.Id == me
            )
        ).FirstOrDefaultAsync(cancellationToken);
        return award switch
        {
            { IsMine: true } => award,
            { State: NominationState.Accepted } when await sites.FindAsync(award.Site, cancellationToken) is not null => award,
            _ => null,
        };
    }
}
