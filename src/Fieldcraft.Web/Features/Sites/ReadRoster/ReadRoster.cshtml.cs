using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Sites.ReadRoster;

/// <summary>Where the pattern does not hold: single days by hand, and whole rosters from a file, looked at before they are taken in.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ReadRosterModel(SitesOfMine reading, RosterDesk desk, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    private const int LargestRequest = RosterFile.LargestBytes + (1024 * 1024);
    private const int DaysShown = 60;
    private const int RowsShown = 100;

    [BindProperty]
    public IFormFile? Roster { get; set; }

    public SiteOnGround Site { get; private set; } = null!;

    public IReadOnlyList<RosterLineOfDay> Days { get; private set; } = [];

    public IReadOnlyList<(PersonId Id, string Name)> People { get; private set; } = [];

    /// <summary>What the file that was sent would do, or did.</summary>
    public RosterReport? Report { get; private set; }

    public bool IsTakenIn { get; private set; }

    public IEnumerable<RosterReportRow> Rows => (Report?.Rows ?? []).Take(RowsShown);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, bool dryRun, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Roster is null)
        {
            ModelState.AddModelError(nameof(Roster), words["roster.file.missing"]);
            return this.Again();
        }

        using var bytes = new MemoryStream();
        await Roster.CopyToAsync(bytes, cancellationToken);
        try
        {
            Report = await desk.ImportAsync(viewer, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), dryRun, false, cancellationToken);
        }
        catch (UnreadableFileException unreadable)
        {
            ModelState.AddModelError(nameof(Roster), words[$"import.file.{unreadable.Code}", [.. unreadable.Arguments]]);
            return this.Again();
        }

        IsTakenIn = !dryRun && Report.Refuse == 0;
        await LoadAsync(id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostDayAsync(
        Guid id,
        Guid? person,
        DateOnly? day,
        TimeOnly? from,
        TimeOnly? until,
        CancellationToken cancellationToken
    )
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var start = day is { } on && from is { } begin ? on.ToDateTime(begin) : (DateTime?)null;
        var end = day is { } date && until is { } stop ? date.ToDateTime(stop) : (DateTime?)null;
        end = end <= start ? end.Value.AddDays(1) : end;
        if (person is not { } who || day is not { } said || RosterDays.Problem(said, start, end) is not null)
        {
            ModelState.AddModelError("", words["roster.day.incomplete"]);
            return this.Again();
        }

        return await desk.SayAsync(viewer, new RosterDay(PersonId.From(who), said, start, end), cancellationToken)
            ? this.Onward(SitesLinks.Roster(Site.Id), "roster.flash.said")
            : NotFound();
    }

    public async Task<IActionResult> OnPostBackAsync(Guid id, Guid person, DateOnly day, CancellationToken cancellationToken) =>
        await desk.TakeBackAsync(viewer, PersonId.From(person), day, cancellationToken)
            ? this.Onward(SitesLinks.Roster(UnitId.From(id)), "roster.flash.back")
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, UnitId.From(id), cancellationToken) is not { } site)
        {
            return false;
        }

        Site = site;
        Days = await reading.DaysAsync(site, words.Today(clock.GetUtcNow()), DaysShown, cancellationToken);
        People = await reading.PeopleAsync(site, cancellationToken);
        return true;
    }
}
