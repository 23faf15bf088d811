using System.Globalization;
using System.Text;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>One entry of a calendar. Either an instant and minutes, or a whole day.</summary>
public sealed record CalendarEntry
{
    /// <summary>Stays the same for as long as the entry is about the same thing.</summary>
    public required string Uid { get; init; }
    public int Sequence { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public bool IsCancelled { get; init; }

    /// <summary>Null for a whole day.</summary>
    public DateTimeOffset? StartsAt { get; init; }
    public int Minutes { get; init; }
    public DateOnly On { get; init; }
    public required string Title { get; init; }
    public required string Address { get; init; }
}

/// <summary>
/// Writes iCalendar (RFC 5545). Times are written in UTC: nothing here repeats, so each stands for itself, and no calendar has to know our
/// rules for a zone.
/// </summary>
public static class CalendarText
{
    public const string MediaType = "text/calendar; charset=utf-8; method=PUBLISH";
    private const int OctetsInALine = 75;

    public static byte[] Of(IEnumerable<CalendarEntry> entries, string name)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Fieldcraft//Fieldcraft//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, $"X-WR-CALNAME:{Escape(name)}");
        foreach (var entry in entries)
        {
            Write(text, entry);
        }

        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>
    /// The instant of a time on a place's clock. A time that the clock skips in spring is the one an hour later; of a time that comes twice
    /// in autumn the first is meant (RFC 5545, 3.3.5).
    /// </summary>
    public static DateTimeOffset InstantOf(DateOnly on, TimeOnly at, TimeZoneInfo zone)
    {
        var local = on.ToDateTime(at);
        if (zone.IsInvalidTime(local))
        {
            // The offset before the gap puts the time as far behind the gap as it lay in it.
            return new DateTimeOffset(local, zone.GetUtcOffset(local.AddHours(-3))).ToUniversalTime();
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static void Write(StringBuilder text, CalendarEntry entry)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{entry.Uid}");
        Line(text, $"DTSTAMP:{Instant(entry.ChangedAt)}");
        Line(text, $"LAST-MODIFIED:{Instant(entry.ChangedAt)}");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}"));
        if (entry.StartsAt is { } starts)
        {
            Line(text, $"DTSTART:{Instant(starts)}");
            Line(text, $"DTEND:{Instant(starts.AddMinutes(entry.Minutes))}");
        }
        else
        {
            Line(text, $"DTSTART;VALUE=DATE:{Day(entry.On)}");
            Line(text, $"DTEND;VALUE=DATE:{Day(entry.On.AddDays(1))}");
            Line(text, "TRANSP:TRANSPARENT");
        }

        Line(text, $"SUMMARY:{Escape(entry.Title)}");
        Line(text, $"URL:{entry.Address}");
        Line(text, entry.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Line(text, "CLASS:PRIVATE");
        Line(text, "END:VEVENT");
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r\n", "\\n", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line of at most 75 octets; what is longer goes on after a blank in the next. No character is cut in two.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > OctetsInALine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
