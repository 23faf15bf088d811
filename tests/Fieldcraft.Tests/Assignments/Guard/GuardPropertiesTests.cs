using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Fieldcraft.Tests.Assignments.Guard;

/// <summary>
/// The properties that DOMAIN 3.2 demands of the rule, on random inputs (DOMAIN 12.9, check 6): with don't-knows, second
/// opinions and strain mixed in.
/// </summary>
public sealed class GuardPropertiesTests
{
    private static readonly GuardRules Rules = DocumentedRules.All.Guard;
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(1000);

    private static readonly Gen<GuardInput> Profiles =
        from demand in Answers(12)
        from readiness in Answers(12)
        from obstacles in Answers(4)
        from support in Answers(6)
        from efficacy in Gen.Choose(0, 5)
        from strain in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from otherDemand in Answers(12)
        from otherReadiness in Answers(12)
        from asked in Gen.Elements(true, false)
        select new GuardInput
        {
            Demand = demand,
            Readiness = readiness,
            Obstacles = obstacles,
            Support = support,
            Efficacy = efficacy == 0 ? null : efficacy,
            StrainIsPositive = strain,
            SecondOpinion = asked ? new SecondOpinion(otherDemand, otherReadiness) : null,
        };

    private static readonly Gen<(GuardInput Input, int Place)> ProfilesAndPlaces =
        from input in Profiles
        from place in Gen.Choose(0, 11)
        select (input, place);

    [Fact]
    public void Raising_any_demand_never_lowers_the_load() =>
        Always(
            ProfilesAndPlaces,
            pair =>
            {
                if (pair.Input.Demand[pair.Place] is not < 4)
                    return true;
                var raised = pair.Input with { Demand = Raise(pair.Input.Demand, pair.Place) };
                return Look(raised).LoadAtLeast >= Look(pair.Input).LoadAtLeast
                    && NotLower(Look(pair.Input).ChallengeLoad, Look(raised).ChallengeLoad)
                    && NotLower(Look(pair.Input).EffectiveLoad, Look(raised).EffectiveLoad);
            }
        );

    [Fact]
    public void Raising_any_readiness_never_raises_the_load() =>
        Always(
            ProfilesAndPlaces,
            pair =>
            {
                if (pair.Input.Readiness[pair.Place] is not < 4)
                    return true;
                var raised = pair.Input with { Readiness = Raise(pair.Input.Readiness, pair.Place) };
                return NotLower(Look(raised).ChallengeLoad, Look(pair.Input).ChallengeLoad)
                    && NotLower(Look(raised).EffectiveLoad, Look(pair.Input).EffectiveLoad)
                    && Look(raised).LoadAtLeast <= Look(pair.Input).LoadAtLeast;
            }
        );

    [Fact]
    public void Raising_any_obstacle_never_lowers_the_effective_load() =>
        Always(
            ProfilesAndPlaces,
            pair =>
            {
                var place = pair.Place % 4;
                if (pair.Input.Obstacles[place] is not < 4)
                    return true;
                var raised = pair.Input with { Obstacles = Raise(pair.Input.Obstacles, place) };
                return NotLower(Look(pair.Input).EffectiveLoad, Look(raised).EffectiveLoad);
            }
        );

    [Fact]
    public void Raising_any_support_answer_never_moves_towards_overstretch() =>
        Always(
            ProfilesAndPlaces,
            pair =>
            {
                var place = pair.Place % 6;
                if (pair.Input.Support[place] is not < 4)
                    return true;
                var raised = pair.Input with { Support = Raise(pair.Input.Support, place) };
                return Look(raised).Zone <= Look(pair.Input).Zone
                    && Look(raised).UpperLimit >= Look(pair.Input).UpperLimit
                    && (Look(pair.Input).FeedbackFlag || !Look(raised).FeedbackFlag);
            }
        );

