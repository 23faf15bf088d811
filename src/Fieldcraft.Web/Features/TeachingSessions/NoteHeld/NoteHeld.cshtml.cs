using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.TeachingSessions.NoteHeld;

/// <summary>Somebody who could have been there.</summary>
public sealed record Expected(PersonId Id, string Name, bool HasSeat, bool? Attended);

/// <summary>Who was there: a list to tick, everybody with a seat ticked already; others of the leader's people below.</summary>
public sealed class NoteHeldModel(FieldcraftDb db, LeaderDesk desk, Viewer viewer) : PageModel
{
    [BindProperty]
    public List<Guid> Present { get; set; } = [];

    [BindProperty, Range(1, TeachingSession.MinutesAtMost)]
    public int Minutes { get; set; }

    public TeachingSession Session { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public IReadOnlyList<Expected> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Minutes = Session.HeldMinutes ?? Session.Minutes;
        Present = [.. People.Where(p => p.HasSeat && p.Attended != false).Select(p => p.Id.Value)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, cancellationToken) ? this.Again() : NotFound();
        }

        var outcome = await desk.NoteHeldAsync(
            viewer,
            TeachingSessionId.From(id),
            [.. Present.Select(PersonId.From)],
            Minutes,
            cancellationToken
        );
        return outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => this.Onward(TeachingSessionsLinks.MySessions, "sessions.flash.held"),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var wanted = TeachingSessionId.From(id);
        var found = await db
            .TeachingSessions.AsNoTracking()
            .LoggedBy(viewer, db)
            .Where(s => s.Id == wanted && s.State != SessionState.Cancelled)
            .Include(s => s.Seats)
            .Select(s => new { Session = s, Title = db.Modules.Where(m => m.Id == s.ModuleId).Select(m => m.Title).First() })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return false;
        }

        (Session, Title) = (found.Session, found.Title);
        var seats = Session.Seats.ToDictionary(s => s.PersonId, s => s.Attended);
        (var seated, var leader) = (seats.Keys.ToList(), Session.LeaderId);
        var rows = await db
            .People.AsNoTracking()
            .Where(p => seated.Contains(p.Id) || (p.ManagerId == leader && leader != null && p.Status == PersonStatus.Active))
            .OrderBy(p => p.NameKey)
            .ThenBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.FirstName,
                p.LastName,
                p.PreferredName,
            })
            .ToListAsync(cancellationToken);
        People =
        [
            .. rows.Select(r => new Expected(
                r.Id,
                $"{(string.IsNullOrEmpty(r.PreferredName) ? r.FirstName : r.PreferredName)} {r.LastName}".TrimEnd(),
                seats.ContainsKey(r.Id),
                seats.GetValueOrDefault(r.Id)
            )),
        ];
        return true;
    }
}
