using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Experiments;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SharedIdeas.Own;

/// <summary>Where an idea goes, in the owner's words.</summary>
public sealed record TakeInInput
{
    [Required, MaxLength(Lengths.Line)]
    public string? Text { get; init; }

    public Guid? Plan { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? Question { get; init; }
}

/// <summary>One idea: taken in as a step, a try or a line under an answer, or put aside. Nothing of it is told to whoever added it.</summary>
public sealed class ReadIdeaModel(IdeasDesk desk, PlanReading plans, Knowledge knowledge, Viewer viewer, Words words) : PageModel
{
    private const int PlansShown = 20;

    [BindProperty]
    public TakeInInput Input { get; set; } = new();

    public OpenIdea Idea { get; private set; } = null!;

    public IReadOnlyList<Choice> Plans { get; private set; } = [];

    public IEnumerable<Choice> Questions => knowledge.Questions.Select(q => new Choice(q.Id, words[q.ShortWord]));

    public bool IsOpen => Idea.Use is IdeaUse.New or IdeaUse.PutAside;

    public bool CanAnswer => Idea.Kind == SharedItemKind.Assignment;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new TakeInInput
        {
            Text = Idea.Text.Length > Lengths.Line ? Idea.Text[..Lengths.Line] : Idea.Text,
            Plan = Plans.Any(p => p.Value == Idea.ItemId.ToString()) ? Idea.ItemId : null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostStepAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Input.Plan is null)
        {
            ModelState.AddModelError("Input.Plan", words["error.required"]);
        }

        return ModelState.IsValid
            ? await AnsweredAsync(
                id,
                await desk.TakeAsStepAsync(
                    viewer,
                    IdeaId.From(id),
                    PlanId.From(Input.Plan!.Value),
                    Input.Text!,
                    Input.DueOn,
                    cancellationToken
                ),
                IdeasLinks.List,
                "ideas.flash.step",
                cancellationToken
            )
            : await AgainAsync(id, cancellationToken);
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken cancellationToken)
    {
        if (knowledge.Question(Input.Question) is null)
        {
            ModelState.AddModelError("Input.Question", words["error.required"]);
        }

        return ModelState.IsValid
            ? await AnsweredAsync(
                id,
                await desk.TakeAsAnswerAsync(viewer, IdeaId.From(id), Input.Question!, Input.Text!, cancellationToken),
                IdeasLinks.List,
                "ideas.flash.answer",
                cancellationToken
            )
            : await AgainAsync(id, cancellationToken);
    }

    public async Task<IActionResult> OnPostExperimentAsync(Guid id, CancellationToken cancellationToken) =>
        await AnsweredAsync(
            id,
            await desk.TakeAsExperimentAsync(viewer, IdeaId.From(id), cancellationToken),
            ExperimentsLinks.NewFrom(IdeaId.From(id)),
            null,
            cancellationToken
        );

    public async Task<IActionResult> OnPostAsideAsync(Guid id, CancellationToken cancellationToken) =>
        await AnsweredAsync(
            id,
            await desk.PutAsideAsync(viewer, IdeaId.From(id), cancellationToken),
            IdeasLinks.List,
            "ideas.flash.aside",
            cancellationToken
        );

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.RemoveAsync(viewer, IdeaId.From(id), cancellationToken)
            ? this.Onward(IdeasLinks.List, "ideas.flash.removed")
            : NotFound();

    private async Task<IActionResult> AgainAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? this.Again() : NotFound();

    private async Task<IActionResult> AnsweredAsync(
        Guid id,
        Outcome? outcome,
        string onward,
        string? flash,
        CancellationToken cancellationToken
    ) =>
        outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => this.Onward(onward, flash),
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(viewer, IdeaId.From(id), cancellationToken) is not { } idea)
        {
            return false;
        }

        Idea = idea;
        Plans =
        [
            .. (await plans.ListAsync(viewer, null, PlansShown, cancellationToken))
                .Where(p => p.EndedAt is null)
                .Select(p => new Choice(p.Id.Value.ToString(), p.Title)),
        ];
        return true;
    }
}
