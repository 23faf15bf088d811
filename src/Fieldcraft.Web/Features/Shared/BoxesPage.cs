using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Shared;

/// <summary>A page with a form of boxes: saved while typing and by its button, and never over what somebody saved meanwhile.</summary>
public abstract class BoxesPage(Words words, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Dictionary<string, string?> Boxes { get; set; } = [];

    /// <summary>The version that was changed; 0 for something new.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Whether another window saved meanwhile.</summary>
    public bool Changed { get; private set; }

    /// <summary>The boxes as they are kept.</summary>
    public abstract Sheet Kept { get; }

    /// <summary>The version that is kept.</summary>
    public abstract int KeptVersion { get; }

    protected Words Words { get; } = words;

    protected DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => Words.Today(Now);

    /// <summary>What cannot be taken in: the page again, or a line beside the field.</summary>
    protected IActionResult Mend() =>
        Request.IsAutosave()
            ? new JsonResult(new { message = ModelState.Values.SelectMany(v => v.Errors).First().ErrorMessage }) { StatusCode = 400 }
            : this.Again();

    /// <summary>How a save ended, for the script that saves while typing and for the button alike.</summary>
    /// <param name="reload">Reads what is kept now; false when it is gone.</param>
    protected async Task<IActionResult> EndAsync(SaveResult saved, Func<Task<bool>> reload, string onward, string flash)
    {
        switch (saved.End)
        {
            case SaveEnd.Saved:
                return Request.IsAutosave() ? this.Saved(Now, saved.Version) : this.Onward(onward, flash);
            case SaveEnd.NotFound:
                return NotFound();
            case SaveEnd.Refused:
                return Request.IsAutosave()
                    ? new JsonResult(new { message = Words.Say(saved.Refusal!) }) { StatusCode = 400 }
                    : RefusedFor(saved.Refusal!);
        }

        if (!await reload())
        {
            return NotFound();
        }

        if (Request.IsAutosave())
        {
            var theirs = Boxes.Keys.ToDictionary(SheetInput.NameOf, key => Kept[key]);
            return new JsonResult(new { theirs, version = KeptVersion }) { StatusCode = 409 };
        }

        Changed = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    protected PageResult RefusedFor(Refusal refusal)
    {
        ModelState.AddModelError("", Words.Say(refusal));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
