using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Rollouts.SetRollout;

/// <summary>What the form sends; shares are whole per cent.</summary>
public sealed record RolloutInput
{
    [Range(RolloutSettings.SlotMinutes, RolloutSettings.MinutesAtMost)]
    public int Minutes { get; init; }

    [Range(1, RolloutSettings.SizeAtMost)]
    public int MaxSize { get; init; }

    [Range(0, RolloutSettings.EdgeAtMost)]
    public int EdgeMinutes { get; init; }

    public bool HalvesAllowed { get; init; }

    [Range(0, 100)]
    public int ReleasePercent { get; init; }

    [Range(0, RolloutSettings.FloorAtMost)]
    public int FloorMinimum { get; init; }

    [Range(1, RolloutSettings.PerDayAtMost)]
    public int MaxPerDay { get; init; }

    [Range(1, RolloutSettings.PerWeekAtMost)]
    public int MaxPerWeek { get; init; }

    [Range(0, 100)]
    public int CatchUpPercent { get; init; }

    [Range(0, 100)]
    public int TargetPercent { get; init; }

    public int Version { get; init; }

    public static RolloutInput Of(RolloutModule module)
    {
        var s = module.Settings;
        return new RolloutInput
        {
            Minutes = s.Minutes,
            MaxSize = s.MaxSize,
            EdgeMinutes = s.EdgeMinutes,
            HalvesAllowed = s.HalvesAllowed,
            ReleasePercent = (int)(s.ReleaseShare * 100),
            FloorMinimum = s.FloorMinimum,
            MaxPerDay = s.MaxPerDay,
            MaxPerWeek = s.MaxPerWeek,
            CatchUpPercent = (int)(s.CatchUpShare * 100),
            TargetPercent = (int)(s.TargetShare * 100),
            Version = module.Version,
        };
    }

    public RolloutSettings ToSettings() =>
        new(
            Minutes,
            MaxSize,
            EdgeMinutes,
            HalvesAllowed,
            ReleasePercent / 100m,
            FloorMinimum,
            MaxPerDay,
            MaxPerWeek,
            CatchUpPercent / 100m,
            TargetPercent / 100m
        );
}

/// <summary>What holds everywhere for a module; a site may say otherwise about cover and load.</summary>
public sealed class SetRolloutModel(RolloutModules modules, RolloutDesk desk, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public RolloutInput Input { get; set; } = new();

    public RolloutModule Module { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = RolloutInput.Of(Module);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var settings = Input.ToSettings();
        foreach (var problem in ModelState.IsValid ? settings.Problems() : [])
        {
            ModelState.AddModelError($"Input.{char.ToUpperInvariant(problem.Path[0])}{problem.Path[1..]}", words["rollouts.not_in_slots"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await desk.SetAsync(viewer, Module.Id, Input.Version, settings, cancellationToken);
        if (outcome?.Refusal is not { } refusal)
        {
            return outcome is null ? NotFound() : this.Onward(RolloutsLinks.Of(Module.Id), "rollouts.flash.set");
        }

        ModelState.Remove("Input.Version");
        Input = Input with { Version = Module.Version };
        return this.Refused(refusal);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.MayPlanRollouts() || await modules.FindAsync(viewer, ModuleId.From(id), cancellationToken) is not { } module)
        {
            return false;
        }

        Module = module;
        return true;
    }
}
