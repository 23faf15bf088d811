using System.Globalization;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Rollout.Timetables;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Rollouts.Solving;

/// <summary>A rule that a session breaks. The words are <c>sessions.broken.CODE</c>.</summary>
/// <param name="Code">The engine's breach, or one of ours: <c>NoLeader</c>, <c>NoRoom</c>, <c>RoomClosed</c>, <c>Gone</c>, <c>Stranger</c>.</param>
public sealed record SessionFinding(
    TeachingSessionId Session,
    string Code,
    string? Person,
    DateTime At,
    int? Count,
    int? Allowed,
    string? Site
)
{
    public string In(Words words) =>
        words[$"sessions.broken.{Code}", Person, At.ToString("HH:mm", CultureInfo.InvariantCulture), Count, Allowed, Site];
}

/// <summary>Looks a timetable over, as it stands or as it would stand.</summary>
internal static class SessionFindings
{
    /// <summary>Every rule that sessions break which are still to come; what is over is past mending, and counts for the others.</summary>
    public static IReadOnlyList<SessionFinding> Of(
        RolloutPicture picture,
        IReadOnlyList<TeachingSession> sessions,
        string organisationLanguage,
        DateTimeOffset now
    ) => Of(picture, sessions, new Rules(InstanceBuilder.Build(picture, organisationLanguage)), now);

    public static IReadOnlyList<SessionFinding> Of(
        RolloutPicture picture,
        IReadOnlyList<TeachingSession> sessions,
        Rules rules,
        DateTimeOffset now
    )
    {
        var live = sessions.Where(s => s.State != SessionState.Cancelled).ToList();
        var known = live.Where(s => s.LeaderId is { } leader && picture.Leaders.Contains(leader) && picture.SiteOf(leader) is not null)
            .ToList();
        var planned = InstanceBuilder.Planned(picture, known).ToList();
        var found = rules.Broken(planned).Select(b => Of(picture, known[b.Session], b)).ToList();
        found.AddRange(live.Except(known).Select(s => new SessionFinding(s.Id, "NoLeader", null, s.Start, null, null, null)));
        foreach (var session in live.Where(s => !s.IsHeld))
        {
            found.AddRange(
                session
                    .Seats.Where(seat => picture.Known.GetValueOrDefault(seat.PersonId)?.Status != PersonStatus.Active)
                    .Select(seat => new SessionFinding(
                        session.Id,
                        picture.Known.ContainsKey(seat.PersonId) ? "Gone" : "Stranger",
                        picture.NameOf(seat.PersonId),
                        session.Start,
                        null,
                        null,
                        null
                    ))
            );
        }

        var coming = live.Where(s => !s.IsHeld && s.Start >= LocalTime.Of(now, s.TimeZone)).Select(s => s.Id).ToHashSet();
        return [.. found.Where(f => coming.Contains(f.Session)).Distinct().OrderBy(f => f.At).ThenBy(f => f.Session)];
    }

    private static SessionFinding Of(RolloutPicture picture, TeachingSession session, BrokenRule broken)
    {
        var person = broken.Person is { } id ? picture.NameOf(EngineIds.Person(id)) : null;
        var site = picture.Site(EngineIds.Site(broken.Site))?.Site.Name;
        return new SessionFinding(session.Id, CodeOf(session, broken), person, broken.At, broken.Count, broken.Allowed, site);
    }

    // A room that is closed for a time is dark for the engine; for people it is closed.
    private static string CodeOf(TeachingSession session, BrokenRule broken) =>
        broken.Breach switch
        {
            Breach.RoomElsewhere when session.RoomId is null => "NoRoom",
            Breach.Blackout when broken.Site.Contains('~', StringComparison.Ordinal) => "RoomClosed",
            var breach => breach.ToString(),
        };
}
