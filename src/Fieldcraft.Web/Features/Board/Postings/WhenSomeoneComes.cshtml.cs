using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Postings;

/// <summary>One page for a manager to whom somebody comes with an idea, printable.</summary>
public sealed class WhenSomeoneComesModel(Rules rules, Words words) : PageModel
{
    public static readonly IReadOnlyList<string> Parts = ["listen", "say", "room", "trial", "avoid"];

    public int Days => rules.Board.TrialNoticeDays;

    public IEnumerable<string> LinesOf(string part) =>
        Enumerable.Range(1, 6).Select(n => $"board.when.{part}.{n}").Where(words.Has).Select(w => words[w, Days]);

    public void OnGet() { }
}
