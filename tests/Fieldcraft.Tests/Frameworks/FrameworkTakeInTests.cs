using System.Text;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Frameworks.Importing;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Frameworks.Files;

namespace Fieldcraft.Tests.Frameworks;

public sealed class FrameworkTakeInTests
{
    private static readonly Catalogue Standard = DefaultFramework.Read();

    [Fact]
    public void A_file_creates_changes_hides_and_refuses_row_by_row()
    {
        var plan = Plan(
            "id,name,level1,level2,level3,level4\ncomposure,Calm,,,,\ncash,Cash,a,b,c,d\nbroken,Broken,a,,c,d\ncash,Again,a,b,c,d"
        );

        plan.CanBeTakenIn.ShouldBeTrue();
        Lines(plan, TakeInOutcome.Change).ShouldBe([("2", "composure", "Name")]);
        Lines(plan, TakeInOutcome.Create).ShouldBe([("3", "cash", "new")]);
        Lines(plan, TakeInOutcome.Refuse).ShouldBe([("4", "broken", "missing"), ("5", "cash", "duplicate")]);
        Lines(plan, TakeInOutcome.Hide).Count.ShouldBe(17);
        plan.Content.Capabilities.Take(2)
            .Select(c => (c.Id, c.Name, c.IsHidden))
            .ShouldBe([("composure", "Calm", false), ("cash", "Cash", false)]);
        plan.Content.Capabilities.ShouldNotContain(c => c.Id == "broken");
        plan.Content.WeightsOf("composure").ShouldBe(Standard.Content.WeightsOf("composure"));
    }

    [Fact]
    public void A_refused_row_leaves_what_stands_as_it_stands()
    {
        var plan = Plan($"id,name\n{string.Join('\n', Standard.Shown.Skip(1).Select(c => $"{c.Id},{c.Id}"))}\nstrategic_thinking,=1+1");

        Lines(plan, TakeInOutcome.Refuse).ShouldHaveSingleItem().Id.ShouldBe("strategic_thinking");
        Lines(plan, TakeInOutcome.Hide).ShouldBeEmpty();
        plan.Content.Capabilities.Single(c => c.Id == "strategic_thinking").ShouldBe(Standard.Find("strategic_thinking"));
    }

    [Fact]
    public void A_capability_without_an_id_is_found_by_its_name_or_gets_one()
    {
        var plan = Plan("name,level1,level2,level3,level4\nCOMPOSURE,a,b,c,d\nCash and care,a,b,c,d");

        Lines(plan, TakeInOutcome.Change).ShouldContain(("2", "composure", "Levels"));
        Lines(plan, TakeInOutcome.Create).ShouldBe([("3", "cash_and_care", "new")]);
    }

    [Fact]
    public void A_package_taken_in_again_finds_what_it_made_whatever_it_is_called_by_then()
    {
        var foreign = new FrameworkFile([Foreign("Cash")], [], []);
        var first = FrameworkTakeIn.Of(Standard.Content, foreign, IsDefault, c => c, NameOf).Content;

        var again = FrameworkTakeIn.Of(first, new FrameworkFile([Foreign("Money")], [], []), IsDefault, c => c, NameOf);

        again.Lines.Select(l => (l.Outcome, l.Capability, l.Code)).ShouldBe([(TakeInOutcome.Change, "cash", "Name")]);
    }

    [Fact]
    public void A_file_that_hides_everything_is_refused() =>
        Plan("id,hidden\ncomposure,yes").Lines.ShouldContain(l => l.Outcome == TakeInOutcome.Refuse && l.Code == "all-hidden");

    [Fact]
    public void More_capabilities_than_a_framework_holds_are_refused()
    {
        var rows = Enumerable.Range(1, FrameworkContent.CapabilitiesAtMost + 1).Select(n => $"own_{n},Own {n},a,b,c,d");

        Plan($"id,name,level1,level2,level3,level4\n{string.Join('\n', rows)}").IsRefused.ShouldBeTrue();
    }

    private static ReadCapability Foreign(string name) =>
        new()
        {
            Place = "$.CFItems[0]",
            CaseIdentifier = new Guid("6f2a0a5e-7a55-4c49-9d0e-5a0d3d4d9e11"),
            Name = name,
            LevelTexts = ["a", "b", "c", "d"],
        };

    private static FrameworkTakeIn Plan(string table) =>
        FrameworkTakeIn.Of(Standard.Content, FrameworkFiles.Read(Encoding.UTF8.GetBytes(table)), IsDefault, c => c, NameOf);

    private static List<(string Place, string? Id, string Code)> Lines(FrameworkTakeIn plan, TakeInOutcome outcome) =>
        [.. plan.Lines.Where(l => l.Outcome == outcome).Select(l => (l.Place, l.Capability, l.Code))];

    private static bool IsDefault(string id) => Standard.Find(id) is not null;

    private static string NameOf(Capability capability) => capability.Name ?? capability.Id;
}
