using System.Text;
using System.Text.Json.Nodes;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Frameworks.Importing;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Features.Frameworks.Files;

namespace Fieldcraft.Tests.Frameworks;

public sealed class FrameworkFileTests
{
    [Theory]
    [InlineData("id,name,level1,level2,level3,level4,seen_by,examples,new_directions\ncash,Cash,a,b,c,d,\"peers, boss\",\"One\nTwo\",3")]
    [InlineData(
        "\uFEFFCode;Competency;Level 1;Level 2;Level 3;Level 4;Raters;Example 1;Example 2;new_directions\ncash;Cash;a;b;c;d;supervisor + colleagues;One;Two;3"
    )]
    [InlineData(
        "key\ttitle\tindicator 1\tindicator 2\tindicator 3\tindicator 4\tbest seen by\tachievements\tnew directions\ncash\tCash\ta\tb\tc\td\tpeers/manager\t\"One\nTwo\"\t3"
    )]
    public void A_table_is_read_whatever_its_separator_and_headers(string text)
    {
        var read = FrameworkFiles.Read(Encoding.UTF8.GetBytes(text)).Capabilities.ShouldHaveSingleItem();

        read.Findings.ShouldBeEmpty();
        (read.Place, read.Id, read.Name).ShouldBe(("2", "cash", "Cash"));
        read.LevelTexts.ShouldBe(["a", "b", "c", "d"]);
        read.BestSeenBy.ShouldBe([RaterGroup.Boss, RaterGroup.Peers]);
        read.Examples.ShouldBe(["One", "Two"]);
        read.Statements.ShouldBeNull();
        read.Weights.ShouldBe([new("new_directions", 3)]);
    }

