using Fieldcraft.Domain.Rhythm;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>Every address of the rhythm: time a week, notices, load, calendar.</summary>
public static class RhythmLinks
{
    public const string Rhythm = "/rhythm";
    public const string Notices = "/notices";

    /// <summary>With the requests that wait for a month with time.</summary>
    public const string NoticesWithWaiting = "/notices?waiting=true";
    public const string Choices = "/notices/choices";
    public const string Load = "/time";
    public const string Calendar = "/calendar";

    /// <summary>One appointment, to put into another calendar.</summary>
    public static string Invitation(AppointmentId id) => $"/calendar/appointments/{id.Value}.ics";

    public static string Feed(string secret) => $"/calendar/{secret}.ics";

    public static string Nudge(string ticket) => $"/n/{ticket}";

    public static string Unsubscribe(string ticket) => $"/u/{ticket}";
}
