using Fieldcraft.Web.Features.Insight.Views;
using Fieldcraft.Web.Features.Shared.Tables;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>One measure, group by group, as a picture with its table; and as a file.</summary>
public sealed class ShowMeasureModel(InsightDesk desk, KeptViewDesk views, TableFiles files, Viewer viewer, Words words)
    : KeepingPage(desk, views, viewer)
{
    public string Measure { get; private set; } = "";

    public IReadOnlyList<InsightLine> Lines { get; private set; } = [];

    /// <summary>Null where not one group can be drawn.</summary>
    public SharesPicture? Picture { get; private set; }

    /// <summary>What a line is called.</summary>
    public string NameOf(InsightLine line) => InsightWords.NameOf(words, line);

    public async Task<IActionResult> OnGetAsync(string measure, [FromQuery] InsightQuery query, CancellationToken cancellationToken) =>
        await LoadAsync(measure, query, cancellationToken)
            ? await files.AnswerAsync(
                this,
                measure,
                () => InsightSheets.ForFile(View, measure, words),
                () => InsightSheets.ForPaper(View, measure, words),
                cancellationToken
            )
            : NotFound();

    public async Task<IActionResult> OnPostAsync(string measure, [FromQuery] InsightQuery query, CancellationToken cancellationToken) =>
        await LoadAsync(measure, query, cancellationToken)
            ? await KeepAsync(measure, InsightLinks.Measure(measure, query), cancellationToken)
            : NotFound();

    private async Task<bool> LoadAsync(string measure, InsightQuery query, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(query, cancellationToken) || !InsightSheets.IsCounted(View, measure))
        {
            return false;
        }

        (Measure, Lines, Picture) = (measure, View.Lines(measure), SharesPicture.Of(View, measure, words));
        return true;
    }
}
