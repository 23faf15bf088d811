using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Moves;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Moves.ListMoves;

public sealed class ListMovesModel(MovesReading reading, MovesDesk desk, Viewer viewer) : PageModel
{
    private const int Shown = 30;

    [BindProperty, Required, MaxLength(MoveContent.TitleLength)]
    public string Subject { get; set; } = "";

    public IReadOnlyList<OpenMoves> Comparisons { get; private set; } = [];

    public Standing Standing { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return this.Again();
        }

        var begun = await desk.BeginAsync(viewer, MoveContent.Begin(Subject.Trim()), cancellationToken);
        if (begun.Refusal is { } refusal)
        {
            await LoadAsync(cancellationToken);
            return this.Refused(refusal);
        }

        return this.Onward(MovesLinks.One(begun.Value!.Id), "moves.flash.begun");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        (Comparisons, Standing) = await reading.BesideAsync(viewer, Shown, cancellationToken);
}
