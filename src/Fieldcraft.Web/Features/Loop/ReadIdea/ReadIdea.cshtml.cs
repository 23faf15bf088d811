using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Loop.ReadIdea;

/// <summary>One idea: its way from tier to tier, its answer and earlier ones; whoever owns its tier forwards it, answers it, or corrects the answer.</summary>
public sealed class ReadIdeaModel(LoopReading reading, LoopDesk desk, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public OpenIdea Open { get; private set; } = null!;

    public IdeaLine Idea => Open.Line;

    public DateOnly Today { get; } = words.Today(clock.GetUtcNow());

    public IReadOnlyList<Choice> Targets { get; private set; } = [];

    /// <summary>How many more can be forwarded from this tier; null where none can be.</summary>
    public int? Left { get; private set; }

    /// <summary>Only an answer of the idea's own is changed here, or that it was merged.</summary>
    public IEnumerable<Choice> Kinds => LoopChoices.Kinds(words, mayMerge: Idea.IsOpen && Targets.Count > 0);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!Input.IsComplete(ModelState, words, nameof(Input)))
        {
            return await LoadAsync(id, cancellationToken) && Open.IsOwner ? this.Again() : NotFound();
        }

        var idea = TeamIdeaId.From(id);
        var outcome =
            Input.Kind == IdeaAnswerKind.Merged
                ? await desk.MergeAsync(viewer, idea, TeamIdeaId.From(Input.Into!.Value), Input.Words, cancellationToken)
                : await desk.AnswerAsync(viewer, idea, Input.ToFacts(), cancellationToken);
        return await AfterAsync(id, outcome, "loop.flash.answered", cancellationToken);
    }

    public async Task<IActionResult> OnPostForwardAsync(Guid id, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await AfterAsync(
            id,
            await desk.ForwardAsync(viewer, TeamIdeaId.From(id), cancellationToken),
            "loop.flash.forwarded",
            cancellationToken
        );
    }

    public async Task<IActionResult> OnPostCorrectAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (!Input.IsComplete(ModelState, words, nameof(Input)) || Input.Kind == IdeaAnswerKind.Merged)
        {
            return await LoadAsync(id, cancellationToken) && Open.IsOwner ? this.Again() : NotFound();
        }

        var outcome = await desk.CorrectAsync(viewer, TeamIdeaId.From(id), version, Input.ToFacts(), cancellationToken);
        return await AfterAsync(id, outcome, "loop.flash.corrected", cancellationToken);
    }

    private async Task<IActionResult> AfterAsync(Guid id, Outcome? outcome, string flash, CancellationToken cancellationToken) =>
        outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => this.Onward(LoopLinks.One(TeamIdeaId.From(id)), flash),
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, TeamIdeaId.From(id), cancellationToken) is not { } open)
        {
            return false;
        }

        Open = open;
        if (open is { IsOwner: true, Line.IsOpen: true })
        {
            Targets = LoopChoices.Targets(await reading.TargetsAsync(viewer, open.Line, cancellationToken));
            Left = Idea.OwnTier == LoopTier.State ? null : (await reading.LeftToForwardAsync([open.Line], cancellationToken))[open.Line.Id];
        }

        return true;
    }
}
