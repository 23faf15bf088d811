using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Partners.Seasons;

/// <summary>The days of the appraisal talks of a unit, and the distance that talks on enabling keep.</summary>
public sealed record SeasonInput
{
    [Required]
    public DateOnly? First { get; init; }

    [Required]
    public DateOnly? Last { get; init; }

    [Required, Range(0, AppraisalSeason.DistanceAtMost)]
    public int? Distance { get; init; }
}

public sealed class StateSeasonModel(SeasonDesk desk, Viewer viewer, Rules rules, Words words) : PageModel
{
    [BindProperty]
    public SeasonInput Input { get; set; } = new();

    public UnitSeason Unit { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid unit, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(unit, cancellationToken))
        {
            return NotFound();
        }

        Input = new SeasonInput
        {
            First = Unit.Window?.First,
            Last = Unit.Window?.Last,
            Distance = Unit.Window?.Distance ?? rules.Partners.AppraisalDistanceDays,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid unit, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(unit, cancellationToken))
        {
            return NotFound();
        }

        if (Input.Last < Input.First)
        {
            ModelState.AddModelError("Input.Last", words["partners.seasons.order"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        await desk.StateAsync(viewer, UnitId.From(unit), Input.First!.Value, Input.Last!.Value, Input.Distance, cancellationToken);
        return this.Onward(PartnersLinks.Seasons, "partners.flash.season");
    }

    public async Task<IActionResult> OnPostLiftAsync(Guid unit, CancellationToken cancellationToken) =>
        await desk.LiftAsync(viewer, UnitId.From(unit), cancellationToken)
            ? this.Onward(PartnersLinks.Seasons, "partners.flash.season_lifted")
            : NotFound();

    private async Task<bool> LoadAsync(Guid unit, CancellationToken cancellationToken)
    {
        if (!SeasonDesk.MayState(viewer) || await desk.FindAsync(viewer, UnitId.From(unit), cancellationToken) is not { } found)
        {
            return false;
        }

        Unit = found;
        return true;
    }
}
