using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Checks.Own;

/// <summary>One check, as far as it is: the own view, the round that runs, or the report.</summary>
public sealed class ShowCheckModel(
    ChecksReading reading,
    CheckDesk desk,
    RoundDesk rounds,
    Rules rules,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    public OwnCheck Own { get; private set; } = null!;

    public Rules Rules => rules;

    /// <summary>While others are being asked.</summary>
    public RoundStanding? Standing { get; private set; }

    /// <summary>Whom the owner hands a link to, while the round runs.</summary>
    public IReadOnlyList<OwnRater> Raters { get; private set; } = [];

    public bool CanRemind => Own.Check.IsReminderDue(rules.Checks, clock.GetUtcNow());

    public string Title =>
        Own.Check.ClosedAt is { } closed ? words["checks.report.title", words.Day(closed)]
        : Own.Check.IsLaunched ? words["checks.running.title"]
        : words["checks.of", words.Day(Own.Check.RatedAt)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostRemindAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(id, desk.RemindAsync, "checks.flash.reminded", cancellationToken);

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(id, desk.CloseAsync, "checks.flash.closed", cancellationToken);

    public Task<IActionResult> OnPostCallOffAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(id, desk.CallOffAsync, "checks.flash.called_off", cancellationToken);

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.RemoveAsync(viewer, LeadershipCheckId.From(id), cancellationToken)
            ? this.Onward(ChecksLinks.List, "checks.flash.removed")
            : NotFound();

    private async Task<IActionResult> AnswerAsync(
        Guid id,
        Func<Viewer, LeadershipCheckId, CancellationToken, Task<Outcome?>> change,
        string flash,
        CancellationToken cancellationToken
    ) =>
        await change(viewer, LeadershipCheckId.From(id), cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => this.Onward(ChecksLinks.One(LeadershipCheckId.From(id)), flash),
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, LeadershipCheckId.From(id), cancellationToken) is not { } own)
        {
            return false;
        }

        Own = own;
        if (own.Check.IsRunning)
        {
            var raters = await reading.RatersAsync(viewer, own.Id, cancellationToken);
            Standing = await rounds.StandingAsync(own.Check, raters, cancellationToken);
            Raters = [.. raters.Where(r => r.Link is not null)];
        }

        return true;
    }
}
