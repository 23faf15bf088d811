using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>A form that saves itself while the person types, and the few ways in which it answers the page's script and the person.</summary>
public abstract class WordingModel<TText>(Words words, TimeProvider clock) : PageModel
    where TText : class, IWording, new()
{
    [BindProperty]
    public TText Input { get; set; } = new();

    /// <summary>The print of the text when the form was opened (<see cref="Wordings"/>).</summary>
    [BindProperty]
    public string? Version { get; set; }

    /// <summary>What another window saved meanwhile; the page shows both.</summary>
    public TText? Theirs { get; private set; }

    /// <summary>Why it was not kept, when it was not.</summary>
    public Refusal? Refusal { get; private set; }

    protected Words Words { get; } = words;

    /// <summary>What has to be mended first; null when nothing has.</summary>
    protected IActionResult? Mend()
    {
        // Lengths and needs are said by the form's own attributes; what depends on several fields is said by the wording.
        foreach (
            var problem in Input.Problems().Where(p => p.Code is not (InputProblems.Missing or Texts.TooLong or InputProblems.OutOfRange))
        )
        {
            ModelState.AddModelError(
                $"{nameof(Input)}.{char.ToUpperInvariant(problem.Path[0])}{problem.Path[1..]}",
                Words[$"error.{problem.Code}"]
            );
        }

        if (ModelState.IsValid)
        {
            return null;
        }

        return Request.IsAutosave() ? NotYet(ModelState.Values.SelectMany(v => v.Errors).First().ErrorMessage) : this.Again();
    }

    /// <summary>The page again with the reason. To the script a refusal is a text that is not kept yet, not a second version.</summary>
    protected IActionResult RefusedFor(Refusal refusal)
    {
        Refusal = refusal;
        if (Request.IsAutosave())
        {
            return NotYet(Words[$"refusal.{refusal.Code}", refusal.Arguments]);
        }

        // This one is shown beside the field, with its examples.
        if (refusal.Code != ObservableBehaviour.RefusalCode)
        {
            return this.Refused(refusal);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    protected IActionResult Kept(string print, string onward, string flash) =>
        Request.IsAutosave()
            ? new JsonResult(new { savedAt = Words.Clock(clock.GetUtcNow()), version = print })
            : this.Onward(onward, flash);

    /// <summary>Another window wrote this differently: both are shown, and what was typed here still stands in the form.</summary>
    protected IActionResult Meanwhile(TText saved)
    {
        var version = Wordings.PrintOf(saved);
        if (Request.IsAutosave())
        {
            var theirs = Wordings.FieldsOf(saved).ToDictionary(f => $"{nameof(Input)}.{f.Name}", f => f.Text, StringComparer.Ordinal);
            return new JsonResult(new { theirs, version }) { StatusCode = StatusCodes.Status409Conflict };
        }

        Theirs = saved;
        Version = version;
        ModelState.Remove(nameof(Version));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static JsonResult NotYet(string message) => new(new { message }) { StatusCode = StatusCodes.Status400BadRequest };
}
