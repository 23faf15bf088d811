using System.Text.Json;

namespace Fieldcraft.Tests.Content;

/// <summary>The example plans hold what the product asks of a plan (DOMAIN.md 4.3 and 4.8): they are what people start from.</summary>
public sealed class ExamplesTests
{
    private static readonly Dictionary<string, string> Words = ContentFolder.AllWords("en");
    private static readonly List<JsonElement> Examples = ContentFolder.Read<List<JsonElement>>("examples.json");

    private static readonly string[] OnePageFields =
    [
        "who",
        "title",
        "context",
        "why",
        "change",
        "reflectionSlot",
        "learningSource",
        "stopRule",
        "opportunityForOther",
    ];

    [Fact]
    public void Six_examples_start_from_six_different_archetypes_and_settings()
    {
        Examples.Count.ShouldBe(6);
        var archetypes = Examples.Select(example => Text(example, "archetype")).ToList();
        archetypes.ShouldBeUnique();
        archetypes.ShouldBeSubsetOf(ContentFolder.Read<List<Archetype>>("archetypes.json").Select(archetype => archetype.Id));
        Examples.Select(example => Word(example, "setting")).ShouldBeUnique();
    }

    [Fact]
    public void Every_text_of_an_example_is_a_word_and_every_word_is_used()
    {
        var linked = Examples.SelectMany(Keys).ToList();
        linked.ShouldBeUnique();
        linked.ShouldBeSubsetOf(Words.Keys);
        Words
            .Keys.Where(key => key.StartsWith("example.", StringComparison.Ordinal) && char.IsDigit(key["example.".Length]))
            .ShouldBeSubsetOf(linked);
    }

    [Fact]
    public void Each_example_has_two_goals_with_signs_three_to_five_dated_steps_and_one_to_three_behaviours()
    {
        foreach (var example in Examples)
        {
            List(example, "goals").Count.ShouldBe(2);
            List(example, "goals").ShouldAllBe(goal => goal.GetProperty("signs").GetArrayLength() >= 1);
            List(example, "steps").Count.ShouldBeInRange(3, 5);
            List(example, "behaviours").Count.ShouldBeInRange(1, 3);
            List(example, "support").ShouldNotBeEmpty();
            List(example, "obstacles").ShouldNotBeEmpty();
            List(example, "fromManager").ShouldNotBeEmpty();
            foreach (var field in OnePageFields)
                Word(example, field).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void No_example_runs_longer_than_ninety_days_and_every_date_lies_within_it()
    {
        foreach (var example in Examples)
        {
            var weeks = example.GetProperty("weeks").GetInt32();
            (weeks * 7).ShouldBeLessThanOrEqualTo(90);
            var dates = List(example, "steps").Select(step => step.GetProperty("week").GetInt32()).ToList();
            dates.ShouldBeInOrder();
            dates.ShouldAllBe(week => week >= 1 && week <= weeks);
            List(example, "reviewWeeks")[^1].GetInt32().ShouldBe(weeks);
        }
    }

    /// <summary>DOMAIN.md 4.7: below thirty minutes a week only one behaviour is planned.</summary>
    [Fact]
    public void An_example_with_less_than_half_an_hour_a_week_plans_one_behaviour()
    {
        var small = Examples.Where(example => example.GetProperty("timeBudgetMinutes").GetInt32() < 30).ToList();
        small.ShouldNotBeEmpty();
        small.ShouldAllBe(example => example.GetProperty("behaviours").GetArrayLength() == 1);
    }

    [Fact]
    public void Each_behaviour_fits_its_field_names_one_capability_and_has_two_experiments_with_an_if_and_a_then()
    {
        var capabilities = ContentFolder.Read<List<CapabilityEntry>>("capabilities.json").Select(capability => capability.Id).ToList();
        foreach (var behaviour in Examples.SelectMany(example => List(example, "behaviours")))
        {
            capabilities.ShouldContain(Text(behaviour, "capability"));
            Word(behaviour, "text").Length.ShouldBeLessThanOrEqualTo(140);
            List(behaviour, "signs").ShouldNotBeEmpty();
            List(behaviour, "experiments").Count.ShouldBe(2);
            List(behaviour, "experiments").ShouldAllBe(experiment => IsComplete(experiment));
        }
    }

    /// <summary>DOMAIN.md 15.14: with large or mixed groups, and with a drive to win, two experiments to each theme.</summary>
    [Fact]
    public void The_help_on_large_groups_and_on_drive_offers_two_complete_experiments_to_each_theme()
    {
        var helps = ContentFolder.Read<List<JsonElement>>("helps.json");
        helps.Select(help => Text(help, "id")).ShouldBe(["large_group", "drive"]);
        foreach (var theme in helps.SelectMany(help => List(help, "themes")))
        {
            Word(theme, "text").ShouldNotBeEmpty();
            List(theme, "experiments").Count.ShouldBe(2);
            List(theme, "experiments").ShouldAllBe(experiment => IsComplete(experiment));
        }
    }

    private static bool IsComplete(JsonElement experiment) =>
        Word(experiment, "what").Length is > 0 and <= 140
        && Word(experiment, "when").Length > 0
        && Word(experiment, "seenBy").Length > 0
        && Word(experiment, "ifThen").StartsWith("If ", StringComparison.Ordinal)
        && Word(experiment, "ifThen").Contains(", then I will ", StringComparison.Ordinal);

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString().ShouldNotBeNull();

    private static string Word(JsonElement element, string property) => Words[Text(element, property)];

    private static List<JsonElement> List(JsonElement element, string property) => [.. element.GetProperty(property).EnumerateArray()];

    private static IEnumerable<string> Keys(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Keys(property.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Keys),
            JsonValueKind.String when element.GetString()!.StartsWith("example.", StringComparison.Ordinal) => [element.GetString()!],
            _ => [],
        };
}
