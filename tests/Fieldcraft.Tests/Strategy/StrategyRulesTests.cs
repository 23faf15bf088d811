using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;

namespace Fieldcraft.Tests.Strategy;

/// <summary>The rules of DOMAIN 8.3–8.5 and 8.9.</summary>
public sealed class StrategyRulesTests
{
    private static readonly EmptyWords Empty = new(["synerg", "world-class"], ["become the best"]);
    private static readonly RefusedWords Refused = new(["experiments per", "journal"], ["score", "ranking", "bonus"]);

    /// <summary>“Training only if skill is at least 2 and no cause in the environment is stronger”, for every pair of strengths.</summary>
    [Fact]
    public void Training_is_allowed_in_exactly_these_cases()
    {
        var table = new[]
        {
            // environment: 0      1      2      3
            /* skill 0 */new[]
            {
                false,
                false,
                false,
                false,
            },
            /* skill 1 */[false, false, false, false],
            /* skill 2 */[true, true, true, false],
            /* skill 3 */[true, true, true, true],
        };
        for (var skill = 0; skill <= 3; skill++)
        {
            for (var environment = 0; environment <= 3; environment++)
            {
                PerformanceCauses.TrainingCanHelp(skill, environment).ShouldBe(table[skill][environment], $"{skill}, {environment}");
                foreach (var one in PerformanceCauses.All.Where(c => c.Ground == CauseGround.Environment))
                {
                    foreach (var other in PerformanceCauses.All.Where(c => c.Ground == CauseGround.Skill))
                    {
                        var sheet = Sheet((one.Id, $"{environment}"), (other.Id, $"{skill}"), ("remedy", "training"));
                        PerformanceCauses.Check(sheet).IsDone.ShouldBe(table[skill][environment]);
                    }
                }
            }
        }
    }

    [Fact]
    public void There_are_fourteen_causes_and_motives_or_health_never_stand_in_the_way_of_training()
    {
        PerformanceCauses.All.Count.ShouldBe(14);
        PerformanceCauses
            .TrainingCanHelp(Sheet(("skillRusty", "2"), ("motive", "3"), ("health", "3"), ("capacityOrFit", "3")))
            .ShouldBeTrue();
    }

    [Fact]
    public void The_cheapest_of_the_strongest_comes_first()
    {
        PerformanceCauses
            .First(Sheet(("skillNeverLearned", "3"), ("feedbackMissing", "3"), ("workload", "2")))!
            .Id.ShouldBe("feedbackMissing");
        PerformanceCauses.First(Domain.Sheets.Sheet.Empty).ShouldBeNull();
    }

    [Fact]
    public void A_gap_is_a_number_with_its_worth_and_potential()
    {
        var size = GapSize.Of(Sheet(("actual", "82.5"), ("desired", "95"), ("worthEach", "1200"), ("typical", "40"), ("exemplary", "62")));

        size.Size.ShouldBe(12.5m);
        size.Worth.ShouldBe(15_000m);
        size.Potential.ShouldBe(1.55m);
        var late = GapSize.Of(Sheet(("actual", "11.2"), ("desired", "3"), ("worthEach", "1000"), ("typical", "11.2"), ("exemplary", "4")));
        late.Size.ShouldBe(-8.2m);
        late.Worth.ShouldBe(8_200m);
        late.Potential.ShouldBe(2.8m);
        GapSize.Of(Sheet(("actual", "3"))).ShouldBe(new GapSize(null, null, null));
    }

