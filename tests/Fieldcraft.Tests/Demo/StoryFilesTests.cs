using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fieldcraft.Tests.Demo;

/// <summary>The demo's leaders are written by hand; these rules keep every story acceptable to the aggregates that will hold it.</summary>
public sealed partial class StoryFilesTests
{
    public static TheoryData<string> Files => Stories.Files;

    [Theory, MemberData(nameof(Files))]
    public void A_story_has_a_known_level_and_archetype_and_a_title_that_fits(string file)
    {
        var story = Stories.Named(file);

        story.File[3..^5].ShouldBe(story.Root.Word("id"));
        Stories.Placeholders.Keys.ShouldContain(story.Level);
        Stories.Archetypes.ShouldContain(story.Root.Word("archetype"));
        story.Root.Word("title")!.Length.ShouldBeInRange(10, 120);
        story.Root.Number("endDay")!.Value.ShouldBeGreaterThan(story.Root.Number("startDay")!.Value);
        story.Root.Tick("ended").ShouldBe(story.Root.Number("endDay") < 0);
    }

    [Theory, MemberData(nameof(Files))]
    public void A_story_answers_six_to_twenty_two_known_questions_and_rounds_follow_each_other(string file)
    {
        var answers = Stories.Named(file).Root.Each("answers");
        var first = answers.Where(answer => answer.Number("round") == 1).Select(answer => answer.Word("question")!).ToList();
        var second = answers.Where(answer => answer.Number("round") == 2).Select(answer => answer.Word("question")!).ToList();

        first.Count.ShouldBeInRange(6, 22);
        first.ShouldBeUnique();
        first.ShouldAllBe(question => Question().IsMatch(question));
        second.ShouldBeUnique();
        second.ShouldBeSubsetOf(first);
        second.Count.ShouldNotBeInRange(1, 2);
        answers.Count.ShouldBe(first.Count + second.Count);
    }

