using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Rollout.Advice;
using Fieldcraft.Rollout.Instances;
using Fieldcraft.Rollout.Timetables;
using Fieldcraft.Web.Features.Rollouts.Picture;

namespace Fieldcraft.Web.Features.Rollouts.Solving;

/// <summary>Turns the engine's answer into what is kept with a proposal.</summary>
internal static class ProposalWriting
{
    public static ProposalContent Of(RolloutPicture picture, RolloutInstance instance, Timetable timetable, IReadOnlyList<Change> help)
    {
        var locked = instance.Locked.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        List<ProposedSession> sessions =
        [
            .. timetable.Sessions.Select(s => new ProposedSession(
                EngineIds.Site(s.Site).Value,
                EngineIds.Room(s.Room)?.Value,
                EngineIds.Person(s.Leader).Value,
                s.Start,
                s.Minutes,
                (Domain.Rollouts.SessionPart)(int)s.Part,
                [.. s.People.Select(p => EngineIds.Person(p).Value)]
            )
            {
                Kept = locked.Contains(s.Id) ? Guid.ParseExact(s.Id, "n") : null,
            }),
        ];
        List<ProposedUncovered> uncovered =
        [
            .. timetable.Uncovered.Select(u =>
            {
                var person = EngineIds.Person(u.Person);
                return new ProposedUncovered(person.Value, picture.SiteOf(person)!.Id.Value, u.IsUnreachable, u.Limits, u.Hint);
            }),
        ];
        return new ProposalContent(
            sessions,
            uncovered,
            [
                .. help.Select(h => new ProposedHelp(
                    EngineIds.Site(h.Site).Value,
                    h.Lever.ToString(),
                    h.Leader is { } leader && picture.Known.ContainsKey(EngineIds.Person(leader)) ? EngineIds.Person(leader).Value : null,
                    h.Value,
                    h.LeftOut
                )),
            ],
            Touched(picture, instance, sessions)
        );
    }

    public static ProposalFigures Figures(RolloutInstance instance, Timetable timetable, ProposalContent content)
    {
        var unreachable = timetable.Uncovered.Count(u => u.IsUnreachable);
        var uncovered = timetable.Uncovered.Count - unreachable;
        return new ProposalFigures(
            timetable.Status.ToString().ToLowerInvariant(),
            timetable.Cost,
            timetable.LowerBound,
            timetable.UncoveredBound,
            timetable.Seconds,
            content.Sessions.Count,
            instance.People.Count - instance.Covered.Count - timetable.Uncovered.Count,
            uncovered,
            unreachable,
            content.Touched.Count
        );
    }

    /// <summary>Whoever has a seat now in a session to come, and would have another leader, room or time, or none.</summary>
    private static IReadOnlyList<Guid> Touched(RolloutPicture picture, RolloutInstance instance, List<ProposedSession> sessions)
    {
        var proposed = sessions
            .SelectMany(s => s.People.Select(p => (Person: p, Slot: (s.Leader, s.Room, s.Start))))
            .ToLookup(x => x.Person, x => x.Slot);
        return
        [
            .. SolveRollout
                .ToCome(picture, instance.Now!.Value)
                .SelectMany(s => s.Seats.Select(seat => (seat.PersonId, Slot: (s.LeaderId?.Value ?? Guid.Empty, s.RoomId?.Value, s.Start))))
                .Where(x => picture.Known.ContainsKey(x.PersonId) && !proposed[x.PersonId.Value].Contains(x.Slot))
                .Select(x => x.PersonId.Value)
                .Distinct(),
        ];
    }
}
