using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SharedIdeas.Own;

/// <summary>Ideas from partners, new ones first; and the links that are out.</summary>
public sealed class ListIdeasModel(IdeasDesk desk, OutsideCopies copies, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<OpenIdea> Ideas { get; private set; } = [];

    public IReadOnlyList<OpenOutsideCopy> Links { get; private set; } = [];

    public IdeaId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await desk.ListAsync(viewer, After is { } id ? IdeaId.From(id) : null, IdeasDesk.PageSize + 1, cancellationToken);
        Ideas = [.. found.Take(IdeasDesk.PageSize)];
        More = found.Count > IdeasDesk.PageSize ? Ideas[^1].Id : null;
        Links = await copies.ListAsync(viewer, cancellationToken);
    }

    public string StateOf(OpenOutsideCopy link) =>
        link.IsOpenAt(clock.GetUtcNow())
            ? words["ideas.links.open", words.Day(link.EndsAt.AddTicks(-1))]
            : words["ideas.links.ended", words.Day(link.EndedAt ?? link.EndsAt)];
}
