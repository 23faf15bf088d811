using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Loop.SubmitIdea;

/// <summary>One field on a phone. A leader may send the idea up at once, where the place for it is free.</summary>
public sealed class SubmitIdeaModel(OwnIdeas own, LoopDesk desk, FieldcraftDb db, Viewer viewer, Words words, TimeProvider clock)
    : PageModel
{
    [BindProperty, Required, MaxLength(TeamIdea.TextLength)]
    public string Text { get; set; } = "";

    [BindProperty]
    public bool Named { get; set; }

    [BindProperty]
    public bool Forward { get; set; }

    [BindProperty]
    public Guid Module { get; set; }

    public IReadOnlyList<Choice> Modules { get; private set; } = [];

    public bool MayForward => viewer.HasReports;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Module = Modules is [var first, ..] ? Guid.Parse(first.Value) : default;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return this.Again();
        }

        if (await own.SourceAsync(viewer, ModuleId.From(Module), cancellationToken) is not { } source)
        {
            return NotFound();
        }

        desk.Submit(viewer, source, Text, Named, Forward && MayForward);
        await db.SaveChangesAsync(cancellationToken);
        return this.Onward(LoopLinks.List, "loop.flash.submitted");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Modules = [
            .. (await own.ModulesAsync(viewer, words.Today(clock.GetUtcNow()), cancellationToken)).Select(m => new Choice(
                m.Id.Value.ToString(),
                m.Title
            )),
        ];
}
