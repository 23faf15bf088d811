using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.LookingBack;

public sealed record LookBackInput
{
    [MaxLength(LookBack.TextLength)]
    public string? Keep { get; init; }

    [MaxLength(LookBack.TextLength)]
    public string? Change { get; init; }

    [MaxLength(LookBack.TextLength)]
    public string? TryNext { get; init; }

    public bool IsNamed { get; init; }

    public LookBackSaid ToSaid() => new(Keep, Change, TryNext, IsNamed);
}

/// <summary>What a leader or a site would do differently, about a module or the whole programme: three short fields.</summary>
public sealed class WriteLookBackModel(ProgrammeReading programmes, LookBackDesk desk, Words words, Viewer viewer, TimeProvider clock)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Module { get; set; }

    [BindProperty(SupportsGet = true)]
    public LookBackFrom? From { get; set; }

    [BindProperty]
    public LookBackInput Input { get; set; } = new();

    public OpenProgramme Programme { get; private set; } = null!;

    public IReadOnlyList<ModuleLine> Begun { get; private set; } = [];

    /// <summary>As whom the viewer may look back.</summary>
    public IReadOnlyList<LookBackFrom> Sides { get; } = [.. Enum.GetValues<LookBackFrom>().Where(viewer.MayLookBack)];

    private DateOnly Today { get; } = words.Today(clock.GetUtcNow());

    private ModuleId? About => Module is { } module ? ModuleId.From(module) : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (await desk.OwnAsync(Programme.Id, About, From!.Value, cancellationToken) is { } mine)
        {
            Input = new LookBackInput
            {
                Keep = mine.Keep,
                Change = mine.Change,
                TryNext = mine.TryNext,
                IsNamed = mine.IsNamed,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.IsValid && Input.ToSaid().Problems().Count > 0)
        {
            ModelState.AddModelError("Input.Keep", words["embedding.look_back.one"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await desk.WriteAsync(Programme.Id, About, From!.Value, Input.ToSaid(), Today, cancellationToken);
        return outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(EmbeddingLinks.Lessons(Programme.Id), "embedding.flash.looked_back"),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Sides.Count == 0 || await programmes.FindAsync(ProgrammeId.From(id), cancellationToken) is not { } programme)
        {
            return false;
        }

        Programme = programme;
        Begun = [.. programme.Modules.Where(m => m.IsPublished && m.WindowStart <= Today)];
        From = From is { } side && Sides.Contains(side) ? side : Sides[0];
        return true;
    }
}
