using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Pulses.Answering;

/// <summary>Where a code from a slip is typed in: on one's own phone, or at a device that many use.</summary>
public sealed class EnterCodeModel(Words words) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The device stands somewhere and many use it.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Kiosk { get; set; }

    public void OnGet() { }

    public IActionResult OnPost()
    {
        if (CodeText.Read(Code) is { } code)
        {
            return Redirect(PulsesLinks.Answer(code, Kiosk));
        }

        ModelState.AddModelError(nameof(Code), words["pulses.code.wrong"]);
        return this.Again();
    }
}
