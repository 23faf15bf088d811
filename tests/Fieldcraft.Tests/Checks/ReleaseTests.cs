using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Fieldcraft.Tests.Checks;

/// <summary>
/// Attacks by subtraction on random rounds (DOMAIN 9.4, 12.9 check 4): whoever holds a report adds and subtracts its figures in every way, and never arrives
/// at one or two people who are not bosses.
/// </summary>
public sealed class ReleaseTests
{
    private const int Smallest = 3;
    private static readonly RoundSizes Sizes = new(Smallest, 5, 5);

    private static readonly Gen<AnswerContent[]> Rounds =
        from bosses in Voices(RaterGroup.Boss, 2)
        from peers in Voices(RaterGroup.Peers, 6)
        from reports in Voices(RaterGroup.Reports, 7)
        from customers in Voices(RaterGroup.Customers, 4)
        select (AnswerContent[])[.. bosses, .. peers, .. reports, .. customers];

    [Fact]
    public void Every_combination_of_figures_is_about_bosses_or_at_least_three_people() =>
        Always(
            Rounds,
            answers =>
            {
                var sets = Published(answers).ToList();
                // Every set of whole figures, added and subtracted: unions of two, and what one union leaves of another.
                var unions = sets.SelectMany(a => sets.Select(b => a.Union(b).ToHashSet())).Concat(sets).ToList();
                return unions.All(IsSafe) && unions.All(a => unions.All(b => IsSafe([.. a.Except(b)]) && IsSafe([.. a.Intersect(b)])));
            }
        );

    [Fact]
    public void The_figures_are_those_of_the_people_they_name() =>
        Always(
            Rounds,
            answers =>
            {
                var views = Views(answers);
                var observed = Observed(answers);
                return views.Groups.Sum(g => g.Raters) == (views.All?.Raters ?? observed.Count(a => a.Group == RaterGroup.Boss))
                    && views
                        .Groups.Append(views.All)
                        .OfType<GroupView>()
                        .All(g =>
                            g.IsBand
                            || Math.Abs(g.Mean - observed.Where(a => g.Of.Contains(a.Group)).Average(a => a.Ratings.ValueOf("x")!.Value))
                                < 1e-9
                        );
            }
        );

    [Fact]
    public void Nobody_who_is_not_a_boss_is_read_off_a_figure_that_says_the_same_low_thing_of_all() =>
        Always(
            Rounds,
            answers =>
                Views(answers)
                    .Groups.Where(g => !g.Of.Contains(RaterGroup.Boss) && !g.IsBand)
                    .All(g =>
                        Observed(answers).Where(a => g.Of.Contains(a.Group)).Select(a => a.Ratings.ValueOf("x")).Distinct().ToList()
                            is not [<= 3]
                    )
        );

    [Fact]
    public void The_order_of_the_answers_changes_nothing() =>
        Always(
            Rounds.SelectMany(round => Gen.Shuffle(round).Select(shuffled => (round, shuffled))),
            pair => Report(pair.round).ToJson() == Report(pair.shuffled).ToJson()
        );

    [Fact]
    public void A_rule_that_only_hides_small_groups_would_be_caught()
    {
        // Three peers and one customer: hiding the customer alone leaves everybody minus the peers.
        HashSet<int> everybody = [0, 1, 2, 3],
            peers = [0, 1, 2];
        IsSafe([.. everybody.Except(peers)], _ => RaterGroup.Customers).ShouldBeFalse();
    }

    /// <summary>The people behind each published figure, as places in the list of answers.</summary>
    private static IEnumerable<HashSet<Voice>> Published(AnswerContent[] answers)
    {
        var views = Views(answers);
        return views
            .Groups.Concat([views.All, views.ButBosses])
            .OfType<GroupView>()
            .Select(g =>
                answers
                    .Select((a, place) => new Voice(place, a.Group, a.Ratings.ValueOf("x")))
                    .Where(v => v.Value is not null && g.Of.Contains(v.Group))
                    .ToHashSet()
            );
    }

    private static bool IsSafe(HashSet<Voice> people) => people.Count(p => p.Group != RaterGroup.Boss) is 0 or >= Smallest;

    private static bool IsSafe(HashSet<int> people, Func<int, RaterGroup> groupOf) =>
        IsSafe([.. people.Select(p => new Voice(p, groupOf(p), null))]);

    private static List<AnswerContent> Observed(AnswerContent[] answers) => [.. answers.Where(a => a.Ratings.ValueOf("x") is not null)];

    private static CapabilityViews Views(AnswerContent[] answers) => Report(answers).Capabilities["x"];

    private static CheckReport Report(AnswerContent[] answers) => RoundReport.Of(answers, ["x"], Sizes, DocumentedRules.All.Agreement);

    // Few different answers, so that groups that all say the same are frequent; nought is "not observed".
    private static Gen<AnswerContent[]> Voices(RaterGroup of, int atMost) =>
        from count in Gen.Choose(0, atMost)
        from most in Gen.Elements(3, 7)
        from said in Gen.Choose(0, most).ArrayOf(count)
        select said.Select((s, i) => Voiced(of, s == 0 ? null : s, s % 2 == 0 ? $"{of} {i}" : null)).ToArray();

    private static AnswerContent Voiced(RaterGroup of, int? said, string? comment) =>
        new(of, new CapabilityRatings { Ratings = new Dictionary<string, int?>(StringComparer.Ordinal) { ["x"] = said } }, comment);

    private static void Always<T>(Gen<T> inputs, Func<T, bool> holds) =>
        Prop.ForAll(inputs.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private sealed record Voice(int Place, RaterGroup Group, double? Value);
}
