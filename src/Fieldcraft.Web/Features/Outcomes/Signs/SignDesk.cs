using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Readiness;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Outcomes.Signs;

/// <summary>Notes signs that were seen. Null: not there, or not the viewer's site.</summary>
public sealed class SignDesk(FieldcraftDb db, LeadersReading leaders, Viewer viewer, Words words, TimeProvider clock)
{
    /// <summary>
    /// Notes how many teams were looked at and in how many each sign was seen; the viewer's own counts for that site and week are replaced. Who does
    /// not lead the site notes the own team. Refused: as <see cref="SignSighting.Note"/>, and <c>signs-own-team</c>.
    /// </summary>
    /// <param name="siteId">Null: where the viewer works.</param>
    public async Task<Outcome?> NoteAsync(ModuleId id, UnitId? siteId, DateOnly day, SignCounts counts, CancellationToken cancellationToken)
    {
        if (await leaders.ModuleAsync(viewer, id, cancellationToken) is not { } module)
        {
            return null;
        }

        var sites = await leaders.SitesAsync(module, cancellationToken);
        var own = SignReading.OwnSite(viewer, module, sites);
        var site = siteId is { } wanted ? sites.FirstOrDefault(s => s.Id == wanted) : own;
        if (site is null || (site != own && !viewer.LeadsSite(site.Path)))
        {
            return null;
        }

        if (counts.Teams > 1 && !viewer.LeadsSite(site.Path))
        {
            return new Refusal("signs-own-team");
        }

        var (now, week, me) = (clock.GetUtcNow(), FigureWeek.Of(day), (PersonId?)viewer.PersonId);
        var standing = await db.SignSightings.FirstOrDefaultAsync(
            s => s.ModuleId == id && s.SiteId == site.Id && s.Week == week && s.NotedById == me,
            cancellationToken
        );
        if (standing is not null)
        {
            standing.NoteAnew(counts, viewer.PersonId, now);
        }
        else
        {
            var today = words.Today(now);
            var noted = SignSighting.Note(Id.New<SignSightingId>(now), module.Module, site.Id, week, counts, viewer.PersonId, today, now);
            if (noted.Value is not { } sighting)
            {
                return noted.Refusal!;
            }

            db.Add(sighting);
        }

        // Two taps at one moment meet at the unique index or the version.
        if (await db.TryAddAsync(cancellationToken))
        {
            return Outcome.Done;
        }

        return new Refusal("outcome-said-meanwhile");
    }
}
