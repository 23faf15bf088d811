using System.Text.Json;
using Fieldcraft.Domain.Opportunities;

namespace Fieldcraft.Tests.Opportunities;

/// <summary>
/// 230 sentences that the rules were made with, and 120 that were written by somebody who did not know the rules; the latter say how good they are, and were not
/// used to change anything.
/// </summary>
public sealed class ReframingTests
{
    [Fact]
    public void What_is_offered_fits_on_sentences_written_apart_from_the_rules()
    {
        var figures = Figures("sentences-apart.json");

        TestContext.Current.TestOutputHelper?.WriteLine($"{figures}");
        figures.Sentences.ShouldBe(120);
        figures.Precision.ShouldBeGreaterThanOrEqualTo(0.95);
        figures.Recall.ShouldBeGreaterThanOrEqualTo(0.55);
        figures.OfTheRightKind.ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Fact]
    public void The_sentences_that_the_rules_were_made_with_stay_told_apart()
    {
        var figures = Figures("sentences-of-the-rules.json");

        (figures.Precision, figures.OfTheRightKind >= 0.95).ShouldBe((1, true));
        figures.Recall.ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Theory]
    [InlineData("Is there a post free in your unit?", Closing.ClosedQuestion)]
    [InlineData("Nobody ever tells us anything.", Closing.Complaint)]
    [InlineData("I’m by far the best planner in the region.", Closing.Boast)]
    [InlineData("Why do you still do this by hand?", Closing.Attack)]
    public void Each_kind_has_another_way_of_asking_with_the_words_that_were_seen(string sentence, Closing kind)
    {
        var offer = Reframing.Of(sentence)!;

        offer.Kind.ShouldBe(kind);
        offer.Confidence.ShouldBeInRange(Reframing.OfferedFrom, 1);
        offer.Because.ShouldAllBe(b => sentence.Replace('’', '\'').Contains(b, StringComparison.Ordinal));
        offer.Instead.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("May I check whether I understood you?")]
    [InlineData("What would have to go well for you this year?")]
    [InlineData("She says nobody tells the drivers.")]
    [InlineData("Are you free on Tuesday at ten?")]
    [InlineData("Wäre bei Ihnen eine Stelle frei?")]
    public void Nothing_is_offered_where_nothing_closes_the_talk_or_the_rules_are_not_sure(string sentence) =>
        Reframing.Of(sentence).ShouldBeNull();

    [Fact]
    public void Rubbish_takes_no_time()
    {
        foreach (var piece in new[] { "you ", "is it, ", "no one ", "\"", "????", "İ", "why do you ", "\0" })
        {
            var text = string.Concat(Enumerable.Repeat(piece, Reframing.LengthAtMost / piece.Length));
            Should.CompleteIn(() => Reframing.Of(text), TimeSpan.FromSeconds(2));
        }
    }

    /// <param name="Precision">Of what was offered, how much was asked for.</param>
    /// <param name="Recall">Of what closes a talk, how much was found.</param>
    /// <param name="OfTheRightKind">Of what was rightly offered, how much named the right kind.</param>
    private sealed record Told(int Sentences, double Precision, double Recall, double OfTheRightKind);

    private static Told Figures(string file)
    {
        var path = Path.Combine(Approved.ApprovedFile.Root, "tests/Fieldcraft.Tests/Opportunities", file);
        var labelled = JsonSerializer.Deserialize<List<Labelled>>(File.ReadAllText(path), JsonSerializerOptions.Web)!;
        var offered = labelled.Select(l => (l.Kind, Offer: Reframing.Of(l.Text))).ToList();
        var closing = offered.Where(o => o.Kind != "none").ToList();
        var found = closing.Where(o => o.Offer is not null).ToList();
        return new Told(
            labelled.Count,
            (double)found.Count / offered.Count(o => o.Offer is not null),
            (double)found.Count / closing.Count,
            (double)found.Count(o => Name(o.Offer!.Kind) == o.Kind) / found.Count
        );
    }

    private static string Name(Closing kind) =>
        kind switch
        {
            Closing.ClosedQuestion => "closed",
            Closing.Complaint => "complaint",
            Closing.Boast => "boast",
            _ => "attack",
        };

    private sealed record Labelled(string Text, string Kind);
}
