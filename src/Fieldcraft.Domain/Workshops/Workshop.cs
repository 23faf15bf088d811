using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Workshops;

/// <summary>
/// A day for a group that anybody signed in can hold (DOMAIN 6.7): an agenda that can be changed, seats, a list of those invited without a reason,
/// groups without labels. Who takes part is known to those who lead it and those in it. What anybody writes in it is theirs and stands elsewhere.
/// </summary>
public sealed partial class Workshop : Aggregate<WorkshopId>
{
    public const int TitleLength = 80;
    public const int PlaceLength = 200;
    public const int BlockListLength = 8_000;
    public const int InvitationsAtMost = 60;

    /// <summary>Groups for the guests' hour: one for each of the guests.</summary>
    public const int GuestGroups = 3;

    private readonly List<WorkshopSeat> _seats = [];
    private readonly List<WorkshopInvitation> _invitations = [];

    private Workshop(WorkshopId id)
        : base(id) { }

    public PersonId? OrganiserId { get; private set; }

    /// <summary>Leads it beside the organiser.</summary>
    public PersonId? SecondId { get; private set; }
    public string Title { get; private set; } = "";
    public string Programme { get; private set; } = "";
    public string Place { get; private set; } = "";
    public DateOnly On { get; private set; }
    public TimeOnly Start { get; private set; }

    /// <summary>When it is meant to end.</summary>
    public TimeOnly Until { get; private set; }
    public string TimeZone { get; private set; } = "UTC";

    /// <summary>The blocks of the agenda, a line each.</summary>
    public string BlockList { get; private set; } = "";
    public int SeatCount { get; private set; }
    public WorkshopDoor Door { get; private set; }
    public WorkshopId? EarlierId { get; private set; }

    /// <summary>From which groups were drawn last; null: not yet.</summary>
    public int? Seed { get; private set; }

    /// <summary>Up to which day people were told what is due after the workshop.</summary>
    public DateOnly? ToldThrough { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? CalledOffAt { get; private set; }

    public IReadOnlyList<WorkshopSeat> Seats => _seats;

    public IReadOnlyList<WorkshopInvitation> Invitations => _invitations;

    public bool IsCalledOff => CalledOffAt is not null;

    public WorkshopAgenda Agenda => new(Start, Until, WorkshopAgenda.Read(BlockList));

    /// <summary>Those who have a seat, the longest first.</summary>
    public IReadOnlyList<WorkshopSeat> TakingPart => In(WorkshopSeatState.In);

    /// <summary>Those who wait for one, the longest first.</summary>
    public IReadOnlyList<WorkshopSeat> Waiting => In(WorkshopSeatState.Waiting);

    public bool HasFreeSeat => _seats.Count(s => s.State == WorkshopSeatState.In) < SeatCount;

    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public static Workshop Plan(
        WorkshopId id,
        PersonId organiser,
        WorkshopFacts facts,
        WorkshopProgramme programme,
        WorkshopRules rules,
        DateTimeOffset now
    )
    {
        if (facts.Problems(programme, rules) is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(facts));
        }

        var workshop = new Workshop(id)
        {
            OrganiserId = organiser,
            Programme = programme.Id,
            MadeAt = now,
        };
        workshop.Take(facts, now);
        workshop.Set(programme.AgendaFrom(facts.Start!.Value));
        workshop.Happened(new WorkshopPlanned(organiser.Value, id.Value, workshop.On, now));
        return workshop;
    }

    /// <summary>
    /// Title, place, day, seats and door; with another start the whole agenda moves along, what is fixed too. Refused: <c>workshop-called-off</c>,
    /// <c>workshop-begun</c>, <c>workshop-seats-taken</c>.
    /// </summary>
    /// <param name="hasBegun">Whether the day has begun.</param>
    public Outcome Describe(
        WorkshopFacts facts,
        WorkshopProgramme programme,
        WorkshopRules rules,
        bool hasBegun,
        PersonId by,
        DateTimeOffset now
    )
    {
        if (ClosedFor(hasBegun) is { } refusal)
        {
            return refusal;
        }

        if (facts.Seats < TakingPart.Count)
        {
            return new Refusal("workshop-seats-taken", TakingPart.Count);
        }

        if (facts.Problems(programme, rules) is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(facts));
        }

