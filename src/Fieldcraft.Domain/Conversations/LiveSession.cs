using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Conversations;

public enum SessionState
{
    /// <summary>People arrive; nothing has begun.</summary>
    Waiting,
    Running,
    Paused,
    Ended,
}

/// <summary>What a session is made of.</summary>
/// <param name="Name">What those invited read; 1 to <see cref="LiveSession.NameLength"/> characters.</param>
/// <param name="When">Null: now.</param>
/// <param name="Origin">The kind and the id of what it belongs to in the room that plans it, for example a circle.</param>
/// <param name="Places">How many people it holds besides the organiser.</param>
public sealed record SessionFacts(
    string Name,
    string Script,
    IReadOnlyList<SessionStage> Stages,
    AppointedTime? When = null,
    SessionOrigin? Origin = null,
    int Places = LiveSession.ParticipantsAtMost
);

/// <summary>What a session belongs to, where another room plans it.</summary>
public sealed record SessionOrigin(string Kind, Guid Id);

/// <summary>
/// A conversation of a group, led stage by stage from any browser (PRODUCT 0.4). It holds no text of anybody and belongs to nobody: the
/// organiser is a member like the others, and everything that has to survive a closed browser stands here. The end of a stage is a moment, not a
/// clock that runs somewhere; nothing happens by itself when it comes.
/// </summary>
public sealed class LiveSession : Aggregate<LiveSessionId>
{
    public const int NameLength = 80;
    public const int StagesLength = 20_000;
    public const int OriginLength = 20;
    public const int TimeZoneLength = AppointedTime.TimeZoneLength;

    /// <summary>Besides the organiser (PRODUCT 0.4), where the room that plans it says nothing else.</summary>
    public const int ParticipantsAtMost = 12;

    /// <summary>How many minutes may be added at once.</summary>
    public const int MinutesAddedAtMost = 30;

    private List<SessionStage>? _stages;

    private LiveSession(LiveSessionId id)
        : base(id) { }

    public string Name { get; private set; } = "";

    /// <summary>The id of the script, for its words.</summary>
    public string Script { get; private set; } = "";

    /// <summary>The stages, a line each: a copy, so that a changed script changes no session.</summary>
    public string StageList { get; private set; } = "";

    /// <summary>By which people join; null once it is over.</summary>
    public string? Code { get; private set; }
    public DateOnly? On { get; private set; }
    public TimeOnly? Time { get; private set; }
    public string? TimeZone { get; private set; }
    public string? Origin { get; private set; }
    public Guid? OriginId { get; private set; }

    /// <summary>How many people it holds besides the organiser.</summary>
    public int Places { get; private set; }

    /// <summary>The place of the present stage, from 0; -1 before the beginning. Stays where it was at the end.</summary>
    public int Stage { get; private set; } = -1;

    /// <summary>When the present stage is meant to end; null while paused, and before the beginning.</summary>
    public DateTimeOffset? StageEndsAt { get; private set; }

