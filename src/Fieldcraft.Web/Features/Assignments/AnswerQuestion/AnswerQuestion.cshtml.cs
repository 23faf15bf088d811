using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Conditions;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.AnswerQuestion;

/// <summary>One question on a screen. The forms of the sheet come here as well.</summary>
public sealed class AnswerQuestionModel(
    AssignmentsReading reading,
    AssignmentsWriting writing,
    ConditionsReading conditions,
    Knowledge knowledge,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    private const string FromSheet = "sheet";

    [BindProperty]
    public AnswerInput Answer { get; set; } = new();

    /// <summary>The round in which the form was opened; it may be over by now.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Round { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public OpenInquiry? Inquiry { get; private set; }

    public TriggerQuestion Question { get; private set; } = null!;

    /// <summary>What the organisation says to this question where the owner works.</summary>
    public IReadOnlyList<HeldCondition> Beside { get; private set; } = [];

    /// <summary>What another tab kept meanwhile; the page shows both.</summary>
    public string? Theirs { get; private set; }

    public Ask Ask
    {
        get
        {
            var place = knowledge.Questions.TakeWhile(q => q.Id != Question.Id).Count();
            return new Ask(
                Inquiry!,
                Question,
                place + 1,
                knowledge.Questions.Count,
                Answer,
                Assignments.Ask.ActionOf(Inquiry!.Assignment, Question.Id, "one"),
                place > 0 ? Address(place - 1) : AssignmentsLinks.Inquiry(Inquiry.Assignment.Id),
                Next
            )
            {
                Beside = Beside,
            };
        }
    }

    private string? Next
    {
        get
        {
            var place = knowledge.Questions.TakeWhile(q => q.Id != Question.Id).Count();
            return place + 1 < knowledge.Questions.Count ? Address(place + 1) : null;
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, string question, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, question, cancellationToken))
        {
            return NotFound();
        }

        Answer = AnswerInput.Of(Inquiry!.Now(question));
        return Page();
    }

    /// <param name="use">The text of the organisation that is to be taken over into the own answer.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string question, Guid? use, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, question, cancellationToken))
        {
            return NotFound();
        }

        if (use is { } wanted && Beside.FirstOrDefault(c => c.Id.Value == wanted) is { } taken)
        {
            TakeOver(taken);
        }

        if (!ModelState.IsValid)
        {
            return Request.IsAutosave() ? this.NotSaved("inquiry.too_long") : this.Again();
        }

        if (Round is { } round && round != Inquiry!.Assignment.Round)
        {
            return RoundIsOver();
        }

        var kept = await writing.AnswerAsync(
            viewer,
            AssignmentId.From(id),
            question,
            Answer.ToWording(),
            Answer.Version,
            cancellationToken
        );
        return kept.Kept switch
        {
            Kept.Done => Request.IsAutosave() ? this.Saved(clock.GetUtcNow(), kept.Version) : this.Onward(After(), "inquiry.flash.saved"),
            Kept.Meanwhile => await MeanwhileAsync(id, question, cancellationToken),
            Kept.Refused => this.Refused(kept.Refusal!),
            _ => NotFound(),
        };
    }

    private string After() =>
        From == FromSheet
            ? AssignmentsLinks.QuestionOnSheet(Inquiry!.Assignment.Id, Question.Id)
            : Next ?? AssignmentsLinks.One(Inquiry!.Assignment.Id);

    private string Address(int place) => AssignmentsLinks.Question(Inquiry!.Assignment.Id, knowledge.Questions[place].Id);

    private async Task<bool> LoadAsync(Guid id, string question, CancellationToken cancellationToken)
    {
        if (knowledge.Question(question) is not { } known)
        {
            return false;
        }

        Question = known;
        Inquiry = await reading.InquiryAsync(viewer, AssignmentId.From(id), question, cancellationToken);
        if (Inquiry is null)
        {
            return false;
        }

        if (known.Scope == QuestionScope.System && await conditions.OwnAsync(viewer, cancellationToken) is { } own)
        {
            Beside = own.Beside(question);
        }

        return true;
    }

    // What was written already stays: the organisation's text comes below it, once.
    private void TakeOver(HeldCondition taken)
    {
        var own = Answer.Text?.Trim() ?? "";
        var text =
            own.Length == 0 ? taken.Text
            : own.Contains(taken.Text, StringComparison.Ordinal) ? own
            : $"{own}\n\n{taken.Text}";
        ModelState.Clear();
        Answer = Answer with { Text = text, Stance = own.Length == 0 ? AnswerStance.AsItStands : Answer.Stance };
        if (text.Length > Domain.Assignments.Answer.TextLength)
        {
            ModelState.AddModelError("Answer.Text", words["conditions.use.no_room"]);
        }
    }

    // What was typed for the round before stays in the form, which now belongs to the present one: sending it again keeps it there.
    private IActionResult RoundIsOver()
    {
        if (Request.IsAutosave())
        {
            return this.NotSaved("refusal.round-over");
        }

        Answer = Answer with { Version = Inquiry!.Now(Question.Id)?.Version ?? 0 };
        Theirs = Inquiry.Now(Question.Id)?.Text;
        ModelState.Clear();
        return this.Refused(new Refusal("round-over"));
    }

    private async Task<IActionResult> MeanwhileAsync(Guid id, string question, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, question, cancellationToken))
        {
            return NotFound();
        }

        var theirs = Inquiry!.Now(question);
        if (Request.IsAutosave())
        {
            return this.SavedMeanwhile(theirs?.Text ?? "", theirs?.Version ?? 0);
        }

        Theirs = theirs?.Text ?? "";
        Answer = Answer with { Version = theirs?.Version ?? 0 };
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
