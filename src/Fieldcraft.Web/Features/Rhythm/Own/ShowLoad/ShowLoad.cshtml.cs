using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Rhythm.Own.ShowLoad;

/// <summary>What Fieldcraft asks of the viewer this month, from where, and the limit they set. Nobody else sees it.</summary>
public sealed class ShowLoadModel(LoadReading load, RhythmDesk desk, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    [BindProperty]
    public int? Hours { get; set; }

    public LoadAccount Account { get; private set; } = null!;

    public AskedOfOthers Asked { get; private set; } = null!;

    public string Month => Account.Month.ToString("MMMM yyyy", words.Culture);

    private DateOnly Today => words.Today(clock.GetUtcNow());

    public string Say(int minutes) => LoadWords.Say(words, minutes);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Hours = Account.CapMinutes / 60;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return this.Again();
        }

        // A number of hours that no clock has is refused by the rhythm, not here.
        var minutes = Hours is { } hours ? Math.Clamp(hours, -1, 10_000) * 60 : (int?)null;
        var outcome = await desk.CapLoadAsync(viewer, minutes, Today, cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            await LoadAsync(cancellationToken);
            return this.Refused(refusal);
        }

        return this.Onward(RhythmLinks.Load, "load.flash.saved");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Account = await load.MonthAsync(viewer.PersonId, Today, cancellationToken);
        Asked = await load.AskedByAsync(viewer, Today, cancellationToken);
    }
}

/// <summary>Minutes as people say them: "3 hours 30 minutes".</summary>
public static class LoadWords
{
    public static string Say(Words words, int minutes) =>
        (minutes / 60, minutes % 60) switch
        {
            (0, var rest) => words.Count("load.minutes_said", rest),
            (var hours, 0) => words.Count("load.hours_said", hours),
            var (hours, rest) => $"{words.Count("load.hours_said", hours)} {words.Count("load.minutes_said", rest)}",
        };
}
