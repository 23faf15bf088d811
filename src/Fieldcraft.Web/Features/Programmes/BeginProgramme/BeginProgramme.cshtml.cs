using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Embedding;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Programmes.BeginProgramme;

public sealed class BeginProgrammeModel(FieldcraftDb db, ProgrammeDesk desk, LookBackDesk lookBacks, Viewer viewer) : PageModel
{
    [BindProperty]
    public ProgrammeInput Input { get; set; } = new();

    public ProgrammeChoices Choices { get; private set; } = null!;

    /// <summary>What the last programme taught.</summary>
    public LastLessons? Last { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!viewer.MayLeadProgrammes())
        {
            return NotFound();
        }

        Choices = await ProgrammeChoices.ReadAsync(db, cancellationToken);
        Last = await lookBacks.LastAsync(null, cancellationToken);
        Input = Input with { Unit = Choices.Units is [var top, ..] ? Guid.Parse(top.Value) : null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!viewer.MayLeadProgrammes())
        {
            return NotFound();
        }

        Choices = await ProgrammeChoices.ReadAsync(db, cancellationToken);
        Last = await lookBacks.LastAsync(null, cancellationToken);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var begun = await desk.BeginAsync(Input.ToFacts(), cancellationToken);
        return begun.Refusal is { } refusal
            ? this.Refused(refusal)
            : this.Onward(ProgrammesLinks.AddModule(begun.Value), "programmes.flash.begun");
    }
}
