using Fieldcraft.Domain.Staffing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Staffing.Talks;

/// <summary>Talks that the viewer holds, was asked to, or may enter.</summary>
public sealed class ListTalksModel(StaffingReading reading, Viewer viewer) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<TalkLine> Talks { get; private set; } = [];

    public TalkId? More { get; private set; }

    public bool MayOpen => viewer.HasReports || viewer.Leads.Count > 0;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? TalkId.From(id) : (TalkId?)null;
        var talks = await reading.ListAsync(viewer, after, PageSize + 1, cancellationToken);
        Talks = [.. talks.Take(PageSize)];
        More = talks.Count > PageSize ? Talks[^1].Id : null;
    }
}
