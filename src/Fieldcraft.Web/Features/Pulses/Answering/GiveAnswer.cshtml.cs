using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Pulses.Answering;

/// <summary>Answers a pulse with a code, without an account. Opening the page uses nothing up.</summary>
public sealed class GiveAnswerModel(PulseAnswering answering, Throttle throttle, Words words) : PageModel
{
    public AskedPulse? Pulse { get; private set; }

    /// <summary>The device stands somewhere and many use it.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Kiosk { get; set; }

    [BindProperty]
    public Dictionary<string, int?> Said { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await this.TooManyAsync(PulseAnswering.Tries, throttle, cancellationToken) is { } wait)
        {
            return wait;
        }

        Pulse = await answering.LookAsync(code, cancellationToken);
        return NotThere() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (await this.TooManyAsync(PulseAnswering.Tries, throttle, cancellationToken) is { } wait)
        {
            return wait;
        }

        Pulse = await answering.LookAsync(code, cancellationToken);
        if (NotThere() is { } gone)
        {
            return gone;
        }

        if (PulseAnswerInput.Read(Said) is not { Count: > 0 } answers)
        {
            ModelState.AddModelError("", words["pulses.nothing_said"]);
            return this.Again();
        }

        if (await answering.AnswerAsync(code, answers, cancellationToken))
        {
            return Redirect(PulsesLinks.ThanksAt(Kiosk));
        }

        Pulse = null;
        return NotThere()!;
    }

    /// <summary>A code that is wrong, used or too late is told alike, with what to do.</summary>
    private PageResult? NotThere()
    {
        if (Pulse is not null)
        {
            return null;
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
