using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Fieldcraft.Domain.Alongside;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Alongside.Visits;

/// <summary>What the host agrees to.</summary>
public sealed record AgreementForm
{
    public DateOnly? On { get; init; }
    public TimeOnly? At { get; init; }

    [Range(1, AppointedTime.MinutesAtMost)]
    public int Minutes { get; init; } = 60;
}

/// <summary>The guest's two answers.</summary>
public sealed record ReflectionForm
{
    [MaxLength(VisitReflection.TextLength)]
    public string? Saw { get; init; }

    [MaxLength(VisitReflection.TextLength)]
    public string? WillTry { get; init; }
}

/// <summary>One visit: asked, agreed, and looked back at by its guest.</summary>
public sealed class ReadVisitModel(VisitsReading reading, VisitsActions visits, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public AgreementForm Agreement { get; set; } = new();

    [BindProperty]
    public ReflectionForm Reflection { get; set; } = new();

    public OpenVisit? Visit { get; private set; }

    public DateOnly Today => reading.Today;

    public bool IsOpen => Visit!.State is VisitState.Asked or VisitState.Agreed;

    public bool CanLookBack => !Visit!.IsHost && Visit.State == VisitState.Agreed && Visit.On <= Today;

    /// <summary>Where it stands, as a sentence; the time with the place whose clock is meant.</summary>
    public string When =>
        Visit is { State: VisitState.Agreed, On: { } day }
            ? Visit.Time is { } at
                ? words[
                    "alongside.visit.at",
                    words.Day(day),
                    at.ToString("HH:mm", CultureInfo.InvariantCulture),
                    Visit.TimeZone,
                    Visit.Minutes
                ]
                : words["alongside.visit.on", words.Day(day), Visit.Minutes]
            : words[$"alongside.visit.{Visit!.State}"];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Agreement.On is null || Agreement.On < Today)
        {
            ModelState.AddModelError("Agreement.On", words["alongside.on.wrong"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var when = new AppointedTime(Agreement.On!.Value, Agreement.At, viewer.TimeZone, Agreement.Minutes);
        return Answer(id, await visits.AgreeAsync(viewer, VisitId.From(id), when, cancellationToken), "alongside.flash.agreed");
    }

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken)
            ? Answer(id, await visits.DeclineAsync(viewer, VisitId.From(id), cancellationToken), "alongside.flash.declined")
            : NotFound();

    public async Task<IActionResult> OnPostCallOffAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken)
            ? Answer(id, await visits.CallOffAsync(viewer, VisitId.From(id), cancellationToken), "alongside.flash.called_off")
            : NotFound();

    public async Task<IActionResult> OnPostLookBackAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await visits.LookBackAsync(viewer, VisitId.From(id), Reflection.Saw, Reflection.WillTry, cancellationToken);
        return Answer(id, outcome, "stories.flash.saved");
    }

    public async Task<IActionResult> OnPostTearUpAsync(Guid id, CancellationToken cancellationToken) =>
        await visits.TearUpAsync(viewer, VisitId.From(id), cancellationToken)
            ? this.Onward(AlongsideLinks.Visit(VisitId.From(id)), "stories.flash.put_away")
            : NotFound();

    private IActionResult Answer(Guid id, Outcome? outcome, string flash)
    {
        if (outcome is not { } came)
        {
            return NotFound();
        }

        return came.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(AlongsideLinks.Visit(VisitId.From(id)), flash);
    }

    private void Show()
    {
        Agreement = new AgreementForm
        {
            On = Visit!.On,
            At = Visit.Time,
            Minutes = Visit.Minutes > 0 ? Visit.Minutes : 60,
        };
        Reflection = new ReflectionForm { Saw = Visit.Reflection?.Saw, WillTry = Visit.Reflection?.WillTry };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        (Visit = await reading.FindAsync(viewer, VisitId.From(id), cancellationToken)) is not null;
}
