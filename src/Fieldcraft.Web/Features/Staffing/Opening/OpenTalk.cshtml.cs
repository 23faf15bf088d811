using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Staffing;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Staffing.Opening;

/// <summary>What a talk is about, until when, and who holds it.</summary>
public sealed record TalkForm
{
    [Required, MaxLength(TalkWording.TitleLength)]
    public string Title { get; init; } = "";

    [MaxLength(TalkWording.AboutLength)]
    public string? About { get; init; }

    public string? Archetype { get; init; }

    [Required]
    public DateOnly? EndsOn { get; init; }

    public bool IsOpenToAll { get; init; }

    [MaxLength(ReaderSearch.LongestName)]
    public string? Name { get; init; }

    public List<Guid> Holders { get; init; } = [];

    public TalkWording Wording() =>
        new()
        {
            Title = Title,
            About = About,
            Archetype = string.IsNullOrWhiteSpace(Archetype) ? null : Archetype,
            EndsOn = EndsOn,
            IsOpenToAll = IsOpenToAll,
        };
}

public sealed class OpenTalkModel(
    StaffingActions staffing,
    StaffingReading reading,
    ReaderSearch search,
    Knowledge knowledge,
    Viewer viewer,
    Words words
) : PageModel
{
    private const int DaysOffered = 21;

    [BindProperty]
    public TalkForm Input { get; set; } = new();

    public DateOnly Today => reading.Today;

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public bool NobodyFound { get; private set; }

    public void OnGet(string? archetype) =>
        Input = new TalkForm { EndsOn = Today.AddDays(DaysOffered), Archetype = knowledge.Archetype(archetype)?.Id };

    public async Task<IActionResult> OnPostAsync(string? find, CancellationToken cancellationToken)
    {
        var holders = await search.NamedAsync(viewer, [.. Input.Holders.Select(PersonId.From).Distinct()], cancellationToken);
        if (find is not null)
        {
            var found = await search.FindAsync(viewer, Input.Name ?? "", cancellationToken);
            NobodyFound = found.Count == 0;
            Show(holders.Concat(found));
            ModelState.Clear();
            return Page();
        }

        Show(holders);
        if (holders.Count >= TalkWording.HoldersAtMost)
        {
            ModelState.AddModelError("Input.Holders", words["sharing.readers.too_many", TalkWording.HoldersAtMost - 1]);
        }

        if (Input.EndsOn is { } day && (day < Today || day > Today.AddDays(TalkWording.DaysAtMost)))
        {
            ModelState.AddModelError("Input.EndsOn", words["staffing.ends.wrong", TalkWording.DaysAtMost]);
        }

        if (!ModelState.IsValid || Input.Wording().Problems(Today).Count > 0)
        {
            return this.Again();
        }

        var talk = await staffing.OpenAsync(viewer, Input.Wording(), [.. holders.Select(h => h.Id)], cancellationToken);
        return this.Onward(StaffingLinks.Talk(talk.Id), "staffing.flash.opened");
    }

    private void Show(IEnumerable<NamedPerson> people) => People = [.. people.DistinctBy(p => p.Id).Select(p => p.AsChoice())];
}
