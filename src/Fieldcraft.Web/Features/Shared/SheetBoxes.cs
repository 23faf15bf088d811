using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Shared;

/// <summary>A form of boxes as a page shows it: with what is kept, or with what was typed and what to mend.</summary>
/// <param name="Folded">Boxes that stand behind “more”.</param>
public sealed record SheetBoxes(SheetForm Form, Sheet Sheet, params string[] Folded)
{
    /// <summary>Which boxes are shown here; null for all.</summary>
    public IReadOnlyCollection<string>? Only { get; init; }

    public IEnumerable<SheetBox> Open => Form.Boxes.Where(b => IsHere(b) && !Folded.Contains(b.Key));

    public IEnumerable<SheetBox> Behind => Form.Boxes.Where(b => IsHere(b) && Folded.Contains(b.Key));

    public bool IsUnfolded => Behind.Any(b => Sheet.Has(b.Key));

    private bool IsHere(SheetBox box) => Only?.Contains(box.Key) != false;
}

/// <summary>One box on its way into the page.</summary>
internal sealed record BoxView(SheetForm Form, SheetBox Box, string Text, string? Error)
{
    public string Name => SheetInput.NameOf(Box.Key);

    public string Id => ControlId.Of(Name);

    public string Word => $"sheet.{Form.Id}.{Box.Key}";

    public static BoxView Of(SheetForm form, SheetBox box, Sheet sheet, ModelStateDictionary state)
    {
        state.TryGetValue(SheetInput.NameOf(box.Key), out var entry);
        return new BoxView(
            form,
            box,
            entry?.AttemptedValue ?? sheet[box.Key],
            entry is { Errors: [var first, ..] } ? first.ErrorMessage : null
        );
    }
}

internal static class SheetInput
{
    /// <summary>What a page's form calls a box.</summary>
    public static string NameOf(string key) => $"Boxes[{key}]";

    public static Sheet SheetOf(IReadOnlyDictionary<string, string?> boxes) =>
        new(boxes.Where(b => b.Value is not null).Select(b => KeyValuePair.Create(b.Key, b.Value!)));

    /// <summary>Whether what was typed fits the form; what does not is said beside its box.</summary>
    public static bool TakesIn(
        this PageModel page,
        SheetForm form,
        IReadOnlyDictionary<string, string?> boxes,
        Words words,
        out Sheet sheet
    )
    {
        sheet = SheetOf(boxes);
        foreach (var problem in form.Problems(sheet))
        {
            var box = form.Find(problem.Path);
            page.ModelState.AddModelError(
                NameOf(problem.Path),
                problem.Code switch
                {
                    InputProblems.Missing => words["error.required"],
                    "too-long" => words["error.too_long", "", box?.Length ?? 0],
                    InputProblems.OutOfRange when box is { Kind: BoxKind.Number } => words["sheet.number", box.Least, box.Most],
                    _ => words["error.wrong"],
                }
            );
        }

        return page.ModelState.IsValid;
    }

    /// <summary>A refusal in words; an empty box is named by its label.</summary>
    public static string Say(this Words words, Refusal refusal) =>
        refusal is { Code: SheetForm.BoxEmpty, Arguments: [string box, ..] }
            ? words["refusal.box-empty", words[$"sheet.{box}.label"]]
            : words[$"refusal.{refusal.Code}", refusal.Arguments];
}
