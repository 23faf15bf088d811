using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Stories.Own;

/// <summary>Whose story it is: the viewer's own, or one that a senior leader tells them.</summary>
public sealed class NewStoryModel(StoriesActions stories, ReaderSearch search, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public Guid Teller { get; set; }

    [BindProperty, MaxLength(ReaderSearch.LongestName)]
    public string? Name { get; set; }

    public IReadOnlyList<Choice> Tellers { get; private set; } = [];

    public bool NobodyFound { get; private set; }

    public bool IsSearching => Name is not null || Tellers.Count > 1;

    private Choice Own => new(viewer.PersonId.Value.ToString(), words["stories.teller.own"], words["stories.teller.own.hint"]);

    public void OnGet()
    {
        Teller = viewer.PersonId.Value;
        Tellers = [Own];
    }

    public async Task<IActionResult> OnPostAsync(string? find, CancellationToken cancellationToken)
    {
        var teller = PersonId.From(Teller);
        var chosen = teller == viewer.PersonId ? [] : await search.NamedAsync(viewer, [teller], cancellationToken);
        if (find is not null)
        {
            var found = await search.FindAsync(viewer, Name ?? "", cancellationToken);
            NobodyFound = found.Count == 0;
            ModelState.Clear();
            Tellers = Choices(chosen.Concat(found));
            return Page();
        }

        if (teller != viewer.PersonId && chosen.Count == 0)
        {
            Tellers = Choices([]);
            ModelState.AddModelError(nameof(Teller), words["sharing.readers.cannot_read"]);
            return this.Again();
        }

        var story = await stories.WriteDownAsync(viewer, teller, new StoryTexts(), new StoryKinds(), cancellationToken);
        return this.Onward(StoriesLinks.Write(story.Id));
    }

    private List<Choice> Choices(IEnumerable<NamedPerson> people) =>
        [Own, .. people.DistinctBy(p => p.Id).Select(p => p.AsChoice() with { Text = words["stories.teller.told_by", p.Name] })];
}
