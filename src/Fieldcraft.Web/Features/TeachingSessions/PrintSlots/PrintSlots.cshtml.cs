using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.TeachingSessions.PrintSlots;

/// <summary>Somebody's slot on the list for the board.</summary>
public sealed record BoardLine(string Name, DateTime? Start, int Minutes, string? Room, string? Leader);

/// <summary>Who comes when, team by team, for the board: for everybody who has no e-mail and no account.</summary>
public sealed class PrintSlotsModel(SessionPictures pictures, Viewer viewer) : PageModel
{
    public SiteOnGround Site { get; private set; } = null!;

    public RolloutModule Module { get; private set; } = null!;

    public IReadOnlyList<(string Team, IReadOnlyList<BoardLine> People)> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid site, CancellationToken cancellationToken)
    {
        var unit = UnitId.From(site);
        if (
            !viewer.MayScheduleSomewhere()
            || await pictures.LoadAsync(ModuleId.From(id), unit, cancellationToken) is not { } picture
            || !viewer.MaySchedule(picture.Rollout.Site(unit)!.Site.Path)
        )
        {
            return NotFound();
        }

        var rollout = picture.Rollout;
        (Site, Module) = (rollout.Site(unit)!, rollout.Module);
        var next = rollout
            .Sessions.Where(s => s is { State: SessionState.Published, IsHeld: false } && !picture.IsOver(s))
            .SelectMany(s => s.Seats.Select(x => (x.PersonId, Session: s)))
            .ToLookup(x => x.PersonId, x => x.Session);
        Teams =
        [
            .. rollout
                .Learners.Where(p => rollout.SiteOf(p.Id)!.Id == unit)
                .GroupBy(p => rollout.NameOf(p.ManagerId) ?? "")
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g =>
                    (
                        g.Key,
                        (IReadOnlyList<BoardLine>)
                            [
                                .. g.Where(p => next[p.Id].Any())
                                    .Select(p => Line(rollout, p, next[p.Id].First()))
                                    .OrderBy(l => l.Start)
                                    .ThenBy(l => l.Name, StringComparer.Ordinal),
                            ]
                    )
                )
                .Where(t => t.Item2.Count > 0),
        ];
        return Page();
    }

    private static BoardLine Line(RolloutPicture rollout, RosterPerson person, TeachingSession session) =>
        new(
            person.Name,
            session.Start,
            session.Minutes,
            rollout.Site(session.SiteId)?.RoomName(session.RoomId),
            rollout.NameOf(session.LeaderId)
        );
}
