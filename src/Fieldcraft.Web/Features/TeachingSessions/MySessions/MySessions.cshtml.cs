using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.TeachingSessions.MySessions;

/// <summary>A colleague to whom a session can be handed.</summary>
public sealed record Colleague(PersonId Id, string Name);

/// <summary>The sessions of a leader, their people, and the days on which they are away.</summary>
public sealed class MySessionsModel(
    SessionsReading reading,
    SessionDesk sessions,
    LeaderDesk desk,
    FieldcraftDb db,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    private const int MostColleagues = 60;

    /// <summary>Over, and nobody has said yet who was there.</summary>
    public IReadOnlyList<OwnSession> Unsaid { get; private set; } = [];

    public IReadOnlyList<OwnSession> Coming { get; private set; } = [];

    public IReadOnlyList<OwnSession> Held { get; private set; } = [];

    public IReadOnlyList<OwnReport> People { get; private set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public IReadOnlyList<LeaderAbsence> Absences { get; private set; } = [];

    public IReadOnlyList<SessionFinding> Broken { get; private set; } = [];

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public int WithoutSlot => People.Count(p => p.Session is null && !p.IsDone);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAwayAsync(DateOnly? from, DateOnly? to, CancellationToken cancellationToken)
    {
        if (from is not { } first || (to ?? from) is not { } last || last < first)
        {
            ModelState.AddModelError("", words["sessions.away.needs_days"]);
            await LoadAsync(cancellationToken);
            return this.Again();
        }

        var told = await desk.TellAwayAsync(viewer, viewer.PersonId, first, last, cancellationToken);
        if (told?.Refusal is { } refusal)
        {
            await LoadAsync(cancellationToken);
            return this.Refused(refusal);
        }

        return told is null ? NotFound() : this.Onward(TeachingSessionsLinks.MySessions, "sessions.flash.away");
    }

    public async Task<IActionResult> OnPostBackAsync(Guid absence, CancellationToken cancellationToken) =>
        await desk.TakeBackAsync(viewer, LeaderAbsenceId.From(absence), cancellationToken)
            ? this.Onward(TeachingSessionsLinks.MySessions, "sessions.flash.back")
            : NotFound();

    public async Task<IActionResult> OnPostHandOverAsync(Guid session, Guid? colleague, CancellationToken cancellationToken)
    {
        if (colleague is not { } to)
        {
            ModelState.AddModelError("", words["sessions.hand_over.needs_colleague"]);
            await LoadAsync(cancellationToken);
            return this.Again();
        }

        var change = await sessions.HandOverAsync(viewer, TeachingSessionId.From(session), PersonId.From(to), cancellationToken);
        if (change is null)
        {
            return NotFound();
        }

        if (change.Refusal is { } refusal)
        {
            await LoadAsync(cancellationToken);
            Broken = change.Findings;
            return this.Refused(refusal);
        }

        return this.Onward(TeachingSessionsLinks.MySessions, "sessions.flash.handed_over");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var all = await reading.LedAsync(viewer, cancellationToken);
        Unsaid = [.. all.Where(s => s.HeldAt is null && s.IsOver(now))];
        Coming = [.. all.Where(s => s.HeldAt is null && !s.IsOver(now))];
        Held = [.. all.Where(s => s.HeldAt is not null).OrderByDescending(s => s.Start)];
        if ((Coming.Count > 0 ? Coming[0] : all.LastOrDefault()) is { } latest)
        {
            People = await reading.ReportsAsync(viewer, latest.Module, cancellationToken);
        }

        (var me, var today) = (viewer.PersonId, Today);
        Absences = await db
            .LeaderAbsences.AsNoTracking()
            .Where(a => a.PersonId == me && a.TakenBackAt == null && a.To >= today)
            .OrderBy(a => a.From)
            .ToListAsync(cancellationToken);
        if (Coming.Count > 0)
        {
            Colleagues = await ColleaguesAsync(Coming[0].SiteId, cancellationToken);
        }
    }

    /// <summary>Others who lead people at the site.</summary>
    private async Task<IReadOnlyList<Colleague>> ColleaguesAsync(UnitId site, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var rows = await (
            from person in db.People.AsNoTracking()
            join unit in db.Units on person.UnitId equals unit.Id
            where
                person.Id != me
                && person.Status == PersonStatus.Active
                && unit.Path.StartsWith(db.Units.Where(u => u.Id == site).Select(u => u.Path).First())
                && db.People.Any(r => r.ManagerId == person.Id && r.Status == PersonStatus.Active)
            orderby person.NameKey, person.Id
            select new
            {
                person.Id,
                person.FirstName,
                person.LastName,
                person.PreferredName,
            }
        )
            .Take(MostColleagues)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new Colleague(
                r.Id,
                $"{(string.IsNullOrEmpty(r.PreferredName) ? r.FirstName : r.PreferredName)} {r.LastName}".TrimEnd()
            )),
        ];
    }
}
