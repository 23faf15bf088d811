using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Feedback.Own;

/// <summary>What the form of a question sends.</summary>
public sealed record AskInput
{
    [Required, MaxLength(FeedbackRequest.BehaviourLength)]
    public string Behaviour { get; init; } = "";

    [Required, MaxLength(FeedbackRequest.MomentLength)]
    public string Moment { get; init; } = "";

    [Required, MaxLength(FeedbackRequest.GiverNameLength)]
    public string GiverName { get; init; } = "";

    public FeedbackWay Way { get; init; }

    [MaxLength(DirectoryFacts.EmailLength), EmailAddress]
    public string? Address { get; init; }
}

/// <summary>Asks one person about one behaviour in one moment; filled in from the experiment where it comes from one.</summary>
public sealed class AskForFeedbackModel(FieldcraftDb db, Vault vault, FeedbackActions feedback, Viewer viewer, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Experiment { get; set; }

    [BindProperty]
    public AskInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Experiment is null)
        {
            return Page();
        }

        if (await FindAsync(cancellationToken) is not { } experiment)
        {
            return NotFound();
        }

        var unlocked = await vault.UnlockAsync(viewer, [experiment.What], cancellationToken);
        Input = new AskInput
        {
            Behaviour = unlocked.Open(experiment.What),
            Moment = unlocked.OpenOrEmpty(experiment.Situation),
            GiverName = unlocked.Open(experiment.SeenBy),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Experiment is not null && await FindAsync(cancellationToken) is null)
        {
            return NotFound();
        }

        if (Input.Way == FeedbackWay.Mail && string.IsNullOrWhiteSpace(Input.Address))
        {
            ModelState.AddModelError("Input.Address", words["error.required"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var asking = new Asking(
            new FeedbackQuestion(Input.Behaviour.Trim(), Input.Moment.Trim(), Input.GiverName.Trim()),
            Input.Way,
            Input.Way == FeedbackWay.Mail ? Input.Address!.Trim() : null,
            Experiment is { } id ? ExperimentId.From(id) : null
        );
        var outcome = await feedback.AskAsync(viewer, asking, cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            return this.Refused(refusal);
        }

        var asked = outcome.Value!.Id;
        return Input.Way switch
        {
            FeedbackWay.Code => this.Onward(FeedbackLinks.Code(asked)),
            FeedbackWay.Mail => this.Onward(FeedbackLinks.Request(asked), "feedback.flash.sent"),
            _ => this.Onward(FeedbackLinks.Request(asked)),
        };
    }

    private async Task<LeadershipExperiment?> FindAsync(CancellationToken cancellationToken)
    {
        var (id, me) = (ExperimentId.From(Experiment!.Value), viewer.PersonId);
        return await db.Experiments.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id && e.OwnerId == me, cancellationToken);
    }
}
