using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Checks.Own;

public sealed class ListChecksModel(ChecksReading reading, Viewer viewer, Words words) : PageModel
{
    public IReadOnlyList<OwnCheck> Checks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Checks = await reading.ListAsync(viewer, cancellationToken);

    public string StateOf(OwnCheck own) =>
        own.Check.ClosedAt is { } closed ? words["checks.state.closed", words.Day(closed)]
        : own.Check.ClosesOn is { } until ? words["checks.state.running", words.Day(until)]
        : words["checks.state.own"];
}
