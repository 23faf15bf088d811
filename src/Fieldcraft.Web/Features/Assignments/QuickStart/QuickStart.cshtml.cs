using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.QuickStart;

/// <summary>
/// Scan, pick three, write, name a partner, first action (PRODUCT 0.3): one screen after the other. What was picked stands in the
/// address, what was written is kept as it is given, so that there is nothing to lose on the way.
/// </summary>
public sealed class QuickStartModel(
    AssignmentsReading reading,
    AssignmentsWriting writing,
    FirstActions firstActions,
    Knowledge knowledge,
    Words words,
    Viewer viewer,
    TimeProvider clock
) : PageModel
{
    public const int PickedAtMost = 3;

    [BindProperty(SupportsGet = true)]
    public List<string> Pick { get; set; } = [];

    /// <summary>0 scans, 1 to three write, one more names the partner and the first action.</summary>
    [BindProperty(SupportsGet = true)]
    public int Step { get; set; }

    [BindProperty]
    public AnswerInput Answer { get; set; } = new();

    public FirstActionInput First { get; private set; } = new();

    public OpenInquiry? Inquiry { get; private set; }

    public IReadOnlyList<TriggerQuestion> Questions => knowledge.Questions;

    public IReadOnlyList<TriggerQuestion> Picked =>
        [.. Pick.Distinct(StringComparer.Ordinal).Select(knowledge.Question).OfType<TriggerQuestion>()];

    public bool PickedTooMany => Picked.Count > PickedAtMost;

    public bool IsScanning => Step == 0 || Picked.Count == 0 || PickedTooMany;

    public bool IsWriting => !IsScanning && Step <= Picked.Count;

    public string? Theirs { get; private set; }

    public Ask Ask =>
        new(
            Inquiry!,
            Picked[Step - 1],
            Step,
            Picked.Count,
            Answer,
            AddressOf(Step),
            AddressOf(Step - 1),
            ButtonWord: Step < Picked.Count ? "quick_start.next" : "quick_start.to_action"
        );

    public string AddressOf(int step) =>
        $"{AssignmentsLinks.QuickStart(Inquiry!.Assignment.Id)}?step={step}{string.Concat(Picked.Select(p => $"&pick={p.Id}"))}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((Inquiry = await reading.InquiryAsync(viewer, AssignmentId.From(id), null, cancellationToken)) is null)
        {
            return NotFound();
        }

        if (IsWriting)
        {
            var kept = Inquiry.Now(Picked[Step - 1].Id);
            Answer = kept is null ? new AnswerInput { Resonates = true } : AnswerInput.Of(kept);
        }
        else if (!IsScanning)
        {
            First = new FirstActionInput { On = words.Today(clock.GetUtcNow()).AddDays(7) };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((Inquiry = await reading.InquiryAsync(viewer, AssignmentId.From(id), null, cancellationToken)) is null || !IsWriting)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Request.IsAutosave() ? this.NotSaved("inquiry.too_long") : this.Again();
        }

        var question = Picked[Step - 1].Id;
        var kept = await writing.AnswerAsync(
            viewer,
            Inquiry.Assignment.Id,
            question,
            Answer.ToWording(),
            Answer.Version,
            cancellationToken
        );
        if (kept.Kept == Kept.Done)
        {
            return Request.IsAutosave() ? this.Saved(clock.GetUtcNow(), kept.Version) : Redirect(AddressOf(Step + 1));
        }

        Inquiry = await reading.InquiryAsync(viewer, AssignmentId.From(id), null, cancellationToken);
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

    public async Task<IActionResult> OnPostActAsync(Guid id, [FromForm] FirstActionInput first, CancellationToken cancellationToken)
    {
        First = first;
        if ((Inquiry = await reading.InquiryAsync(viewer, AssignmentId.From(id), null, cancellationToken)) is null)
        {
            return NotFound();
        }

        Step = Picked.Count + 1;
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var planned = await firstActions.PlanAsync(Inquiry.Assignment, First, cancellationToken);
        return planned.Refusal is { } refusal
            ? this.Refused(refusal)
            : this.Onward(PlansLinks.Plan(planned.Value), "quick_start.flash.done");
    }
}

/// <summary>A partner and a first action with a date.</summary>
public sealed record FirstActionInput
{
    [MaxLength(Lengths.Title)]
    public string? Partner { get; init; }

    [Required, MaxLength(Lengths.Line)]
    public string What { get; init; } = "";

    [Required]
    public DateOnly? On { get; init; }
}
