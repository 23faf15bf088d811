using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Outcomes;

/// <summary>What a leader says for the team: "we have used it with an effect".</summary>
public enum UseAnswer
{
    UsedWithEffect,
    UsedNoEffectYet,
    NotUsed,
}

/// <summary>
/// The short survey of week 6 (DOMAIN 7.9): one tap for each team and module. Shown as totals; who said what is known to the leader alone, until that
/// leader agrees to be talked to.
/// </summary>
public sealed class TeamUse : Aggregate<TeamUseId>
{
    /// <summary>Asked from the first day of the sixth week after the window opened.</summary>
    public const int AskedAfterDays = 35;

    /// <summary>Fewer answers are not shown.</summary>
    public const int ShownFrom = 5;

    private TeamUse(TeamUseId id)
        : base(id) { }

    public ModuleId ModuleId { get; private set; }
    public PersonId LeaderId { get; private set; }
    public UseAnswer Answer { get; private set; }
    public DateTimeOffset SaidAt { get; private set; }

    public static DateOnly AskedFrom(DateOnly windowStart) => windowStart.AddDays(AskedAfterDays);

    /// <summary>Refused: <c>use-too-soon</c>.</summary>
    public static Outcome<TeamUse> Say(TeamUseId id, Module module, PersonId leader, UseAnswer answer, DateOnly today, DateTimeOffset now)
    {
        if (today < AskedFrom(module.WindowStart))
        {
            return new Refusal("use-too-soon", AskedFrom(module.WindowStart));
        }

        var use = new TeamUse(id) { ModuleId = module.Id, LeaderId = leader };
        use.Take(answer, now);
        return use;
    }

    /// <summary>Another answer; the one before is gone.</summary>
    public void SayAnew(UseAnswer answer, DateTimeOffset now) => Take(answer, now);

    private void Take(UseAnswer answer, DateTimeOffset now)
    {
        (Answer, SaidAt) = (answer, now);
        Happened(new TeamUseSaid(LeaderId.Value, Id.Value, now));
    }
}
