using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Pulses.Answering;

/// <summary>Thanks. On a device that many use it goes back by itself, with script and without: nothing here is anybody's.</summary>
public sealed class PulseThanksModel : PageModel
{
    private const int Seconds = 8;

    [BindProperty(SupportsGet = true)]
    public bool Kiosk { get; set; }

    public void OnGet()
    {
        if (Kiosk)
        {
            Response.Headers["Refresh"] = $"{Seconds}; url={PulsesLinks.Kiosk}";
        }
    }
}
