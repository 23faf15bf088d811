using System.Globalization;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.ShowZone;

/// <summary>What the guard finds, and the arithmetic behind it; what goes in can be changed in place, tried out or kept.</summary>
public sealed class ShowZoneModel(ProfileReading reading, AssignmentsWriting writing, Rules rules, Viewer viewer) : PageModel
{
    [BindProperty]
    public Dictionary<string, string?> Demand { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Readiness { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Support { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Sizes { get; set; } = [];

    [BindProperty]
    public string? Efficacy { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OpenProfile? Whole { get; private set; }

    /// <summary>What the result is worked out from: what is kept, or what is only tried out.</summary>
    public ProfileRatings Ratings { get; private set; } = new();

    public GuardResult? Result { get; private set; }

    public bool IsTriedOut { get; private set; }

    public bool Changed { get; private set; }

    public bool IsQuick => !Ratings.HasReadiness && Ratings.HasHotParts;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } whole)
        {
            return NotFound();
        }

        Show(whole.Ratings);
        Version = whole.Version;
        return Page();
    }

    /// <summary>Works it out with other answers. Nothing is kept.</summary>
    public async Task<IActionResult> OnPostTryOutAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } whole)
        {
            return NotFound();
        }

        Show(Said(whole.Ratings));
        IsTriedOut = true;
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken cancellationToken)
    {
        var kept = await writing.RateAsync(viewer, AssignmentId.From(id), Said, Version, cancellationToken);
        if (kept.Kept == Kept.Done)
        {
            return this.Onward(AssignmentsLinks.Zone(AssignmentId.From(id)), "zone_page.flash.kept");
        }

        if (await LoadAsync(id, cancellationToken) is not { } whole)
        {
            return NotFound();
        }

        Show(Said(whole.Ratings));
        (Changed, Version) = (true, whole.Version);
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<OpenProfile?> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        Whole = await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken);

    private void Show(ProfileRatings ratings)
    {
        Ratings = ratings;
        Result = (Whole! with { Ratings = ratings }).Guard(rules);
    }

    private ProfileRatings Said(ProfileRatings before) =>
        before with
        {
            Demand = RatingInput.Merge(before.Demand, ChallengeDimension.Task.Select(d => d.Id).Where(Demand.ContainsKey), Demand),
            Readiness = RatingInput.Merge(
                before.Readiness,
                ChallengeDimension.Task.Select(d => d.Id).Where(Readiness.ContainsKey),
                Readiness
            ),
            Obstacles = RatingInput.Merge(
                before.Obstacles,
                ChallengeDimension.Obstacles.Select(d => d.Id).Where(Demand.ContainsKey),
                Demand
            ),
            Support = RatingInput.Merge(before.Support, SupportItem.All.Select(s => s.Id).Where(Support.ContainsKey), Support),
            Efficacy = Efficacy is null ? before.Efficacy : RatingInput.Number(Efficacy, 1, 5),
            HotParts =
            [
                .. before.HotParts.Select(
                    (part, i) =>
                        Sizes.TryGetValue(i.ToString(CultureInfo.InvariantCulture), out var size)
                            ? part with
                            {
                                Size = RatingInput.Number(size, 1, GuardRules.ScaleTop),
                            }
                            : part
                ),
            ],
        };
}
