using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Prepare.ChooseQuestions;

/// <summary>Questions to choose from, and a look at a sentence of one's own. Neither is kept.</summary>
public sealed class ChooseQuestionsModel(Words words) : PageModel
{
    [BindProperty, Required, MaxLength(Reframing.LengthAtMost)]
    public string Sentence { get; set; } = "";

    /// <summary>Chosen before; the card leads back here.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public List<string> Chosen { get; set; } = [];

    public TriedSentence Tried { get; private set; } = null!;

    public void OnGet()
    {
        ModelState.Clear();
        Tried = TriedSentence.None(OpportunitiesLinks.Change(Chosen), words);
    }

    public IActionResult OnPost()
    {
        Tried = TriedSentence.None(OpportunitiesLinks.Change(Chosen), words) with { Sentence = Sentence };
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        Tried = TriedSentence.Of(OpportunitiesLinks.Change(Chosen), Sentence, words);
        return Page();
    }
}
