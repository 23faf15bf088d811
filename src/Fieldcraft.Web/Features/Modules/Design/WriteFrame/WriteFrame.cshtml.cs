using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Modules.Design.WriteFrame;

/// <summary>What the form sends; lists have one entry a line.</summary>
public sealed record FrameInput
{
    [MaxLength(ModuleContent.AimsAtMost * (ModuleContent.LineLength + 2))]
    public string? Aims { get; init; }

    [MaxLength(ModuleContent.SignsWanted * (ModuleContent.LineLength + 2))]
    public string? Signs { get; init; }

    [MaxLength(ModuleContent.MaterialsAtMost * (ModuleContent.LineLength + 2))]
    public string? Materials { get; init; }

    [MaxLength(ModuleContent.LineLength)]
    public string? HuddleQuestion { get; init; }
    public string? FirstHalfEndsWith { get; init; }

    [MaxLength(ModuleContent.LanguagesAtMost * (LocalText.LanguageLength + 2))]
    public string? AlsoIn { get; init; }

    /// <summary>What the form saw.</summary>
    public string Stamp { get; init; } = "";

    public static FrameInput Of(ModuleContent content, string language, string stamp) =>
        new()
        {
            Aims = Joined(content.Aims, language),
            Signs = Joined(content.Signs, language),
            Materials = Joined(content.Materials, language),
            HuddleQuestion = content.HuddleQuestion.Only(language),
            FirstHalfEndsWith = content.FirstHalfEndsWith,
            AlsoIn = string.Join(", ", content.AlsoIn),
            Stamp = stamp,
        };

    public ModuleContent WriteInto(ModuleContent content, string language)
    {
        var written = content with
        {
            Aims = content.Lines(content.Aims, language, Lines(Aims)),
            Signs = content.Lines(content.Signs, language, Lines(Signs)),
            Materials = content.Lines(content.Materials, language, Lines(Materials)),
            HuddleQuestion = content.HuddleQuestion.With(language, HuddleQuestion),
        };
        return language != content.Language
            ? written
            : written with
            {
                FirstHalfEndsWith = string.IsNullOrEmpty(FirstHalfEndsWith) ? null : FirstHalfEndsWith,
                AlsoIn =
                [
                    .. (AlsoIn ?? "")
                        .Split([',', ' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                        .Distinct(),
                ],
            };
    }

    private static string Joined(IEnumerable<LocalText> texts, string language) =>
        string.Join('\n', texts.Select(t => t.Only(language))).TrimEnd('\n');

    // An empty line keeps its place: in another language the third line belongs to the third text.
    private static string[] Lines(string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : text.TrimEnd().Split('\n', StringSplitOptions.TrimEntries);
}

/// <summary>Aims, signs, materials, the huddle's question, the languages and where the first half ends.</summary>
public sealed class WriteFrameModel(ModuleReading reading, ModuleDesk desk, Words words) : DesignPage(reading, desk, words)
{
    [BindProperty]
    public FrameInput Input { get; set; } = new();

    public IEnumerable<Choice> Blocks => Draft.Content.Blocks.Select(b => new Choice(b.Id, Say(b.Title)));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = FrameInput.Of(Draft.Content, Language, Stamp(Draft.Content));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var saved = await Desk.WriteAsync(
            Draft.ModuleId,
            draft => Stamp(draft.Content) == Input.Stamp,
            content => Input.WriteInto(content, Language),
            cancellationToken
        );
        var answer = await AnswerAsync(saved, ModulesLinks.Draft(Draft.ModuleId), cancellationToken);
        if (saved.Save == ModuleSave.Meanwhile)
        {
            ModelState.Remove("Input.Stamp");
            Input = Input with { Stamp = Stamp(Draft.Content) };
        }

        return answer;
    }

    private static string Stamp(ModuleContent c) =>
        PartStamp.Of(
            new
            {
                c.Aims,
                c.Signs,
                c.Materials,
                c.HuddleQuestion,
                c.FirstHalfEndsWith,
                c.AlsoIn,
            }
        );
}
