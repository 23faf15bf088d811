using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Awards;

/// <summary>An award: a question to the person it is for, and once they agree a certificate for the wall.</summary>
public sealed class ReadAwardModel(AwardsReading reading, AwardDesk desk) : PageModel
{
    public OpenAward Award { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.AcceptAsync(NominationId.From(id), cancellationToken),
            "embedding.flash.accepted_award",
            cancellationToken
        );

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.DeclineAsync(NominationId.From(id), cancellationToken),
            "embedding.flash.declined_award",
            cancellationToken
        );

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome? outcome, string flash, CancellationToken cancellationToken) =>
        outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => this.Onward(EmbeddingLinks.Awarded(NominationId.From(id)), flash),
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(NominationId.From(id), cancellationToken) is not { } award)
        {
            return false;
        }

        Award = award;
        return true;
    }
}