    [Fact]
    public void Five_answers_say_what_kind_of_work_it_is()
    {
        for (var bits = 0; bits < 32; bits++)
        {
            var answers = StrategyForms.WorkQuestions.Select((q, i) => (q, (bits >> i & 1) == 1 ? "yes" : "no")).ToArray();
            var goalFixed = answers.Single(a => a.q == "goalFixed").Item2 == "yes";
            var expected =
                !goalFixed ? WorkType.Discovery
                : answers.Count(a => a.Item2 == "yes") >= 4 ? WorkType.Known
                : WorkType.Complex;
            WorkTypes.Of(Sheet(answers)).ShouldBe(expected);
            WorkTypes.Of(Sheet(answers[1..])).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData(40, 79, 21, false)]
    [InlineData(40, 80, 20, false)]
    [InlineData(40, 81, 19, true)]
    public void Below_half_of_what_was_meant_there_is_a_warning(int intended, int productive, int generative, bool warns) =>
        new LearningBalance(
            intended / 100d,
            [new(LearningMode.Productive, "hand", productive, 0), new(LearningMode.Generative, "hand", generative, 0)]
        ).IsTooLittleGenerative.ShouldBe(warns);

    [Theory]
    [InlineData("Raise the pulse score of my site to 5.5", "promise-about-scores")]
    [InlineData("Everyone runs three experiments per month", "promise-about-learning")]
    [InlineData("Pay a bonus for the best team", "promise-about-scores")]
    [InlineData("Keep Thursday mornings free of meetings", null)]
    public void A_promise_is_about_ones_own_doing(string promise, string? refusal) =>
        EnablingPromise.WhyNot(Sheet(("promise", promise), ("feature", "f5_support"), ("verb", "enable")), Refused)?.Code.ShouldBe(refusal);

    [Fact]
    public void Without_feature_or_verb_it_is_no_promise() =>
        EnablingPromise.WhyNot(Sheet(("promise", "Keep Thursdays free")), Refused)!.Code.ShouldBe("promise-incomplete");

    [Fact]
    public void A_measure_that_is_full_twice_is_looked_at_again()
    {
        MeasureGuard.IsToBeReviewed([80, 100, 100]).ShouldBeTrue();
        MeasureGuard.IsToBeReviewed([100, 100, 99]).ShouldBeFalse();
        MeasureGuard.IsToBeReviewed([100, null, 100]).ShouldBeFalse();
        MeasureGuard.IsToBeReviewed([100]).ShouldBeFalse();
    }

    [Fact]
    public void A_quarter_is_named_and_read_back()
    {
        Quarter.Of(new DateOnly(2026, 11, 27)).Name.ShouldBe("2026-Q4");
        Quarter.Parse("2026-Q4")!.Value.Until.ShouldBe(new DateOnly(2026, 12, 31));
        Quarter.Parse("2026-Q1")!.Value.Before.Name.ShouldBe("2025-Q4");
        Quarter.Parse("2026-Q5").ShouldBeNull();
        Quarter.Parse("0000-Q1").ShouldBeNull();
    }

    [Fact]
    public void What_does_not_hang_together_is_found_at_its_place()
    {
        var (policy, loose, done) = (
            Piece(StrategyKind.Policy, ("policy", "Be world-class"), ("willNot", "…")),
            Piece(StrategyKind.Action, ("action", "Buy it"), ("tool", "App"), ("tactic", "course"), ("movedOnline", "true")),
            Piece(StrategyKind.Action, ("action", "Go"), ("due", "2026-01-01"))
        );
        var against = done with { Serves = policy.Id, HasOwner = true, Contradicts = loose.Id };
        var diagnosis = Piece(StrategyKind.Diagnosis, ("crux", "We want to become the best"), ("scarce", "Judgement"));

        var found = Coherence.Check([policy, loose, against, diagnosis], new LearningBalance(null, []), Empty, new DateOnly(2026, 11, 27));

        found
            .Select(f => (f.Code, f.Entry))
            .ShouldBe(
                [
                    ("few-policies", diagnosis.Id),
                    ("unanswered-crux", diagnosis.Id),
                    ("unanswered-scarce", diagnosis.Id),
                    ("goal-instead-of-strategy", diagnosis.Id),
                    ("policy-without-diagnosis", policy.Id),
                    ("fluff", policy.Id),
                    ("action-without-policy", loose.Id),
                    ("action-without-owner", loose.Id),
                    ("action-without-date", loose.Id),
                    ("tool-without-strategy", loose.Id),
                    ("course-moved-online", loose.Id),
                    ("action-past-its-date", against.Id),
                    ("action-contradicts", against.Id),
                ],
                ignoreOrder: true
            );
        Coherence.Check([], new LearningBalance(null, []), Empty, default).Select(f => f.Code).ShouldBe(["no-diagnosis", "few-policies"]);
    }

    private static CoherencePiece Piece(StrategyKind kind, params (string Key, string Text)[] boxes) =>
        new(
            new StrategyEntryId(Guid.NewGuid()),
            kind,
            Sheet(boxes),
            null,
            null,
            false,
            new Dictionary<string, string>(StringComparer.Ordinal)
        );

    private static Sheet Sheet(params (string Key, string Text)[] boxes) => new(boxes.Select(b => KeyValuePair.Create(b.Key, b.Text)));
}
