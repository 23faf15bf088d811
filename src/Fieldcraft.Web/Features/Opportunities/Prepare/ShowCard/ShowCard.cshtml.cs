using Fieldcraft.Web.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Prepare.ShowCard;

/// <summary>The chosen questions, for the phone or on paper. They stand in the address; unknown ones and doubles are passed over.</summary>
public sealed class ShowCardModel(ProbingQuestions questions) : PageModel
{
    private const int Most = 10;
    private const int FewestUsual = 5;
    private const int MostUsual = 7;

    public IReadOnlyList<ProbingQuestion> Chosen { get; private set; } = [];

    public bool IsShort => Chosen.Count < FewestUsual;

    public bool IsLong => Chosen.Count > MostUsual;

    public void OnGet([FromQuery(Name = "q")] string[] chosen) =>
        Chosen = [.. chosen.Select(questions.Find).OfType<ProbingQuestion>().Distinct().Take(Most)];

    /// <summary>The card with one question a place earlier.</summary>
    public string Earlier(int place)
    {
        var ids = Chosen.Select(q => q.Id).ToList();
        (ids[place - 1], ids[place]) = (ids[place], ids[place - 1]);
        return OpportunitiesLinks.Card(ids);
    }
}
