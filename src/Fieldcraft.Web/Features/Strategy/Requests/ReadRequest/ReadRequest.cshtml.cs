using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Strategy.Requests.ReadRequest;

/// <summary>One request: what is asked, where to begin, and the answer. Its asker says more; the learning team answers.</summary>
public sealed class ReadRequestModel(RequestDesk desk, Viewer viewer, Words words, TimeProvider clock) : BoxesPage(words, clock)
{
    public RequestView View { get; private set; } = null!;

    public override Sheet Kept => View.Request.Sheet;

    public override int KeptVersion => View.Request.Version;

    public bool Answers => viewer.IsLearningTeam();

    [BindProperty]
    public RequestAnswer? Answer { get; set; }

    [BindProperty, MaxLength(LearningRequest.AnswerLength)]
    public string? Text { get; set; }

    [BindProperty]
    public bool IsTraining { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !View.IsMine)
        {
            return NotFound();
        }

        return !this.TakesIn(StrategyForms.Request, Boxes, Words, out var sheet)
            ? Mend()
            : await EndAsync(
                await desk.SayMoreAsync(viewer, View.Request.Id, Version, sheet, cancellationToken),
                () => LoadAsync(id, cancellationToken),
                StrategyLinks.Request(View.Request.Id),
                "strategy.flash.kept"
            );
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !Answers)
        {
            return NotFound();
        }

        if (Answer is not { } answer)
        {
            ModelState.AddModelError(nameof(Answer), Words["error.required"]);
            return this.Again();
        }

        return !ModelState.IsValid
            ? this.Again()
            : await EndAsync(
                await desk.ReplyAsync(
                    viewer,
                    View.Request.Id,
                    Version,
                    new RequestReply(answer, Text ?? "", IsTraining),
                    cancellationToken
                ),
                () => LoadAsync(id, cancellationToken),
                StrategyLinks.Request(View.Request.Id),
                "requests.flash.answered"
            );
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(viewer, LearningRequestId.From(id), cancellationToken) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
