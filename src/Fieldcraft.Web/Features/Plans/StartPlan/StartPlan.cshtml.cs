using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Plans.StartPlan;

public sealed class StartPlanModel(PlanDesk desk, PlanReading reading, PlanContent content, Viewer viewer, Words words) : PageModel
{
    [BindProperty, Required, MaxLength(Lengths.Title)]
    public string? Title { get; set; }

    /// <summary>The id the plan will have: a form that is sent twice starts one plan.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Assignment { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Example { get; set; }

    public ExamplePlan? From => content.Example(Example);

    private AssignmentId? For => Assignment is { } id ? AssignmentId.From(id) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await desk.IsOwnAsync(For, cancellationToken))
        {
            return NotFound();
        }

        Id = Domain.Shared.Id.New<PlanId>(desk.Now).Value;
        Title = From is { } example ? words[example.Title] : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var id = Id == Guid.Empty ? Domain.Shared.Id.New<PlanId>(desk.Now) : PlanId.From(Id);
        if (await reading.FindAsync(viewer, id, cancellationToken) is null)
        {
            var today = words.Today(desk.Now);
            var frame = (From?.Frame(words, today) ?? new FrameWording()) with { Title = Title };
            var started = await desk.StartAsync(
                id,
                For,
                frame,
                today,
                (plan, sealer) => From?.WriteInto(plan, words, desk.Rules, sealer, desk.Now),
                cancellationToken
            );
            if (started is not { } outcome)
            {
                return NotFound();
            }

            if (outcome.Refusal is { } refusal)
            {
                return this.Refused(refusal);
            }
        }

        return this.Onward(PlansLinks.Plan(id), "plan.flash.started");
    }
}