    [Fact]
    public void What_a_row_gets_wrong_is_said_by_line_column_value_and_code()
    {
        var read = FrameworkFiles.Read("id,name,seen_by,hidden,new_directions\nNot Id,=HYPERLINK(1),neighbours,perhaps,7"u8);

        read.Capabilities[0]
            .Findings.Select(f => (f.Place, f.Field, f.Value, f.Code))
            .ShouldBe(
                [
                    ("2", "seen_by", "neighbours", "unknown"),
                    ("2", "name", "=HYPERLINK(1)", "formula"),
                    ("2", "id", "Not Id", "not-an-id"),
                    ("2", "hidden", "perhaps", "unknown"),
                    ("2", "new_directions", "7", "out-of-range"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void A_column_that_nothing_reads_is_named_and_the_rest_is_read()
    {
        var read = FrameworkFiles.Read("id,name,favourite colour\ncash,Cash,red"u8);

        read.PassedOver.ShouldHaveSingleItem().ShouldBe(new ReadFinding("1", "favourite colour", "", "unknown-column"));
        read.Capabilities.Count.ShouldBe(1);
    }

    [Fact]
    public void A_table_of_something_else_is_refused_as_a_whole() =>
        FrameworkFiles.Read("colour,size\nred,2"u8).Findings.ShouldHaveSingleItem().Code.ShouldBe("no-name-column");

    [Theory]
    [InlineData("", "empty")]
    [InlineData("PK\u0003\u0004", "spreadsheet")]
    [InlineData("just a line", "no-columns")]
    public void Rubbish_is_refused_with_a_reason(string text, string code) =>
        Should.Throw<UnreadableFileException>(() => FrameworkFiles.Read(Encoding.UTF8.GetBytes(text))).Code.ShouldBe(code);

    [Fact]
    public void Ten_megabytes_are_refused_before_anything_is_read() =>
        Should.Throw<UnreadableFileException>(() => FrameworkFiles.Read(new byte[10 * 1024 * 1024])).Code.ShouldBe("too-large");

    [Theory]
    [InlineData("{\"CFDocument\":", "$", "not-json")]
    [InlineData("[]", "$", "wrong-kind")]
    [InlineData("{}", "$.CFDocument", "missing")]
    [InlineData("{\"CFDocument\":[],\"CFItems\":{}}", "$.CFDocument", "wrong-kind")]
    public void A_package_that_is_none_is_refused_by_its_path(string json, string path, string code) =>
        FrameworkFiles.Read(Encoding.UTF8.GetBytes(json)).Findings.ShouldContain(f => f.Place == path && f.Code == code);

    [Fact]
    public void Every_member_that_case_demands_is_demanded()
    {
        (string Path, Action<JsonNode> Break)[] cases =
        [
            ("$.CFDocument.creator", p => p["CFDocument"]!.AsObject().Remove("creator")),
            ("$.CFDocument.identifier", p => p["CFDocument"]!["identifier"] = "not-a-uuid"),
            ("$.CFDocument.adoptionStatus", p => p["CFDocument"]!["adoptionStatus"] = "Maybe"),
            ("$.CFItems[1].fullStatement", p => p["CFItems"]![1]!["fullStatement"] = 7),
            ("$.CFItems[0].lastChangeDateTime", p => p["CFItems"]![0]!["lastChangeDateTime"] = "yesterday"),
            ("$.CFItems[0].uri", p => p["CFItems"]![0]!["uri"] = "no address"),
            ("$.CFItems[0].fulStatement", p => p["CFItems"]![0]!["fulStatement"] = "misspelt"),
            ("$.CFAssociations[0].associationType", p => p["CFAssociations"]![0]!["associationType"] = "isUncleOf"),
            (
                "$.CFAssociations[0].originNodeURI.identifier",
                p => p["CFAssociations"]![0]!["originNodeURI"]!.AsObject().Remove("identifier")
            ),
            ("$.CFItems[1].identifier", p => p["CFItems"]![1]!["identifier"] = p["CFItems"]![0]!["identifier"]!.GetValue<string>()),
            (
                "$.CFAssociations[0].originNodeURI.identifier",
                p => p["CFAssociations"]![0]!["originNodeURI"]!["identifier"] = "00000000-0000-5000-8000-000000000000"
            ),
        ];
        foreach (var (path, damage) in cases)
        {
            var package = JsonNode.Parse(Package())!;
            damage(package);
            CasePackage.Read(package.ToJsonString()).Findings.Select(f => f.Place).ShouldContain(path);
        }
    }

    [Fact]
    public void Items_that_lie_below_each_other_in_a_circle_are_refused()
    {
        var package = JsonNode.Parse(Package())!;
        var turned = package["CFAssociations"]![1]!.DeepClone();
        (turned["originNodeURI"], turned["destinationNodeURI"]) = (
            turned["destinationNodeURI"]!.DeepClone(),
            turned["originNodeURI"]!.DeepClone()
        );
        package["CFAssociations"] = new JsonArray(package["CFAssociations"]![1]!.DeepClone(), turned);

        CasePackage.Read(package.ToJsonString()).Findings.ShouldContain(f => f.Code == "cycle" && f.Place == "$.CFAssociations[1]");
    }

    [Fact]
    public void Five_thousand_items_are_no_framework()
    {
        var package = JsonNode.Parse(Package())!;
        var item = package["CFItems"]![0]!;
        package["CFItems"] = new JsonArray([.. Enumerable.Range(0, 5_000).Select(_ => item.DeepClone())]);

        CasePackage.Read(package.ToJsonString()).Findings.ShouldContain(f => f.Code == "too-many-items" && f.Value == "5000");
    }

    [Fact]
    public void A_foreign_package_gives_capabilities_from_the_level_above_four_texts()
    {
        var package = JsonNode.Parse(Package())!;
        foreach (var item in package["CFItems"]!.AsArray())
        {
            item!.AsObject().Remove("CFItemType");
            item.AsObject().Remove("humanCodingScheme");
            item.AsObject().Remove("conceptKeywords");
        }

        var read = CasePackage.Read(package.ToJsonString()).Capabilities.ShouldHaveSingleItem();

        read.Id.ShouldBeNull();
        read.CaseIdentifier.ShouldNotBeNull();
        read.LevelTexts.ShouldBe(["One", "Two", "Three", "Four"]);
        (read.BestSeenBy, read.Weights, read.Examples).ShouldBe((null, null, null));
    }

    private static string Package() =>
        Encoding.UTF8.GetString(
            new CaseExport(
                new FrameworkContent { Capabilities = [FrameworkWritingTests.Own("cash")] },
                "A framework",
                "Meridian Post",
                "2",
                new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero)
            ).Write()
        );
}
