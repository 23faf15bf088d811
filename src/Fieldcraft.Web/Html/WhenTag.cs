using System.Globalization;
using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>
/// <c>&lt;when at="entry.WrittenAt" /&gt;</c> or <c>&lt;when day="plan.Ends" /&gt;</c>: a time as people say it, in the viewer's zone: "today,
/// 10:42", "yesterday", "Tuesday 10 March", "3 March 2025". <c>clock</c> adds the time of day, <c>zone</c> names the zone,
/// <c>brief</c> shortens weekday and month for a narrow column: "Tue 10 Mar".
/// </summary>
[HtmlTargetElement("when", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhenTag(Words words, TimeProvider clock, HtmlEncoder encoder) : TagHelper
{
    private const int NearDays = 6;

    public DateTimeOffset? At { get; set; }

    public DateOnly? Day { get; set; }

    [HtmlAttributeName("clock")]
    public bool WithClock { get; set; }

    public bool Zone { get; set; }

    public bool Brief { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var day = Day ?? (At is { } at ? DateOnly.FromDateTime(words.Local(at).DateTime) : null);
        if (day is not { } said)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute(
            "datetime",
            At?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)
                ?? said.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        output.Content.SetHtmlContent(new Markup(encoder).Text(Say(said)));
    }

    private string Say(DateOnly day)
    {
        var text = SayDay(words, day, words.Today(clock.GetUtcNow()), Brief);
        if (At is { } at && WithClock)
        {
            text = words["design.when.at", text, words.Clock(at)];
        }

        return Zone ? words["design.when.zone", text, words.Zone.StandardName] : text;
    }

    /// <summary>The nearest way to name a day: today, a weekday this week, day and month this year, else with the year.</summary>
    internal static string SayDay(Words words, DateOnly day, DateOnly today, bool brief = false) =>
        (day.DayNumber - today.DayNumber) switch
        {
            0 => words["design.when.today"],
            1 => words["design.when.tomorrow"],
            -1 => words["design.when.yesterday"],
            >= -NearDays and <= NearDays => day.ToString(brief ? "ddd d MMM" : "dddd d MMMM", words.Culture),
            _ when day.Year == today.Year => day.ToString(brief ? "d MMM" : "d MMMM", words.Culture),
            _ => words.Day(day),
        };
}
