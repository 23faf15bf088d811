using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.ListWorkshops;

public sealed class ListWorkshopsModel(WorkshopsReading reading, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    /// <summary>More than anybody has to do with.</summary>
    private const int MostOwn = 60;

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<WorkshopLine> Invitations { get; private set; } = [];

    public IReadOnlyList<WorkshopLine> ToCome { get; private set; } = [];

    public IReadOnlyList<WorkshopLine> Past { get; private set; } = [];

    public IReadOnlyList<WorkshopLine> Open { get; private set; } = [];

    /// <summary>The open workshop after which others follow.</summary>
    public WorkshopId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = words.Today(clock.GetUtcNow());
        var own = await reading.OwnAsync(viewer, null, MostOwn, cancellationToken);
        Invitations =
        [
            .. own.Where(w => w is { IsInvited: true, Mine: null, IsCalledOff: false, Leads: false } && w.On >= today).OrderBy(w => w.On),
        ];
        var mine = own.Where(w => w.Leads || w.Mine is not null).ToList();
        ToCome = [.. mine.Where(w => w.On >= today && !w.IsCalledOff).OrderBy(w => w.On).ThenBy(w => w.Id)];
        Past = [.. mine.Where(w => w.On < today || w.IsCalledOff).OrderByDescending(w => w.On).ThenBy(w => w.Id)];
        var after = After is { } id ? WorkshopId.From(id) : (WorkshopId?)null;
        var open = await reading.OpenAsync(viewer, today, after, WorkshopsReading.PageSize + 1, cancellationToken);
        Open = [.. open.Take(WorkshopsReading.PageSize)];
        More = open.Count > WorkshopsReading.PageSize ? Open[^1].Id : null;
    }
}
