using Fieldcraft.Domain.Assignments;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.ListAssignments;

public sealed class ListAssignmentsModel(AssignmentsReading reading, Knowledge knowledge, Words words, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<OpenAssignment> All { get; private set; } = [];

    public IEnumerable<OpenAssignment> Current => All.Where(a => !a.IsEnded);

    /// <summary>What remains as experience, the latest first.</summary>
    public IEnumerable<OpenAssignment> Ended => All.Where(a => a.IsEnded).OrderByDescending(a => a.EndedOn);

    public AssignmentId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? AssignmentId.From(id) : (AssignmentId?)null;
        var found = await reading.ListAsync(viewer, after, AssignmentsReading.PageSize + 1, cancellationToken);
        All = [.. found.Take(AssignmentsReading.PageSize)];
        More = found.Count > AssignmentsReading.PageSize ? All[^1].Id : null;
    }

    public string KindOf(OpenAssignment assignment) => knowledge.Archetype(assignment.Archetype) is { } kind ? words[kind.NameWord] : "";
}
