using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.LookingBack;

/// <summary>What a programme taught those who taught it.</summary>
public sealed class ReadLessonsModel(ProgrammeReading programmes, LookBackDesk desk, Viewer viewer) : PageModel
{
    public OpenProgramme Programme { get; private set; } = null!;

    public IReadOnlyList<Lesson> Lessons { get; private set; } = [];

    public bool MayLookBack => Enum.GetValues<LookBackFrom>().Any(viewer.MayLookBack);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.MayReadGuides() || await programmes.FindAsync(ProgrammeId.From(id), cancellationToken) is not { } programme)
        {
            return NotFound();
        }

        Programme = programme;
        Lessons = await desk.LessonsAsync(programme.Id, cancellationToken);
        return Page();
    }
}
