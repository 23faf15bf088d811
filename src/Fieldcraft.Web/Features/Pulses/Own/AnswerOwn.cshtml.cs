using Fieldcraft.Domain.Pulses;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Pulses.Own;

/// <summary>Answers a pulse signed in; the answer is no nearer to the person than one given with a code.</summary>
public sealed class AnswerOwnModel(PulseAnswering answering, Viewer viewer, Words words) : PageModel
{
    public AskedPulse? Pulse { get; private set; }

    [BindProperty]
    public Dictionary<string, int?> Said { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Pulse = await answering.LookAsync(viewer, PulseId.From(id), cancellationToken)) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((Pulse = await answering.LookAsync(viewer, PulseId.From(id), cancellationToken)) is null)
        {
            return NotFound();
        }

        if (PulseAnswerInput.Read(Said) is not { Count: > 0 } answers)
        {
            ModelState.AddModelError("", words["pulses.nothing_said"]);
            return this.Again();
        }

        return await answering.AnswerAsync(viewer, PulseId.From(id), answers, cancellationToken)
            ? Redirect(PulsesLinks.Thanks)
            : NotFound();
    }
}
