using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Sites;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.TeachingSessions.Replan;

/// <summary>
/// Something happened: a leader is away, people are, a room is closed. It is written down, and a new timetable is asked for that touches as few people as
/// possible; nothing changes until it is taken.
/// </summary>
public sealed class ReplanModel(
    SessionPictures pictures,
    LeaderDesk leaders,
    SiteDesk sites,
    RosterDesk rosters,
    RolloutDesk rollouts,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    private const int SolveSeconds = 15;

    public SessionPicture Picture { get; private set; } = null!;

    public SiteOnGround Site { get; private set; } = null!;

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, Guid site, CancellationToken cancellationToken) =>
        await LoadAsync(id, site, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostLeaderAsync(
        Guid id,
        Guid site,
        Guid? leader,
        DateOnly? from,
        DateOnly? to,
        CancellationToken cancellationToken
    ) =>
        AfterAsync(
            id,
            site,
            leader is not null && from is not null && !(to < from),
            async () =>
                Refusal(
                    await leaders.TellAwayAsync(viewer, PersonId.From(leader!.Value), from!.Value, to ?? from.Value, cancellationToken)
                ),
            cancellationToken
        );

    public Task<IActionResult> OnPostPersonAsync(
        Guid id,
        Guid site,
        Guid? person,
        DateOnly? from,
        DateOnly? to,
        CancellationToken cancellationToken
    ) =>
        AfterAsync(
            id,
            site,
            person is not null
                && from is not null
                && !(to < from)
                && (to ?? from).Value.DayNumber - from.Value.DayNumber < LeaderAbsence.DaysAtMost,
            async () =>
            {
                for (var day = from!.Value; day <= (to ?? from); day = day.AddDays(1))
                {
                    if (!await rosters.SayAsync(viewer, new RosterDay(PersonId.From(person!.Value), day, null, null), cancellationToken))
                    {
                        return (false, null);
                    }
                }

                return (true, null);
            },
            cancellationToken
        );

    public Task<IActionResult> OnPostRoomAsync(
        Guid id,
        Guid site,
        Guid? room,
        DateTime? from,
        DateTime? until,
        CancellationToken cancellationToken
    ) =>
        AfterAsync(
            id,
            site,
            from is not null && until > from,
            async () =>
                Refusal(
                    await sites.CloseAsync(
                        viewer,
                        UnitId.From(site),
                        room is { } closed ? SiteRoomId.From(closed) : null,
                        new LocalStretch(from!.Value, until!.Value),
                        cancellationToken
                    )
                ),
            cancellationToken
        );

    private static (bool IsThere, Refusal? Refusal) Refusal<T>(Outcome<T>? outcome) => (outcome is not null, outcome?.Refusal);

    private async Task<IActionResult> AfterAsync(
        Guid id,
        Guid site,
        bool isComplete,
        Func<Task<(bool IsThere, Refusal? Refusal)>> write,
        CancellationToken cancellationToken
    )
    {
        if (!await LoadAsync(id, site, cancellationToken))
        {
            return NotFound();
        }

        if (!isComplete)
        {
            ModelState.AddModelError("", words["sessions.replan.incomplete"]);
            return this.Again();
        }

        var (isThere, refusal) = await write();
        if (!isThere || refusal is not null)
        {
            return isThere ? this.Refused(refusal!) : NotFound();
        }

        var asked = await rollouts.AskAsync(
            viewer,
            ModuleId.From(id),
            UnitId.From(site),
            SolveSeconds,
            1,
            keepsPeople: true,
            cancellationToken
        );
        return asked switch
        {
            null => NotFound(),
            { Refusal: { } refused } => this.Refused(refused),
            { Value: var proposal } => this.Onward(RolloutsLinks.Proposal(proposal), "sessions.flash.replanned"),
        };
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
