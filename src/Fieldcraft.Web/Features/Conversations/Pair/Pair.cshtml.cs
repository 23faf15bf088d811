using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Conversations.Harvest;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Conversations.Pair;

/// <summary>An hour for two on one phone: whose turn it is, until when, what to ask, and at the end something to keep.</summary>
public sealed class PairModel(
    AssignmentsReading assignments,
    TakingAlong taking,
    Vault vault,
    Scripts scripts,
    Knowledge knowledge,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    private const string ScriptId = "pair-hour";
    private const int AssignmentsOffered = 20;

    [BindProperty(SupportsGet = true)]
    public Guid? Assignment { get; set; }

    /// <summary>When the hour began, in seconds since 1970; null before.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Began { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Part { get; set; }

    [BindProperty]
    public HarvestInput Input { get; set; } = new();

    public PairTalk? Talk { get; private set; }

    public OpenInquiry? Inquiry { get; private set; }

    public IReadOnlyList<OpenAssignment> Assignments { get; private set; } = [];

    private IReadOnlyList<Choice> Plans { get; set; } = [];

    public SessionScript Script => scripts[ScriptId];

    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<TriggerQuestion> Questions => PairTalk.Questions(knowledge, Inquiry);

    public HarvestForm Form => new(Input, Plans, Talk!.Address(Talk.Part), $"pair.{Began}.{Part}");

    public IEnumerable<Step> Steps =>
        Talk!.Script.Stages.Select(
            (s, i) =>
                new Step(words[$"script.{ScriptId}.{s.Id}.title"], i < Talk.Part, i == Talk.Part, i == Talk.Part ? null : Talk.Address(i))
        );

    /// <summary>One question with its form: what is written while talking stands in the inquiry at once.</summary>
    public Ask AskOf(TriggerQuestion question) =>
        new(
            Inquiry!,
            question,
            knowledge.Questions.TakeWhile(q => q.Id != question.Id).Count() + 1,
            knowledge.Questions.Count,
            AnswerInput.Of(Inquiry!.Now(question.Id)),
            Ask.ActionOf(Inquiry.Assignment, question.Id, "sheet")
        );

    public async Task<IActionResult> OnGetAsync(bool start, CancellationToken cancellationToken)
    {
        if (start)
        {
            return new RedirectResult(new PairTalk(Script, Assignment, Now, 0).Address(0));
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Input = new HarvestInput
        {
            Plan = Plans is [var first, ..] ? Guid.Parse(first.Value, System.Globalization.CultureInfo.InvariantCulture) : null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Began is null || !await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        foreach (var (field, message) in taking.Problems(Input))
        {
            ModelState.AddModelError($"Input.{field}", message);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var taken = await taking.TakeAsync(Input, Inquiry?.Assignment.Id, cancellationToken);
        return taken.Refusal is { } refusal ? this.Refused(refusal)
            : Talk!.IsLast ? this.Onward(taken.Value!, "conversations.flash.taken")
            : this.Onward(Talk.Address(Talk.Part + 1), "conversations.flash.taken");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Began is null)
        {
            var all = await assignments.ListAsync(viewer, null, AssignmentsOffered, cancellationToken);
            Assignments = [.. all.Where(a => !a.IsEnded)];
            return true;
        }

        if (
            Part < 0
            || Part >= Script.Stages.Count
            || Math.Abs(Now.ToUnixTimeSeconds() - Began.Value) > TimeSpan.FromDays(365).TotalSeconds
        )
        {
            return false;
        }

        Talk = new PairTalk(Script, Assignment, DateTimeOffset.FromUnixTimeSeconds(Began.Value), Part);
        if (Assignment is { } id)
        {
            Inquiry = await assignments.InquiryAsync(viewer, AssignmentId.From(id), null, cancellationToken);
            if (Inquiry is null)
            {
                return false;
            }
        }

        if (Talk.Stage.Kind == StageKind.Commit)
        {
            var plans = await taking.PlansAsync(cancellationToken);
            var unlocked = await vault.UnlockAsync(viewer, plans.Select(p => p.Title), cancellationToken);
            Plans = [.. plans.Select(p => new Choice(p.Id.Value.ToString(), unlocked.Open(p.Title)))];
        }

        return true;
    }
}
