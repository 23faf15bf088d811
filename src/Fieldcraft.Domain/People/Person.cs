using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.People;

public enum PersonStatus
{
    Active,
    OnLeave,
    Left,
}

/// <summary>What a directory says about a person: facts for finding and placing them, nothing that judges them.</summary>
public sealed record DirectoryFacts
{
    public const int NameLength = 80;
    public const int EmailLength = 254;
    public const int EmployeeIdLength = 40;
    public const int JobTitleLength = 120;
    public const int LocationLength = 120;
    public const int WordLength = 40;

    public string? EmployeeId { get; init; }
    public required string FirstName { get; init; }
    public string LastName { get; init; } = "";
    public string? PreferredName { get; init; }
    public string? Email { get; init; }
    public PersonStatus Status { get; init; }
    public string JobTitle { get; init; } = "";
    public DateOnly? InJobSince { get; init; }
    public DateOnly? StartedOn { get; init; }
    public string Location { get; init; } = "";
    public string EmploymentType { get; init; } = "";

    /// <summary>BCP 47, for example <c>en</c>.</summary>
    public string Language { get; init; } = "en";
    public string ShiftPattern { get; init; } = "";

    /// <summary>IANA name, for example <c>Australia/Brisbane</c>.</summary>
    public string TimeZone { get; init; } = "UTC";
}

/// <summary>Somebody in the organisation, with their place in it and whom they report to, now and before.</summary>
public sealed class Person : Aggregate<PersonId>
{
    private readonly List<Placement> _placements = [];
    private readonly List<ReportingLine> _lines = [];

    private Person(PersonId id)
        : base(id) { }

    public string? EmployeeId { get; private set; }
    public string FirstName { get; private set; } = "";
    public string LastName { get; private set; } = "";
    public string? PreferredName { get; private set; }
    public string? Email { get; private set; }
    public PersonStatus Status { get; private set; }
    public string JobTitle { get; private set; } = "";
    public DateOnly? InJobSince { get; private set; }
    public DateOnly? StartedOn { get; private set; }
    public string Location { get; private set; } = "";
    public string EmploymentType { get; private set; } = "";
    public string Language { get; private set; } = "en";
    public string ShiftPattern { get; private set; } = "";
    public string TimeZone { get; private set; } = "UTC";

    /// <summary>Family name first, then first name, folded for finding and for the order of lists.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The name people use, folded for finding.</summary>
    public string CalledKey { get; private set; } = "";

    /// <summary>Where the person is placed now; the way there is in <see cref="Placements"/>.</summary>
    public UnitId? UnitId { get; private set; }

    /// <summary>The main line upwards now; other and earlier lines are in <see cref="Lines"/>.</summary>
    public PersonId? ManagerId { get; private set; }

    public IReadOnlyList<Placement> Placements => _placements;

    public IReadOnlyList<ReportingLine> Lines => _lines;

    public string CalledName => string.IsNullOrEmpty(PreferredName) ? FirstName : PreferredName;

    public string FullName => LastName.Length == 0 ? CalledName : $"{CalledName} {LastName}";

    public static Person Join(PersonId id, DirectoryFacts facts, DateTimeOffset now)
    {
        var person = new Person(id);
        person.Take(facts);
        person.Happened(new PersonJoined(id.Value, now));
        return person;
    }

    /// <summary>Takes over what the directory says now.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Correct(DirectoryFacts facts, DateTimeOffset now)
    {
        if (Facts() == facts)
        {
            return false;
        }

        Take(facts);
        Happened(new PersonCorrected(Id.Value, Status, now));
        return true;
    }

    public DirectoryFacts Facts() =>
        new()
        {
            EmployeeId = EmployeeId,
            FirstName = FirstName,
            LastName = LastName,
            PreferredName = PreferredName,
            Email = Email,
            Status = Status,
            JobTitle = JobTitle,
            InJobSince = InJobSince,
            StartedOn = StartedOn,
            Location = Location,
            EmploymentType = EmploymentType,
            Language = Language,
            ShiftPattern = ShiftPattern,
            TimeZone = TimeZone,
        };

    /// <summary>Places the person in a unit from a day on; the place before ends the day before.</summary>
    public void PlaceIn(UnitId unit, DateOnly from, DateTimeOffset now)
    {
        if (UnitId == unit)
        {
            return;
        }

        _placements.Find(p => p.To is null)?.End(from);
        _placements.Add(new Placement(Shared.Id.New<PlacementId>(now), Id, unit, from));
        UnitId = unit;
        Happened(new PersonPlaced(Id.Value, unit.Value, now));
    }

