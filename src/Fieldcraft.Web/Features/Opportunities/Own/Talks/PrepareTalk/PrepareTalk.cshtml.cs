using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Opportunities.Own.Book;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Own.Talks.PrepareTalk;

/// <summary>Five to seven questions for a talk with one customer.</summary>
public sealed class PrepareTalkModel(TalkDesk talks, ProviderBook book, ProbingQuestions known, Rules rules, Words words, Viewer viewer)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Customer { get; set; }

    [BindProperty(Name = "q")]
    public List<string> Chosen { get; set; } = [];

    public OpenEntry With { get; private set; } = null!;

    public int AtMost => rules.Opportunities.QuestionsAtMost;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var questions = Chosen.Select(known.Find).OfType<ProbingQuestion>().Distinct().Select(q => q.Id).ToList();
        if (questions.Count == 0)
        {
            ModelState.AddModelError("", words["opportunities.questions.none"]);
            return this.Again();
        }

        return await talks.PrepareAsync(viewer, With.Id, questions, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            { Value: { } made } => this.Onward(OpportunitiesLinks.Talk(made.Id), "opportunities.flash.prepared"),
            _ => throw new InvalidOperationException(),
        };
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (
            await book.FindAsync(viewer, ProviderEntryId.From(Customer), cancellationToken)
            is not { Kind: ProviderEntryKind.Customer } found
        )
        {
            return false;
        }

        With = found;
        return true;
    }
}
