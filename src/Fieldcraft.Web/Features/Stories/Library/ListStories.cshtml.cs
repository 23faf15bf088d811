using Fieldcraft.Domain.Stories;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Stories.Library;

/// <summary>What colleagues told about the work that made them grow, to look through and to search.</summary>
public sealed class ListStoriesModel(LibraryReading library, Knowledge knowledge, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Archetype { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Dimension { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public LibraryQuestion Question { get; private set; } = new(null, null, null);

    public IReadOnlyList<ReadStory> Stories { get; private set; } = [];

    public StoryId? More { get; private set; }

    public IReadOnlyList<Choice> Archetypes => StoryWords.Archetypes(words, knowledge);

    public IReadOnlyList<Choice> Dimensions => StoryWords.Dimensions(words);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Question = new LibraryQuestion(Given(Search), Given(Archetype), Given(Dimension));
        var after = After is { } id ? StoryId.From(id) : (StoryId?)null;
        var stories = await library.ListAsync(Question, after, LibraryReading.PageSize + 1, cancellationToken);
        Stories = [.. stories.Take(LibraryReading.PageSize)];
        More = stories.Count > LibraryReading.PageSize ? Stories[^1].Id : null;
    }

    public string LineOf(ReadStory story) => StoryWords.Line(words, knowledge, story.Kinds);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
