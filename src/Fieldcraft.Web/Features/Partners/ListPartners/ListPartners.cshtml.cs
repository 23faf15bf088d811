using Fieldcraft.Domain.Partners;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Partners.ListPartners;

/// <summary>The viewer's partnerships: what waits for them, what runs, what was.</summary>
public sealed class ListPartnersModel(PartnersReading reading, Viewer viewer, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<PartnerLine> Open { get; private set; } = [];

    public IReadOnlyList<PartnerLine> Past { get; private set; } = [];

    public PartnershipId? More { get; private set; }

    public bool IsManager => viewer.HasReports;

    public bool MayStateSeasons => SeasonDesk.MayState(viewer);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? PartnershipId.From(id) : (PartnershipId?)null;
        var lines = await reading.ListAsync(viewer, after, PartnersReading.PageSize + 1, cancellationToken);
        var shown = lines.Take(PartnersReading.PageSize).ToList();
        More = lines.Count > PartnersReading.PageSize ? shown[^1].Id : null;
        Open = [.. shown.Where(IsOpen).OrderBy(l => l.TaskFor(viewer.PersonId) == PartnerTask.None)];
        Past = [.. shown.Where(l => !IsOpen(l))];
    }

    public bool Waits(PartnerLine line) => line.TaskFor(viewer.PersonId) != PartnerTask.None;

    public string Others(PartnerLine line) => line.OthersFor(viewer.PersonId);

    /// <summary>A word and a date.</summary>
    public string StateOf(PartnerLine line) =>
        line.TaskFor(viewer.PersonId) switch
        {
            PartnerTask.None => line switch
            {
                { State: PartnershipState.Asked } => words["partners.state.Asked", words.Day(line.ExpiresAt)],
                { State: PartnershipState.Running, Next: { } next } => words["partners.state.next", words.Day(next)],
                { State: PartnershipState.Ended, EndedAt: { } ended } => words["partners.state.Ended", words.Day(ended)],
                _ => words[$"partners.state.{line.State}", words.Day(line.ExpiresAt)],
            },
            var task => words[$"partners.task.{task}"],
        };

    private static bool IsOpen(PartnerLine line) =>
        line.State is PartnershipState.Asked or PartnershipState.Arranging or PartnershipState.Running;
}
