namespace Fieldcraft.Domain.Rollouts;

/// <summary>Hours of one leader for one module, part by part (DOMAIN 7.8): ten with the usual four sessions.</summary>
public sealed record LeaderHours(decimal Preview, decimal Coaching, decimal Planning, decimal PerSession, decimal Sessions, decimal Loop)
{
    public static LeaderHours Usual { get; } = new(1m, 1.5m, 1m, 1.5m, 4m, 0.5m);

    public decimal Delivery => PerSession * Sessions;

    public decimal Total => Preview + Coaching + Planning + Delivery + Loop;
}

/// <summary>What an hour costs here, in the organisation's own money; whoever does not say it gets hours alone.</summary>
public sealed record HourlyRates(decimal? Leader, decimal? Participant, decimal? Central, decimal? Trainer)
{
    public static HourlyRates None { get; } = new(null, null, null, null);
}

/// <summary>What a module takes: hours, and at own rates money.</summary>
/// <param name="Leaders">Hours of those who teach.</param>
/// <param name="OffFloor">Hours of those who attend.</param>
/// <param name="Central">Hours of the learning function: facilitators, planning, material.</param>
/// <param name="Trainers">Hours of trainers who come in; nought where leaders teach.</param>
public sealed record EffortHours(decimal Leaders, decimal OffFloor, decimal Central, decimal Trainers)
{
    public decimal Total => Leaders + OffFloor + Central + Trainers;

    /// <summary>Null as long as a rate of an hour that is needed is not known.</summary>
    public decimal? Cost(HourlyRates rates) =>
        (Of(Leaders, rates.Leader) + Of(OffFloor, rates.Participant)) + (Of(Central, rates.Central) + Of(Trainers, rates.Trainer));

    private static decimal? Of(decimal hours, decimal? rate) => hours == 0 ? 0 : hours * rate;
}

/// <summary>What the two ways of doing it are compared on.</summary>
/// <param name="CentralHours">Hours of the learning function for the leader-led way.</param>
/// <param name="TrainerGroup">People in one trainer-led session.</param>
/// <param name="TrainerHoursPerSession">With the way there and setting up.</param>
/// <param name="ExtraHoursPerPerson">What attending takes beyond the session itself: the way to a training room.</param>
/// <param name="TrainerCentralHours">Hours of the learning function to book people, rooms and trainers.</param>
public sealed record EffortInputs(
    int People,
    int Leaders,
    decimal SessionHours,
    LeaderHours PerLeader,
    decimal CentralHours,
    int TrainerGroup,
    decimal TrainerHoursPerSession,
    decimal ExtraHoursPerPerson,
    decimal TrainerCentralHours
);

/// <summary>Leader-led beside trainer-led, before a module begins. Neither is called better: what they buy differs.</summary>
public sealed record RolloutEffort(EffortHours LeaderLed, EffortHours TrainerLed, int TrainerSessions)
{
    public static RolloutEffort Of(EffortInputs inputs)
    {
        var sessions = (inputs.People + inputs.TrainerGroup - 1) / inputs.TrainerGroup;
        return new RolloutEffort(
            new EffortHours(inputs.Leaders * inputs.PerLeader.Total, inputs.People * inputs.SessionHours, inputs.CentralHours, 0),
            new EffortHours(
                0,
                inputs.People * (inputs.SessionHours + inputs.ExtraHoursPerPerson),
                inputs.TrainerCentralHours,
                sessions * inputs.TrainerHoursPerSession
            ),
            sessions
        );
    }

    /// <summary>What it really took: preparation of those who taught, and every session that was held, with its real length.</summary>
    /// <param name="taught">Leaders who held at least one session.</param>
    /// <param name="sessions">Sessions held; each has setting up and writing down beside its minutes.</param>
    /// <param name="attendedMinutes">Minutes of everybody who was there, added up.</param>
    public static EffortHours Taken(
        int taught,
        int sessions,
        long heldMinutes,
        long attendedMinutes,
        LeaderHours perLeader,
        decimal central
    )
    {
        var preparing = taught * (perLeader.Preview + perLeader.Coaching + perLeader.Planning + perLeader.Loop);
        var around = sessions * Math.Max(0, perLeader.PerSession - 1);
        return new EffortHours(preparing + around + (heldMinutes / 60m), attendedMinutes / 60m, central, 0);
    }
}
