using Fieldcraft.Domain.Plans;

namespace Fieldcraft.Tests.Plans;

public sealed class ObservableBehaviourTests
{
    [Theory]
    [InlineData("be more strategic")]
    [InlineData("Be more strategic.")]
    [InlineData("to be a better listener and more open with my team")]
    [InlineData("I want to become more confident")]
    [InlineData("Become a more visible leader")]
    [InlineData("Feel calmer under pressure")]
    [InlineData("be proactive")]
    [InlineData("Being less impatient")]
    [InlineData("more assertive")]
    [InlineData("confident and decisive")]
    [InlineData("better communication")]
    [InlineData("More empathy")]
    [InlineData("I’d like to be more effective in meetings")]
    public void A_quality_is_refused(string text) => ObservableBehaviour.IsQualityOnly(text).ShouldBeTrue();

    [Theory]
    [InlineData("Ask each team lead for a view before giving mine")]
    [InlineData("Name three things we will not do this month, and say why")]
    [InlineData("Be at the gate ten minutes before the shift")]
    [InlineData("Be the last to speak in the handover")]
    [InlineData("be quiet for the first ten minutes")]
    [InlineData("Be clear about which two points matter tonight")]
    [InlineData("Open each evening with the one thing that matters")]
    [InlineData("Open the meeting")]
    [InlineData("Present the figures myself")]
    [InlineData("Delegate")]
    [InlineData("Give way")]
    [InlineData("Enable the late shift to choose its own breaks")]
    [InlineData("Stay out of the dry run until the walk-through")]
    [InlineData("Look at the person who speaks")]
    [InlineData("Get the night shift’s view before I decide")]
    [InlineData("Act on one idea from the board each week")]
    [InlineData("I ask one open question before I answer")]
    [InlineData("Trust Femi with the closing count")]
    [InlineData("Strategischer denken")]
    [InlineData("Vor jeder Übergabe eine offene Frage stellen")]
    [InlineData("")]
    [InlineData(null)]
    public void What_can_be_seen_or_is_not_understood_passes(string? text) => ObservableBehaviour.IsQualityOnly(text).ShouldBeFalse();

    [Fact]
    public void No_behaviour_of_the_six_examples_is_refused()
    {
        var words = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "words", "en", "examples.json"))
        )!;
        var texts = words
            .Where(w =>
                w.Key.Contains(".behaviour.", StringComparison.Ordinal)
                && (w.Key.EndsWith(".text", StringComparison.Ordinal) || w.Key.EndsWith(".what", StringComparison.Ordinal))
            )
            .ToList();

        texts.Count.ShouldBeGreaterThan(20);
        texts.Where(t => ObservableBehaviour.IsQualityOnly(t.Value)).ShouldBeEmpty();
    }
}
