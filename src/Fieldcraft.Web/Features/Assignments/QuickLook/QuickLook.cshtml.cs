using System.Globalization;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.QuickLook;

/// <summary>The quick form (DOMAIN 15.3): the three hottest parts and who helps. Every change is kept; half of it is fine.</summary>
public sealed class QuickLookModel(ProfileReading reading, AssignmentsWriting writing, Rules rules, Viewer viewer, TimeProvider clock)
    : PageModel
{
    [BindProperty]
    public List<string?> Names { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Sizes { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Support { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public OpenProfile? Whole { get; private set; }

    public bool Changed { get; private set; }

    public int PartCount => rules.Guard.QuickParts;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } whole)
        {
            return NotFound();
        }

        Fill(whole);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Names.Any(n => n?.Trim().Length > HotPart.NameLength))
        {
            return Request.IsAutosave() ? this.NotSaved("inquiry.too_long") : BadRequest();
        }

        var kept = await writing.RateAsync(viewer, AssignmentId.From(id), Said, Version, cancellationToken);
        switch (kept.Kept)
        {
            case Kept.Missing:
                return NotFound();
            case Kept.Done:
                return Request.IsAutosave()
                    ? this.Saved(clock.GetUtcNow(), kept.Version)
                    : this.Onward(AssignmentsLinks.Zone(AssignmentId.From(id)));
            default:
                var whole = (await LoadAsync(id, cancellationToken))!;
                if (Request.IsAutosave())
                {
                    return this.SavedMeanwhile(Fields(whole.Ratings), whole.Version);
                }

                Version = whole.Version;
                Changed = true;
                ModelState.Clear();
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
        }
    }

    public string? NameOf(int part) => Names.ElementAtOrDefault(part);

    private async Task<OpenProfile?> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        Whole = await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken);

    private void Fill(OpenProfile whole)
    {
        Version = whole.Version;
        Names = [.. whole.Ratings.HotParts.Select(p => p.Name)];
        Sizes = whole
            .Ratings.HotParts.Select((p, i) => (i, p.Size))
            .Where(p => p.Size is not null)
            .ToDictionary(p => Spelt(p.i), p => (string?)Spelt(p.Size!.Value), StringComparer.Ordinal);
        Support = RatingInput.Spell(whole.Ratings.Support);
    }

    private ProfileRatings Said(ProfileRatings before) =>
        before with
        {
            HotParts =
            [
                .. Enumerable
                    .Range(0, PartCount)
                    .Select(i => new HotPart(
                        string.IsNullOrWhiteSpace(NameOf(i)) ? null : NameOf(i)!.Trim(),
                        RatingInput.Number(Sizes.GetValueOrDefault(Spelt(i)), 1, GuardRules.ScaleTop)
                    )),
            ],
            Support = RatingInput.Merge(before.Support, SupportItem.All.Select(s => s.Id), Support),
        };

    private Dictionary<string, string> Fields(ProfileRatings theirs) =>
        theirs.HotParts.Select((p, i) => (i, p.Name)).ToDictionary(p => $"Names[{Spelt(p.i)}]", p => p.Name ?? "", StringComparer.Ordinal);

    private static string Spelt(int number) => number.ToString(CultureInfo.InvariantCulture);
}
