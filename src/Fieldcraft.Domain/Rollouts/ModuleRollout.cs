using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rollouts;

/// <summary>How a module is brought to everybody: what holds everywhere, and what an hour costs. Has the module's own id; until it is made, the usual holds.</summary>
public sealed class ModuleRollout : Aggregate<ModuleId>
{
    private ModuleRollout(ModuleId id)
        : base(id) { }

    public int Minutes { get; private set; }
    public int MaxSize { get; private set; }
    public int EdgeMinutes { get; private set; }
    public bool HalvesAllowed { get; private set; }
    public decimal ReleaseShare { get; private set; }
    public int FloorMinimum { get; private set; }
    public int MaxPerDay { get; private set; }
    public int MaxPerWeek { get; private set; }
    public decimal CatchUpShare { get; private set; }
    public decimal TargetShare { get; private set; }
    public decimal? LeaderRate { get; private set; }
    public decimal? ParticipantRate { get; private set; }
    public decimal? CentralRate { get; private set; }
    public decimal? TrainerRate { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public RolloutSettings Settings =>
        new(Minutes, MaxSize, EdgeMinutes, HalvesAllowed, ReleaseShare, FloorMinimum, MaxPerDay, MaxPerWeek, CatchUpShare, TargetShare);

    public HourlyRates Rates => new(LeaderRate, ParticipantRate, CentralRate, TrainerRate);

    /// <exception cref="ArgumentException">The settings have problems: forms and API refuse that before.</exception>
    public static ModuleRollout Set(ModuleId module, RolloutSettings settings, PersonId by, DateTimeOffset now)
    {
        var rollout = new ModuleRollout(module);
        rollout.Take(settings, by, now);
        return rollout;
    }

    /// <inheritdoc cref="Set"/>
    public void SetAnew(RolloutSettings settings, PersonId by, DateTimeOffset now) => Take(settings, by, now);

    /// <summary>What an hour costs here; null where nobody says.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative.</exception>
    public void SayRates(HourlyRates rates, PersonId by, DateTimeOffset now)
    {
        foreach (var rate in (decimal?[])[rates.Leader, rates.Participant, rates.Central, rates.Trainer])
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rate ?? 0, nameof(rates));
        }

        (LeaderRate, ParticipantRate, CentralRate, TrainerRate) = (rates.Leader, rates.Participant, rates.Central, rates.Trainer);
        ChangedAt = now;
        Happened(new RolloutRatesSaid(by.Value, Id.Value, now));
    }

    private void Take(RolloutSettings settings, PersonId by, DateTimeOffset now)
    {
        if (settings.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(settings));
        }

        (Minutes, MaxSize, EdgeMinutes, HalvesAllowed) = (settings.Minutes, settings.MaxSize, settings.EdgeMinutes, settings.HalvesAllowed);
        (ReleaseShare, FloorMinimum) = (settings.ReleaseShare, settings.FloorMinimum);
        (MaxPerDay, MaxPerWeek) = (settings.MaxPerDay, settings.MaxPerWeek);
        (CatchUpShare, TargetShare, ChangedAt) = (settings.CatchUpShare, settings.TargetShare, now);
        Happened(new RolloutSet(by.Value, Id.Value, now));
    }
}
