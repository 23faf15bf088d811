using Fieldcraft.Domain.Assignments;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Conditions;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.ShowInquiry;

/// <summary>The worksheet: all questions on one sheet, in any order. Each is a form of its own and is kept by itself.</summary>
public sealed class ShowInquiryModel(AssignmentsReading reading, ConditionsReading conditions, Knowledge knowledge, Viewer viewer)
    : PageModel
{
    public OpenInquiry? Inquiry { get; private set; }

    public OpenAssignment Now => Inquiry!.Assignment;

    public IReadOnlyList<TriggerQuestion> Questions => knowledge.Questions;

    /// <summary>What the organisation says where the owner works; null without a unit.</summary>
    public OwnConditions? Conditions { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Inquiry = await reading.InquiryAsync(viewer, AssignmentId.From(id), null, cancellationToken);
        if (Inquiry is null)
        {
            return NotFound();
        }

        Conditions = await conditions.OwnAsync(viewer, cancellationToken);
        return Page();
    }

    public Ask Ask(TriggerQuestion question)
    {
        var place = Place(question);
        return new Ask(
            Inquiry!,
            question,
            place + 1,
            Questions.Count,
            AnswerInput.Of(Inquiry!.Now(question.Id)),
            Assignments.Ask.ActionOf(Now, question.Id, "sheet"),
            "#all",
            place + 1 < Questions.Count ? $"#{Questions[place + 1].Id}" : null
        )
        {
            Beside = Conditions?.Beside(question.Id) ?? [],
        };
    }

    private int Place(TriggerQuestion question) => Questions.TakeWhile(q => q.Id != question.Id).Count();
}
