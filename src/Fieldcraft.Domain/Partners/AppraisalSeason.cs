using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Partners;

/// <summary>The days from which a manager's talk on enabling keeps its distance.</summary>
/// <param name="First">The first day of the appraisal talks.</param>
/// <param name="Last">The last day of them.</param>
/// <param name="Distance">Days to keep before and after.</param>
public sealed record AppraisalWindow(DateOnly First, DateOnly Last, int Distance)
{
    /// <summary>Whether a talk on this day would be too near (DOMAIN 4.6, 15.8).</summary>
    public bool IsTooNear(DateOnly day) => day > First.AddDays(-Distance - 1) && day < Last.AddDays(Distance + 1);

    /// <summary>The day itself, or the first one after the window.</summary>
    public DateOnly NextFree(DateOnly day) => IsTooNear(day) ? Last.AddDays(Distance + 1) : day;
}

/// <summary>
/// When a unit holds its appraisal talks, and how far the talks on enabling stay away from them. It holds for everything below, until a unit
/// further down says otherwise. Days only: nothing of an appraisal is kept here.
/// </summary>
public sealed class AppraisalSeason : Aggregate<AppraisalSeasonId>
{
    public const int DistanceAtMost = 90;

    private AppraisalSeason(AppraisalSeasonId id)
        : base(id) { }

    public UnitId UnitId { get; private set; }
    public DateOnly FirstDay { get; private set; }
    public DateOnly LastDay { get; private set; }

    /// <summary>Days before the first and after the last.</summary>
    public int DistanceDays { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public AppraisalWindow Window => new(FirstDay, LastDay, DistanceDays);

    public static AppraisalSeason State(AppraisalSeasonId id, UnitId unit, AppraisalWindow window, DateTimeOffset now)
    {
        var season = new AppraisalSeason(id) { UnitId = unit };
        season.Restate(window, now);
        return season;
    }

    /// <exception cref="ArgumentException">The last day lies before the first, or the distance outside 0–90: forms and API refuse that before.</exception>
    public void Restate(AppraisalWindow window, DateTimeOffset now)
    {
        if (window.Last < window.First || window.Distance is < 0 or > DistanceAtMost)
        {
            throw new ArgumentException("A season has days in order, and a distance.", nameof(window));
        }

        (FirstDay, LastDay, DistanceDays, ChangedAt) = (window.First, window.Last, window.Distance, now);
        Happened(new AppraisalSeasonStated(UnitId.Value, FirstDay, LastDay, now));
    }

    /// <summary>Tells that the unit says nothing of its own any more; the row is then removed.</summary>
    public void Lift(DateTimeOffset now) => Happened(new AppraisalSeasonLifted(UnitId.Value, now));
}

public sealed record AppraisalSeasonStated(Guid Unit, DateOnly First, DateOnly Last, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}

public sealed record AppraisalSeasonLifted(Guid Unit, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}
