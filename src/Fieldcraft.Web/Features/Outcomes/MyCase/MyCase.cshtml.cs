using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Outcomes.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.MyCase;

/// <summary>A leader's own case: agree or rather not, read the story, let it be shown, take it back.</summary>
public sealed class MyCaseModel(CaseReading reading, CaseDesk desk) : PageModel
{
    public OpenCase Case { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await desk.AgreeAsync(SuccessCaseId.From(id), cancellationToken), "outcomes.flash.agreed", cancellationToken);

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.DeclineAsync(SuccessCaseId.From(id), cancellationToken),
            "outcomes.flash.declined",
            cancellationToken
        );

    public async Task<IActionResult> OnPostApproveAsync(Guid id, int version, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.ApproveAsync(SuccessCaseId.From(id), version, cancellationToken),
            "outcomes.flash.approved",
            cancellationToken
        );

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.WithdrawAsync(SuccessCaseId.From(id), cancellationToken),
            "outcomes.flash.withdrawn",
            cancellationToken
        );

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome? outcome, string flash, CancellationToken cancellationToken)
    {
        if (outcome is null || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return outcome.Value.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(OutcomesLinks.Case(Case.Id), flash);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Case = (await reading.OwnAsync(SuccessCaseId.From(id), cancellationToken))!;
        return Case is not null;
    }
}
