using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.CheckInOnStrain;

/// <summary>Two questions every two weeks, and one tick (DOMAIN 3.4). For the person alone.</summary>
public sealed class CheckInOnStrainModel(
    FieldcraftDb db,
    Vault vault,
    StrainStates strain,
    RhythmDesk rhythm,
    Words words,
    Viewer viewer,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public string? UsedUp { get; set; }

    [BindProperty]
    public string? Recovered { get; set; }

    [BindProperty]
    public bool TooMuch { get; set; }

    public StrainState State { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => State = await strain.ReadAsync(viewer, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var said = new StrainCheckIn(words.Today(now), RatingInput.Number(UsedUp, 1, 5), RatingInput.Number(Recovered, 1, 5), TooMuch);
        if (said is { TooMuchForMeNow: false, Mean: null })
        {
            ModelState.AddModelError("", words["check_in.both"]);
            State = await strain.ReadAsync(viewer, cancellationToken);
            return this.Again();
        }

        var id = Id.New<CheckInId>(now);
        db.Add(CheckIn.Write(id, viewer.PersonId, said, await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken), now));
        await rhythm.MarkStrainAsync(viewer.PersonId, await strain.PausesWithAsync(viewer, said, cancellationToken), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return this.Onward(AssignmentsLinks.CheckIn, "check_in.flash.kept");
    }
}
