using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Opportunities;

/// <summary>
/// Every form of the room (DOMAIN 6.2, 6.3, 6.5; S1). A page, the API, a version and what a customer is shown all follow from these lists.
/// </summary>
public static class SheetForms
{
    /// <summary>Hours a week that can be told; more is no trial beside one's work.</summary>
    public const int HoursAtMost = 40;

    private const int StrengthAtMost = 3;

    public static readonly SheetForm Service = new("service", new SheetBox("name", BoxKind.Line, true), new("usedBy"), new("worth"));

    /// <summary>What somebody is good at and nobody asks for.</summary>
    public static readonly SheetForm Strength = new("strength", new SheetBox("name", BoxKind.Line, true), new("whoCould"));

    public static readonly SheetForm Customer = new(
        "customer",
        new SheetBox("name", BoxKind.Line, true),
        new("unit", BoxKind.Line),
        new("goals"),
        Scale("contact"),
        Scale("value"),
        new("adds"),
        new("next", BoxKind.Line),
        new("nextOn", BoxKind.Day),
        new("theirCustomers"),
        new("rivals")
    );

    public static readonly SheetForm Alliance = new(
        "alliance",
        new SheetBox("with", BoxKind.Line, true),
        new("gives"),
        new("gains"),
        new("next", BoxKind.Line),
        new("nextOn", BoxKind.Day)
    );

    public static readonly SheetForm Outside = new(
        "outside",
        new SheetBox("note", BoxKind.Text, true),
        new("about", BoxKind.Choice) { Options = ["customers", "competitors", "technology", "rules", "other"] },
        new("source", BoxKind.Line),
        new("seenOn", BoxKind.Day)
    );

    /// <summary>What is written during and after a talk. Facts and what one makes of them stand apart.</summary>
    public static readonly SheetForm Talk = new(
        "talk",
        new SheetBox("words"),
        new("facts"),
        new("meanings"),
        new("openNeeds"),
        new("confidential", BoxKind.Choice) { Options = ["none", "allowed", "not_to_be_written"] },
        new("returnOn", BoxKind.Day),
        new("asked", BoxKind.Choice) { Options = ["help", "post"] }
    );

    /// <summary>What goes to the customer to be confirmed; nothing else of the talk does.</summary>
    public static readonly SheetForm Summary = new("summary", new SheetBox("need", BoxKind.Text, true), new("summary"));

    public static readonly SheetForm Idea = new(
        "idea",
        new SheetBox("idea"),
        new("fitsNeed", BoxKind.Tick),
        new("feasible", BoxKind.Tick),
        new("firstStep")
    );

    /// <summary>One page (DOMAIN 6.3). What I will stop doing is as much a part of it as the offer: no work on top for nothing.</summary>
    public static readonly SheetForm Proposition = new(
        "proposition",
        new SheetBox("wants"),
        new("obstacle"),
        new("service"),
        new("benefit"),
        new("trial"),
        new("cost"),
        new("risk"),
        new("measure"),
        new("baseline", BoxKind.Line),
        new("partners"),
        new("decider", BoxKind.Line),
        new("decideBy", BoxKind.Day),
        new("stopDoing")
    );

    public static readonly SheetForm Champion = new(
        "champion",
        new SheetBox("decides"),
        new("allies"),
        new("packaging"),
        new("timing"),
        new("how"),
        new("strategy")
    );

    /// <summary>The sheet for raising it upwards (DOMAIN 6.5).</summary>
    public static readonly SheetForm UpwardTalk = new(
        "upward",
        new SheetBox("goal"),
        new("observation"),
        new("effect"),
        new("question"),
        new("options"),
        new("smallStep"),
        new("iWill"),
        new("iAsk")
    );

    public static readonly SheetForm Agreement = new(
        "agreement",
        new SheetBox("agreedWith", BoxKind.Line),
        new("from", BoxKind.Day),
        new("until", BoxKind.Day),
        new("hours", BoxKind.Number) { Most = HoursAtMost },
        new("needsYes", BoxKind.Tick)
    );

    public static readonly SheetForm Review = new("review", new SheetBox("measured"), new("happened"), new("next"));

    /// <summary>The benefit to the business, with evidence and limits, and whose work it was.</summary>
    public static readonly SheetForm Result = new("result", new SheetBox("benefit"), new("evidence"), new("limits"), new("credit"));

    /// <summary>What is asked last: what I take from it, and only then what it did for me.</summary>
    public static readonly SheetForm End = new("end", new SheetBox("lesson"), new("forMe"));

    /// <summary>What is written at the beginning.</summary>
    public static readonly SheetForm Begin = new("begin", new SheetBox("title", BoxKind.Line, true));

    public static readonly IReadOnlyList<SheetForm> All =
    [
        Service,
        Strength,
        Customer,
        Alliance,
        Outside,
        Talk,
        Summary,
        Begin,
        Idea,
        Proposition,
        Champion,
        UpwardTalk,
        Agreement,
        Review,
        Result,
        End,
    ];

    public static SheetForm? Find(string? id) => All.FirstOrDefault(f => f.Id == id);

    private static SheetBox Scale(string key) => new(key, BoxKind.Scale) { Most = StrengthAtMost };
}
