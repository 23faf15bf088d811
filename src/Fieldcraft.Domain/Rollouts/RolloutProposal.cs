using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rollouts;

public enum ProposalState
{
    /// <summary>Waits for its turn.</summary>
    Waiting,
    Running,

    /// <summary>Can be looked at and taken.</summary>
    Ready,

    /// <summary>What it was asked of cannot be planned as it stands; says why.</summary>
    Refused,
    Taken,
    PutAside,
}

/// <summary>What is proven of a timetable, in numbers.</summary>
/// <param name="Status">The engine's word: optimal, feasible, infeasible.</param>
/// <param name="Touched">People who have another slot than now, where it plans anew.</param>
public sealed record ProposalFigures(
    string Status,
    long Cost,
    long LowerBound,
    int UncoveredBound,
    double Seconds,
    int Sessions,
    int Covered,
    int Uncovered,
    int Unreachable,
    int Touched
)
{
    /// <summary>How far the cost lies above what is proven, as a share of it.</summary>
    public double Gap => (Cost - LowerBound) / (double)Math.Max(1, LowerBound);
}

/// <summary>
/// A timetable that the engine works out, for a whole module or for one site with its neighbours. A proposal changes nothing until somebody takes it.
/// </summary>
public sealed class RolloutProposal : Aggregate<ProposalId>
{
    public const int SecondsAtMost = 60;
    public const int StatusLength = 20;
    public const int ProblemLength = 500;

    private RolloutProposal(ProposalId id)
        : base(id) { }

    public ModuleId ModuleId { get; private set; }

    /// <summary>Null: every site.</summary>
    public UnitId? SiteId { get; private set; }
    public PersonId? AskedById { get; private set; }
    public ProposalState State { get; private set; }

    /// <summary>The same seed gives the same timetable.</summary>
    public int Seed { get; private set; }

    /// <summary>When the search ends at the latest and the best so far counts.</summary>
    public int Seconds { get; private set; }

    /// <summary>Plans anew and changes as few people's slots as it can.</summary>
    public bool KeepsPeople { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? StopAskedAt { get; private set; }
    public DateTimeOffset? ReadyAt { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    // How far it has come is written by the one who works it out, past the version: nothing else depends on it.
    public int PartsDone { get; private set; }
    public int Parts { get; private set; }
    public int CoveredSoFar { get; private set; }
    public long CostSoFar { get; private set; }

    public string? Status { get; private set; }
    public long Cost { get; private set; }
    public long LowerBound { get; private set; }
    public int UncoveredBound { get; private set; }
    public double Took { get; private set; }
    public int Sessions { get; private set; }
    public int Covered { get; private set; }
    public int Uncovered { get; private set; }
    public int Unreachable { get; private set; }
    public int Touched { get; private set; }

    /// <summary>Why it cannot be planned, as the engine says it.</summary>
    public string? Problem { get; private set; }

    /// <summary>The timetable itself and what would help, as JSON.</summary>
    public string? Content { get; private set; }

    public bool IsUnderWay => State is ProposalState.Waiting or ProposalState.Running;

    public ProposalFigures? Figures =>
        Status is null
            ? null
            : new ProposalFigures(Status, Cost, LowerBound, UncoveredBound, Took, Sessions, Covered, Uncovered, Unreachable, Touched);

    public static RolloutProposal Ask(
        ProposalId id,
        ModuleId module,
        UnitId? site,
        int seed,
        int seconds,
        bool keepsPeople,
        PersonId by,
        DateTimeOffset now
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seconds, SecondsAtMost);
        var proposal = new RolloutProposal(id)
        {
            ModuleId = module,
            SiteId = site,
            Seed = seed,
            Seconds = seconds,
            KeepsPeople = keepsPeople,
            AskedById = by,
            AskedAt = now,
        };
        proposal.Happened(new ProposalAsked(by.Value, id.Value, now));
        return proposal;
    }

    /// <summary>Stops at the best so far. Refused: <c>proposal-not-running</c>.</summary>
    public Outcome Stop(PersonId by, DateTimeOffset now)
    {
        if (!IsUnderWay)
        {
            return new Refusal("proposal-not-running");
        }

        if (StopAskedAt is null)
        {
            StopAskedAt = now;
            Happened(new ProposalStopped(by.Value, Id.Value, now));
        }

        return Outcome.Done;
    }

    /// <summary>The engine has found a timetable. Refused: <c>proposal-not-running</c>.</summary>
    public Outcome Answer(ProposalFigures figures, string content, DateTimeOffset now)
    {
        if (!IsUnderWay)
        {
            return new Refusal("proposal-not-running");
        }

        (State, ReadyAt, Content) = (ProposalState.Ready, now, content);
        (Status, Cost, LowerBound, UncoveredBound) = (figures.Status, figures.Cost, figures.LowerBound, figures.UncoveredBound);
        (Took, Sessions, Covered, Uncovered) = (figures.Seconds, figures.Sessions, figures.Covered, figures.Uncovered);
        (Unreachable, Touched) = (figures.Unreachable, figures.Touched);
        Happened(new ProposalAnswered(AskedById?.Value ?? Guid.Empty, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>It cannot be planned as it stands. Refused: <c>proposal-not-running</c>.</summary>
    public Outcome Refuse(string problem, DateTimeOffset now)
    {
        if (!IsUnderWay)
        {
            return new Refusal("proposal-not-running");
        }

        (State, ReadyAt, Problem) = (ProposalState.Refused, now, problem[..Math.Min(problem.Length, ProblemLength)]);
        Happened(new ProposalAnswered(AskedById?.Value ?? Guid.Empty, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Its sessions are the timetable now. Refused: <c>proposal-not-ready</c>.</summary>
    public Outcome Take(PersonId by, DateTimeOffset now) => Settle(ProposalState.Taken, by, now);

    /// <summary>Nobody wants it. Refused: <c>proposal-not-ready</c>.</summary>
    public Outcome PutAside(PersonId by, DateTimeOffset now) => Settle(ProposalState.PutAside, by, now);

    private Outcome Settle(ProposalState state, PersonId by, DateTimeOffset now)
    {
        if (State != ProposalState.Ready)
        {
            return new Refusal("proposal-not-ready");
        }

        (State, SettledAt) = (state, now);
        Happened(new ProposalSettled(by.Value, Id.Value, state, now));
        return Outcome.Done;
    }
}
