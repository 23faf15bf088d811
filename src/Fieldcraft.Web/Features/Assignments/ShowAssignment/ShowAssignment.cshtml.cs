using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.ShowAssignment;

/// <summary>What the page proposes first. One thing; the rest stands below it.</summary>
public enum NextStep
{
    Rest,
    QuickStart,
    GoOnAnswering,
    StartPlan,
    QuickLook,
    LookAtZone,
    WriteLesson,
    None,
}

public sealed class ShowAssignmentModel(ProfileReading reading, Knowledge knowledge, Rules rules, Viewer viewer) : PageModel
{
    /// <summary>So many answers carry a plan; more are welcome, and not asked for.</summary>
    private const int EnoughAnswers = 3;

    public OpenProfile? Whole { get; private set; }

    public OpenAssignment Now => Whole!.Assignment;

    /// <summary>The plans that belong to it, the newest first.</summary>
    public IReadOnlyList<PlanOfAssignment> Plans => Whole!.Plans;

    public GuardResult? Guard { get; private set; }

    public Archetype? Kind => knowledge.Archetype(Now.Archetype);

    public int QuestionCount => knowledge.Questions.Count;

    public int OpinionsGiven => Whole!.Opinions.Count(o => o.State == OpinionState.Given);

    public int OpinionsWaiting => Whole!.Opinions.Count(o => o.State == OpinionState.Waiting);

    public NextStep Next =>
        Now.IsEnded ? (Now.Lesson.Length == 0 ? NextStep.WriteLesson : NextStep.None)
        : Whole!.Strain.IsPositive ? NextStep.Rest
        : Whole!.AnsweredNow == 0 ? NextStep.QuickStart
        : Whole!.AnsweredNow < EnoughAnswers ? NextStep.GoOnAnswering
        : Plans.All(p => p.IsEnded) ? NextStep.StartPlan
        : Guard is null ? NextStep.QuickLook
        : NextStep.LookAtZone;

    public string NextAddress =>
        Next switch
        {
            NextStep.QuickStart => AssignmentsLinks.QuickStart(Now.Id),
            NextStep.GoOnAnswering => AssignmentsLinks.Inquiry(Now.Id),
            NextStep.StartPlan => PlansLinks.StartFor(Now.Id),
            NextStep.QuickLook => AssignmentsLinks.QuickLook(Now.Id),
            NextStep.WriteLesson => AssignmentsLinks.End(Now.Id),
            _ => AssignmentsLinks.Zone(Now.Id),
        };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken) is not { } whole)
        {
            return NotFound();
        }

        Whole = whole;
        Guard = whole.Guard(rules);
        return Page();
    }
}
