using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.OnTheFloor.Here;

/// <summary>Saying that one is here, by number and PIN: the same on the own phone and on a tablet that is passed around. It says nothing about anybody.</summary>
// Nobody is signed in here; number and PIN are what nobody else can send.
[IgnoreAntiforgeryToken]
internal abstract class ArrivePage(AttendanceDesk desk, Words words) : PageModel
{
    [BindProperty, MaxLength(SignInAccount.UserNameLength)]
    public string? Number { get; set; }

    [BindProperty, MaxLength(PersonPin.Longest)]
    public string? Pin { get; set; }

    public OpenDoor Door { get; private set; } = null!;

    public string Code { get; private set; } = "";

    /// <summary>What came of it; null before.</summary>
    public Arrival? Arrival { get; private set; }

    protected AttendanceDesk Desk => desk;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken) =>
        await LoadAsync(code, cancellationToken) ? Page() : await ShutAsync(cancellationToken);

    protected async Task<bool> LoadAsync(string code, CancellationToken cancellationToken)
    {
        Code = code;
        Door = (await desk.FindAsync(code, cancellationToken))!;
        return Door is not null;
    }

    protected async Task<IActionResult> ArriveByPinAsync(AttendanceWay way, CancellationToken cancellationToken)
    {
        if (!OwnOrigin.IsOwn(Request))
        {
            return BadRequest();
        }

        if (string.IsNullOrWhiteSpace(Number) || string.IsNullOrWhiteSpace(Pin))
        {
            ModelState.AddModelError(string.IsNullOrWhiteSpace(Number) ? nameof(Number) : nameof(Pin), words["error.required"]);
        }

        return ModelState.IsValid ? Answer(await desk.ArriveAsync(Door, Number!, Pin!, way, null, cancellationToken)) : this.Again();
    }

    /// <summary>The page says what came of it.</summary>
    protected IActionResult Answer(ArrivalTry tried)
    {
        Arrival = tried.Arrival;
        switch (tried)
        {
            case { Wait: { } wait }:
                return this.TooMany(wait, "floor.wait");
            case { Refusal: { } refusal }:
                return this.Refused(refusal);
            case { Arrival: null }:
                ModelState.AddModelError("", words["floor.pin.wrong"]);
                return this.Again();
            default:
                // Nothing of it stays in the fields for whoever is next.
                (Number, Pin) = (null, null);
                ModelState.Clear();
                return Page();
        }
    }

    /// <summary>There is no such session now. The page to type a code says so, and tries are counted.</summary>
    protected async Task<IActionResult> ShutAsync(CancellationToken cancellationToken)
    {
        if (await desk.CountWrongDoorAsync(cancellationToken) is { } wait)
        {
            Response.SetTooMany(wait);
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return NotFound();
    }
}
