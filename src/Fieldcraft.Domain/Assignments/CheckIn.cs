using System.Text.Json;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments;

/// <summary>
/// One strain check-in as it is kept (DOMAIN 3.4): for the person alone, never counted for anybody, never sent. What it says is
/// sealed; only the day is not.
/// </summary>
public sealed class CheckIn : Aggregate<CheckInId>
{
    private CheckIn(CheckInId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }

    /// <summary>The day in the person's own time zone.</summary>
    public DateOnly On { get; private set; }
    public SealedText Answers { get; private set; } = null!;
    public DateTimeOffset WrittenAt { get; private set; }

    /// <exception cref="ArgumentOutOfRangeException">An answer lies outside 1–5: forms and API refuse that before.</exception>
    public static CheckIn Write(CheckInId id, PersonId owner, StrainCheckIn said, ISealer sealer, DateTimeOffset now)
    {
        InputProblems.Refuse(said.Problems("checkIn"), nameof(said));
        var checkIn = new CheckIn(id)
        {
            OwnerId = owner,
            On = said.On,
            Answers = sealer.Seal(nameof(Answers), JsonSerializer.Serialize(said)),
            WrittenAt = now,
        };
        checkIn.Happened(new CheckedIn(owner.Value, id.Value, now));
        return checkIn;
    }

    public static StrainCheckIn FromJson(string json) => JsonSerializer.Deserialize<StrainCheckIn>(json)!;
}

/// <summary>What the check-ins so far mean for the rest of the product.</summary>
/// <param name="Reading">Positive: the zone says overstretch and learning prompts pause.</param>
/// <param name="LastOn">The last check-in; null when there is none.</param>
/// <param name="IsDue">An assignment is active and the last check-in lies two weeks back, or there is none.</param>
public sealed record StrainState(StrainReading Reading, DateOnly? LastOn, bool IsDue)
{
    /// <summary>Nothing asks for learning now; Home says what helps instead.</summary>
    public bool PromptsPause => Reading.IsPositive;

    /// <param name="checkIns">In any order.</param>
    /// <param name="activeSince">The day the oldest active assignment was brought; null without one. The first check-in is due two weeks later.</param>
    public static StrainState Read(IReadOnlyCollection<StrainCheckIn> checkIns, DateOnly? activeSince, DateOnly today, StrainRules rules)
    {
        var last = checkIns.Count == 0 ? (DateOnly?)null : checkIns.Max(c => c.On);
        var due = activeSince is { } since && today >= (last ?? since).AddDays(rules.EveryDays);
        return new StrainState(StrainCheck.Read(checkIns, rules), last, due);
    }
}