    /// <summary>What is left of the stage while it is paused.</summary>
    public TimeSpan? Remaining { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? BegunAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>
    /// Counts everything that somebody's screen has to show: the session's own changes, arrivals, answers, what is revealed. Set by the save, not
    /// here, so that twelve people who answer at once do not stand in each other's way.
    /// </summary>
    public long Pulse { get; private set; }

    public IReadOnlyList<SessionStage> Stages => _stages ??= SessionStage.Read(StageList);

    public SessionState State =>
        EndedAt is not null ? SessionState.Ended
        : BegunAt is null ? SessionState.Waiting
        : Remaining is not null ? SessionState.Paused
        : SessionState.Running;

    public SessionStage? Current =>
        State is SessionState.Running or SessionState.Paused && Stage >= 0 && Stage < Stages.Count ? Stages[Stage] : null;

    public bool IsAtLastStage => Stage == Stages.Count - 1;

    public AppointedTime? When => On is { } on ? new AppointedTime(on, Time, TimeZone ?? "UTC", Minutes) : null;

    /// <summary>All stages together.</summary>
    public int Minutes => Stages.Sum(s => s.Minutes);

    /// <summary>Plans a session, or opens one for now.</summary>
    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public static LiveSession Plan(LiveSessionId id, PersonId by, SessionFacts facts, string code, DateTimeOffset now)
    {
        if (
            string.IsNullOrWhiteSpace(facts.Name)
            || facts.Name.Trim().Length > NameLength
            || facts.Stages.Count is 0 or > SessionStage.MostStages
            || facts.Stages.Any(s => s.Minutes is < 1 or > SessionStage.LongestMinutes)
        )
        {
            throw new ArgumentException("A session has a name and stages.", nameof(facts));
        }

        var session = new LiveSession(id)
        {
            Name = facts.Name.Trim(),
            Script = facts.Script,
            StageList = SessionStage.Write(facts.Stages),
            Code = code,
            Origin = facts.Origin?.Kind,
            OriginId = facts.Origin?.Id,
            Places = facts.Places,
            MadeAt = now,
        };
        session.Set(facts.When);
        session.Tell(new SessionPlanned(by.Value, id.Value, facts.When?.On, now));
        return session;
    }

    /// <summary>Moves it to another time, or to none. Refused: <c>session-begun</c>.</summary>
    public Outcome Appoint(PersonId by, AppointedTime? when, DateTimeOffset now)
    {
        if (BegunAt is not null)
        {
            return new Refusal("session-begun");
        }

        Set(when);
        Tell(new SessionAppointed(by.Value, Id.Value, when?.On, now));
        return Outcome.Done;
    }

    /// <summary>The room that planned it changed its course, or the number of its places. Refused: <c>session-begun</c>.</summary>
    /// <param name="stages">1 to <see cref="SessionStage.MostStages"/>.</param>
    public Outcome Rearrange(PersonId by, IReadOnlyList<SessionStage> stages, int places, DateTimeOffset now)
    {
        if (BegunAt is not null)
        {
            return new Refusal("session-begun");
        }

        var list = SessionStage.Write(stages);
        if (list == StageList && places == Places)
        {
            return Outcome.Done;
        }

        (StageList, Places, _stages) = (list, places, null);
        Tell(new SessionRearranged(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The first stage begins; asked twice, it begins once. Refused: <c>session-ended</c>.</summary>
    public Outcome Begin(PersonId by, DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return new Refusal("session-ended");
        }

        if (BegunAt is null)
        {
            BegunAt = now;
            Enter(0, now);
            Tell(new SessionBegun(by.Value, Id.Value, now));
        }

        return Outcome.Done;
    }

    /// <summary>
    /// On to the next stage. Two facilitators who press at the same moment move one stage on: whoever was looking at another stage changes nothing.
    /// Refused: <c>session-not-running</c>, <c>session-last-stage</c>.
    /// </summary>
    /// <param name="from">The stage that was in sight.</param>
    public Outcome MoveOn(PersonId by, int from, DateTimeOffset now) => Step(by, from, 1, now);

    /// <summary>Back to the stage before. Refused as <see cref="MoveOn"/>; <c>session-first-stage</c>.</summary>
    public Outcome GoBack(PersonId by, int from, DateTimeOffset now) => Step(by, from, -1, now);

    /// <summary>Stops the clock; what is left is kept. Refused: <c>session-not-running</c>.</summary>
    public Outcome Pause(PersonId by, DateTimeOffset now)
    {
        if (State is SessionState.Waiting or SessionState.Ended)
        {
            return new Refusal("session-not-running");
        }

        if (State == SessionState.Running)
        {
            Remaining = Left(now);
            StageEndsAt = null;
            Tell(new SessionPaused(by.Value, Id.Value, Stage, now));
        }

        return Outcome.Done;
    }

    /// <summary>The clock goes on with what was left. Refused: <c>session-not-running</c>.</summary>
    public Outcome Resume(PersonId by, DateTimeOffset now)
    {
        if (State is SessionState.Waiting or SessionState.Ended)
        {
            return new Refusal("session-not-running");
        }

        if (Remaining is { } left)
        {
            StageEndsAt = now + left;
            Remaining = null;
            Tell(new SessionResumed(by.Value, Id.Value, Stage, now));
        }

        return Outcome.Done;
    }

    /// <summary>Gives the stage more time; of one whose time is up, from now. Refused: <c>session-not-running</c>.</summary>
    /// <param name="minutes">1 to <see cref="MinutesAddedAtMost"/>.</param>
    public Outcome AddMinutes(PersonId by, int minutes, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, MinutesAddedAtMost);
        if (State is SessionState.Waiting or SessionState.Ended)
        {
            return new Refusal("session-not-running");
        }

        var left = Left(now) + TimeSpan.FromMinutes(minutes);
        if (Remaining is null)
        {
            StageEndsAt = now + left;
        }
        else
        {
            Remaining = left;
        }

        Tell(new MinutesAdded(by.Value, Id.Value, Stage, minutes, now));
        return Outcome.Done;
    }

    /// <summary>It is over, for everybody; the code no longer opens anything. Refused: <c>session-not-running</c> before it began.</summary>
    public Outcome End(PersonId by, DateTimeOffset now)
    {
        if (BegunAt is null)
        {
            return new Refusal("session-not-running");
        }

        Close(by, now);
        return Outcome.Done;
    }

    /// <summary>Closes a session that nobody ended, or that never began.</summary>
    public void Lapse(DateTimeOffset now) => Close(default, now);

    /// <summary>It does not take place; the row is then removed. Refused: <c>session-begun</c>, because people have written in it.</summary>
    public Outcome CallOff(PersonId by, DateTimeOffset now)
    {
        if (BegunAt is not null)
        {
            return new Refusal("session-begun");
        }

        Tell(new SessionCalledOff(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The reveal stage of a written stage, if it has one: the first after it.</summary>
    public int? RevealOf(int stage)
    {
        for (var i = stage + 1; i < Stages.Count; i++)
        {
            if (Stages[i] is { Kind: StageKind.Reveal, Of: { } of } && of == stage)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Whether the reveal of a written stage has begun.</summary>
    public bool IsRevealed(int stage) => BegunAt is not null && RevealOf(stage) is { } reveal && reveal <= Stage;

    private TimeSpan Left(DateTimeOffset now) => Remaining ?? (StageEndsAt is { } end && end > now ? end - now : TimeSpan.Zero);

    private Outcome Step(PersonId by, int from, int step, DateTimeOffset now)
    {
        if (State is SessionState.Waiting or SessionState.Ended)
        {
            return new Refusal("session-not-running");
        }

        if (from != Stage)
        {
            return Outcome.Done;
        }

        if (Stage + step < 0 || Stage + step >= Stages.Count)
        {
            return new Refusal(step > 0 ? "session-last-stage" : "session-first-stage");
        }

        Enter(Stage + step, now);
        Tell(new StageEntered(by.Value, Id.Value, Stage, now));
        return Outcome.Done;
    }

    private void Enter(int stage, DateTimeOffset now)
    {
        Stage = stage;
        Remaining = null;
        StageEndsAt = now.AddMinutes(Stages[stage].Minutes);
    }

    private void Close(PersonId by, DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return;
        }

        (EndedAt, Code, StageEndsAt, Remaining) = (now, null, null, null);
        Tell(new SessionEnded(by.Value, Id.Value, now));
    }

    private void Set(AppointedTime? when) => (On, Time, TimeZone) = (when?.On, when?.At, when?.TimeZone);

    private void Tell(DomainEvent happened)
    {
        ChangedAt = happened.At;
        Happened(happened);
    }
}
