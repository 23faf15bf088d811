using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.TeachingSessions.AddSession;

/// <summary>A session by hand.</summary>
public sealed class AddSessionModel(SessionPictures pictures, SessionDesk desk, Viewer viewer) : PageModel
{
    [BindProperty]
    public SessionInput Input { get; set; } = new();

    public SessionPicture Picture { get; private set; } = null!;

    public SiteOnGround Site { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid site, CancellationToken cancellationToken) =>
        await LoadAsync(id, site, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid site, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, site, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var wish = Input.ToWish();
        var added = await desk.AddAsync(
            viewer,
            ModuleId.From(id),
            UnitId.From(site),
            wish,
            Input.OwnPeople ? People(wish) : [],
            cancellationToken
        );
        return added?.Id is { } made ? this.Onward(TeachingSessionsLinks.One(made), "sessions.flash.added") : NotFound();
    }

    /// <summary>The leader's people without a seat who are on shift then, as many as the room takes.</summary>
    private IReadOnlyCollection<PersonId> People(SessionWish wish)
    {
        var (rollout, settings) = (Picture.Rollout, Picture.Rollout.Module.Settings);
        var end = wish.Start.AddMinutes(wish.Part == SessionPart.Whole ? settings.Minutes : settings.Minutes / 2);
        var most = Math.Min(settings.MaxSize, Site.Rooms.FirstOrDefault(r => r.Id == wish.Room)?.Capacity ?? settings.MaxSize);
        var sits = rollout.Sessions.SelectMany(s => s.Seats.Where(x => x.Attended != false)).Select(s => s.PersonId).ToHashSet();
        return
        [
            .. rollout
                .Learners.Where(p => p.ManagerId == wish.Leader && !sits.Contains(p.Id))
                .Where(p => rollout.Shifts(p).Any(s => s.From <= wish.Start && end <= s.Until))
                .Take(most)
                .Select(p => p.Id),
        ];
    }

    private async Task<bool> LoadAsync(Guid id, Guid site, CancellationToken cancellationToken)
    {
        var unit = UnitId.From(site);
        if (
            !viewer.MayScheduleSomewhere()
            || await pictures.LoadAsync(ModuleId.From(id), unit, cancellationToken) is not { } picture
            || !viewer.MaySchedule(picture.Rollout.Site(unit)!.Site.Path)
        )
        {
            return false;
        }

        (Picture, Site) = (picture, picture.Rollout.Site(unit)!);
        return true;
    }
}
