using Fieldcraft.Domain.Stories;
using Fieldcraft.Web.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Stories.Library;

/// <summary>One story that its teller lets colleagues read.</summary>
public sealed class ReadStoryModel(LibraryReading library, Knowledge knowledge) : PageModel
{
    public ReadStory? Story { get; private set; }

    public Archetype? Archetype => knowledge.Archetype(Story!.Kinds.Archetype);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Story = await library.FindAsync(StoryId.From(id), cancellationToken)) is null ? NotFound() : Page();
}
