using Fieldcraft.Domain.Pulses;
using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Strategy;

/// <summary>What a strategy is made of (DOMAIN 8.2; S4).</summary>
public enum StrategyKind
{
    /// <summary>The three opening questions.</summary>
    Opening,

    /// <summary>What the challenge is.</summary>
    Diagnosis,

    /// <summary>Something that is known, with its day and strength.</summary>
    Evidence,

    /// <summary>A guiding policy, with what it rules out.</summary>
    Policy,

    /// <summary>A coherent action.</summary>
    Action,

    /// <summary>A core process of the work map.</summary>
    Process,

    /// <summary>A performance gap with its causes.</summary>
    Gap,

    /// <summary>Effort written down by hand.</summary>
    Effort,

    /// <summary>Where learning sits in the work of a unit.</summary>
    Place,

    /// <summary>How much of all effort is meant for generative learning.</summary>
    Balance,
}

/// <summary>The forms of the room: pages, operations, versions and prints follow from these lists.</summary>
public static class StrategyForms
{
    public const int CruxLength = 240;
    public const int HoursAtMost = 1_000_000;
    public const int CauseAtMost = 3;
    private const int PercentAtMost = 100;
    private const int ReckonedAtMost = 500;

    /// <summary>What is fixed, or not, about a process (DOMAIN 8.3).</summary>
    public static readonly IReadOnlyList<string> WorkQuestions =
    [
        "expertsAgree",
        "predictable",
        "sameNextMonth",
        "goalFixed",
        "failureCheap",
    ];

    public static readonly SheetForm Opening = new("opening", new SheetBox("want"), new("have"), new("around"));

    public static readonly SheetForm Diagnosis = new(
        "diagnosis",
        new SheetBox("crux") { Longest = CruxLength },
        new("value"),
        new("change"),
        new("scarce"),
        new("conditions"),
        new("learning"),
        new("agreement")
    );

    /// <summary>The parts of the diagnosis that a policy can answer.</summary>
    public static readonly IReadOnlyList<string> DiagnosisParts = [.. Diagnosis.Boxes.Select(b => b.Key)];

    public static readonly SheetForm Evidence = new(
        "evidence",
        new SheetBox("what", BoxKind.Text, true),
        new("source", BoxKind.Line),
        new("on", BoxKind.Day),
        Choice("strength", "hearsay", "observed", "measured"),
        Choice("about", [.. DiagnosisParts])
    );

    /// <summary>A policy that rules nothing out guides nobody: what will not be done is as needed as what will.</summary>
    public static readonly SheetForm Policy = new(
        "policy",
        new SheetBox("policy", BoxKind.Text, true),
        new("willNot", BoxKind.Text, true),
        Choice("answers", [.. DiagnosisParts])
    );

    public static readonly SheetForm Action = new(
        "action",
        new SheetBox("action", BoxKind.Text, true),
        new("due", BoxKind.Day),
        Choice("mode", "productive", "generative"),
        Choice("work", "known", "complex", "discovery"),
        new("tool", BoxKind.Line),
        new("why"),
        Choice("tactic", "work", "people", "course", "tool", "conditions"),
        new("movedOnline", BoxKind.Tick),
        new("resource", BoxKind.Line),
        new("hours", BoxKind.Number) { Most = HoursAtMost },
        new("measure", BoxKind.Line),
        new("dependsOn", BoxKind.Line)
    );

    public static readonly SheetForm Process = new(
        "process",
        [
            new SheetBox("name", BoxKind.Line, true),
            .. WorkQuestions.Select(q => Choice(q, "yes", "no") with { OptionWords = "sheet.answer" }),
            new SheetBox("standardStays", BoxKind.Tick),
            Choice("support", "simplify", "optimise", "automate"),
            new SheetBox("supportNow"),
            new SheetBox("hoursFreed", BoxKind.Number) { Most = HoursAtMost },
            new SheetBox("wentTo"),
        ]
    );

    public static readonly SheetForm Gap = new(
        "gap",
        [
            new SheetBox("name", BoxKind.Line, true),
            Amount("actual"),
            Amount("desired"),
            Amount("typical"),
            Amount("exemplary"),
            new SheetBox("unit", BoxKind.Line),
            new SheetBox("source", BoxKind.Line),
            new SheetBox("on", BoxKind.Day),
            Amount("worthEach"),
            .. PerformanceCauses.All.Select(c => new SheetBox(c.Id, BoxKind.Scale) { Most = CauseAtMost, OptionWords = "sheet.cause" }),
            Choice("remedy", [.. PerformanceCauses.Remedies]),
            new SheetBox("first"),
        ]
    );

    public static readonly SheetForm Effort = new(
        "effort",
        new SheetBox("about", BoxKind.Line, true),
        Choice("mode", "productive", "generative"),
        new("on", BoxKind.Day),
        new("hours", BoxKind.Number) { Most = HoursAtMost },
        Amount("money"),
        Choice("source", "own", "outside")
    );

    public static readonly SheetForm Place = new(
        "place",
        new SheetBox("where", BoxKind.Text, true),
        new("hinders"),
        new("enabler", BoxKind.Line),
        new("by", BoxKind.Day)
    );

    public static readonly SheetForm Balance = new(
        "balance",
        new SheetBox("generative", BoxKind.Number, true) { Most = PercentAtMost },
        new SheetBox("experimentHours", BoxKind.Number) { Most = ReckonedAtMost },
        new SheetBox("trialHours", BoxKind.Number) { Most = ReckonedAtMost },
        new("why")
    );

    /// <summary>What is asked of the learning team; the gap comes before the course.</summary>
    public static readonly SheetForm Request = new(
        "request",
        [
            new SheetBox("asked", BoxKind.Text, true),
            new SheetBox("gap"),
            Amount("actual"),
            Amount("desired"),
            .. PerformanceCauses.All.Select(c => new SheetBox(c.Id, BoxKind.Scale) { Most = CauseAtMost, OptionWords = "sheet.cause" }),
            new SheetBox("tried"),
        ]
    );

    public static readonly SheetForm Commitment = new(
        "commitment",
        new SheetBox("promise", BoxKind.Text, true),
        Choice("feature", [.. PulseItems.SixFeatures]),
        Choice("verb", "prioritise", "enable", "facilitate", "accelerate")
    );

    public static SheetForm Of(StrategyKind kind) =>
        kind switch
        {
            StrategyKind.Opening => Opening,
            StrategyKind.Diagnosis => Diagnosis,
            StrategyKind.Evidence => Evidence,
            StrategyKind.Policy => Policy,
            StrategyKind.Action => Action,
            StrategyKind.Process => Process,
            StrategyKind.Gap => Gap,
            StrategyKind.Effort => Effort,
            StrategyKind.Balance => Balance,
            _ => Place,
        };

    /// <summary>Whether an organisation has one of the kind and no more.</summary>
    public static bool IsSingle(this StrategyKind kind) => kind is StrategyKind.Opening or StrategyKind.Diagnosis or StrategyKind.Balance;

    private static SheetBox Choice(string key, params string[] options) => new(key, BoxKind.Choice) { Options = options };

    private static SheetBox Amount(string key) => new(key, BoxKind.Amount);
}
