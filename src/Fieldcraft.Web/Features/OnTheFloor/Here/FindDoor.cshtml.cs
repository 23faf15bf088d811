using System.ComponentModel.DataAnnotations;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.OnTheFloor.Here;

/// <summary>For a phone whose camera does not read the picture: the code that stands below it.</summary>
// Nobody is signed in here, and nothing but a code is sent.
[IgnoreAntiforgeryToken]
internal sealed class FindDoorModel(AttendanceDesk desk, Words words) : PageModel
{
    [BindProperty, Required, MaxLength(20)]
    public string Code { get; set; } = "";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (await desk.FindAsync(Code, cancellationToken) is not null)
        {
            return Redirect(FloorLinks.Door(Uri.EscapeDataString(Code.Trim())));
        }

        if (await desk.CountWrongDoorAsync(cancellationToken) is { } wait)
        {
            return this.TooMany(wait);
        }

        ModelState.AddModelError(nameof(Code), words["floor.door.none"]);
        return this.Again();
    }
}
