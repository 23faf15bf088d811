using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Content;

namespace Fieldcraft.Tests.Frameworks;

public sealed class FrameworkWritingTests
{
    private static readonly Catalogue Standard = DefaultFramework.Read();
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Designer = Id.New<PersonId>(Now);

    [Fact]
    public void The_default_has_no_problem_and_no_warning()
    {
        Standard.Content.Problems(_ => true).ShouldBeEmpty();
        Standard.Content.MatrixWarnings().ShouldBeEmpty();
    }

    [Fact]
    public void A_capability_that_no_task_builds_clearly_is_warned_of()
    {
        var content = Standard.Content.With(Own("cash")).Weighted("cash", Weights(("new_directions", 1), ("difficult_boss", 3)));

        content.MatrixWarnings().ShouldContain(new MatrixWarning(MatrixConcern.CapabilityUnreached, null, "cash"));
        content.MatrixWarnings().ShouldContain(new MatrixWarning(MatrixConcern.ObstacleHigh, "difficult_boss", "cash"));
    }

    [Fact]
    public void A_row_of_the_matrix_with_too_few_or_too_many_is_warned_of_and_hidden_capabilities_do_not_count()
    {
        var reached = Standard
            .Content.Capabilities.Where(c => Standard.Weight(ChallengeDimension.Find("working_across_cultures")!, c.Id) > 0)
            .ToList();
        var content = reached.Take(4).Aggregate(Standard.Content, (c, hidden) => c.With(hidden with { IsHidden = true }));
        var full = Enumerable
            .Range(1, 8)
            .Aggregate(Standard.Content, (c, n) => c.With(Own($"own_{n}")).Weighted($"own_{n}", Weights(("high_stakes", 2))));

        content.MatrixWarnings().ShouldContain(new MatrixWarning(MatrixConcern.RowSize, "working_across_cultures", null));
        full.MatrixWarnings().ShouldContain(new MatrixWarning(MatrixConcern.RowSize, "high_stakes", null));
    }

    [Theory]
    [InlineData("Cash and care", "cash_and_care")]
    [InlineData("  Größe & Mut!  ", "gro_e_mut")]
    [InlineData("5S on the floor", "s_on_the_floor")]
    [InlineData("領導力", "capability")]
    [InlineData("<script>alert(1)</script>", "script_alert_1_script")]
    [InlineData("Composure", "composure_2")]
    public void An_id_is_made_from_the_name_and_taken_by_nothing(string name, string id)
    {
        Standard.Content.IdFor(name).ShouldBe(id);
        FrameworkContent.IsId(Standard.Content.IdFor(name)).ShouldBeTrue();
        FrameworkContent.IsId(Standard.Content.IdFor(new string('ä', 10) + new string('a', 200))).ShouldBeTrue();
    }

    [Fact]
    public void What_was_left_out_is_kept_hidden_with_what_builds_it()
    {
        var shorter = Standard.Content.Without("composure");

        var kept = shorter.Keeping(Standard.Content);

        kept.Capabilities.Single(c => c.Id == "composure").IsHidden.ShouldBeTrue();
        kept.WeightsOf("composure").ShouldBe(Standard.Content.WeightsOf("composure"), ignoreOrder: true);
        shorter.WeightsOf("composure").ShouldBeEmpty();
    }

    [Fact]
    public void Moving_passes_over_what_is_hidden_and_stops_at_the_ends()
    {
        var content = Standard.Content.With(Standard.Content.Capabilities[1] with { IsHidden = true });
        var (first, third) = (content.Capabilities[0].Id, content.Capabilities[2].Id);

        var moved = content.Moved(first, 1);

        moved.Capabilities.Where(c => !c.IsHidden).Select(c => c.Id).Take(2).ShouldBe([third, first]);
        content.Moved(first, -1).ShouldBe(content);
        content.Moved("nothing", 1).ShouldBe(content);
    }

    [Fact]
    public void A_comparison_names_everything_that_differs_and_nothing_else()
    {
        var was = Standard.Content;
        var now = was.With(was.Capabilities[0] with { Name = "Looking ahead", Examples = ["The 2026 hub map"] })
            .With(was.Capabilities[1] with { IsHidden = true })
            .With(Own("cash"))
            .Weighted("sensitivity", Weights(("high_stakes", 3)))
            .Named([new("high_stakes", "All eyes on it"), new("new_directions", " ")]);

        var comparison = FrameworkComparison.Between(was, now);

        comparison.Of("strategic_thinking").ShouldBe([CapabilityChange.Name, CapabilityChange.Examples]);
        comparison.Of("decisiveness").ShouldBe([CapabilityChange.Hidden]);
        comparison.Of("cash").ShouldBe([CapabilityChange.Added]);
        comparison.Of("sensitivity").ShouldBe([CapabilityChange.Weights]);
        comparison.ChallengesRenamed.ShouldBe(["high_stakes"]);
        comparison.IsReordered.ShouldBeFalse();
        comparison.Capabilities.Count.ShouldBe(4);
        FrameworkComparison.Between(now, was).Of("cash").ShouldBe([CapabilityChange.Gone]);
        FrameworkComparison.Between(was, FrameworkContent.FromJson(was.ToJson())).IsSame.ShouldBeTrue();
        FrameworkComparison.Between(was, was.Moved("decisiveness", 1)).IsReordered.ShouldBeTrue();
    }

    [Fact]
    public void A_published_edition_never_changes_again()
    {
        var edition = Draft();
        edition.Rewrite(Standard.Content.With(Own("cash")), Designer, Now).IsDone.ShouldBeTrue();
        edition.Publish(Standard.Content, " Why ", Designer, Now).IsDone.ShouldBeTrue();

        edition.Note.ShouldBe("Why");
        edition.Rewrite(Standard.Content, Designer, Now).Refusal!.Code.ShouldBe("framework-published");
        edition.Publish(Standard.Content, null, Designer, Now).Refusal!.Code.ShouldBe("framework-published");
        edition.Discard(Designer, Now).Refusal!.Code.ShouldBe("framework-published");
    }

    [Fact]
    public void A_draft_that_says_the_same_is_not_published() =>
        Draft().Publish(Standard.Content, null, Designer, Now).Refusal!.Code.ShouldBe("framework-unchanged");

    [Fact]
    public void Publishing_keeps_hidden_what_the_draft_left_out()
    {
        var edition = Draft();
        edition.Rewrite(Standard.Content.Without("composure"), Designer, Now);

        edition.Publish(Standard.Content, null, Designer, Now).IsDone.ShouldBeTrue();

        FrameworkContent.FromJson(edition.Content).Capabilities.Single(c => c.Id == "composure").IsHidden.ShouldBeTrue();
    }

    internal static Capability Own(string id) =>
        new()
        {
            Id = id,
            Name = id,
            LevelTexts = ["One", "Two", "Three", "Four"],
            BestSeenBy = [RaterGroup.Peers],
        };

    private static FrameworkEdition Draft() =>
        FrameworkEdition.Start(Id.New<FrameworkEditionId>(Now), 2, Standard.Id, Standard.Content, Designer, Now);

    private static Dictionary<string, int> Weights(params (string Challenge, int Weight)[] weights) =>
        weights.ToDictionary(w => w.Challenge, w => w.Weight, StringComparer.Ordinal);
}
