using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Growth.ShowGrowth;

public sealed class ShowGrowthModel(GrowthReading reading, FrameworkReading frameworks, Rules rules, Viewer viewer) : PageModel
{
    /// <summary>How many gaps the opening page names; the others are one step away.</summary>
    private const int GapsNamed = 3;

    public GrowthPicture Now { get; private set; } = null!;

    public Catalogue Catalogue { get; private set; } = null!;

    /// <summary>The aims, the widest gap first.</summary>
    public IReadOnlyList<GapPicture> Gaps { get; private set; } = [];

    /// <summary>Those with something still to develop, as far as it is known.</summary>
    public IReadOnlyList<GapPicture> Widest => [.. Gaps.Where(g => g.Weight > 0).Take(GapsNamed)];

    public bool HasOthers => Now.Checks.Any(c => c.Report is not null);

    /// <summary>The one next step: its words, and where it leads. S2's order is kept: who, then gaps, then experiences, then the move.</summary>
    public (string Words, string Address) Next =>
        Now.Statement(StatementKind.Become) is null ? ("growth.next.become", GrowthLinks.Statement(StatementKind.Become))
        : Now.Aims.Aims.Count == 0 ? ("growth.next.aims", GrowthLinks.OwnView)
        : Now.Checks.Count == 0 ? ("growth.next.own_view", GrowthLinks.RateOwnView)
        : Widest is [var widest, ..] ? ("growth.next.experience", GrowthLinks.Experiences(widest.Capability))
        : ("growth.next.gaps", GrowthLinks.Gaps);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Catalogue = await frameworks.InUseAsync(cancellationToken);
        Now = await reading.ReadAsync(viewer, cancellationToken);
        Gaps = [.. GapPictures.Of(Now.Aims, Now.Checks, Catalogue, rules).Where(g => g.Aim is not null)];
    }
}