    [Theory, MemberData(nameof(Files))]
    public void Ratings_name_known_dimensions_and_stay_in_range(string file)
    {
        var root = Stories.Named(file).Root;
        if (root.TryGetProperty("profile", out var profile))
        {
            AllRated(profile, "demand", Stories.TaskDimensions);
            AllRated(profile, "readiness", Stories.TaskDimensions);
            AllRated(profile, "obstacles", Stories.Obstacles);
            AllRated(profile, "support", Stories.Support);
            (profile.Number("efficacy") ?? 1).ShouldBeInRange(1, 5);
        }

        if (root.TryGetProperty("quickLook", out var quick))
        {
            quick.Each("parts").Count.ShouldBe(3);
            quick.Each("parts").ShouldAllBe(part => part.Number("stretch") >= 1 && part.Number("stretch") <= 4);
            AllRated(quick, "support", Stories.Support);
        }

        foreach (var check in root.Each("strain"))
        {
            check.Number("usedUp")!.Value.ShouldBeInRange(1, 5);
            check.Number("recovered")!.Value.ShouldBeInRange(1, 5);
            check.Number("day")!.Value.ShouldBeInRange(root.Number("startDay")!.Value, 0);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void A_plan_is_at_most_ninety_days_with_one_to_three_observable_behaviours(string file)
    {
        var story = Stories.Named(file);
        if (story.Plan is not { } plan)
        {
            return;
        }

        (plan.Number("endDay") - plan.Number("startDay"))!.Value.ShouldBeInRange(1, 90);
        plan.Each("goals").ShouldNotBeEmpty();
        story.Behaviours.Count.ShouldBeInRange(1, plan.Number("minutesPerWeek") < 30 ? 1 : 3);
        plan.Each("steps").ShouldAllBe(step => (step.Number("doneDay") ?? 0) <= 0);
        foreach (var behaviour in story.Behaviours)
        {
            Stories.Capabilities.ShouldContain(behaviour.Word("capability"));
            StartsWithAVerb(behaviour.Word("text")!);
            (behaviour.Word("ifThen") ?? "If it rains then I will wait").ShouldMatch(IfThen);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void An_experiment_says_what_its_state_needs(string file)
    {
        var story = Stories.Named(file);

        story
            .Experiments.Count(experiment => experiment.Word("state") == "planned")
            .ShouldBeLessThanOrEqualTo(story.Root.Tick("ended") ? 0 : 2);
        foreach (var experiment in story.Experiments)
        {
            var state = experiment.Word("state")!;
            new[] { "planned", "done", "reviewed", "dropped" }.ShouldContain(state);
            StartsWithAVerb(experiment.Word("what")!);
            experiment.Word("whoSees").ShouldNotBeNullOrWhiteSpace();
            (experiment.Word("ifThen") ?? "If it rains then I will wait").ShouldMatch(IfThen);
            var happened = state is "done" or "reviewed";
            (experiment.Word("whatHappened") is not null).ShouldBe(happened, experiment.Word("what"));
            (experiment.Number("doneDay") <= 0).ShouldBe(happened, experiment.Word("what"));
            (experiment.Word("lesson") is not null).ShouldBe(state == "reviewed", experiment.Word("what"));
            (experiment.Word("next") is "repeat" or "vary" or "stop" or "raised").ShouldBe(state == "reviewed", experiment.Word("what"));
            (experiment.Word("dropReason") is not null).ShouldBe(state == "dropped", experiment.Word("what"));
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Nobody_is_asked_for_feedback_twice_in_a_week_and_open_requests_are_still_alive(string file)
    {
        var requests = Stories.Named(file).Experiments.SelectMany(experiment => experiment.Each("feedback")).ToList();

        requests.ShouldAllBe(request => request.Number("day") <= 0);
        requests.Where(request => request.Tick("open")).ShouldAllBe(request => request.Number("day") > -14);
        foreach (var giver in requests.GroupBy(request => request.Word("from"), StringComparer.Ordinal))
        {
            var days = giver.Select(request => request.Number("day")!.Value).Order().ToList();
            days.Zip(days.Skip(1), (earlier, later) => later - earlier).ShouldAllBe(gap => gap >= 7, giver.Key);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Reviews_journal_and_shares_lie_in_the_past_and_point_forward(string file)
    {
        var root = Stories.Named(file).Root;

        foreach (var review in root.Each("reviews"))
        {
            review.Word("event").ShouldNotBeNullOrWhiteSpace();
            review.Number("day")!.Value.ShouldBeLessThanOrEqualTo(0);
            (review.Number("nextDay") ?? int.MaxValue).ShouldBeGreaterThan(review.Number("day")!.Value);
            (review.Word("ifThen") ?? "If it rains then I will wait").ShouldMatch(IfThen);
        }

        foreach (var entry in root.Each("journal"))
        {
            entry.Number("day")!.Value.ShouldBeLessThanOrEqualTo(0);
            new[] { "happened", "felt", "take", "none" }.ShouldContain(entry.Word("prompt"));
        }

        foreach (var share in root.Each("shares"))
        {
            new[] { "plan", "needs", "journal", "review" }.ShouldContain(share.Word("item"));
            new[] { "manager", "peer" }.ShouldContain(share.Word("with"));
            share.Number("untilDay")!.Value.ShouldBeGreaterThan(share.Number("day")!.Value);
            (share.Number("openedDay") ?? share.Number("day")!.Value).ShouldBeInRange(share.Number("day")!.Value, 0);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Words_are_real_and_placeholders_can_be_filled(string file)
    {
        var story = Stories.Named(file);
        foreach (var (path, text) in story.Texts)
        {
            text.Trim().ShouldBe(text, path);
            text.ShouldNotBeEmpty(path);
            text.ShouldNotContain("lorem", Case.Insensitive, path);
            text.Length.ShouldBeLessThanOrEqualTo(1500, path);
            foreach (Match placeholder in Placeholder().Matches(text))
            {
                Stories.Placeholders[story.Level].ShouldContain(placeholder.Groups[1].Value, path);
            }
        }
    }

    [Fact]
    public void No_longer_text_stands_in_two_places()
    {
        var repeated = Stories
            .All.SelectMany(story => story.Texts.Select(text => (Place: story.File + text.Path, text.Text)))
            .Where(entry => entry.Text.Length > 40)
            .GroupBy(entry => entry.Text, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => string.Join(" = ", group.Select(entry => entry.Place)));

        repeated.ShouldBeEmpty();
    }

    private const string IfThen = "^If .+ then I will .+";

    private static void AllRated(JsonElement parent, string group, string[] known)
    {
        if (!parent.TryGetProperty(group, out var ratings))
        {
            return;
        }

        ratings.EnumerateObject().Select(rating => rating.Name).ShouldBeSubsetOf(known);
        ratings.EnumerateObject().ShouldAllBe(rating => rating.Value.GetInt32() >= 0 && rating.Value.GetInt32() <= 4);
    }

    private static void StartsWithAVerb(string text)
    {
        text.Length.ShouldBeLessThanOrEqualTo(140, text);
        text.Split(' ').Length.ShouldBeGreaterThan(3, text);
        NotAVerb().IsMatch(text).ShouldBeFalse(text);
        char.IsUpper(text[0]).ShouldBeTrue(text);
    }

    [GeneratedRegex("^(s[1-8]|p([1-9]|1[0-4]))$")]
    private static partial Regex Question();

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^(Be|Being|Become|Becoming|Have|Having|Feel|More|Less|Better|The|A|An|My|To|In|At|On|With|I|It|No|Not|Every|Each)\\b")]
    private static partial Regex NotAVerb();
}
