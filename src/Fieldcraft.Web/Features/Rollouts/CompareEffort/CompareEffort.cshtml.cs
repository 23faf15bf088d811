using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Reading;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Rollouts.CompareEffort;

/// <summary>What the comparison is made of; every number can be changed, and the address carries them.</summary>
public sealed record EffortForm
{
    [Range(0, 100)]
    public decimal Preview { get; init; } = LeaderHours.Usual.Preview;

    [Range(0, 100)]
    public decimal Coaching { get; init; } = LeaderHours.Usual.Coaching;

    [Range(0, 100)]
    public decimal Planning { get; init; } = LeaderHours.Usual.Planning;

    [Range(0, 100)]
    public decimal PerSession { get; init; } = LeaderHours.Usual.PerSession;

    [Range(0, 100)]
    public decimal Sessions { get; init; } = LeaderHours.Usual.Sessions;

    [Range(0, 100)]
    public decimal Loop { get; init; } = LeaderHours.Usual.Loop;

    [Range(0, 100_000)]
    public decimal Central { get; init; } = 120;

    [Range(1, 200)]
    public int TrainerGroup { get; init; } = CapacityInputs.LargestSession;

    [Range(0, 100)]
    public decimal TrainerHours { get; init; } = 2.5m;

    [Range(0, 100)]
    public decimal Extra { get; init; } = 0.5m;

    [Range(0, 100_000)]
    public decimal TrainerCentral { get; init; } = 400;

    public LeaderHours Hours => new(Preview, Coaching, Planning, PerSession, Sessions, Loop);
}

/// <summary>What an hour costs here.</summary>
public sealed record RatesInput
{
    [Range(0, 100_000)]
    public decimal? Leader { get; init; }

    [Range(0, 100_000)]
    public decimal? Participant { get; init; }

    [Range(0, 100_000)]
    public decimal? Central { get; init; }

    [Range(0, 100_000)]
    public decimal? Trainer { get; init; }

    public int Version { get; init; }

    public HourlyRates ToRates() => new(Leader, Participant, Central, Trainer);
}

/// <summary>Hours and cost: leader-led beside trainer-led before a module begins, and after it what it really took.</summary>
public sealed class CompareEffortModel(
    RolloutModules modules,
    CoverageReading reading,
    RolloutDesk desk,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public EffortForm Form { get; set; } = new();

    [BindProperty]
    public RatesInput Rates { get; set; } = new();

    public RolloutModule Module { get; private set; } = null!;

    public ModuleCoverage Coverage { get; private set; } = null!;

    public int Leaders { get; private set; }

    public RolloutEffort Effort { get; private set; } = null!;

    /// <summary>Null until a session was held.</summary>
    public EffortHours? Taken { get; private set; }

    public bool MayChange => viewer.MayPlanRollouts();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        // Numbers that cannot be read are left as usual; the form says which.
        var isComplete = ModelState.Where(e => e.Key.StartsWith("Form", StringComparison.Ordinal)).All(e => e.Value!.Errors.Count == 0);
        Form = isComplete ? Form : new EffortForm();
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Rates = new RatesInput
        {
            Leader = Module.Rates.Leader,
            Participant = Module.Rates.Participant,
            Central = Module.Rates.Central,
            Trainer = Module.Rates.Trainer,
            Version = Module.Version,
        };
        return isComplete ? Page() : this.Again();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.MayPlanRollouts() || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await desk.SayRatesAsync(viewer, Module.Id, Rates.Version, Rates.ToRates(), cancellationToken);
        if (outcome?.Refusal is not { } refusal)
        {
            return outcome is null ? NotFound() : this.Onward(RolloutsLinks.Effort(Module.Id), "rollouts.flash.rates");
        }

        ModelState.Remove("Rates.Version");
        Rates = Rates with { Version = Module.Version };
        return this.Refused(refusal);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.MaySeeTotals() || await modules.FindAsync(viewer, ModuleId.From(id), cancellationToken) is not { } module)
        {
            return false;
        }

        Module = module;
        Coverage = await reading.OfAsync(module, words.Today(clock.GetUtcNow()), cancellationToken);
        Leaders = Coverage.Leaders;
        var people = Coverage.Coverage.Eligible;
        Effort = RolloutEffort.Of(
            new EffortInputs(
                people,
                Leaders,
                module.Settings.Minutes / 60m,
                Form.Hours,
                Form.Central,
                Form.TrainerGroup,
                Form.TrainerHours,
                Form.Extra,
                Form.TrainerCentral
            )
        );
        var taken = Coverage.Taken;
        Taken =
            taken.Sessions == 0
                ? null
                : RolloutEffort.Taken(taken.Taught, taken.Sessions, taken.HeldMinutes, taken.AttendedMinutes, Form.Hours, Form.Central);
        return true;
    }
}
