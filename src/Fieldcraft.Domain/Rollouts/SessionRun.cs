using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rollouts;

public readonly record struct SessionRunId(Guid Value) : IEntityId<SessionRunId>
{
    public static SessionRunId From(Guid value) => new(value);
}

/// <summary>Where a session stands while it is held, for a second screen. The device of whoever leads it decides; it says so when it has a line.</summary>
public sealed class SessionRun : Aggregate<SessionRunId>
{
    private SessionRun(SessionRunId id)
        : base(id) { }

    /// <summary>The session's id is its own too: a session is held once.</summary>
    public TeachingSessionId SessionId { get; private set; }

    /// <summary>The block that is on; null before the first and after the last.</summary>
    public string? Block { get; private set; }

    /// <summary>When the block that is on is planned to end, with what was added to it.</summary>
    public DateTimeOffset? BlockEnds { get; private set; }
    public bool IsOver { get; private set; }

    /// <summary>When the device said it; what is older than what is known changes nothing.</summary>
    public DateTimeOffset At { get; private set; }

    public static SessionRun Of(TeachingSessionId session) => new(SessionRunId.From(session.Value)) { SessionId = session };

    /// <summary>Goes on to a block, or to the end. Said in the wrong order, the newest holds.</summary>
    public void Go(string? block, DateTimeOffset? ends, bool over, DateTimeOffset at, PersonId by, DateTimeOffset now)
    {
        if (at > At)
        {
            (Block, BlockEnds, IsOver, At) = (block, ends, over, at);
            Happened(new SessionRunWentOn(by.Value, SessionId.Value, now));
        }
    }
}
