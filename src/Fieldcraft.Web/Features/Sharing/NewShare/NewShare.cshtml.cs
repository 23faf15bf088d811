using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Partners;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Sharing.NewShare;

/// <summary>What the form of a new share sends.</summary>
public sealed record ShareInput
{
    [MaxLength(ReaderSearch.LongestName)]
    public string? Name { get; init; }

    public List<Guid> Readers { get; init; } = [];

    [Required]
    public DateOnly? Until { get; init; }
}

/// <summary>Shares a copy of one own item. Finding a person is a button of the same form, so that nothing chosen is lost and no script is needed.</summary>
public sealed class NewShareModel(
    SharingActions sharing,
    ReaderSearch search,
    SeasonDesk seasons,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public SharedItemKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Item { get; set; }

    /// <summary>What for. There is one purpose, and an address that asks for another is refused with the reason.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Purpose { get; set; }

    [BindProperty]
    public ShareInput Input { get; set; } = new();

    public SharedCopy? Copy { get; private set; }

    public string Back { get; private set; } = "";

    /// <summary>Who is chosen, and who was found.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    /// <summary>Whether a search was made that found nobody.</summary>
    public bool NobodyFound { get; private set; }

    /// <summary>The appraisal talks of the viewer's unit, while they are near: the time at which a copy is most easily taken for something else.</summary>
    public AppraisalWindow? Season { get; private set; }

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new ShareInput { Until = Share.DayOffered(Today) };
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        return SharePurpose.Refused(Purpose) is { } refusal ? this.Refused(refusal) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? find, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var chosen = Input.Readers.Select(PersonId.From).Distinct().ToList();
        var readers = await search.NamedAsync(viewer, chosen, cancellationToken);
        if (find is not null)
        {
            await FindAsync(readers, cancellationToken);
            return Page();
        }

        Show(readers, []);
        if (SharePurpose.Refused(Purpose) is { } refusal)
        {
            return this.Refused(refusal);
        }

        if (ShareProblem.Of(readers.Count, chosen.Count, Input.Until, Today) is { } problem)
        {
            ModelState.AddModelError($"Input.{problem.Field}", words[problem.Word, Share.ReadersAtMost]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var id = await sharing.ShareAsync(viewer, Kind!.Value, Item!.Value, Copy!, chosen, Input.Until!.Value, cancellationToken);
        return this.Onward(SharingLinks.Share(id), "sharing.flash.shared");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Kind is not { } kind || Item is not { } item || sharing.Of(kind) is not { } shareable)
        {
            return false;
        }

        Back = shareable.AddressOf(item);
        Copy = await shareable.CopyAsync(viewer, item, cancellationToken);
        if (Copy is null)
        {
            return false;
        }

        Season = await seasons.WindowOfAsync([viewer.PersonId], cancellationToken) is { } window && window.IsTooNear(Today) ? window : null;
        return true;
    }

    private async Task FindAsync(IReadOnlyList<NamedPerson> readers, CancellationToken cancellationToken)
    {
        var found = string.IsNullOrWhiteSpace(Input.Name) ? [] : await search.FindAsync(viewer, Input.Name, cancellationToken);
        NobodyFound = found.Count == 0;
        Show(readers, found);
        ModelState.Clear();
    }

    private void Show(IEnumerable<NamedPerson> chosen, IEnumerable<NamedPerson> found) =>
        People = [.. chosen.Concat(found).DistinctBy(p => p.Id).Select(p => p.AsChoice())];
}

/// <summary>
/// A copy is shared for development and for nothing else (DOMAIN 9.1): nothing here can be attached to an appraisal, a file or a selection.
/// </summary>
internal static class SharePurpose
{
    private const string Only = "development";

    public static Refusal? Refused(string? purpose) =>
        string.IsNullOrWhiteSpace(purpose) || string.Equals(purpose.Trim(), Only, StringComparison.OrdinalIgnoreCase)
            ? null
            : new Refusal("share-only-for-development");
}

/// <summary>What is wrong with a share that is to be made: the field, and the word that says what to do.</summary>
internal sealed record ShareProblem(string Field, string Word, string Code)
{
    public static ShareProblem? Of(int readersThatCanRead, int readersNamed, DateOnly? until, DateOnly today) =>
        readersNamed == 0 ? new("Readers", "sharing.readers.none", "missing")
        : readersNamed > Share.ReadersAtMost ? new("Readers", "sharing.readers.too_many", "wrong-count")
        : readersThatCanRead != readersNamed ? new("Readers", "sharing.readers.cannot_read", "cannot-read")
        : until is null ? new("Until", "error.required", "missing")
        : until < today || until > Share.LastDayPossible(today) ? new("Until", "sharing.until.outside", "out-of-range")
        : null;
}
