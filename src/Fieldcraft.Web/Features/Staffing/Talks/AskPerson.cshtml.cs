using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Staffing;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Staffing.Talks;

/// <summary>Asks somebody whether they want to enter themselves. They are told who reads it, and can leave it.</summary>
public sealed class AskPersonModel(StaffingReading reading, StaffingActions staffing, ReaderSearch search, Viewer viewer, Words words)
    : PageModel
{
    [BindProperty, MaxLength(ReaderSearch.LongestName)]
    public string? Name { get; set; }

    [BindProperty]
    public Guid? Person { get; set; }

    public OpenTalk? Talk { get; private set; }

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public bool NobodyFound { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? find, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (find is not null)
        {
            Show(await search.FindAsync(viewer, Name ?? "", cancellationToken));
            NobodyFound = People.Count == 0;
            ModelState.Clear();
            return Page();
        }

        var chosen = Person is { } one ? await search.NamedAsync(viewer, [PersonId.From(one)], cancellationToken) : [];
        Show(chosen);
        if (chosen.Count == 0)
        {
            ModelState.AddModelError(nameof(Name), words["staffing.ask.nobody"]);
            return this.Again();
        }

        return await staffing.AskAsync(viewer, TalkId.From(id), chosen[0].Id, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(StaffingLinks.Talk(TalkId.From(id)), "staffing.flash.asked"),
        };
    }

    private void Show(IEnumerable<NamedPerson> people) => People = [.. people.Select(p => p.AsChoice())];

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        (Talk = await reading.FindAsync(viewer, TalkId.From(id), cancellationToken)) is { IsHeld: true };
}