    /// <summary>Makes <paramref name="manager"/> the main line upwards, or ends it with null.</summary>
    public Outcome ReportTo(PersonId? manager, DateOnly from, DateTimeOffset now)
    {
        if (manager == Id)
        {
            return new Refusal("person-cannot-report-to-self");
        }

        if (ManagerId == manager)
        {
            return Outcome.Done;
        }

        _lines.Find(l => l.Kind == LineKind.Manager && l.To is null)?.End(from);
        if (manager is { } to)
        {
            _lines.Add(new ReportingLine(Shared.Id.New<ReportingLineId>(now), Id, to, LineKind.Manager, from));
        }

        ManagerId = manager;
        Happened(new ReportingLineChanged(Id.Value, manager?.Value, now));
        return Outcome.Done;
    }

    /// <summary>Adds a line upwards beside the main one: a project, a subject, an acting manager.</summary>
    public Outcome AlsoReportTo(PersonId manager, DateOnly from, DateTimeOffset now)
    {
        if (manager == Id)
        {
            return new Refusal("person-cannot-report-to-self");
        }

        if (manager == ManagerId || _lines.Exists(l => l.IsOpen && l.ManagerId == manager))
        {
            return Outcome.Done;
        }

        _lines.Add(new ReportingLine(Shared.Id.New<ReportingLineId>(now), Id, manager, LineKind.Other, from));
        Happened(new OtherLineAdded(Id.Value, manager.Value, now));
        return Outcome.Done;
    }

    /// <summary>Ends a line beside the main one.</summary>
    public Outcome EndOtherLine(ReportingLineId line, DateOnly on, DateTimeOffset now)
    {
        if (_lines.Find(l => l.Id == line && l is { IsOpen: true, Kind: LineKind.Other }) is not { } open)
        {
            return new Refusal("person-line-has-ended");
        }

        open.End(on);
        Happened(new OtherLineEnded(Id.Value, open.ManagerId.Value, now));
        return Outcome.Done;
    }

    /// <summary>The person leaves the organisation: no sign-in opens any more, what was theirs stays theirs.</summary>
    public Outcome Leave(DateTimeOffset now) =>
        Correct(Facts() with { Status = PersonStatus.Left }, now) ? Outcome.Done : new Refusal("person-has-left");

    private void Take(DirectoryFacts facts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(facts.FirstName);
        EmployeeId = facts.EmployeeId;
        FirstName = facts.FirstName;
        LastName = facts.LastName;
        PreferredName = facts.PreferredName;
        Email = facts.Email;
        Status = facts.Status;
        JobTitle = facts.JobTitle;
        InJobSince = facts.InJobSince;
        StartedOn = facts.StartedOn;
        Location = facts.Location;
        EmploymentType = facts.EmploymentType;
        Language = facts.Language;
        ShiftPattern = facts.ShiftPattern;
        TimeZone = facts.TimeZone;
        NameKey = FoldedName.Of($"{LastName} {FirstName}");
        CalledKey = FoldedName.Of(FullName);
    }
}

/// <summary>A person's place in a unit, from a day until the day before <see cref="To"/>.</summary>
public sealed class Placement
{
    private Placement() { }

    internal Placement(PlacementId id, PersonId person, UnitId unit, DateOnly from)
    {
        Id = id;
        PersonId = person;
        UnitId = unit;
        From = from;
    }

    public PlacementId Id { get; private set; }
    public PersonId PersonId { get; private set; }
    public UnitId UnitId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    internal void End(DateOnly on) => To = on;
}

public enum LineKind
{
    Manager,
    Other,
}

/// <summary>A line upwards: one main line at a time, and any number of others.</summary>
public sealed class ReportingLine
{
    private ReportingLine() { }

    internal ReportingLine(ReportingLineId id, PersonId person, PersonId manager, LineKind kind, DateOnly from)
    {
        Id = id;
        PersonId = person;
        ManagerId = manager;
        Kind = kind;
        From = from;
    }

    public ReportingLineId Id { get; private set; }
    public PersonId PersonId { get; private set; }
    public PersonId ManagerId { get; private set; }
    public LineKind Kind { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    public bool IsOpen => To is null;

    internal void End(DateOnly on) => To = on;
}

public sealed record OtherLineAdded(Guid Person, Guid Manager, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OtherLineEnded(Guid Person, Guid Manager, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PersonJoined(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PersonCorrected(Guid Person, PersonStatus Status, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PersonPlaced(Guid Person, Guid Unit, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ReportingLineChanged(Guid Person, Guid? Manager, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
