using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Readiness.Planning;

/// <summary>The proposal as a whole: who, where, when, with whom; what does not fit and why. Nothing is planned until it is taken.</summary>
public sealed class ProposePreviewsModel(ProposalDesk desk, Viewer viewer, Words words) : PageModel
{
    public OpenProposal Open { get; private set; } = null!;

    public string ShiftWord(string shift) => words.Has($"ready.shift.{shift}") ? words[$"ready.shift.{shift}"] : shift;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? fingerprint, List<int> only, CancellationToken cancellationToken)
    {
        if (await desk.TakeAsync(viewer, ModuleId.From(id), fingerprint, only, cancellationToken) is not { } taken)
        {
            return NotFound();
        }

        return taken.Refusal is not { } refusal ? this.Onward(ReadinessLinks.Previews(ModuleId.From(id)), "ready.flash.taken")
            : await LoadAsync(id, cancellationToken) ? this.Refused(refusal)
            : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.ProposeAsync(viewer, ModuleId.From(id), cancellationToken) is not { } open)
        {
            return false;
        }

        Open = open;
        return true;
    }
}
