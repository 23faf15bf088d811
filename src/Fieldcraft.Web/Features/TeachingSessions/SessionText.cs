using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>Times of sessions as people say them; always on the clock of the place.</summary>
public static class SessionText
{
    /// <summary>"Tuesday 3 March, 10:00 to 11:00".</summary>
    public static string When(this Words words, DateTime start, int minutes) =>
        words[
            "sessions.when",
            start.ToString("dddd", words.Culture),
            start.ToString("d MMMM", words.Culture),
            Clock(words, start),
            Clock(words, start.AddMinutes(minutes))
        ];

    /// <summary>"Tue 3 March, 10:00".</summary>
    public static string Begins(this Words words, DateTime start) =>
        words["sessions.begins", start.ToString("ddd", words.Culture), start.ToString("d MMM", words.Culture), Clock(words, start)];

    public static string Clock(this Words words, DateTime at) => at.ToString("HH:mm", words.Culture);

    public static string Weekday(this Words words, DateOnly day) =>
        words["sessions.weekday", day.ToString("ddd", words.Culture), day.ToString("d MMM", words.Culture)];

    public static string Part(this Words words, SessionPart part) => words[$"sessions.part.{part}"];
}
