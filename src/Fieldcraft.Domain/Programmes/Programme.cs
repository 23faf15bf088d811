using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Programmes;

/// <summary>What is said of a programme when it is begun or described again.</summary>
/// <param name="UnitId">Whom it reaches: everybody at work in this unit and below.</param>
public sealed record ProgrammeFacts(string? Name, string? Purpose, UnitId UnitId, PersonId? SponsorId)
{
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. string.IsNullOrWhiteSpace(Name) ? [new InputProblem("name", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. Name?.Trim().Length > Programme.NameLength ? [new InputProblem("name", "too-long")] : Array.Empty<InputProblem>(),
            .. Purpose?.Trim().Length > Programme.PurposeLength ? [new InputProblem("purpose", "too-long")] : Array.Empty<InputProblem>(),
        ];
}

/// <summary>A series of modules that leaders teach their own teams, each in a window of its own (DOMAIN 7.1, 7.4).</summary>
public sealed class Programme : Aggregate<ProgrammeId>
{
    public const int NameLength = 120;
    public const int PurposeLength = 1_000;

    private Programme(ProgrammeId id)
        : base(id) { }

    public string Name { get; private set; } = "";
    public string Purpose { get; private set; } = "";

    /// <summary>Everybody at work in this unit and below is reached; its facilities are the sites.</summary>
    public UnitId UnitId { get; private set; }

    /// <summary>Who leads it: begins modules, sets windows, sees the whole.</summary>
    public PersonId? LeadId { get; private set; }

    /// <summary>Who says why, clears the hours off the floor and answers for it (DOMAIN 7.3). Sees totals only.</summary>
    public PersonId? SponsorId { get; private set; }
    public DateTimeOffset BegunAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsEnded => EndedAt is not null;

    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public static Programme Begin(ProgrammeId id, PersonId lead, ProgrammeFacts facts, DateTimeOffset now)
    {
        var programme = new Programme(id) { LeadId = lead, BegunAt = now };
        programme.Take(facts, now);
        programme.Happened(new ProgrammeBegun(lead.Value, id.Value, now));
        return programme;
    }

    /// <summary>Refused: <c>programme-ended</c>.</summary>
    public Outcome Describe(ProgrammeFacts facts, PersonId by, DateTimeOffset now)
    {
        if (IsEnded)
        {
            return new Refusal("programme-ended");
        }

        Take(facts, now);
        Happened(new ProgrammeDescribed(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Somebody else leads it from now on. Refused: <c>programme-ended</c>.</summary>
    public Outcome HandOverTo(PersonId lead, PersonId by, DateTimeOffset now)
    {
        if (IsEnded)
        {
            return new Refusal("programme-ended");
        }

        (LeadId, ChangedAt) = (lead, now);
        Happened(new ProgrammeHandedOver(by.Value, Id.Value, lead.Value, now));
        return Outcome.Done;
    }

    /// <summary>Its modules are over. Refused: <c>programme-ended</c>.</summary>
    public Outcome End(PersonId by, DateTimeOffset now)
    {
        if (IsEnded)
        {
            return new Refusal("programme-ended");
        }

        (EndedAt, ChangedAt) = (now, now);
        Happened(new ProgrammeEnded(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    private void Take(ProgrammeFacts facts, DateTimeOffset now)
    {
        if (facts.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(facts));
        }

        (Name, Purpose) = (facts.Name!.Trim(), facts.Purpose?.Trim() ?? "");
        (UnitId, SponsorId, ChangedAt) = (facts.UnitId, facts.SponsorId, now);
    }
}
