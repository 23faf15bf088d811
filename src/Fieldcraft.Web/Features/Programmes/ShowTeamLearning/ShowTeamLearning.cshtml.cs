using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Programmes.ShowTeamLearning;

/// <summary>The room: the modules that are going on or next, and the programmes they belong to.</summary>
public sealed class ShowTeamLearningModel(ProgrammeReading reading, NextInTeamLearning next, Words words, Viewer viewer, TimeProvider clock)
    : PageModel
{
    public IReadOnlyList<ModuleLine> Modules { get; private set; } = [];

    public IReadOnlyList<ProgrammeLine> Programmes { get; private set; } = [];

    public DateOnly Today { get; } = words.Today(clock.GetUtcNow());

    public TeamLearningStep? Next { get; private set; }

    public bool MayBegin => viewer.MayLeadProgrammes();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Modules = await reading.GoingOnAsync(cancellationToken);
        Programmes = await reading.ListAsync(cancellationToken);
        Next = await next.FindAsync(Modules.FirstOrDefault(m => m.IsPublished && m.WindowEnd > Today), words, cancellationToken);
    }

    public string StateOf(ModuleLine module) => module.StateIn(words, Today);
}
