using System.Globalization;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Modules.Design;

/// <summary>What every page of the draft shares: the module, its draft, the language that is being written, and how a save is answered.</summary>
public abstract class DesignPage(ModuleReading reading, ModuleDesk desk, Words words) : PageModel
{
    /// <summary>The language that is being written; the module's first one unless chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? In { get; set; }

    public OpenModule Open { get; private set; } = null!;

    public ModuleDraft Draft { get; private set; } = null!;

    public string Language => Draft.Content.Languages.FirstOrDefault(l => l == In) ?? Draft.Content.Language;

    public string Direction => LanguageNames.DirectionOf(Language);

    protected ModuleDesk Desk => desk;

    public string Say(LocalText text) => text.In(Language, Draft.Content.Language);

    /// <summary>A problem of the content as a sentence.</summary>
    public string Sentence(InputProblem problem)
    {
        var parts = problem.Path.Split('.');
        var index = parts[0].Contains('[', StringComparison.Ordinal)
            ? int.Parse(parts[0].Split('[', ']')[1], CultureInfo.InvariantCulture)
            : (int?)null;
        var name = parts[0].Split('[')[0];
        var key = $"modules.problem.{name}{(parts.Length > 1 ? "." + parts[1].Split('[')[0] : "")}.{problem.Code}";
        var about =
            name == "blocks" && index is { } i && i < Draft.Content.Blocks.Count ? Say(Draft.Content.Blocks[i].Title) : $"{index + 1}";
        return words.Has(key) ? words[key, about] : words[$"modules.problem.{problem.Code}", about];
    }

    protected async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var module = ModuleId.From(id);
        if (
            await desk.DraftAsync(module, cancellationToken) is not { } draft
            || await reading.FindAsync(module, cancellationToken) is not { } open
        )
        {
            return false;
        }

        (Draft, Open) = (draft, open);
        return true;
    }

    /// <summary>Onward when it is saved; else the same page with what is wrong, or with what somebody else saved.</summary>
    protected async Task<IActionResult> AnswerAsync(ModuleSaved saved, string onward, CancellationToken cancellationToken)
    {
        switch (saved.Save)
        {
            case ModuleSave.Saved:
                return this.Onward(onward, "modules.flash.saved");
            case ModuleSave.NotFound:
                return NotFound();
            case ModuleSave.Unusable:
                foreach (var problem in saved.Problems)
                {
                    ModelState.AddModelError("", Sentence(problem));
                }

                return this.Again();
            default:
                await LoadAsync(Draft.ModuleId.Value, cancellationToken);
                ModelState.AddModelError("", words["modules.meanwhile"]);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
        }
    }
}
