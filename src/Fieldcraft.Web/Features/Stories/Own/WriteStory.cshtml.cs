using Fieldcraft.Domain.Stories;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Stories.Own;

/// <summary>The sheet of a story: the interviewer writes it until the teller has decided, the teller at any time.</summary>
public sealed class WriteStoryModel(
    StoriesReading reading,
    StoriesActions stories,
    Knowledge knowledge,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public StoryInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public OpenStory Story { get; private set; } = null!;

    /// <summary>What the other tab, or the other person, saved meanwhile.</summary>
    public IReadOnlyList<string> Theirs { get; private set; } = [];

    public IReadOnlyList<Choice> Archetypes => StoryWords.Archetypes(words, knowledge);

    public IReadOnlyList<Choice> Dimensions => StoryWords.Dimensions(words);

    public IReadOnlyList<string> Parts => [.. Story.Texts.Parts().Select(p => p ?? "")];

    public bool MayWrite => Story.Consent != StoryConsent.Withdrawn && (Story.IsTold || Story.Consent == StoryConsent.None);

    public string Lead =>
        Story.IsTold ? words["stories.write.own"] : words[MayWrite ? "stories.write.told" : "stories.write.decided", Story.Teller];

    public string Seal => Story.Consent == StoryConsent.None ? "stories.seal" : $"stories.seal.{Story.Consent}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (Input, Version) = (StoryInput.Of(Story.Texts, Story.Kinds), Story.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? go, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Input.Dimensions.Count > StoryKinds.DimensionsAtMost)
        {
            ModelState.AddModelError("Input.Dimensions", words["stories.dimensions.too_many", StoryKinds.DimensionsAtMost]);
        }

        if (!ModelState.IsValid || Input.Problems(knowledge).Count > 0)
        {
            return this.Again();
        }

        var change = await stories.RewriteAsync(viewer, Story.Id, Version, Input.Texts(), Input.Kinds(), cancellationToken);
        switch (change.End)
        {
            case SaveEnd.NotFound:
                return NotFound();
            case SaveEnd.ChangedMeanwhile:
                return await MeanwhileAsync(id, cancellationToken);
            case SaveEnd.Refused:
                return this.Refused(change.Refusal!);
            case SaveEnd.Saved when Request.IsAutosave():
                return this.Saved(clock.GetUtcNow(), change.Version);
        }

        Version = change.Version;
        return go switch
        {
            "over" => await HandOverAsync(cancellationToken),
            "on" => this.Onward(StoriesLinks.Decide(Story.Id)),
            _ => this.Onward(StoriesLinks.Write(Story.Id), "stories.flash.saved"),
        };
    }

    public async Task<IActionResult> OnPostPutAwayAsync(Guid id, CancellationToken cancellationToken) =>
        await stories.PutAwayAsync(viewer, StoryId.From(id), cancellationToken) switch
        {
            null => NotFound(),
            { IsDone: true } => this.Onward(StoriesLinks.Mine, "stories.flash.put_away"),
            { Refusal: var refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal!) : NotFound(),
        };

    private async Task<IActionResult> HandOverAsync(CancellationToken cancellationToken) =>
        await stories.HandOverAsync(viewer, Story.Id, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(StoriesLinks.Mine, "stories.flash.handed_over"),
        };

    private async Task<IActionResult> MeanwhileAsync(Guid id, CancellationToken cancellationToken)
    {
        await LoadAsync(id, cancellationToken);
        var theirs = StoryInput.Fields(Story.Texts);
        if (Request.IsAutosave())
        {
            var savedAt = words.Clock(clock.GetUtcNow());
            return new JsonResult(
                new
                {
                    theirs,
                    version = Story.Version,
                    savedAt,
                }
            )
            {
                StatusCode = StatusCodes.Status409Conflict,
            };
        }

        var mine = StoryInput.Fields(Input.Texts());
        Theirs = [.. theirs.Where(t => t.Value.Length > 0 && t.Value != mine[t.Key]).Select(t => t.Value)];
        ModelState.Clear();
        Version = Story.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, StoryId.From(id), cancellationToken) is not { } story)
        {
            return false;
        }

        Story = story;
        return true;
    }
}
