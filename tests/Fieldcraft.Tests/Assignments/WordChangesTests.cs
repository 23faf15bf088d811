using Fieldcraft.Domain.Assignments;

namespace Fieldcraft.Tests.Assignments;

public sealed class WordChangesTests
{
    private static readonly string[] Vocabulary = ["the", "team", "decides", "alone", "on", "swaps", "Monday,", "\n", "and"];

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "new words", "+new words")]
    [InlineData("old words", "", "-old words")]
    [InlineData("the team decides", "the team decides", "=the team decides")]
    [InlineData("the team  decides\n", "the team\ndecides", "=the team\ndecides\n")]
    [InlineData("the team decides", "the whole team decides", "=the |+whole |=team decides")]
    [InlineData("the team decides alone", "the team decides", "=the team decides |-alone")]
    [InlineData("the lead decides", "the team decides", "=the |-lead |+team |=decides")]
    [InlineData("a b c d", "b c x d", "-a |=b c |+x |=d")]
    public void Each_run_of_words_is_kept_removed_or_added(string earlier, string later, string expected) =>
        string.Join('|', WordChanges.Between(earlier, later).Select(p => "=-+"[(int)p.Change] + p.Text)).ShouldBe(expected);

    [Fact]
    public void Both_texts_can_be_read_out_of_the_pieces_and_nothing_is_marked_that_could_stay()
    {
        var random = new Random(20261101);
        for (var i = 0; i < 400; i++)
        {
            var (earlier, later) = (Text(random, 24), Text(random, 24));

            var pieces = WordChanges.Between(earlier, later);

            Words(pieces.Where(p => p.Change != WordChange.Added)).ShouldBe(Words(earlier));
            Words(pieces.Where(p => p.Change != WordChange.Removed)).ShouldBe(Words(later));
            Words(pieces.Where(p => p.Change == WordChange.Kept)).Count.ShouldBe(LongestCommon(Words(earlier), Words(later)));
            pieces.Zip(pieces.Skip(1)).ShouldAllBe(p => p.First.Change != p.Second.Change);
        }
    }

    [Fact]
    public void Two_long_texts_that_share_nothing_are_one_in_place_of_the_other_and_take_no_time()
    {
        var earlier = string.Join(' ', Enumerable.Range(0, 2_600).Select(i => $"a{i}"));
        var later = string.Join(' ', Enumerable.Range(0, 2_600).Select(i => $"b{i}"));

        WordChanges
            .Between("same " + earlier, "same " + later)
            .Select(p => p.Change)
            .ShouldBe([WordChange.Kept, WordChange.Removed, WordChange.Added]);
    }

    private static string Text(Random random, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(most)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));

    private static List<string> Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static List<string> Words(IEnumerable<ChangedWords> pieces) => Words(string.Concat(pieces.Select(p => p.Text + " ")));

    private static int LongestCommon(List<string> one, List<string> other)
    {
        var best = new int[one.Count + 1, other.Count + 1];
        for (var i = 1; i <= one.Count; i++)
        {
            for (var j = 1; j <= other.Count; j++)
            {
                best[i, j] = one[i - 1] == other[j - 1] ? best[i - 1, j - 1] + 1 : Math.Max(best[i - 1, j], best[i, j - 1]);
            }
        }

        return best[one.Count, other.Count];
    }
}
