using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Actions;

/// <summary>What the form of a team action sends.</summary>
public sealed record TeamActionInput
{
    [Required, MaxLength(TeamAction.WhatLength)]
    public string? What { get; init; }

    [MaxLength(TeamAction.WhoLength)]
    public string? Who { get; init; }

    public DateOnly? Due { get; init; }

    public Guid? Module { get; init; }

    public int Version { get; init; }
}

/// <summary>What the leader's team started, and which of it comes back for a look.</summary>
public sealed class ListTeamActionsModel(
    TeamActionsReading reading,
    TeamActionDesk desk,
    KeptSites sites,
    Words words,
    Viewer viewer,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public TeamActionInput Input { get; set; } = new();

    public DateOnly Today { get; } = words.Today(clock.GetUtcNow());

    public IReadOnlyList<OwnTeamAction> Actions { get; private set; } = [];

    public IReadOnlyList<Choice> Modules { get; private set; } = [];

    public bool HasErrors => ModelState.ErrorCount > 0;

    /// <summary>The look that has waited longest.</summary>
    public (OwnTeamAction Action, TeamActionLook Look)? Waiting =>
        Actions
            .Select(a => (Action: a, Look: a.Waiting(Today)))
            .Where(a => a.Look is not null)
            .OrderBy(a => a.Look!.DueOn)
            .Select(a => ((OwnTeamAction, TeamActionLook)?)(a.Action, a.Look!))
            .FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return this.Again();
        }

        var agreed = await desk.AgreeAsync(
            viewer,
            ModuleId.From(Input.Module ?? Guid.Empty),
            Input.What!,
            Input.Who,
            Input.Due,
            cancellationToken
        );
        return agreed is null ? NotFound() : this.Onward(EmbeddingLinks.TeamActions, "embedding.flash.agreed");
    }

    public string StateOf(OwnTeamAction own) =>
        own.Action.IsDropped ? words["embedding.action.dropped"]
        : own.Waiting(Today) is { } look ? words["embedding.action.waits", look.Weeks]
        : own.Action.Looks.FirstOrDefault(l => l.DueOn > Today) is { } next ? words["embedding.action.next", words.Day(next.DueOn)]
        : words["embedding.action.over"];

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Actions = await reading.OwnAsync(cancellationToken);
        if (viewer.HasReports && await sites.MineAsync(cancellationToken) is { } site)
        {
            Modules =
            [
                .. (await sites.ModulesAsync(site.Site, Today, cancellationToken)).Select(m => new Choice(m.Id.Value.ToString(), m.Title)),
            ];
        }
    }
}
