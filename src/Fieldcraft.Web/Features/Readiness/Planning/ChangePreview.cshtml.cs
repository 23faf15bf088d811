using Fieldcraft.Domain.Readiness;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Readiness.Planning;

/// <summary>Another day, place or facilitator; everybody with a seat is told.</summary>
public sealed class ChangePreviewModel(LeadersReading leaders, PreparationReading reading, PreparationDesk desk, Viewer viewer, Words words)
    : PreviewForm(leaders, words)
{
    public PreparationLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = PreviewInput.Of(Line);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var facts = Input.Facts(await ZoneAsync(viewer.TimeZone, cancellationToken)) with { Kind = Line.Kind };
        Say(ModelState, facts.Problems());
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await desk.DescribeAsync(viewer, Line.Id, Input.Version, facts, cancellationToken) is not { } done ? NotFound()
            : done.Refusal is { } refusal ? this.Refused(refusal)
            : this.Onward(ReadinessLinks.Event(Line.Id), "ready.flash.changed");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            !viewer.MayPlanPreparation() || await reading.LineAsync(viewer, PreparationEventId.From(id), cancellationToken) is not { } found
        )
        {
            return false;
        }

        Line = found.Line;
        await LoadAsync(found.Module, cancellationToken);
        return true;
    }
}
