using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Own.Talks.ChooseAgain;

/// <summary>Other questions for a talk that is prepared; those that stay keep their place.</summary>
public sealed class ChooseAgainModel(TalkDesk talks, ProbingQuestions known, Words words, Viewer viewer) : PageModel
{
    [BindProperty(Name = "q")]
    public List<string> Chosen { get; set; } = [];

    public OpenTalk Talk { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Chosen = [.. Talk.Questions];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var chosen = Chosen.Where(q => known.Find(q) is not null).Distinct().ToList();
        var ordered = Talk.Questions.Where(chosen.Contains).Concat(chosen.Except(Talk.Questions)).ToList();
        if (ordered.Count == 0)
        {
            ModelState.AddModelError("", words["opportunities.questions.none"]);
            return this.Again();
        }

        var saved = await talks.ChooseAsync(viewer, Talk.Id, version, ordered, cancellationToken);
        return saved.End switch
        {
            SaveEnd.Saved => this.Onward(OpportunitiesLinks.Talk(Talk.Id)),
            SaveEnd.Refused => this.Refused(saved.Refusal!),
            SaveEnd.NotFound => NotFound(),
            _ => this.Onward(OpportunitiesLinks.Talk(Talk.Id), "opportunities.flash.meanwhile"),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await talks.FindAsync(viewer, CustomerDialogueId.From(id), cancellationToken) is not { } talk)
        {
            return false;
        }

        Talk = talk;
        return true;
    }
}
