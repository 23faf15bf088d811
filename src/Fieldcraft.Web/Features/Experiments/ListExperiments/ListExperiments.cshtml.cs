using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Experiments.ListExperiments;

public sealed class ListExperimentsModel(ExperimentReading reading, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<OpenExperiment> Experiments { get; private set; } = [];

    public DateOnly Today => words.Today(clock.GetUtcNow());

    /// <summary>The experiment after which older ones follow.</summary>
    public ExperimentId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? ExperimentId.From(id) : (ExperimentId?)null;
        var found = await reading.ListAsync(viewer, after, ExperimentReading.PageSize + 1, cancellationToken);
        Experiments = [.. found.Take(ExperimentReading.PageSize)];
        More = found.Count > ExperimentReading.PageSize ? Experiments[^1].Id : null;
    }
}
