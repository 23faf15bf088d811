using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Postings;

/// <summary>Posts a problem, a need or an offer; begins empty, or with what a plan holds for somebody else.</summary>
public sealed class NewPostingModel(
    PostingDesk desk,
    BoardReading reading,
    PlanReading plans,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public PostingInput Posting { get; set; } = new();

    /// <summary>The plan of the viewer's from which the form is filled.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    public bool IsFromPlan { get; private set; }

    public bool MayPostProblems => viewer.MayPostProblems();

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Plan is { } id && viewer.SealedAccess(clock.GetUtcNow()) == SealedAccess.Open)
        {
            if (await plans.FindAsync(viewer, PlanId.From(id), cancellationToken) is not { Opportunity.Text: { } text } plan)
            {
                return NotFound();
            }

            IsFromPlan = true;
            Posting = new PostingInput
            {
                Kind = PostingKind.Offer,
                Title = FirstLine(text),
                WhyItMatters = text,
                UntilOn = plan.Frame.EndsOn >= reading.Today ? plan.Frame.EndsOn : null,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!this.TakesIn(Posting, reading.Today, words))
        {
            return this.Again();
        }

        var posted = await desk.PostAsync(viewer, Posting.Wording(), Posting.Unit, cancellationToken);
        return posted.Value is { } made ? this.Onward(BoardLinks.Posting(made.Id), "board.flash.posted") : this.Refused(posted.Refusal!);
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Units = [.. (await reading.UnitsAsync(viewer, cancellationToken)).Select(u => new Choice(u.Id.Value.ToString("D"), u.Name))];

    private static string FirstLine(string text)
    {
        var line = text.Split(['\n', '.'], 2, StringSplitOptions.TrimEntries)[0];
        return line.Length <= PostingWording.TitleLength ? line : line[..PostingWording.TitleLength];
    }
}

internal static class PostingForms
{
    /// <summary>Whether the form can be taken in; what cannot is said at its field.</summary>
    public static bool TakesIn(this PageModel page, PostingInput input, DateOnly today, Words words)
    {
        foreach (var problem in input.Problems(today))
        {
            if (problem.Path is "challenges")
            {
                page.ModelState.AddModelError(
                    "Posting.Challenges",
                    words["board.posting.challenges.wrong", PostingWording.ChallengesAtMost]
                );
            }
            else if (problem is { Path: "offThePlate", Code: Domain.Shared.InputProblems.Missing })
            {
                page.ModelState.AddModelError("Posting.OffThePlate", words["board.posting.off_the_plate.needed"]);
            }
            else if (problem is { Path: "untilOn", Code: Domain.Shared.InputProblems.OutOfRange })
            {
                page.ModelState.AddModelError("Posting.UntilOn", words["board.posting.until.wrong"]);
            }
        }

        return page.ModelState.IsValid && input.Problems(today).Count == 0;
    }
}
