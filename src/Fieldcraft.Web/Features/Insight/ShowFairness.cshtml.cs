using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>A group with its figure for each measure that is compared.</summary>
public sealed record FairnessLine(string Name, IReadOnlyList<GroupValue> Values);

/// <summary>Access to challenge and support, group beside group (DOMAIN 9.5).</summary>
public sealed class ShowFairnessModel(InsightDesk desk, Viewer viewer, Words words) : PageModel
{
    /// <summary>Marks that groups are compared by; those who lead people are the ones who are counted, so that leading tells nothing apart.</summary>
    public static readonly IReadOnlyList<ReleaseMark> Marks = [ReleaseMark.Employment, ReleaseMark.Tenure];

    public static readonly IReadOnlyList<QuarterMeasure> Compared =
    [
        .. QuarterMeasures.All.Where(m => m.Topic is InsightTopic.Challenge or InsightTopic.Support),
    ];

    public InsightView View { get; private set; } = null!;

    public IReadOnlyList<FairnessLine> Lines { get; private set; } = [];

    public bool HasWithheld => Lines.Any(l => l.Values.Any(v => v.IsWithheld));

    public async Task<IActionResult> OnGetAsync([FromQuery] InsightQuery query, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(viewer, query, cancellationToken) is not { Release: not null } view)
        {
            return NotFound();
        }

        var byMeasure = Compared.Select(m => view.Lines(m.Id)).ToList();
        View = view;
        Lines =
        [
            new FairnessLine(words["insight.together"], [.. Compared.Select(m => view.Of(m.Id))]),
            .. byMeasure[0].Select((line, i) => new FairnessLine(InsightWords.NameOf(words, line), [.. byMeasure.Select(m => m[i].Value)])),
        ];
        return Page();
    }
}
