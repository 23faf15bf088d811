using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Sites.ReadSite;

/// <summary>Cover of a site; what stays empty is as the roll-out says.</summary>
public sealed record CoverInput
{
    [Range(0, 100)]
    public int? ReleasePercent { get; init; }

    [Range(0, RolloutSettings.FloorAtMost)]
    public int? FloorMinimum { get; init; }

    [Range(0, RolloutSettings.PerDayAtMost)]
    public int? MaxPerDay { get; init; }

    [Range(0, RolloutSettings.PerWeekAtMost)]
    public int? MaxPerWeek { get; init; }

    public CoverRules ToRules() => new(ReleasePercent / 100m, FloorMinimum, MaxPerDay, MaxPerWeek);
}

public sealed record RoomInput
{
    [Required, MaxLength(SiteRoom.NameLength)]
    public string Name { get; init; } = "";

    [Range(1, SiteRoom.CapacityAtMost)]
    public int Capacity { get; init; } = CapacityInputs.LargestSession;
}

public sealed record PatternInput
{
    [Required, MaxLength(ShiftPattern.NameLength)]
    public string Name { get; init; } = "";

    [Range(1, ShiftPattern.CycleAtMost)]
    public int CycleDays { get; init; } = 7;

    [Range(1, ShiftPattern.CycleAtMost)]
    public int Crews { get; init; } = 1;

    [Required]
    public DateOnly? Anchor { get; init; }

    [Required, MaxLength(ShiftPattern.TextLength)]
    public string Shifts { get; init; } = "";
}

