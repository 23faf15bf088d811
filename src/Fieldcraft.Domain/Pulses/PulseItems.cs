namespace Fieldcraft.Domain.Pulses;

/// <summary>One statement of the pulse; its words are <c>pulse.item.ID</c>.</summary>
/// <param name="Feature">The feature of a learning organisation that it belongs to, or <c>safety</c>.</param>
/// <param name="IsReversed">Whether agreeing speaks against the feature.</param>
public sealed record PulseItem(string Id, string Feature, bool IsReversed = false);

/// <summary>The sixteen statements (DOMAIN 8.6, 15.12), answered from 1 to 7 or not at all.</summary>
public static class PulseItems
{
    public const int Least = 1;
    public const int Most = 7;

    /// <summary>From this mean of a feature on an answer speaks for it; the middle of the scale is 4.</summary>
    public const double FavourableFrom = 5;

    public const string Safety = "safety";

    public static readonly IReadOnlyList<PulseItem> All =
    [
        new("learned_from_work", "f1_culture"),
        new("mostly_courses", "f1_culture", IsReversed: true),
        new("causes_before_blame", "f2_problem_solving"),
        new("useful_feedback", "f2_problem_solving"),
        new("question_first_answers", "f2_problem_solving"),
        new("ideas_from_outside", "f3_outside"),
        new("does_not_work_here", "f3_outside", IsReversed: true),
        new("decide_how", "f4_autonomy"),
        new("wait_for_someone_higher", "f4_autonomy", IsReversed: true),
        new("see_it_through", "f4_autonomy"),
        new("say_what_is_wrong", "f5_support"),
        new("interest_in_my_development", "f5_support"),
        new("improvements_still_alive", "f6_consistency"),
        new("something_new_replaces", "f6_consistency", IsReversed: true),
        new("mistakes_to_learn", Safety),
        new("asking_is_normal", Safety),
    ];

    /// <summary>The six features and safety, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> Features = [.. All.Select(i => i.Feature).Distinct()];

    /// <summary>The six features of a learning organisation (DOMAIN 8.6), without safety.</summary>
    public static readonly IReadOnlyList<string> SixFeatures = [.. Features.Where(f => f != Safety)];

    public static IReadOnlyList<PulseItem> Of(string feature) => [.. All.Where(i => i.Feature == feature)];

    /// <summary>
    /// What somebody said about a feature: the mean of the answered statements after turning reversed ones round (<c>8 − x</c>); null where fewer than half were
    /// answered. There is no total.
    /// </summary>
    /// <param name="answers">Statement to 1–7; a statement that somebody cannot speak to is not there.</param>
    public static double? Score(IReadOnlyDictionary<string, int> answers, string feature)
    {
        var items = Of(feature);
        var said = items
            .Where(i => answers.ContainsKey(i.Id))
            .Select(i => i.IsReversed ? Least + Most - answers[i.Id] : answers[i.Id])
            .ToList();
        return 2 * said.Count < items.Count || said.Count == 0 ? null : said.Average();
    }

    /// <summary>Whether a set of answers can be taken in.</summary>
    public static bool AreValid(IReadOnlyDictionary<string, int> answers) =>
        answers.All(a => a.Value is >= Least and <= Most && All.Any(i => i.Id == a.Key));
}
