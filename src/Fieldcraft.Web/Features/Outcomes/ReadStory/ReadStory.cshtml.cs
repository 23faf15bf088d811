using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Web.Features.Outcomes.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.ReadStory;

/// <summary>A story of one page, as its leader let it be shown.</summary>
public sealed class ReadStoryModel(CaseReading reading) : PageModel
{
    public OpenCase Case { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Case = (await reading.StoryAsync(SuccessCaseId.From(id), cancellationToken))!;
        return Case is null ? NotFound() : Page();
    }
}
