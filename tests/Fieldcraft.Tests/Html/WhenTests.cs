using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Tests.Html;

public sealed class WhenTests
{
    private static readonly DateOnly Tuesday = new(2027, 3, 9);
    private static readonly Words English = new(
        new WordCatalogue(Path.Combine(AppContext.BaseDirectory, "content"), withPseudoLanguages: false),
        "en",
        "Europe/Berlin",
        strict: true
    );

    [Theory]
    [InlineData(0, "today")]
    [InlineData(1, "tomorrow")]
    [InlineData(-1, "yesterday")]
    [InlineData(3, "Friday 12 March")]
    [InlineData(-6, "Wednesday 3 March")]
    [InlineData(-7, "2 March")]
    [InlineData(30, "8 April")]
    [InlineData(-90, "9 December 2026")]
    public void A_day_is_said_as_people_say_it(int daysAway, string expected) =>
        WhenTag.SayDay(English, Tuesday.AddDays(daysAway), Tuesday).ShouldBe(expected);

    [Theory]
    [InlineData(-1, "yesterday")]
    [InlineData(3, "Fri 12 Mar")]
    [InlineData(30, "8 Apr")]
    [InlineData(-90, "9 December 2026")]
    public void In_a_narrow_column_it_is_said_briefly(int daysAway, string expected) =>
        WhenTag.SayDay(English, Tuesday.AddDays(daysAway), Tuesday, brief: true).ShouldBe(expected);
}
