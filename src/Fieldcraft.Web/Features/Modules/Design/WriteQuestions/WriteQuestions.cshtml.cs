using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Modules.Design.WriteQuestions;

/// <summary>What the form of a hard question sends.</summary>
public sealed record QuestionInput
{
    [Required, MaxLength(HardQuestion.QuestionLength)]
    public string? Question { get; init; }

    [MaxLength(HardQuestion.AnswerLength)]
    public string? Answer { get; init; }

    /// <summary>What the form saw.</summary>
    public string Stamp { get; init; } = "";
}

/// <summary>The questions that a leader would rather not meet, each with an answer to start from.</summary>
public sealed class WriteQuestionsModel(ModuleReading reading, ModuleDesk desk, Words words) : DesignPage(reading, desk, words)
{
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    [BindProperty]
    public QuestionInput Input { get; set; } = new();

    public string Stamp => PartStamp.Of(Draft.Content.Questions);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Asked(Draft.Content) is { } asked)
        {
            Input = new QuestionInput { Question = asked.Question.Only(Language), Answer = asked.Answer.Only(Language) };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return ModelState.IsValid ? await WriteAsync(Written, cancellationToken) : this.Again();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int remove, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await LoadAsync(id, cancellationToken)
            ? await WriteAsync(c => c with { Questions = [.. c.Questions.Where((_, i) => i != remove)] }, cancellationToken)
            : NotFound();
    }

    private async Task<IActionResult> WriteAsync(Func<ModuleContent, ModuleContent> write, CancellationToken cancellationToken)
    {
        var saved = await Desk.WriteAsync(
            Draft.ModuleId,
            draft => PartStamp.Of(draft.Content.Questions) == Input.Stamp,
            write,
            cancellationToken
        );
        return await AnswerAsync(saved, ModulesLinks.Questions(Draft.ModuleId), cancellationToken);
    }

    private ModuleContent Written(ModuleContent content)
    {
        var before = Asked(content) ?? new HardQuestion(LocalText.Empty, LocalText.Empty);
        var written = new HardQuestion(before.Question.With(Language, Input.Question), before.Answer.With(Language, Input.Answer));
        return content with
        {
            Questions = Asked(content) is null
                ? [.. content.Questions, written]
                : [.. content.Questions.Select((q, i) => i == Number ? written : q)],
        };
    }

    private HardQuestion? Asked(ModuleContent content) =>
        Number is { } n && n >= 0 && n < content.Questions.Count ? content.Questions[n] : null;
}
