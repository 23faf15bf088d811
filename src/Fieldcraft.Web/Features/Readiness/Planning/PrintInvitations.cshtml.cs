using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Readiness.Planning;

/// <summary>A seat as it is printed: that somebody is awaited, and not what they answered.</summary>
public sealed record AwaitedSeat(DateOnly On, TimeOnly At, string Where);

public sealed record AwaitedLeader(string Site, string Name, AwaitedSeat? Preview, AwaitedSeat? Coaching);

/// <summary>Who is awaited when and where, by site, for the board: people without e-mail hear of it there.</summary>
public sealed class PrintInvitationsModel(FieldcraftDb db, LeadersReading leaders, Viewer viewer, Words words) : PageModel
{
    public PreparedModule Module { get; private set; } = null!;

    public IReadOnlyList<IGrouping<string, AwaitedLeader>> Sites { get; private set; } = [];

    public string Say(AwaitedSeat? seat) =>
        seat is null ? "" : words["ready.invitations.seat", words.Day(seat.On), seat.At.ToString("HH:mm", words.Culture), seat.Where];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.MakesTimetables() || await leaders.ModuleAsync(viewer, ModuleId.From(id), cancellationToken) is not { } module)
        {
            return NotFound();
        }

        Module = module;
        var sites = (await leaders.SitesAsync(module, cancellationToken)).Where(s => viewer.MaySchedule(s.Path)).ToList();
        var people = await leaders.LeadersAsync(module.UnitPath, sites, cancellationToken);
        var seats = await AwaitedAsync(module.Id, cancellationToken);
        Sites =
        [
            .. people
                .Select(p => new AwaitedLeader(
                    p.Site.Name,
                    p.Name,
                    seats.GetValueOrDefault((p.Id, PreparationKind.Preview)),
                    seats.GetValueOrDefault((p.Id, PreparationKind.Coaching))
                ))
                .Where(p => p.Preview is not null || p.Coaching is not null)
                .GroupBy(p => p.Site, StringComparer.Ordinal),
        ];
        return Page();
    }

    private async Task<Dictionary<(Domain.People.PersonId, PreparationKind), AwaitedSeat>> AwaitedAsync(
        ModuleId module,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from seat in db.PreparationSeats.AsNoTracking()
            where seat.State == PreparationSeatState.Invited || seat.State == PreparationSeatState.Coming
            join planned in db.PreparationEvents on seat.EventId equals planned.Id
            where planned.ModuleId == module && planned.State == PreparationState.Planned
            select new
            {
                seat.PersonId,
                planned.Kind,
                planned.On,
                planned.Time,
                planned.Place,
                Site = db.Units.Where(u => u.Id == planned.SiteId).Select(u => u.Name).FirstOrDefault(),
            }
        ).ToListAsync(cancellationToken);
        return rows.GroupBy(r => (r.PersonId, r.Kind))
            .ToDictionary(
                g => g.Key,
                g =>
                    g.OrderBy(r => r.On)
                        .Select(r => new AwaitedSeat(
                            r.On,
                            r.Time,
                            r.Place.Length > 0 && r.Site is not null ? $"{r.Site}, {r.Place}" : r.Site ?? r.Place
                        ))
                        .First()
            );
    }
}