    [Fact]
    public void The_order_of_the_dimensions_does_not_matter() =>
        Always(
            from input in Profiles
            from order in Gen.Shuffle(Enumerable.Range(0, 12).ToArray())
            select (Input: input, Order: order),
            pair =>
            {
                IReadOnlyList<int?> Shuffled(IReadOnlyList<int?> values) => [.. pair.Order.Select(from => values[from])];
                var shuffled = pair.Input with
                {
                    Demand = Shuffled(pair.Input.Demand),
                    Readiness = Shuffled(pair.Input.Readiness),
                    SecondOpinion = pair.Input.SecondOpinion is { } other
                        ? new SecondOpinion(Shuffled(other.Demand), Shuffled(other.Readiness))
                        : null,
                };
                return Summary(Look(shuffled)).Equals(Summary(Look(pair.Input)));
            }
        );

    [Fact]
    public void Every_number_stays_within_a_hundred() =>
        Always(
            Profiles,
            input =>
            {
                var result = Look(input);
                decimal?[] numbers =
                [
                    result.LoadAtLeast,
                    result.ChallengeLoad,
                    result.Hindrance,
                    result.EffectiveLoad,
                    result.SupportIndex,
                    result.LowerLimit,
                    result.UpperLimit,
                ];
                return numbers.All(number => number is null or (>= 0 and <= 100))
                    && result.Parts.All(p => p.Stretch is null or (>= 0 and <= 4));
            }
        );

    [Fact]
    public void What_is_not_known_is_never_read_as_nothing() =>
        Always(
            ProfilesAndPlaces,
            pair =>
            {
                var input = pair.Input with { SecondOpinion = null };
                var unknown = input with { Demand = Forget(input.Demand, pair.Place), Support = Forget(input.Support, pair.Place % 6) };
                var result = Look(unknown);
                var knownDimensions = unknown.Demand.Zip(unknown.Readiness).Count(d => d is ({ }, { }));
                var answered = unknown.Support.Count(a => a is not null);
                return result.Parts[pair.Place].Stretch is null
                    && result.Missing.Dimensions.Count == 12 - knownDimensions
                    && (result.ZoneByNumbers == Zone.Incomplete) == knownDimensions < 10
                    && (result.SupportIndex is null) == answered < 4
                    // The index of the answered lies between their least and their most; a forgotten answer read as 0 would pull it below.
                    && (
                        result.SupportIndex is not { } index
                        || (index >= unknown.Support.Min()!.Value * 25m && index <= unknown.Support.Max()!.Value * 25m)
                    );
            }
        );

    [Fact]
    public void Strain_always_decides() => Always(Profiles, input => Look(input with { StrainIsPositive = true }).Zone == Zone.Overstretch);

    private static Gen<int?[]> Answers(int count) =>
        Gen.Frequency((14, Gen.Choose(0, 4).Select(n => (int?)n)), (1, Gen.Constant((int?)null))).ArrayOf(count);

    private static void Always<T>(Gen<T> generator, Func<T, bool> holds) => Check.One(Often, Prop.ForAll(generator.ToArbitrary(), holds));

    private static GuardResult Look(GuardInput input) => OverstretchGuard.Look(input, Rules);

    private static bool NotLower(decimal? before, decimal? after) => (before, after) is (null, null) || after >= before;

    private static int?[] Raise(IReadOnlyList<int?> values, int place) =>
        [.. values.Select((value, index) => index == place ? value + 1 : value)];

    private static int?[] Forget(IReadOnlyList<int?> values, int place) =>
        [.. values.Select((value, index) => index == place ? null : value)];

    private static object Summary(GuardResult r) =>
        (
            r.LoadAtLeast,
            r.ChallengeLoad,
            r.EffectiveLoad,
            r.Zone,
            r.CloseCall,
            r.FeedbackFlag,
            r.HotSpotFlag,
            r.Missing.Dimensions.Count,
            r.Differences.Count
        );
}
