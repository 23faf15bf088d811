using Fieldcraft.Domain.Stories;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Stories.Own;

/// <summary>The stories that the viewer told or wrote down, whatever they may be used for.</summary>
public sealed class ListMineModel(StoriesReading reading, Viewer viewer, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<OpenStory> Stories { get; private set; } = [];

    public StoryId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? StoryId.From(id) : (StoryId?)null;
        var stories = await reading.MineAsync(viewer, after, StoriesReading.PageSize + 1, cancellationToken);
        Stories = [.. stories.Take(StoriesReading.PageSize)];
        More = stories.Count > StoriesReading.PageSize ? Stories[^1].Id : null;
    }

    /// <summary>A teller comes to what can be decided; an interviewer to the text.</summary>
    public static string AddressOf(OpenStory story) => story.IsTold ? StoriesLinks.Decide(story.Id) : StoriesLinks.Write(story.Id);

    public string About(OpenStory story) =>
        story.IsTold && story.Interviewer is null ? words.Day(story.WrittenAt)
        : story.IsTold ? words["stories.mine.written_by", story.Interviewer, words.Day(story.WrittenAt)]
        : words["stories.mine.told_by", story.Teller, words.Day(story.WrittenAt)];
}
