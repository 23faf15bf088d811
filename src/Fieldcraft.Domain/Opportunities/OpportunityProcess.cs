using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Opportunities;

/// <summary>What an opportunity is (DOMAIN 6.6). The first is a service for an internal customer; the others change the present job.</summary>
public enum OpportunityKind
{
    NewService,
    TaskCrafting,
    RelationalCrafting,
    CognitiveCrafting,
}

/// <summary>Where an opportunity is (DOMAIN 6.2): what is being done now, or how it ended.</summary>
public enum OpportunityState
{
    Mapped,
    Dialogue,
    Idea,
    Proposition,
    Championed,
    Trial,
    Result,
    Embedded,
    Closed,
}

/// <summary>The four good ends (DOMAIN 6.2).</summary>
public enum OpportunityEnd
{
    EmbeddedInRole,
    NewRole,
    HandedOver,
    StoppedLearned,
}

/// <summary>What the exit tests need to know that does not stand in the opportunity itself.</summary>
/// <param name="CustomersWithNextContact">Internal customers of the owner with something to do next, and a day.</param>
/// <param name="ConfirmedNeeds">Needs that this customer confirmed.</param>
/// <param name="ManagerAgrees">Whether the own manager has agreed to the dates and the load of the trial, by word or by silence.</param>
public sealed record ProcessFacts(int CustomersWithNextContact, int ConfirmedNeeds, bool ManagerAgrees);

/// <summary>All that the exit test of a step looks at.</summary>
public sealed record ProcessStanding(
    OpportunityKind Kind,
    OpportunityState State,
    Sheet Written,
    Sheet Proposition,
    bool IsCoCreated,
    bool IsResultConfirmed,
    ProcessFacts Facts
);

/// <summary>
/// The way from a map of customers to something that lasts, and what has to be true before each next step (DOMAIN 6.2). A service goes the whole way;
/// a change of the present job goes from the idea to the trial, with the manager's yes where it needs one (6.6).
/// </summary>
public static class OpportunityProcess
{
    /// <summary>The code of what is still to be done where a box is empty; its argument is form and box.</summary>
    private static readonly OpportunityState[] Whole =
    [
        OpportunityState.Mapped,
        OpportunityState.Dialogue,
        OpportunityState.Idea,
        OpportunityState.Proposition,
        OpportunityState.Championed,
        OpportunityState.Trial,
        OpportunityState.Result,
    ];

    private static readonly OpportunityState[] Short = [OpportunityState.Idea, OpportunityState.Trial];

    /// <summary>What has to stand on the page before it is won over for; partners may be none, an obstacle may be unknown.</summary>
    private static readonly string[] PropositionNeeds =
    [
        "wants",
        "service",
        "benefit",
        "trial",
        "cost",
        "risk",
        "measure",
        "baseline",
        "decider",
        "decideBy",
        "stopDoing",
    ];

    public static bool IsCrafting(this OpportunityKind kind) => kind != OpportunityKind.NewService;

    public static bool IsEnd(this OpportunityState state) => state is OpportunityState.Embedded or OpportunityState.Closed;

    /// <summary>The steps of an opportunity, in order.</summary>
    public static IReadOnlyList<OpportunityState> RouteOf(OpportunityKind kind) => kind.IsCrafting() ? Short : Whole;

    /// <summary>The step after this one; null where only the end is left, and at the end.</summary>
    public static OpportunityState? After(OpportunityKind kind, OpportunityState state)
    {
        var route = RouteOf(kind);
        var at = route.ToList().IndexOf(state);
        return at >= 0 && at + 1 < route.Count ? route[at + 1] : null;
    }

    /// <summary>The step before this one; null at the first, and at the end.</summary>
    public static OpportunityState? Before(OpportunityKind kind, OpportunityState state)
    {
        var at = RouteOf(kind).ToList().IndexOf(state);
        return at > 0 ? RouteOf(kind)[at - 1] : null;
    }

    /// <summary>Where an opportunity is once it has ended so.</summary>
    public static OpportunityState StateOf(OpportunityEnd end) =>
        end is OpportunityEnd.EmbeddedInRole or OpportunityEnd.NewRole ? OpportunityState.Embedded : OpportunityState.Closed;

