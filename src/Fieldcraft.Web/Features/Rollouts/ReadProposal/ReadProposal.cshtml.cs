using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts.Reading;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Features.TeachingSessions;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rollouts.ReadProposal;

/// <summary>Those left out at one site, and what would help there.</summary>
public sealed record SiteLeftOut(
    UnitId Id,
    string Name,
    int Sessions,
    IReadOnlyList<LeftOut> People,
    IReadOnlyList<(ProposedHelp Help, string? Leader)> Help
);

public sealed record LeftOut(string Name, bool IsUnreachable, IReadOnlyList<string> Limits);

/// <summary>A proposal: how far it is, what is proven of it, who is left out and why, whom it touches. Left and found again; nothing changes until it is taken.</summary>
public sealed class ReadProposalModel(RolloutReading reading, RolloutDesk desk, ProposalTaking taking, FieldcraftDb db, Viewer viewer)
    : PageModel
{
    private const int NamesShown = 40;

    public RolloutProposal Proposal { get; private set; } = null!;

    public string Module { get; private set; } = "";

    public IReadOnlyList<SiteLeftOut> Sites { get; private set; } = [];

    /// <summary>People who would have another slot than now.</summary>
    public IReadOnlyList<string> Touched { get; private set; } = [];

    public string Back =>
        Proposal.SiteId is { } site ? TeachingSessionsLinks.AtSite(Proposal.ModuleId, site) : RolloutsLinks.Of(Proposal.ModuleId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Proposal.IsUnderWay)
        {
            Response.Headers["Refresh"] = "2";
        }

        return Page();
    }

    public Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(id, desk.StopAsync(viewer, ProposalId.From(id), cancellationToken), null, cancellationToken);

    public Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(id, taking.TakeAsync(viewer, ProposalId.From(id), cancellationToken), "rollouts.flash.taken", cancellationToken);

    public Task<IActionResult> OnPostPutAsideAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(id, desk.PutAsideAsync(viewer, ProposalId.From(id), cancellationToken), "rollouts.flash.aside", cancellationToken);

    private async Task<IActionResult> AnswerAsync(Guid id, Task<Outcome?> work, string? flash, CancellationToken cancellationToken)
    {
        if (await work is not { } outcome || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return outcome.Refusal is { } refusal ? this.Refused(refusal)
            : flash is null ? this.Onward(RolloutsLinks.Proposal(Proposal.Id))
            : this.Onward(Back, flash);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.ProposalAsync(viewer, ProposalId.From(id), cancellationToken) is not { } proposal)
        {
            return false;
        }

        Proposal = proposal;
        Module = await db.Modules.Where(m => m.Id == proposal.ModuleId).Select(m => m.Title).FirstAsync(cancellationToken);
        if (proposal.Content is { } json)
        {
            await ReadAsync(ProposalContent.Read(json), cancellationToken);
        }

        return true;
    }

    private async Task ReadAsync(ProposalContent content, CancellationToken cancellationToken)
    {
        var wanted = content
            .Uncovered.Select(u => u.Person)
            .Concat(content.Touched.Take(NamesShown))
            .Concat(content.Help.Select(h => h.Leader).OfType<Guid>())
            .Distinct()
            .Select(PersonId.From)
            .ToList();
        var names = await db
            .People.AsNoTracking()
            .Where(p => wanted.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.FirstName,
                p.LastName,
                p.PreferredName,
            })
            .ToDictionaryAsync(
                p => p.Id.Value,
                p => $"{(string.IsNullOrEmpty(p.PreferredName) ? p.FirstName : p.PreferredName)} {p.LastName}".TrimEnd(),
                cancellationToken
            );
        var ids = content
            .Sessions.Select(s => s.Site)
            .Concat(content.Uncovered.Select(u => u.Site))
            .Distinct()
            .Select(UnitId.From)
            .ToList();
        var sites = await db
            .Units.AsNoTracking()
            .Where(u => ids.Contains(u.Id))
            .OrderBy(u => u.Path)
            .Select(u => new { u.Id, u.Name })
            .ToListAsync(cancellationToken);
        Sites =
        [
            .. sites.Select(s => new SiteLeftOut(
                s.Id,
                s.Name,
                content.Sessions.Count(x => x.Site == s.Id.Value),
                [
                    .. content
                        .Uncovered.Where(u => u.Site == s.Id.Value)
                        .Select(u => new LeftOut(names.GetValueOrDefault(u.Person, ""), u.IsUnreachable, u.Limits)),
                ],
                [
                    .. content
                        .Help.Where(h => h.Site == s.Id.Value)
                        .Select(h => (h, h.Leader is { } leader ? names.GetValueOrDefault(leader) : null)),
                ]
            )),
        ];
        Touched = [.. content.Touched.Take(NamesShown).Select(p => names.GetValueOrDefault(p, ""))];
    }
}
