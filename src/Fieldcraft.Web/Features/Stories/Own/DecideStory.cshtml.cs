using Fieldcraft.Domain.Stories;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Stories.Own;

/// <summary>The teller reads the story as others would, and allows a use, another one, or none.</summary>
public sealed class DecideStoryModel(StoriesReading reading, StoriesActions stories, Knowledge knowledge, Viewer viewer, Words words)
    : PageModel
{
    [BindProperty]
    public StoryConsent? Use { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OpenStory Story { get; private set; } = null!;

    public IEnumerable<(string Part, int Number)> Parts =>
        Story.Texts.Parts().Select((p, i) => (p ?? "", i)).Where(p => p.Item1.Length > 0);

    public string Line => StoryWords.Line(words, knowledge, Story.Kinds);

    public string Lead =>
        Story.Interviewer is { } interviewer ? words["stories.decide.lead", interviewer] : words["stories.decide.lead_own"];

    public string Seal => Story.Consent == StoryConsent.None ? "stories.seal" : $"stories.seal.{Story.Consent}";

    public IReadOnlyList<Choice> Uses =>
        [
            .. new[] { StoryConsent.Attributed, StoryConsent.Unattributed, StoryConsent.OnlyForMap }.Select(u => new Choice(
                u.ToString(),
                words[$"stories.use.{u}"],
                words[$"stories.use.{u}.hint"]
            )),
        ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Use = Story.Consent == StoryConsent.None ? null : Story.Consent;
        Version = Story.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Use is not (StoryConsent.Attributed or StoryConsent.Unattributed or StoryConsent.OnlyForMap))
        {
            ModelState.AddModelError(nameof(Use), words["stories.use.none"]);
            return this.Again();
        }

        var change = await stories.AllowAsync(viewer, Story.Id, Version, Use.Value, cancellationToken);
        switch (change.End)
        {
            case SaveEnd.NotFound:
                return NotFound();
            case SaveEnd.Refused:
                return this.Refused(change.Refusal!);
            case SaveEnd.ChangedMeanwhile:
                // The text above is the newest now; what was chosen stays chosen.
                await LoadAsync(id, cancellationToken);
                ModelState.Remove(nameof(Version));
                Version = Story.Version;
                ModelState.AddModelError("", words["stories.decide.changed"]);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            default:
                return this.Onward(StoriesLinks.Mine, $"stories.flash.{Use}");
        }
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken) =>
        await stories.WithdrawAsync(viewer, StoryId.From(id), cancellationToken)
            ? this.Onward(StoriesLinks.Mine, "stories.flash.withdrawn")
            : NotFound();

    /// <summary>Only for the teller; the interviewer has nothing to decide.</summary>
    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, StoryId.From(id), cancellationToken) is not { IsTold: true } story)
        {
            return false;
        }

        Story = story;
        return true;
    }
}
