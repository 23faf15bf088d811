using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;

namespace Fieldcraft.Tests.Strategy;

public sealed class StrategySessionRulesTests
{
    private static readonly DateOnly Day = new(2026, 11, 27);

    [Fact]
    public void An_opening_question_gets_a_further_line_and_no_line_twice()
    {
        var sheet = Say("want", SheetOf(("want", "On time"), ("have", "42 sites")), " Quiet\r\nMondays ");

        sheet["want"].ShouldBe("On time\nQuiet\nMondays");
        sheet["have"].ShouldBe("42 sites");
        Say("want", sheet, "Quiet\nMondays").Said.ShouldBe(sheet.Said);
        Part("want").IsSaidIn(sheet, "On time").ShouldBeTrue();
        Part("want").IsSaidIn(sheet, "On").ShouldBeFalse("Part of a line is not the line.");
    }

    [Fact]
    public void There_is_one_crux_and_the_rest_of_the_diagnosis_stays()
    {
        var sheet = Say("crux", SheetOf(("crux", "Before"), ("value", "Every door")), "After");

        (sheet["crux"], sheet["value"]).ShouldBe(("After", "Every door"));
    }

    [Fact]
    public void A_policy_goes_with_what_is_given_up_and_evidence_with_where_it_is_from()
    {
        var policy = Say("policy", Sheet.Empty, "Teams decide", "ask upwards");
        StrategyForms.Policy.Problems(policy).ShouldBeEmpty();
        StrategyForms.Policy.Problems(Say("policy", Sheet.Empty, "Teams decide")).Select(p => p.Path).ShouldBe(["willNot"]);

        var evidence = Say("known", Sheet.Empty, "One in nine is late");
        StrategyForms.Evidence.Problems(evidence).ShouldBeEmpty();
        (evidence["source"], evidence.Day("on")).ShouldBe(("Two hours", Day));
        StrategyForms.Action.Problems(Say("try", Sheet.Empty, "Dock 3 re-plans")).ShouldBeEmpty();
    }

    [Fact]
    public void Where_somebody_stands_is_not_taken_over() => StrategySession.Parts.ShouldNotContain(p => p.Stage == "stand");

    private static SessionPart Part(string stage) => StrategySession.Parts.Single(p => p.Stage == stage);

    private static Sheet Say(string stage, Sheet before, string said, string willNot = "") =>
        StrategySession.Say(Part(stage), before, said, willNot, "Two hours", Day);

    private static Sheet SheetOf(params (string Key, string Text)[] boxes) => new(boxes.Select(b => KeyValuePair.Create(b.Key, b.Text)));
}
