using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Tests.Embedding;

public sealed class HuddleAgendaTests
{
    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    public void The_minutes_add_up_to_ten(bool says, bool acts, bool answered)
    {
        var items = HuddleAgenda.Of(Content(says), "en", 0, acts ? "Greet" : null, answered ? "Yes, from May" : null);

        items.Sum(i => i.Minutes).ShouldBe(10);
        items.ShouldAllBe(i => i.Minutes >= 1);
        items.Select(i => i.Point).ShouldContain(HuddlePoint.Question);
        items.Any(i => i.Point == HuddlePoint.Idea).ShouldBe(answered);
    }

    [Fact]
    public void Every_week_takes_the_next_message_and_the_next_sign()
    {
        string[] Week(int week) => [.. HuddleAgenda.Of(Content(true), "en", week, null, null).Take(2).Select(i => i.Text)];

        Week(0).ShouldBe(["First message", "Sign 1"]);
        Week(1).ShouldBe(["Second message", "Sign 2"]);
        Week(2).ShouldBe(["First message", "Sign 3"]);
        Week(3).ShouldBe(["Second message", "Sign 1"]);
    }

    private static ModuleContent Content(bool says) =>
        new()
        {
            Language = "en",
            HuddleQuestion = LocalText.Of("en", "What made it hard?"),
            Signs = says ? [.. Enumerable.Range(1, 3).Select(n => LocalText.Of("en", $"Sign {n}"))] : [],
            Blocks = says ? [Block("a", "First message"), Block("b", ""), Block("c", "Second message")] : [],
        };

    private static ModuleBlock Block(string id, string message) =>
        new()
        {
            Id = id,
            Minutes = 5,
            KeyMessage = LocalText.Of("en", message),
        };
}
