using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Circles.AgreeRhythm;

/// <summary>How often, how long, and when the next meeting is: the first time it begins the circle.</summary>
public sealed class AgreeRhythmModel(CirclesReading reading, CircleDesk desk, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    private const int DaysAhead = 14;

    [BindProperty]
    public RhythmInput Input { get; set; } = new();

    public OpenCircle Circle { get; private set; } = null!;

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var next = Circle.Upcoming;
        Input = new RhythmInput
        {
            On = next?.When.On ?? Today.AddDays(DaysAhead),
            At = next?.When.At ?? new TimeOnly(9, 0),
            EveryWeeks = Circle.Rhythm.EveryWeeks,
            Minutes = Circle.Rhythm.Minutes,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Input.On < Today)
        {
            ModelState.AddModelError("Input.On", words["circles.rhythm.past"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var rhythm = new CircleRhythm(Input.EveryWeeks, Input.Minutes);
        var next = new AppointedTime(Input.On!.Value, Input.At!.Value, viewer.TimeZone, Input.Minutes);
        var agreed = await desk.AgreeRhythmAsync(viewer, Circle.Id, rhythm, next, cancellationToken);
        return agreed is not { } outcome ? NotFound()
            : outcome.Refusal is { } refusal ? this.Refused(refusal)
            : this.Onward(CirclesLinks.One(Circle.Id), "circles.flash.agreed");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, CircleId.From(id), cancellationToken) is not { IsConvenor: true, IsEnded: false } circle)
        {
            return false;
        }

        Circle = circle;
        return true;
    }
}
