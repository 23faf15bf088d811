using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Readiness.Planning;

/// <summary>Keeps a seat for one more leader; those of the same site stand first.</summary>
public sealed class InviteLeaderModel(LeadersReading leaders, PreparationReading reading, PreparationDesk desk, Viewer viewer) : PageModel
{
    [BindProperty, Required]
    public Guid? Leader { get; set; }

    public PreparedModule Module { get; private set; } = null!;

    public PreparationLine Line { get; private set; } = null!;

    public IReadOnlyList<Choice> Leaders { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await desk.InviteAsync(viewer, Line.Id, PersonId.From(Leader!.Value), cancellationToken) is not { } done ? NotFound()
            : done.Refusal is { } refusal ? this.Refused(refusal)
            : this.Onward(ReadinessLinks.Event(Line.Id), "ready.flash.invited");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            !viewer.MayPlanPreparation() || await reading.LineAsync(viewer, PreparationEventId.From(id), cancellationToken) is not { } found
        )
        {
            return false;
        }

        (Line, Module) = found;
        var sites = await leaders.SitesAsync(Module, cancellationToken);
        Leaders =
        [
            .. (await leaders.LeadersAsync(Module.UnitPath, sites, cancellationToken))
                .OrderBy(l => l.Site.Id == Line.SiteId ? 0 : 1)
                .Select(l => new Choice(l.Id.Value.ToString(), $"{l.Name}, {l.Site.Name}")),
        ];
        return true;
    }
}
