using System.Text.RegularExpressions;

namespace Fieldcraft.Tests.Content;

/// <summary>Every id has its words, and no word breaks the house rules of DESIGN.md.</summary>
public sealed partial class WordTests
{
    private static readonly Dictionary<string, string> Words = ContentFolder.AllWords("en");

    [Fact]
    public void Every_question_has_its_text_its_reason_an_example_a_short_form_and_a_name_for_its_plan_field()
    {
        foreach (var question in ContentFolder.Read<List<Question>>("questions.json"))
        {
            HasWords($"question.{question.Id}", "text", "why", "example", "short");
            HasWords("planfield", question.Feeds);
            Words[$"question.{question.Id}.short"].Split(' ').Length.ShouldBeInRange(2, 5, question.Id);
        }
    }

    [Fact]
    public void There_are_58_questions_for_a_talk_each_with_its_text_and_its_purpose()
    {
        var questions = ContentFolder.Read<List<ProbingQuestion>>("probing.json");

        questions.CountBy(q => q.Purpose).Select(p => p.Value).ShouldBe([7, 7, 7, 6, 7, 7, 7, 10]);
        foreach (var question in questions)
        {
            HasWords("probing", question.Id);
            HasWords("probing.purpose", question.Purpose);
        }
    }

    [Fact]
    public void Every_dimension_has_a_name_a_definition_signals_support_and_a_risk()
    {
        foreach (var dimension in ContentFolder.Read<List<Dimension>>("dimensions.json"))
        {
            HasWords($"dimension.{dimension.Id}", "name", "definition", "signals", "support", "risk");
            HasWords("cluster", dimension.Cluster);
            HasWords("group", dimension.Group);
        }

        HasWords("demand", "0", "1", "2", "3", "4");
        HasWords("readiness", "0", "1", "2", "3", "4");
    }

    [Fact]
    public void Every_archetype_has_a_name_and_a_sketch()
    {
        foreach (var archetype in ContentFolder.Read<List<Archetype>>("archetypes.json"))
            HasWords($"archetype.{archetype.Id}", "name", "sketch");
    }

    [Fact]
    public void Every_capability_has_a_name_and_four_levels_and_so_has_everybody_who_can_see_it()
    {
        foreach (var capability in ContentFolder.Read<List<CapabilityEntry>>("capabilities.json"))
        {
            HasWords($"capability.{capability.Id}", "name", "level1", "level2", "level3", "level4");
            HasWords("seenby", [.. capability.BestSeenBy]);
        }

        HasWords("level", "1", "2", "3", "4");
    }

    [Fact]
    public void The_guard_has_words_for_every_zone_flag_support_answer_and_strain_answer()
    {
        foreach (var zone in (string[])["comfort", "stretch", "overstretch", "incomplete"])
        {
            HasWords("zone", zone);
            HasWords($"zone.{zone}", "text", "offer.1", "offer.2", "offer.3");
        }

        HasWords("flag", "close_call.text", "feedback.text", "hot_spot.text");
        foreach (var item in (string[])["feedback", "backing", "partner", "reflection", "authority", "safety"])
            HasWords($"support.{item}", "text", "short");
        HasWords("support", "0", "1", "2", "3", "4");
        HasWords("efficacy", "text", "1", "2", "3", "4", "5");
        HasWords("strain", "used_up", "recovered", "alarm", "positive.text", "help.1", "help.2", "help.3", "1", "2", "3", "4", "5");
    }

    /// <summary>DOMAIN.md 3.3 puts the five steps of an overstretched assignment in this order, and the order is the advice.</summary>
    [Fact]
    public void The_steps_out_of_overstretch_begin_with_an_obstacle_and_end_with_rest()
    {
        string[] marks = ["obstacle", "feedback", "load", "manager", "rest"];
        for (var step = 0; step < marks.Length; step++)
            Words[$"zone.overstretch.offer.{step + 1}"].ShouldContain(marks[step], Case.Insensitive);
    }

    [Fact]
    public void The_review_asks_its_five_questions_and_both_halves_of_the_second()
    {
        for (var number = 1; number <= 5; number++)
            HasWords($"aer.q{number}", "text", "hint");
        HasWords("aer.q2", "good", "less");
        HasWords("prompt", "happened", "felt", "take");
        foreach (var hint in (string[])["specific", "event", "feedback", "date", "person", "small"])
            HasWords($"hint.{hint}", "text", "how");
        HasWords("experiment.state", "planned", "done", "reviewed", "repeat", "vary", "stop", "raised", "dropped");
    }

    [Fact]
    public void No_word_breaks_the_house_rules()
    {
        // Lists of words by which a promise is known to ask for a number hold what no page says.
        var broken = Words
            .Where(word => !word.Key.Contains(".words.", StringComparison.Ordinal) && HouseRules().IsMatch(word.Value))
            .Select(word => $"{word.Key}: {word.Value}");
        broken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Please fill in every field.")]
    [InlineData("Well done!")]
    [InlineData("The upload failed.")]
    [InlineData("Your score is 12.")]
    [InlineData("Weaknesses of this plan")]
    [InlineData("A deficit in listening")]
    public void The_house_rules_catch_what_they_are_for(string text) => HouseRules().IsMatch(text).ShouldBeTrue();

    [Theory]
    [InlineData("It pleases a customer to be heard.")]
    [InlineData("A work-life balance without fault")]
    public void The_house_rules_leave_other_words_alone(string text) => HouseRules().IsMatch(text).ShouldBeFalse();

    [Fact]
    public void Every_word_says_something_and_has_no_stray_space()
    {
        Words.ShouldNotBeEmpty();
        Words.Where(word => word.Value.Length == 0).ShouldBeEmpty();
        Words.Where(word => word.Value != word.Value.Trim()).ShouldBeEmpty();
        Words.Where(word => word.Value.Contains("  ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static void HasWords(string stem, params string[] parts)
    {
        foreach (var part in parts)
            Words.ShouldContainKey($"{stem}.{part}");
    }

    /// <summary>DESIGN.md, Words, and the words to avoid in DOMAIN.md 10, in every form in which they come.</summary>
    [GeneratedRegex(
        @"!|\b(please|fail(s|ed|ing|ure|ures)?|scor(e|es|ed|ing)|weakness(es)?|deficits?|non-compliant|leaderboards?|high potentials?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex HouseRules();
}
