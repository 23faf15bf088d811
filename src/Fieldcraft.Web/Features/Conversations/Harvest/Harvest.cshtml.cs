using Fieldcraft.Domain.Conversations;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Conversations.Harvest;

/// <summary>What the person wrote in a session, and the way of each into their own plan, tries or journal.</summary>
public sealed class HarvestModel(FieldcraftDb db, Vault vault, TakingAlong taking, Viewer viewer) : PageModel
{
    [BindProperty]
    public HarvestInput Input { get; set; } = new();

    /// <summary>The stage whose text stands in the form.</summary>
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    public LiveSession Session { get; private set; } = null!;

    public IReadOnlyList<(int Stage, string Text)> Written { get; private set; } = [];

    private IReadOnlyList<Choice> Plans { get; set; } = [];

    private Domain.Assignments.AssignmentId? Assignment { get; set; }

    public HarvestForm Form =>
        new(Input, Plans, $"{ConversationsLinks.Harvest(Session.Id)}?from={From}", $"harvest.{Session.Id.Value}.{From}");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        // What was promised last is what most people want to take along.
        From ??= Written.Count == 0 ? null : Written[^1].Stage;
        Input = new HarvestInput
        {
            Text = Written.FirstOrDefault(w => w.Stage == From).Text,
            Plan = Plans is [var first, ..] ? Guid.Parse(first.Value, System.Globalization.CultureInfo.InvariantCulture) : null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        foreach (var (field, message) in taking.Problems(Input))
        {
            ModelState.AddModelError($"Input.{field}", message);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var taken = await taking.TakeAsync(Input, Assignment, cancellationToken);
        return taken.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(taken.Value!, "conversations.flash.taken");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var sessionId = LiveSessionId.From(id);
        var found = await db
            .SessionMembers.AsNoTracking()
            .VisibleTo(viewer)
            .Where(m => m.SessionId == sessionId)
            .Join(db.LiveSessions.AsNoTracking(), m => m.SessionId, s => s.Id, (m, s) => new { Session = s, m.AssignmentId })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return false;
        }

        (Session, Assignment) = (found.Session, found.AssignmentId);
        var answers = await db
            .SessionAnswers.AsNoTracking()
            .VisibleTo(viewer)
            .Where(a => a.SessionId == sessionId && a.Text != null)
            .OrderBy(a => a.Stage)
            .ToListAsync(cancellationToken);
        var plans = await taking.PlansAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, [.. answers.Select(a => a.Text), .. plans.Select(p => p.Title)], cancellationToken);
        Written = [.. answers.Select(a => (a.Stage, unlocked.OpenOrEmpty(a.Text)))];
        Plans = [.. plans.Select(p => new Choice(p.Id.Value.ToString(), unlocked.Open(p.Title)))];
        return true;
    }
}
