using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.Initiative;

/// <summary>Eight answers, in their order.</summary>
public sealed record CheckInput
{
    public List<int?> Answers { get; init; } = [.. Enumerable.Repeat<int?>(null, InitiativeItems.Count)];
}

/// <summary>What I do and where I wait: the eight sentences, and how one's own answers were before.</summary>
public sealed class OwnChecksModel(CheckDesk desk, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public CheckInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<OpenCheck> Checks { get; private set; } = [];

    public InitiativeCheckId? More { get; private set; }

    /// <summary>Workshops to whose figure an answer can be added now.</summary>
    public IReadOnlyList<OpenMoment> Moments { get; private set; } = [];

    public bool HasOneToday => Checks.Count > 0 && Checks[0].TakenOn == desk.Today;

    /// <summary>Of the oldest and the newest shown, how each sentence was answered.</summary>
    public (OpenCheck First, OpenCheck Last)? Compared => Checks.Count >= 2 ? (Checks[^1], Checks[0]) : null;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // A list with holes is bound up to the first one: those behind it are missing too.
        var answers = Enumerable.Range(0, InitiativeItems.Count).Select(i => Input.Answers.ElementAtOrDefault(i)).ToList();
        Input = new CheckInput { Answers = answers };
        foreach (var problem in InitiativeItems.Problems(answers))
        {
            ModelState.AddModelError(
                $"Input.{char.ToUpperInvariant(problem.Path[0])}{problem.Path[1..]}",
                words["workshops.check.answer_all"]
            );
        }

        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return this.Again();
        }

        await desk.TakeAsync(viewer, [.. answers.Select(a => a!.Value)], cancellationToken);
        return this.Onward(WorkshopsLinks.Initiative, "workshops.flash.check_taken");
    }

    public async Task<IActionResult> OnPostAddAsync(Guid workshop, CheckMoment moment, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await desk.AddToGroupAsync(viewer, WorkshopId.From(workshop), moment, cancellationToken) is not { } outcome)
        {
            return NotFound();
        }

        await LoadAsync(cancellationToken);
        return outcome.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(WorkshopsLinks.Initiative, "workshops.flash.added");
    }

    public async Task<IActionResult> OnPostTearUpAsync(Guid check, CancellationToken cancellationToken) =>
        await desk.TearUpAsync(viewer, InitiativeCheckId.From(check), cancellationToken)
            ? this.Onward(WorkshopsLinks.Initiative, "workshops.flash.check_torn_up")
            : NotFound();

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? InitiativeCheckId.From(id) : (InitiativeCheckId?)null;
        var checks = await desk.ListAsync(viewer, after, CheckDesk.PageSize + 1, cancellationToken);
        Checks = [.. checks.Take(CheckDesk.PageSize)];
        More = checks.Count > CheckDesk.PageSize ? Checks[^1].Id : null;
        Moments = await desk.MomentsAsync(viewer, cancellationToken);
    }
}
