using Fieldcraft.Domain.Partners;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Partners.WriteAgreement;

/// <summary>What the partners agree on, on half a page; begun with the usual rhythm and a default for what stays between them.</summary>
public sealed class WriteAgreementModel(
    PartnersReading reading,
    PartnersDesk desk,
    MeetingsDesk meetings,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    private const int UsualDays = 180;
    private const int FirstInDays = 7;

    [BindProperty]
    public AgreementWording Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public OpenPartnership Open { get; private set; } = null!;

    /// <summary>The days that a talk on enabling keeps away from.</summary>
    public AppraisalWindow? Window { get; private set; }

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public DateOnly LastDay => Today.AddDays(Partnership.LongestDays);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var row = Open.Row;
        Version = row.Version;
        var first = row.FirstOn is { } agreed && agreed >= Today ? agreed : Today.AddDays(FirstInDays);
        Input = new AgreementWording
        {
            About = row.About is null ? null : Open.About,
            Confidentiality = row.About is null ? words["partners.agreement.confidentiality.usual"] : Open.Confidentiality,
            Rhythm = row.Rhythm ?? Agenda.UsualRhythm(row.Kind),
            FirstOn = Window?.NextFree(first) ?? first,
            FirstAt = row.FirstAt ?? new TimeOnly(10, 0),
            Until = row.Until ?? Today.AddDays(UsualDays),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await desk.WriteAgreementAsync(viewer, PartnershipId.From(id), Input, Version, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(PartnersLinks.One(PartnershipId.From(id)), "partners.flash.agreement"),
        };
    }

    /// <summary>Why some days are not offered, in a sentence; null where nothing is kept away from.</summary>
    public string? WhyNot =>
        Window is { } window && window.Last.AddDays(window.Distance) >= Today
            ? words[
                "partners.season.why",
                words.Day(window.First),
                words.Day(window.Last),
                window.Distance,
                words.Day(window.NextFree(window.First))
            ]
            : null;

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await reading.FindTermsAsync(viewer, PartnershipId.From(id), cancellationToken) is not { } open
            || open.Line.State is not (PartnershipState.Arranging or PartnershipState.Running)
        )
        {
            return false;
        }

        Open = open;
        Window = await meetings.WindowOfAsync(open.Row.Kind, open.Line.People.Select(p => p.Id), cancellationToken);
        return true;
    }
}
