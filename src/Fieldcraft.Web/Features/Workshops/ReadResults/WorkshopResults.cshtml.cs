using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.ReadResults;

/// <summary>The hand count, as the form sends it.</summary>
public sealed record HandCountInput
{
    public int People { get; init; }
    public int ForPost { get; init; }
    public int WhatHelps { get; init; }
}

/// <summary>Voluntary leaving of two groups, as the form sends it.</summary>
public sealed record LeavingInput
{
    public int AttendedPeople { get; init; }
    public int AttendedLeft { get; init; }
    public int OtherPeople { get; init; }
    public int OtherLeft { get; init; }
    public int Months { get; init; } = 12;

    public Leaving ToLeaving() => new(new LeavingGroup(AttendedPeople, AttendedLeft), new LeavingGroup(OtherPeople, OtherLeft), Months);
}

/// <summary>What came of a workshop, for whoever leads it or a programme there: figures of groups, with what they cannot say.</summary>
public sealed class WorkshopResultsModel(ResultsReading reading, FiguresDesk desk, Rules rules, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public HandCountInput Hands { get; set; } = new();

    [BindProperty]
    public LeavingInput Gone { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public WorkshopResults Results { get; private set; } = null!;

    public int Minimum => rules.MinimumSizes.InitiativeSelfCheck;

    public int LeavingMinimum => rules.MinimumSizes.VoluntaryLeaving;

    public int AlphaFrom => rules.Workshops.AlphaFromAnswers;

    /// <summary>A figure as a sentence: with how many and its interval, withheld, or not counted yet.</summary>
    public string Say(GroupFigure? figure, CheckWindow window) =>
        figure switch
        {
            null => words["workshops.results.open_until", words.Day(window.Through)],
            { IsWithheld: true } => words["workshops.results.withheld", Minimum],
            { Interval: { } range } => words["workshops.results.figure", figure.Mean, figure.Count, range.Lower, range.Upper],
            _ => words["workshops.results.figure.no_interval", figure.Mean, figure.Count],
        };

    public string Say(DifferenceResult result) =>
        result.Interval is { } range
            ? words[
                result.IsClear ? "workshops.results.difference.clear" : "workshops.results.difference",
                result.Early.Value,
                result.Late.Value,
                result.Value,
                range.Lower,
                range.Upper
            ]
            : words["workshops.results.difference.no_interval", result.Early.Value, result.Late.Value, result.Value];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Results.HandCount is { } hands)
        {
            Hands = new HandCountInput
            {
                People = hands.People,
                ForPost = hands.ForPost,
                WhatHelps = hands.WhatHelps,
            };
        }

        if (Results.Leaving is { } leaving)
        {
            Gone = new LeavingInput
            {
                AttendedPeople = leaving.Attended.People,
                AttendedLeft = leaving.Attended.Left,
                OtherPeople = leaving.Others.People,
                OtherLeft = leaving.Others.Left,
                Months = leaving.Months,
            };
        }

        return Page();
    }

    public Task<IActionResult> OnPostHandsAsync(Guid id, CancellationToken cancellationToken)
    {
        var count = new HandCount(Hands.People, Hands.ForPost, Hands.WhatHelps);
        return EnterAsync(
            id,
            count.Problems(),
            () => desk.EnterHandCountAsync(viewer, WorkshopId.From(id), count, Version, cancellationToken),
            cancellationToken
        );
    }

    public Task<IActionResult> OnPostLeavingAsync(Guid id, CancellationToken cancellationToken)
    {
        var leaving = Gone.ToLeaving();
        return EnterAsync(
            id,
            leaving.Problems(),
            () => desk.EnterLeavingAsync(viewer, WorkshopId.From(id), leaving, Version, cancellationToken),
            cancellationToken
        );
    }

    private async Task<IActionResult> EnterAsync(
        Guid id,
        IReadOnlyList<InputProblem> problems,
        Func<Task<Outcome?>> enter,
        CancellationToken cancellationToken
    )
    {
        if (problems.Count > 0)
        {
            ModelState.AddModelError("", words["workshops.results.numbers"]);
        }

        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, cancellationToken) ? this.Again() : NotFound();
        }

        var outcome = await enter();
        return outcome is null || !await LoadAsync(id, cancellationToken) ? NotFound()
            : outcome.Value.Refusal is { } refusal ? this.Refused(refusal)
            : this.Onward(WorkshopsLinks.Results(Results.Id), "workshops.flash.entered");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { } results)
        {
            return false;
        }

        ModelState.Remove(nameof(Version));
        (Results, Version) = (results, Version == 0 ? results.Version : Version);
        return true;
    }
}
