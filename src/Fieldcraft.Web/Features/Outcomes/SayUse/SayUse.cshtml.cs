using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Outcomes.Use;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.SayUse;

/// <summary>One tap for the team: have we used it, and with an effect.</summary>
public sealed class SayUseModel(UseDesk desk, Words words, TimeProvider clock) : PageModel
{
    public UseQuestion Question { get; private set; } = null!;

    public bool IsAsked => words.Today(clock.GetUtcNow()) >= Question.AskedFrom;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, UseAnswer? answer, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (answer is not { } said || !ModelState.IsValid)
        {
            ModelState.AddModelError("", words["outcomes.use.choose"]);
            return this.Again();
        }

        return await desk.SayAsync(Question.Module.Id, said, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(OutcomesLinks.Use(Question.Module.Id), "outcomes.flash.use"),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Question = (await desk.FindAsync(ModuleId.From(id), cancellationToken))!;
        return Question is not null;
    }
}