        var later = (int)(facts.Start!.Value.ToTimeSpan() - Start.ToTimeSpan()).TotalMinutes;
        var agenda = Agenda;
        Take(facts, now);
        Set(
            new WorkshopAgenda(
                facts.Start.Value,
                agenda.Until.AddMinutes(later),
                [.. agenda.Blocks.Select(b => b with { FixedAt = b.FixedAt?.AddMinutes(later) })]
            )
        );
        Happened(new WorkshopDescribed(by.Value, Id.Value, On, now));
        return Outcome.Done;
    }

    /// <summary>
    /// Changes the agenda: a block is put in, taken out, moved or changed, and the rest follows. Refused: <c>workshop-called-off</c>,
    /// <c>workshop-begun</c>, and as the change itself.
    /// </summary>
    public Outcome Arrange(Func<WorkshopAgenda, Outcome<WorkshopAgenda>> change, bool hasBegun, PersonId by, DateTimeOffset now)
    {
        if (ClosedFor(hasBegun) is { } refusal)
        {
            return refusal;
        }

        var changed = change(Agenda);
        if (changed.Refusal is { } refused)
        {
            return refused;
        }

        Set(changed.Value!);
        ChangedAt = now;
        Happened(new WorkshopArranged(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>
    /// Names whoever leads it beside the organiser, or nobody. Refused: <c>workshop-called-off</c>, <c>workshop-takes-part</c> for somebody with a
    /// seat, <c>workshop-leads-already</c>.
    /// </summary>
    public Outcome NameSecond(PersonId? person, PersonId by, DateTimeOffset now)
    {
        if (IsCalledOff)
        {
            return new Refusal("workshop-called-off");
        }

        if (person is { } asked && SeatOf(asked) is { State: not WorkshopSeatState.Left })
        {
            return new Refusal("workshop-takes-part");
        }

        if (person is not null && person == OrganiserId)
        {
            return new Refusal("workshop-leads-already");
        }

        (SecondId, ChangedAt) = (person, now);
        Happened(new WorkshopSecondNamed(by.Value, Id.Value, person?.Value, now));
        return Outcome.Done;
    }

    /// <summary>Draws groups and trios of those who have a seat. Refused: <c>workshop-called-off</c>, <c>workshop-too-few</c>, <c>workshop-related</c>.</summary>
    /// <param name="people">One for each seat: where they work, and whom they report to.</param>
    public Outcome DrawGroups(IReadOnlyCollection<Mixable> people, int seed, PersonId by, DateTimeOffset now)
    {
        if (IsCalledOff)
        {
            return new Refusal("workshop-called-off");
        }

        var inIt = people.Where(p => TakingPart.Any(s => s.Key == p.Key)).ToList();
        if (inIt.Count < GroupDraw.TrioSize)
        {
            return new Refusal("workshop-too-few", GroupDraw.TrioSize, inIt.Count);
        }

        if (GroupDraw.Draw(inIt, GroupDraw.TrioSizes(inIt.Count), seed) is not { } trios)
        {
            return new Refusal("workshop-related");
        }

        // The groups of the guests' hour are larger: where a line cannot be kept apart there, they are as drawn for the trios.
        var sizes = GroupDraw.Sizes(inIt.Count, Math.Min(GuestGroups, inIt.Count / 2));
        var groups = GroupDraw.Draw(inIt, sizes, unchecked(seed + 1));
        foreach (var seat in _seats.Where(s => s.State == WorkshopSeatState.In))
        {
            var trio = trios.TryGetValue(seat.Key, out var t) ? t : (int?)null;
            seat.Put(
                groups is null ? ((trio - 1) % GuestGroups) + 1
                    : groups.TryGetValue(seat.Key, out var g) ? g
                    : null,
                trio
            );
        }

        (Seed, ChangedAt) = (seed, now);
        Happened(new WorkshopGroupsDrawn(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>It does not take place. Refused: <c>workshop-called-off</c>, <c>workshop-begun</c>.</summary>
    public Outcome CallOff(bool hasBegun, PersonId by, DateTimeOffset now)
    {
        if (ClosedFor(hasBegun) is { } refusal)
        {
            return refusal;
        }

        (CalledOffAt, ChangedAt) = (now, now);
        Happened(new WorkshopCalledOff(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Notes that people were told what is due up to a day.</summary>
    public void TellThrough(DateOnly day, DateTimeOffset now)
    {
        ToldThrough = day;
        Happened(new WorkshopMilestonesTold(OrganiserId?.Value ?? Guid.Empty, Id.Value, day, now));
    }

    public bool IsLedBy(PersonId person) => OrganiserId == person || SecondId == person;

    public WorkshopSeat? SeatOf(PersonId person) => _seats.Find(s => s.PersonId == person);

    private IReadOnlyList<WorkshopSeat> In(WorkshopSeatState state) =>
        [.. _seats.Where(s => s.State == state).OrderBy(s => s.Since).ThenBy(s => s.Id)];

    private Refusal? ClosedFor(bool hasBegun) =>
        IsCalledOff ? new Refusal("workshop-called-off")
        : hasBegun ? new Refusal("workshop-begun")
        : null;

    private void Set(WorkshopAgenda agenda) =>
        (Start, Until, BlockList) = (agenda.Start, agenda.Until, WorkshopAgenda.Write(agenda.Blocks));

    private void Take(WorkshopFacts facts, DateTimeOffset now)
    {
        Title = facts.Title!.Trim();
        Place = facts.Place!.Trim();
        On = facts.On!.Value;
        TimeZone = facts.TimeZone;
        SeatCount = facts.Seats;
        Door = facts.Door;
        EarlierId = facts.Earlier == Id ? null : facts.Earlier;
        ChangedAt = now;
    }
}