    /// <summary>The task challenges that a step adds to somebody's work (DOMAIN 6.2), as ids.</summary>
    public static IReadOnlyList<string> ChallengesOf(OpportunityKind kind, OpportunityState state) =>
        (kind, state) switch
        {
            (OpportunityKind.TaskCrafting, _) => ["unfamiliar_responsibilities"],
            (OpportunityKind.RelationalCrafting, _) => ["influence_without_authority"],
            (OpportunityKind.CognitiveCrafting, _) => ["new_directions"],
            (_, OpportunityState.Mapped or OpportunityState.Dialogue) => ["influence_without_authority"],
            (_, OpportunityState.Idea) => ["new_directions"],
            (_, OpportunityState.Proposition) => ["new_directions", "influence_without_authority"],
            (_, OpportunityState.Championed) => ["influence_without_authority", "proving_yourself"],
            (_, OpportunityState.Trial) => ["unfamiliar_responsibilities", "new_directions"],
            _ => ["proving_yourself"],
        };

    /// <summary>Everything the work so far was full of.</summary>
    public static IReadOnlyList<string> ChallengesUpTo(OpportunityKind kind, OpportunityState state) =>
        [.. RouteOf(kind).TakeWhile(s => s <= state).SelectMany(s => ChallengesOf(kind, s)).Distinct()];

    /// <summary>The exit test of the present step: what is still to be done before the next; empty when it is passed.</summary>
    public static IReadOnlyList<Refusal> StillToDo(ProcessStanding standing, OpportunityRules rules) =>
        standing.State switch
        {
            OpportunityState.Mapped => Unless(
                standing.Facts.CustomersWithNextContact >= rules.CustomersWithNextContact,
                new Refusal("opportunity-map-thin", rules.CustomersWithNextContact, standing.Facts.CustomersWithNextContact)
            ),
            OpportunityState.Dialogue => Unless(standing.Facts.ConfirmedNeeds > 0, new Refusal("opportunity-need-unconfirmed")),
            OpportunityState.Idea =>
            [
                .. Missing(
                    standing.Written,
                    SheetForms.Idea,
                    standing.Kind.IsCrafting() ? ["idea", "firstStep"] : ["idea", "fitsNeed", "feasible", "firstStep"]
                ),
                .. standing.Kind.IsCrafting() ? Agreed(standing, rules) : [],
            ],
            OpportunityState.Proposition =>
            [
                .. Missing(standing.Proposition, SheetForms.Proposition, PropositionNeeds),
                .. Unless(standing.IsCoCreated, new Refusal("opportunity-not-co-created")),
            ],
            OpportunityState.Championed =>
            [
                .. Missing(standing.Written, SheetForms.Champion, "decides"),
                .. Missing(standing.Written, SheetForms.Agreement, "agreedWith"),
                .. Agreed(standing, rules),
            ],
            OpportunityState.Trial => Missing(standing.Written, SheetForms.Review, "measured", "happened"),
            OpportunityState.Result =>
            [
                .. Missing(standing.Written, SheetForms.Result, "benefit", "evidence", "limits", "credit"),
                .. Unless(standing.IsResultConfirmed, new Refusal("opportunity-result-unconfirmed")),
            ],
            _ => [],
        };

    /// <summary>Whether the trial needs the own manager's word: it takes hours, or the owner says that it does.</summary>
    public static bool NeedsManager(Sheet written) => written.Number("hours") > 0 || written.Ticked("needsYes");

    private static Refusal[] Agreed(ProcessStanding standing, OpportunityRules rules)
    {
        var written = standing.Written;
        if (written.Day("from") is not { } from || written.Day("until") is not { } until)
        {
            return Missing(written, SheetForms.Agreement, "from", "until");
        }

        var days = until.DayNumber - from.DayNumber;
        return
        [
            .. Unless(
                days >= 7 * rules.TrialWeeksAtLeast && days <= 7 * rules.TrialWeeksAtMost,
                new Refusal("opportunity-trial-length", rules.TrialWeeksAtLeast, rules.TrialWeeksAtMost)
            ),
            .. Unless(!NeedsManager(written) || standing.Facts.ManagerAgrees, new Refusal("opportunity-manager-not-heard")),
        ];
    }

    /// <summary>What is named to the reader is the form and the box, as in the words: <c>proposition.stopDoing</c>.</summary>
    private static Refusal[] Missing(Sheet sheet, SheetForm form, params string[] boxes) =>
        [.. boxes.Where(b => !sheet.Has(b)).Select(b => new Refusal(SheetForm.BoxEmpty, $"{form.Id}.{b}"))];

    private static Refusal[] Unless(bool holds, Refusal refusal) => holds ? [] : [refusal];
}
