using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.ChooseQuestions;

/// <summary>Questions to choose from, and a look at a sentence of one's own. Neither is kept.</summary>
public sealed class ChooseQuestionsModel(ProbingQuestions questions, Words words) : PageModel
{
    [BindProperty, Required, MaxLength(Reframing.LengthAtMost)]
    public string Sentence { get; set; } = "";

    /// <summary>Chosen before; the card leads back here.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public List<string> Chosen { get; set; } = [];

    public ProbingQuestions Questions => questions;

    public bool WasTried { get; private set; }

    public bool IsEnglish => words.Culture.TwoLetterISOLanguageName == "en";

    public ReframingOffer? Offer { get; private set; }

    public IEnumerable<IGrouping<string, ProbingQuestion>> ByPurpose => questions.All.GroupBy(q => q.Purpose, StringComparer.Ordinal);

    public void OnGet() => ModelState.Clear();

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        (WasTried, Offer) = (true, Reframing.Of(Sentence));
        return Page();
    }
}
