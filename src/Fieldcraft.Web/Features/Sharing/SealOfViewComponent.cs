using Fieldcraft.Domain.Sharing;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Sharing;

/// <summary>
/// <c>&lt;vc:seal-of kind="Plan" item="plan.Id.Value" /&gt;</c>: who can see this item's copies now, and until when, with the ways to share, to see
/// who looked and to end it. One query.
/// </summary>
public sealed class SealOfViewComponent(FieldcraftDb db, Viewer viewer, Words words, TimeProvider clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(SharedItemKind kind, Guid item)
    {
        var open = await db
            .Shares.AsNoTracking()
            .VisibleTo(viewer)
            .OpenAt(clock.GetUtcNow())
            .Where(s => s.Kind == kind && s.ItemId == item)
            .OrderByDescending(s => s.SharedAt)
            .Select(s => new
            {
                s.Id,
                s.EndsAt,
                Readers = s
                    .Readers.Where(r => r.TakenAwayAt == null)
                    .Join(db.People, r => r.ReaderId, p => p.Id, (r, p) => NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName))
                    .ToList(),
            })
            .ToListAsync(HttpContext.RequestAborted);
        var share = open.Count == 1 ? SharingLinks.Share(open[0].Id) : SharingLinks.List;
        return View(
            "/Features/Sharing/SealOf.cshtml",
            new SealOf(
                [.. open.SelectMany(s => s.Readers).Distinct(StringComparer.Ordinal)],
                open.Count == 0 ? null : DateOnly.FromDateTime(words.Local(open.Max(s => s.EndsAt).AddTicks(-1)).DateTime),
                SharingLinks.New(kind, item),
                open.Count == 0 ? null : share
            )
        );
    }
}

/// <summary>Who sees copies of an item now, until when, and where to share one, or to look after those that are shared.</summary>
public sealed record SealOf(IReadOnlyCollection<string> With, DateOnly? Until, string Share, string? Shared);
