using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Conversations.PlanSession;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Conversations.InvitePeople;

public sealed record InviteInput
{
    [MaxLength(ReaderSearch.LongestName)]
    public string? Name { get; init; }

    public List<Guid> People { get; init; } = [];
}

public sealed record TimeInput
{
    public DateOnly? On { get; init; }

    public TimeOnly? At { get; init; }
}

/// <summary>More people, and another time, for whoever leads a session.</summary>
public sealed class InvitePeopleModel(
    LiveReading reading,
    LiveDesk desk,
    ReaderSearch search,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public InviteInput Input { get; set; } = new();

    [BindProperty]
    public TimeInput Moved { get; set; } = new();

    public OpenSession Open { get; private set; } = null!;

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public bool NobodyFound { get; private set; }

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? find, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var known = await search.NamedAsync(viewer, [.. Input.People.Select(PersonId.From)], cancellationToken);
        if (find is not null || known.Count == 0)
        {
            var found = string.IsNullOrWhiteSpace(Input.Name) ? [] : await search.FindAsync(viewer, Input.Name, cancellationToken);
            NobodyFound = found.Count == 0;
            People =
            [
                .. known
                    .Concat(found)
                    .DistinctBy(p => p.Id)
                    .Where(p => !Open.People.Any(m => m.PersonId == p.Id && !m.HasLeft))
                    .Select(p => p.AsChoice()),
            ];
            ModelState.Clear();
            return Page();
        }

        var kept = await desk.InviteAsync(LiveSessionId.From(id), [.. known.Select(p => p.Id)], cancellationToken);
        return kept.Refusal is { } refusal ? this.Refused(refusal)
            : kept.Kept == Kept.Done ? this.Onward(ConversationsLinks.Session(Open.Session.Id), "conversations.flash.invited")
            : NotFound();
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Moved.On is not { } on || on < Today)
        {
            ModelState.AddModelError("Moved.On", words[Moved.On is null ? "error.required" : "conversations.on.past"]);
            return this.Again();
        }

        var when = new AppointedTime(on, Moved.At, viewer.TimeZone, Open.Session.Minutes);
        var kept = await desk.AppointAsync(LiveSessionId.From(id), null, when, cancellationToken);
        return kept.Refusal is { } refusal
            ? this.Refused(refusal)
            : this.Onward(ConversationsLinks.Session(Open.Session.Id), "conversations.flash.moved");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await reading.FindAsync(viewer, LiveSessionId.From(id), withOwn: false, cancellationToken)
            is not { Leads: true, Session.EndedAt: null } open
        )
        {
            return false;
        }

        Open = open;
        Moved = Request.Method == "GET" ? new TimeInput { On = open.Session.On, At = open.Session.Time } : Moved;
        return true;
    }
}
