using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Checks.Own;

/// <summary>What is fixed from now on, before it is. Too few raters are a warning and not a bar: a small team has no more.</summary>
public sealed class LaunchCheckModel(ChecksReading reading, CheckDesk desk, Rules rules, Viewer viewer) : PageModel
{
    public OwnCheck Own { get; private set; } = null!;

    public IReadOnlyList<OwnRater> Raters { get; private set; } = [];

    public Rules Rules => rules;

    public IEnumerable<GroupBalance> Thin => GroupBalance.Of(Raters.Select(r => r.Group), rules.Checks).Where(g => !g.IsEnough);

    public bool TooManyBosses => Raters.Count(r => r.Group == RaterGroup.Boss) > rules.Checks.BossesAtMost;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.LaunchAsync(viewer, LeadershipCheckId.From(id), cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => this.Onward(ChecksLinks.One(LeadershipCheckId.From(id)), "checks.flash.launched"),
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, LeadershipCheckId.From(id), cancellationToken) is not { } own)
        {
            return false;
        }

        Own = own;
        Raters = await reading.RatersAsync(viewer, own.Id, cancellationToken);
        return true;
    }
}
