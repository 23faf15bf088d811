using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Strategy.Requests.AskTeam;

/// <summary>Asks the learning team: first what is wanted, then what is missing, and what could be behind it.</summary>
public sealed class AskTeamModel(RequestDesk desk, Viewer viewer, Words words, TimeProvider clock) : BoxesPage(words, clock)
{
    public override Sheet Kept => Sheet.Empty;

    public override int KeptVersion => 0;

    /// <summary>Boxes that nobody has to fill to be heard.</summary>
    public static string[] Behind => [.. PerformanceCauses.All.Select(c => c.Id)];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        !this.TakesIn(StrategyForms.Request, Boxes, Words, out var sheet) ? Mend()
        : await desk.AskAsync(viewer, sheet, cancellationToken) is { } asked
            ? this.Onward(StrategyLinks.Request(asked.Id), "requests.flash.asked")
        : RefusedFor(new Domain.Shared.Refusal("request-no-unit"));
}
