using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Programmes.BeginProgramme;

public sealed class DescribeProgrammeModel(FieldcraftDb db, ProgrammeReading reading, ProgrammeDesk desk, Viewer viewer) : PageModel
{
    [BindProperty]
    public ProgrammeInput Input { get; set; } = new();

    public OpenProgramme Programme { get; private set; } = null!;

    public ProgrammeChoices Choices { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new ProgrammeInput
        {
            Name = Programme.Name,
            Purpose = Programme.Purpose,
            Unit = Programme.UnitId.Value,
            Sponsor = Programme.SponsorId?.Value,
            Version = Programme.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? Answer(
                await desk.DescribeAsync(Programme.Id, Input.Version, Input.ToFacts(), cancellationToken),
                "programmes.flash.described"
            )
            : this.Again();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        return Answer(await desk.EndAsync(Programme.Id, Input.Version, cancellationToken), "programmes.flash.ended");
    }

    private IActionResult Answer(Outcome? outcome, string flash)
    {
        if (outcome is not { } done)
        {
            return NotFound();
        }

        if (done.Refusal is not { } refusal)
        {
            return this.Onward(ProgrammesLinks.Programme(Programme.Id), flash);
        }

        ModelState.Remove("Input.Version");
        Input = Input with { Version = Programme.Version };
        return this.Refused(refusal);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await reading.FindAsync(ProgrammeId.From(id), cancellationToken) is not { } programme
            || !(viewer.MayLeadProgrammes() || programme.LeadId == viewer.PersonId)
        )
        {
            return false;
        }

        Programme = programme;
        Choices = await ProgrammeChoices.ReadAsync(db, cancellationToken);
        return true;
    }
}
