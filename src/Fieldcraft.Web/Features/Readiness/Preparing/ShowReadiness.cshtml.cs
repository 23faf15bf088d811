using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Readiness.Preparing;

/// <summary>A leader's own way through one module, the next step first. Nothing sealed stands here: a phone and a PIN are enough to say yes or no.</summary>
public sealed class ShowReadinessModel(ReadinessReading reading, SeatDesk seats, ReadinessDesk desk, Viewer viewer, Words words) : PageModel
{
    public MyReadiness Mine { get; private set; } = null!;

    public IReadOnlyList<Step> Steps
    {
        get
        {
            var facts = Mine.Facts;
            (string Word, bool Done)[] steps =
            [
                ("preview", facts.IsPreviewed),
                ("practice", facts.IsPractised),
                ("planner", facts.IsPlannerDone),
                ("cleared", facts.IsCleared),
            ];
            var current = Array.FindIndex(steps, s => !s.Done);
            return [.. steps.Select((s, i) => new Step(words[$"ready.step.{s.Word}"], s.Done, i == current))];
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostComeAsync(Guid id, Guid preparation, CancellationToken cancellationToken)
    {
        if (await seats.ComeAsync(viewer, PreparationEventId.From(preparation), cancellationToken) is not { } come)
        {
            return NotFound();
        }

        var flash = come.Value == PreparationSeatState.Waiting ? "ready.flash.waiting" : "ready.flash.coming";
        return await AnswerAsync(id, come.Refusal, flash, cancellationToken);
    }

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, Guid preparation, CancellationToken cancellationToken) =>
        await seats.DeclineAsync(viewer, PreparationEventId.From(preparation), cancellationToken) is { } done
            ? await AnswerAsync(id, done.Refusal, "ready.flash.declined", cancellationToken)
            : NotFound();

    public async Task<IActionResult> OnPostPlannerDoneAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.MarkPlannerDoneAsync(viewer, ModuleId.From(id), cancellationToken) is { } done
            ? await AnswerAsync(id, done.Refusal, "ready.flash.planner_done", cancellationToken)
            : NotFound();

    public async Task<IActionResult> OnPostPlannerOpenAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.TakePlannerUpAgainAsync(viewer, ModuleId.From(id), cancellationToken) is { } done
            ? await AnswerAsync(id, done.Refusal, "ready.flash.planner_open", cancellationToken)
            : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.WithdrawNotYetAsync(viewer, ModuleId.From(id), cancellationToken) is { } done
            ? await AnswerAsync(id, done.Refusal, "ready.flash.withdrawn", cancellationToken)
            : NotFound();

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string flash, CancellationToken cancellationToken) =>
        refusal is null ? this.Onward(ReadinessLinks.Mine(ModuleId.From(id)), flash)
        : await LoadAsync(id, cancellationToken) ? this.Refused(refusal)
        : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, ModuleId.From(id), cancellationToken) is not { } mine)
        {
            return false;
        }

        Mine = mine;
        return true;
    }
}
