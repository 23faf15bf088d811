using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Conversations.PlanSession;

public sealed record PlanSessionInput
{
    [Required, MaxLength(LiveSession.NameLength)]
    public string? Title { get; init; }

    public string? Script { get; init; }

    /// <summary>Empty: now.</summary>
    public DateOnly? On { get; init; }

    public TimeOnly? At { get; init; }

    [MaxLength(ReaderSearch.LongestName)]
    public string? Name { get; init; }

    public List<Guid> People { get; init; } = [];
}

/// <summary>Plans a session, or opens one for now. Finding a person is a button of the same form, so that nothing chosen is lost and no script is needed.</summary>
public sealed class PlanSessionModel(LiveDesk desk, Scripts scripts, ReaderSearch search, Viewer viewer, Words words, TimeProvider clock)
    : PageModel
{
    [BindProperty]
    public PlanSessionInput Input { get; set; } = new();

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public bool NobodyFound { get; private set; }

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public IReadOnlyList<Choice> ScriptChoices =>
        [
            .. scripts.ForGroups.Select(s => new Choice(
                s.Id,
                words["conversations.script", words[s.NameWord], s.Minutes],
                words[s.AboutWord]
            )),
        ];

    public void OnGet() => Input = new PlanSessionInput { Script = scripts.ForGroups.First().Id };

    public async Task<IActionResult> OnPostAsync(string? find, CancellationToken cancellationToken)
    {
        var chosen = Input.People.Select(PersonId.From).Distinct().ToList();
        var known = await search.NamedAsync(viewer, chosen, cancellationToken);
        if (find is not null)
        {
            var found = string.IsNullOrWhiteSpace(Input.Name) ? [] : await search.FindAsync(viewer, Input.Name, cancellationToken);
            NobodyFound = found.Count == 0;
            Show(known, found);
            ModelState.Clear();
            return Page();
        }

        Show(known, []);
        if (scripts.Find(Input.Script) is not { Use: ScriptUse.Group } script)
        {
            ModelState.AddModelError("Input.Script", words["error.required"]);
            return this.Again();
        }

        if (Input.On is null && Input.At is not null)
        {
            ModelState.AddModelError("Input.On", words["conversations.on.needed"]);
        }

        if (Input.On < Today)
        {
            ModelState.AddModelError("Input.On", words["conversations.on.past"]);
        }

        if (chosen.Count > LiveSession.ParticipantsAtMost)
        {
            ModelState.AddModelError("Input.People", words["conversations.people.too_many", LiveSession.ParticipantsAtMost]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var when = Input.On is { } on ? new AppointedTime(on, Input.At, viewer.TimeZone, script.Minutes) : null;
        var facts = new SessionFacts(Input.Title!, script.Id, script.For([]), when);
        var session = await desk.PlanAsync(facts, [.. known.Select(p => p.Id)], cancellationToken);
        return this.Onward(ConversationsLinks.Session(session.Id), when is null ? null : "conversations.flash.planned");
    }

    private void Show(IEnumerable<NamedPerson> chosen, IEnumerable<NamedPerson> found) =>
        People = [.. chosen.Concat(found).DistinctBy(p => p.Id).Select(p => p.AsChoice())];
}
