using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.TeachingSessions.ScheduleSite;

/// <summary>A swap request with its names.</summary>
public sealed record SwapLine(SwapRequestId Id, string Person, DateTime From, DateTime? Wanted, IReadOnlyList<SessionLine> Others);

/// <summary>The timetable of a site: a list, or a week as a table; every broken rule named above and at its session.</summary>
public sealed class ScheduleSiteModel(
    SessionPictures pictures,
    SessionDesk desk,
    SwapDesk swaps,
    SwapReading swapReading,
    RolloutDesk rollouts,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    private const int SolveSeconds = 15;

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Week { get; set; }

    public SiteTimetable Site { get; private set; } = null!;

    public IReadOnlyList<SwapLine> Swaps { get; private set; } = [];

    /// <summary>What a refused change would have broken.</summary>
    public IReadOnlyList<SessionFinding> Refused { get; private set; } = [];

    public bool IsWeek => View == "week";

    /// <summary>Which week of the window is shown, from 1.</summary>
    public int ShownWeek { get; private set; } = 1;

    public int Weeks => Site.Module.Weeks;

    public DateOnly FirstDay => Site.Module.WindowStart.AddDays((ShownWeek - 1) * 7);

    public IEnumerable<SessionLine> InWeek =>
        Site.Sessions.Where(s => DateOnly.FromDateTime(s.Start) >= FirstDay && DateOnly.FromDateTime(s.Start) < FirstDay.AddDays(7));

    public bool IsWindowOver => words.Today(clock.GetUtcNow()) >= Site.Module.WindowEnd;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid site, CancellationToken cancellationToken) =>
        await LoadAsync(id, site, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPublishAsync(Guid id, Guid site, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            site,
            await desk.PublishAsync(viewer, ModuleId.From(id), UnitId.From(site), cancellationToken),
            "sessions.flash.published",
            cancellationToken
        );

    public async Task<IActionResult> OnPostGrantAsync(Guid id, Guid site, Guid swap, Guid? to, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            site,
            await swaps.SettleAsync(
                viewer,
                SwapRequestId.From(swap),
                true,
                to is { } other ? TeachingSessionId.From(other) : null,
                cancellationToken
            ),
            "sessions.flash.swap_granted",
            cancellationToken
        );

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, Guid site, Guid swap, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            site,
            await swaps.SettleAsync(viewer, SwapRequestId.From(swap), false, null, cancellationToken),
            "sessions.flash.swap_declined",
            cancellationToken
        );

    public async Task<IActionResult> OnPostProposeAsync(Guid id, Guid site, CancellationToken cancellationToken)
    {
        var asked = await rollouts.AskAsync(
            viewer,
            ModuleId.From(id),
            UnitId.From(site),
            SolveSeconds,
            1,
            keepsPeople: true,
            cancellationToken
        );
        if (asked is not { } answer || !await LoadAsync(id, site, cancellationToken))
        {
            return NotFound();
        }

        return answer.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(RolloutsLinks.Proposal(answer.Value));
    }

    private async Task<IActionResult> AnswerAsync(
        Guid id,
        Guid site,
        SessionChange? change,
        string flash,
        CancellationToken cancellationToken
    )
    {
        if (change is null)
        {
            return NotFound();
        }

        if (change.Refusal is not { } refusal)
        {
            return this.Onward(TeachingSessionsLinks.AtSite(ModuleId.From(id), UnitId.From(site)), flash);
        }

        if (!await LoadAsync(id, site, cancellationToken))
        {
            return NotFound();
        }

        Refused = change.Findings;
        return this.Refused(refusal);
    }

    private async Task<bool> LoadAsync(Guid id, Guid site, CancellationToken cancellationToken)
    {
        var (module, unit) = (ModuleId.From(id), UnitId.From(site));
        if (
            !viewer.MayScheduleSomewhere()
            || await pictures.LoadAsync(module, unit, cancellationToken) is not { } picture
            || !viewer.MaySchedule(picture.Rollout.Site(unit)!.Site.Path)
        )
        {
            return false;
        }

        Site = SiteTimetable.Of(picture, unit);
        ShownWeek = Math.Clamp(Week ?? ThisWeek(), 1, Weeks);
        var starts = Site.Sessions.ToDictionary(s => s.Id, s => s.Start);
        Swaps =
        [
            .. (await swapReading.OpenAsync(module, unit, cancellationToken)).Select(s => new SwapLine(
                s.Id,
                picture.Rollout.NameOf(s.Person) ?? "",
                starts[s.From],
                s.Wanted is { } wanted ? picture.Rollout.Sessions.FirstOrDefault(x => x.Id == wanted)?.Start : null,
                [.. Site.Sessions.Where(x => x.Id != s.From && x is { IsOver: false, IsHeld: false, State: SessionState.Published })]
            )),
        ];
        return true;
    }

    private int ThisWeek() => (words.Today(clock.GetUtcNow()).DayNumber - Site.Module.WindowStart.DayNumber) / 7 + 1;
}
