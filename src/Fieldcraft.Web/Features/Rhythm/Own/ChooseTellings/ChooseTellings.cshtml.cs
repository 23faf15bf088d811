using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm.Mailing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rhythm.Own.ChooseTellings;

/// <summary>How each kind of notice reaches the viewer beyond Home, how often a digest comes, and when nothing is sent.</summary>
public sealed class ChooseTellingsModel(FieldcraftDb db, RhythmDesk desk, Viewer viewer, Words words) : PageModel
{
    [BindProperty(Name = "Kinds")]
    public Dictionary<string, Telling> Chosen { get; set; } = [];

    [BindProperty]
    public DigestEvery Digest { get; set; }

    [BindProperty]
    public TimeOnly? QuietFrom { get; set; }

    [BindProperty]
    public TimeOnly? QuietUntil { get; set; }

    public IReadOnlyList<(NoticeKind Kind, Telling Telling)> Kinds { get; private set; } = [];

    public bool HasEmail { get; private set; }

    public string IdOf(NoticeKind kind) => kind.Key.Replace('.', '-');

    /// <summary>A nudge belongs to its moment: in a digest it would come too late.</summary>
    public static IReadOnlyList<Telling> WaysOf(NoticeKind kind) =>
        kind == RhythmNotices.Nudge ? [Telling.AtOnce, Telling.OnHome] : [Telling.AtOnce, Telling.InDigest, Telling.OnHome];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rhythm = await LoadAsync(cancellationToken);
        Digest = rhythm?.Digest ?? DigestEvery.Week;
        (QuietFrom, QuietUntil) = (rhythm?.QuietFrom, rhythm?.QuietUntil);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (QuietFrom is null != QuietUntil is null)
        {
            ModelState.AddModelError(nameof(QuietUntil), words["rhythm.hours.both"]);
        }

        if (ModelState.IsValid)
        {
            var quiet = QuietFrom is { } from && QuietUntil is { } until ? new DayHours(from, until) : null;
            var wording = new TellingWording(quiet, Digest, Known(Chosen));
            if ((await desk.ChooseTellingsAsync(viewer, wording, cancellationToken)).Refusal is not { } refusal)
            {
                return this.Onward(RhythmLinks.Choices, "choices.flash.saved");
            }

            await LoadAsync(cancellationToken);
            return this.Refused(refusal);
        }

        await LoadAsync(cancellationToken);
        return this.Again();
    }

    /// <summary>The choices for kinds that a room still has and ways that the kind can be told.</summary>
    internal static Dictionary<string, Telling> Known(IReadOnlyDictionary<string, Telling> chosen) =>
        chosen
            .Where(c => NoticeKinds.Of(c.Key) is { } kind && WaysOf(kind).Contains(c.Value))
            .ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);

    private async Task<PersonalRhythm?> LoadAsync(CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var rhythm = await desk.ReadAsync(me, cancellationToken);
        HasEmail = await db.People.AnyAsync(p => p.Id == me && p.Email != null, cancellationToken);
        Kinds = [.. NoticeKinds.All.Select(k => (k, RhythmMail.TellingOf(k, rhythm?.Tellings)))];
        return rhythm;
    }
}
