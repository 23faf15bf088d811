using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Strategy;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Pulses.Own;

/// <summary>Pulses around the viewer: to answer, running, and with results.</summary>
public sealed class ListPulsesModel(PulseReading reading, PulseAnswering answering, PulseDesk desk, FieldcraftDb db, Viewer viewer)
    : PageModel
{
    private const int UnitsOffered = 60;

    public AskedPulse? ToAnswer { get; private set; }

    public IReadOnlyList<PulseLine> Pulses { get; private set; } = [];

    /// <summary>Units in which the viewer can open one.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    [BindProperty]
    public Guid? Unit { get; set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Unit is not { } unit
            ? NotFound()
            : await desk.OpenAsync(viewer, UnitId.From(unit), cancellationToken) switch
            {
                null => NotFound(),
                { Refusal: { } refusal } => this.Refused(refusal),
                { Value: var pulse } => this.Onward(PulsesLinks.One(pulse!.Id), "pulses.flash.opened"),
            };
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        ToAnswer = await answering.ToAnswerAsync(viewer, cancellationToken);
        Pulses = await reading.ListAsync(viewer, cancellationToken);
        if (viewer.IsLearningTeam())
        {
            Units =
            [
                .. (
                    await db
                        .Units.AsNoTracking()
                        .OrderBy(u => u.Path.Length)
                        .ThenBy(u => u.NameKey)
                        .Take(UnitsOffered)
                        .ToListAsync(cancellationToken)
                ).Where(u => viewer.MayRunPulses(u.Path)),
            ];
        }
    }
}
