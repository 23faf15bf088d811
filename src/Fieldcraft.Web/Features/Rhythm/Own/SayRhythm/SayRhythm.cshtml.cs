using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm.Nudging;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rhythm.Own.SayRhythm;

/// <summary>What the form and the operation say of a person's time.</summary>
public sealed record RhythmInput
{
    public int? MinutesAWeek { get; init; }
    public DayOfWeek? ReflectsOn { get; init; }
    public bool WantsNudges { get; init; } = true;
    public TimeOnly? WorksFrom { get; init; }
    public TimeOnly? WorksUntil { get; init; }
    public IReadOnlyList<DayOfWeek>? WorksOn { get; init; }
    public DateOnly? AwayUntil { get; init; }

    public RhythmWording Wording() =>
        new()
        {
            MinutesAWeek = MinutesAWeek,
            ReflectsOn = ReflectsOn,
            WantsNudges = WantsNudges,
            Works = WorksFrom is { } from && WorksUntil is { } until ? new DayHours(from, until) : null,
            WorksOn = WorksOn is { Count: > 0 } days ? days.Aggregate(WorkDays.None, (all, d) => all | WorkingHours.Of(d)) : null,
            AwayUntil = AwayUntil,
        };

    public static RhythmInput Of(PersonalRhythm? rhythm, RhythmRules rules) =>
        new()
        {
            MinutesAWeek = rhythm is null ? rules.MinutesAWeekOffered : rhythm.MinutesAWeek ?? rules.MinutesAWeekOffered,
            ReflectsOn = rhythm?.ReflectsOn,
            WantsNudges = rhythm?.WantsNudges ?? true,
            WorksFrom = rhythm?.WorksFrom,
            WorksUntil = rhythm?.WorksUntil,
            WorksOn = [.. Week.Where(d => rhythm?.WorksOn?.HasFlag(WorkingHours.Of(d)) == true)],
            AwayUntil = rhythm?.AwayUntil,
        };

    public static readonly IReadOnlyList<DayOfWeek> Week =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];
}

/// <summary>The cycle of the newest plan: its first and last day and the days it is looked at again.</summary>
public sealed record ShownCycle(PlanId Plan, DateOnly StartsOn, DateOnly EndsOn, DateOnly? ReviewedOn, IReadOnlyList<DateOnly> Reviews);

/// <summary>How much time the person gives, asked first; when they work; the cycle they are in.</summary>
public sealed class SayRhythmModel(FieldcraftDb db, RhythmDesk desk, NudgeDesk nudges, Rules rules, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public RhythmInput Input { get; set; } = new();

    public DateTimeOffset? PausedAt { get; private set; }

    public ShownCycle? Cycle { get; private set; }

    /// <summary>Which hours hold when the person says none.</summary>
    public string HoursSay { get; private set; } = "";

    public IReadOnlyList<Choice> Days =>
        [.. RhythmInput.Week.Select(d => new Choice(d.ToString(), words.Culture.DateTimeFormat.GetDayName(d)))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rhythm = await desk.ReadAsync(viewer.PersonId, cancellationToken);
        Input = RhythmInput.Of(rhythm, rules.Rhythm);
        await LoadAsync(rhythm, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Input.WorksFrom is null != Input.WorksUntil is null)
        {
            ModelState.AddModelError("Input.WorksUntil", words["rhythm.hours.both"]);
        }

        if (ModelState.IsValid)
        {
            if ((await desk.SayAsync(viewer, Input.Wording(), cancellationToken)).Refusal is not { } refusal)
            {
                return this.Onward(RhythmLinks.Rhythm, "rhythm.flash.saved");
            }

            await LoadAsync(await desk.ReadAsync(viewer.PersonId, cancellationToken), cancellationToken);
            return this.Refused(refusal);
        }

        await LoadAsync(await desk.ReadAsync(viewer.PersonId, cancellationToken), cancellationToken);
        return this.Again();
    }

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken)
    {
        await desk.ResumeNudgesAsync(viewer, cancellationToken);
        return this.Onward(RhythmLinks.Rhythm, "rhythm.flash.resumed");
    }

    public async Task<IActionResult> OnPostDismissAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await nudges.FindAsync(viewer, id, cancellationToken) is not { } nudge)
        {
            return NotFound();
        }

        await nudges.DismissAsync(nudge, cancellationToken);
        var rest = await nudges.ArePausedAsync(viewer.PersonId, cancellationToken);
        return this.Onward("/", rest ? "nudge.flash.paused" : "nudge.flash.dismissed");
    }

    private async Task LoadAsync(PersonalRhythm? rhythm, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        PausedAt = rhythm?.NudgesPausedAt;
        var found = await db
            .People.AsNoTracking()
            .Where(p => p.Id == me)
            .Select(p => new
            {
                p.ShiftPattern,
                Plan = db
                    .Plans.Where(x => x.OwnerId == me && x.EndedAt == null)
                    .OrderByDescending(x => x.StartedAt)
                    .ThenByDescending(x => x.Id)
                    .Select(x => (PlanId?)x.Id)
                    .FirstOrDefault(),
            })
            .SingleAsync(cancellationToken);
        HoursSay = WorkingHours.Of(null, null, found.ShiftPattern, rules.Rhythm.Shifts) is { } hours
            ? words["rhythm.hours.pattern", $"{hours.Day.From:HH:mm}", $"{hours.Day.Until:HH:mm}"]
            : words["rhythm.hours.unknown"];
        if (found.Plan is { } id)
        {
            Cycle = await db
                .Plans.AsNoTracking()
                .Where(p => p.Id == id && p.OwnerId == me)
                .Select(p => new ShownCycle(
                    p.Id,
                    p.StartsOn,
                    p.EndsOn,
                    p.ReviewedOn,
                    DevelopmentPlan.ReviewDates(p.StartsOn, p.EndsOn, rules.Plans)
                ))
                .FirstOrDefaultAsync(cancellationToken);
        }
    }
}
