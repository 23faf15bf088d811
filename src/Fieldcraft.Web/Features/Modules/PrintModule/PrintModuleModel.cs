using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Modules.PrintModule;

/// <summary>What the papers of a module share: the edition, in the reader's language or another one it is written in.</summary>
public abstract class PrintModuleModel(ModuleReading reading, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Edition { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? In { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Halves { get; set; }

    public OpenModule Open { get; private set; } = null!;

    public ModuleContent Says { get; private set; } = null!;

    /// <summary>Null while it is a draft.</summary>
    public EditionLine? Line { get; private set; }

    public string Language { get; private set; } = "en";

    public string Direction => LanguageNames.DirectionOf(Language);

    /// <summary>Whether leaders alone read it.</summary>
    protected abstract bool IsForTeaching { get; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((IsForTeaching && !viewer.MayReadGuides()) || await reading.FindAsync(ModuleId.From(id), cancellationToken) is not { } open)
        {
            return NotFound();
        }

        Open = open;
        if (Edition is { } edition)
        {
            if (await reading.EditionAsync(open.Id, ModuleEditionId.From(edition), cancellationToken) is not { } found)
            {
                return NotFound();
            }

            (Line, Says) = found;
        }
        else if (open.Content is { } content)
        {
            (Line, Says) = (open.Edition, content);
        }
        else
        {
            return NotFound();
        }

        Language = Says.Languages.FirstOrDefault(l => l == (In ?? viewer.Language)) ?? Says.Language;
        await LoadAsync(cancellationToken);
        return Page();
    }

    public string Say(LocalText text) => text.In(Language, Says.Language);

    protected virtual Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