/// <summary>A site on one page: rooms and when they are closed, who may leave the floor, neighbours, shift patterns.</summary>
public sealed class ReadSiteModel(
    SitesOfMine reading,
    SiteDesk desk,
    RolloutModules modules,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public CoverInput Cover { get; set; } = new();

    [BindProperty]
    public RoomInput Room { get; set; } = new();

    [BindProperty]
    public PatternInput Pattern { get; set; } = new();

    public SiteOnGround Site { get; private set; } = null!;

    public IReadOnlyList<Site> Neighbours { get; private set; } = [];

    public IReadOnlyList<(string Pattern, int People)> Patterns { get; private set; } = [];

    /// <summary>Modules that reach this site now or later.</summary>
    public IReadOnlyList<RolloutModule> Modules { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var cover = Site.Ground?.Cover ?? CoverRules.AsRollout;
        Cover = new CoverInput
        {
            ReleasePercent = (int?)(cover.ReleaseShare * 100),
            FloorMinimum = cover.FloorMinimum,
            MaxPerDay = cover.MaxPerDay,
            MaxPerWeek = cover.MaxPerWeek,
        };
        return Page();
    }

    public Task<IActionResult> OnPostCoverAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            nameof(Cover),
            () => desk.SetCoverAsync(viewer, UnitId.From(id), Cover.ToRules(), cancellationToken),
            "sites.flash.cover",
            cancellationToken
        );

    public Task<IActionResult> OnPostRoomAsync(Guid id, Guid? room, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            nameof(Room),
            async () =>
                Plain(
                    await desk.WriteRoomAsync(
                        viewer,
                        UnitId.From(id),
                        room is { } known ? SiteRoomId.From(known) : null,
                        Room.Name,
                        Room.Capacity,
                        cancellationToken
                    )
                ),
            "sites.flash.room",
            cancellationToken
        );

    public Task<IActionResult> OnPostRemoveRoomAsync(Guid id, Guid room, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            null,
            () => desk.RemoveRoomAsync(viewer, UnitId.From(id), SiteRoomId.From(room), cancellationToken),
            "sites.flash.room_gone",
            cancellationToken
        );

    public Task<IActionResult> OnPostCloseAsync(Guid id, Guid? room, DateTime? from, DateTime? until, CancellationToken cancellationToken)
    {
        if (from is not { } first || until is not { } last || last <= first)
        {
            ModelState.AddModelError("", words["sites.closure.needs_times"]);
        }

        return AnswerAsync(
            id,
            "",
            async () =>
                Plain(
                    await desk.CloseAsync(
                        viewer,
                        UnitId.From(id),
                        room is { } known ? SiteRoomId.From(known) : null,
                        new LocalStretch(from!.Value, until!.Value),
                        cancellationToken
                    )
                ),
            "sites.flash.closed",
            cancellationToken
        );
    }

    public Task<IActionResult> OnPostReopenAsync(Guid id, Guid closure, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            null,
            () => desk.ReopenAsync(viewer, UnitId.From(id), SiteClosureId.From(closure), cancellationToken),
            "sites.flash.open",
            cancellationToken
        );

    public Task<IActionResult> OnPostJoinAsync(Guid id, Guid other, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            null,
            () => desk.JoinAsync(viewer, UnitId.From(id), UnitId.From(other), cancellationToken),
            "sites.flash.joined",
            cancellationToken
        );

    public Task<IActionResult> OnPostPartAsync(Guid id, Guid other, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            null,
            () => desk.PartAsync(viewer, UnitId.From(id), UnitId.From(other), cancellationToken),
            "sites.flash.parted",
            cancellationToken
        );

    public Task<IActionResult> OnPostPatternAsync(Guid id, CancellationToken cancellationToken)
    {
        var shifts = ShiftPattern.ShiftsFrom(Pattern.Shifts ?? "");
        var pattern = new ShiftPattern(
            Pattern.Name?.Trim() ?? "",
            Pattern.CycleDays,
            Pattern.Anchor ?? DateOnly.MinValue,
            Pattern.Crews,
            shifts ?? []
        );
        if (shifts is null || pattern.Problems().Any(p => p.Path == "shifts"))
        {
            ModelState.AddModelError("Pattern.Shifts", words["sites.pattern.shifts.wrong"]);
        }

        return AnswerAsync(
            id,
            nameof(Pattern),
            () => desk.WritePatternAsync(viewer, UnitId.From(id), pattern, cancellationToken),
            "sites.flash.pattern",
            cancellationToken
        );
    }

    public Task<IActionResult> OnPostRemovePatternAsync(Guid id, string name, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            null,
            () => desk.RemovePatternAsync(viewer, UnitId.From(id), name, cancellationToken),
            "sites.flash.pattern_gone",
            cancellationToken
        );

    private static Outcome? Plain<T>(Outcome<T>? outcome) => outcome is { } known ? new Outcome(known.Refusal) : (Outcome?)null;

    /// <param name="form">The form of this page that was sent: only its fields are looked at.</param>
    private async Task<IActionResult> AnswerAsync(
        Guid id,
        string? form,
        Func<Task<Outcome?>> work,
        string flash,
        CancellationToken cancellationToken
    )
    {
        foreach (
            var key in ModelState
                .Keys.Where(k => k.Length > 0 && (string.IsNullOrEmpty(form) || !k.StartsWith(form, StringComparison.Ordinal)))
                .ToList()
        )
        {
            ModelState.Remove(key);
        }

        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (form is not null && !ModelState.IsValid)
        {
            return this.Again();
        }

        return await work() switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(SitesLinks.One(UnitId.From(id)), flash),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, UnitId.From(id), cancellationToken) is not { } site)
        {
            return false;
        }

        Site = site;
        Neighbours = await reading.NeighboursAsync(site, cancellationToken);
        Patterns = await reading.PatternsAsync(site, cancellationToken);
        var today = words.Today(clock.GetUtcNow());
        Modules =
        [
            .. (await modules.OpenAsync(today, cancellationToken)).Where(m =>
                m.WindowEnd > today && site.Site.Path.StartsWith(m.UnitPath, StringComparison.Ordinal)
            ),
        ];
        return true;
    }
}
