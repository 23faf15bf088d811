using System.Text.Json;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Loop;

namespace Fieldcraft.Web.Demo;

/// <summary>An idea with what may come of it.</summary>
internal sealed record ToldIdea(string Text, string Who, string Trial, string Reason);

internal sealed record ToldLoop(IReadOnlyList<ToldIdea> Ideas, string Meeting);

/// <summary>
/// Ideas of the teams on their way: of a module that goes on they lie at all tiers, some answered, some merged, a few late; of one that is long over each has its
/// answer. One network meets next week.
/// </summary>
internal sealed class DemoLoop
{
    private const int OverForDays = 60;
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);
    private readonly ToldLoop _told;
    private readonly DemoUnits _units;
    private readonly LoopRules _rules;
    private readonly DateTimeOffset _now;
    private readonly ILookup<PersonId, Person> _reports;
    private readonly ILookup<UnitId, Person> _leaders;
    private readonly Dictionary<PersonId, Person> _people;
    private readonly Dictionary<(Guid Place, Guid For, int Round), int> _forwarded = [];

    public DemoLoop(DemoPeople people, DemoUnits units, LoopRules rules, DateTimeOffset now)
    {
        (_units, _rules, _now) = (units, rules, now);
        _told = JsonSerializer.Deserialize<ToldLoop>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "loop.json")),
            Reading
        )!;
        _people = people.All.ToDictionary(p => p.Id);
        _reports = people.All.Where(p => p.ManagerId is not null && p.Status == PersonStatus.Active).ToLookup(p => p.ManagerId!.Value);
        _leaders = people.All.Where(p => p.Status == PersonStatus.Active && _reports[p.Id].Any()).ToLookup(p => p.UnitId!.Value);
    }

    public List<TeamIdea> Ideas { get; } = [];
    public List<LoopMeeting> Meetings { get; } = [];
    public List<Appointment> Appointments { get; } = [];

    /// <param name="sessions">The module's sessions; the ideas of one come up at its end.</param>
    public DemoLoop Tell(Programme programme, Module module, IReadOnlyList<TeachingSession> sessions)
    {
        var held = sessions.Where(s => s.IsHeld && s.LeaderId is not null).ToLookup(s => s.LeaderId!.Value);
        foreach (var site in _units.All.Where(u => u.Kind == UnitKind.Facility))
        {
            var told = new List<TeamIdea>();
            var below = _units.All.Where(u => u.Path.StartsWith(site.Path, StringComparison.Ordinal));
            foreach (var leader in below.SelectMany(u => _leaders[u.Id]))
            {
                told.AddRange(OfTeam(programme, module, site, leader, held[leader.Id].OrderBy(s => s.Start).FirstOrDefault()));
            }

            Merge(told);
            Ideas.AddRange(told);
        }

        return this;
    }

    /// <summary>The network of the demo's network lead meets in six days.</summary>
    public DemoLoop Meet(Programme programme)
    {
        var lead = Account("network");
        var network = _units.All.First(u => u.Kind == UnitKind.Network && u.LeadId == lead);
        var waiting = Ideas
            .Where(i => i.IsOpen && i.Place == new LoopPlace(LoopTier.Network, network.Id))
            .OrderBy(i => i.DueOn)
            .ThenBy(i => i.Id)
            .Select(i => (i.Id, i.IsTeamShown ? i.LeaderId : null))
            .ToList();
        var when = new AppointedTime(DateOnly.FromDateTime(_now.AddDays(6).UtcDateTime), new TimeOnly(10, 0), _people[lead].TimeZone, 45);
        var at = _now.AddDays(-1);
        var meeting = LoopMeeting.Arrange(
            DemoIds.Of<LoopMeetingId>(at, $"loop/{network.Name}"),
            programme.Id,
            new LoopPlace(LoopTier.Network, network.Id),
            when,
            _told.Meeting,
            LoopMeeting.Divide(waiting, when.Minutes, _rules),
            lead,
            at
        );
        Meetings.Add(meeting);
        Appointments.Add(
            Appointment.Make(
                DemoIds.Of<AppointmentId>(at, $"loop/{network.Name}"),
                lead,
                meeting.Id.Value,
                "loop.appointment",
                lead,
                when,
                LoopLinks.Meeting(meeting.Id),
                at
            )
        );
        return this;
    }

    public async Task StoreAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        // An idea comes after the one that it was merged into.
        await db.InsertAsync([.. Ideas.OrderBy(i => i.MergedIntoId is not null)], null, cancellationToken);
        await db.InsertAsync([.. Ideas.SelectMany(i => i.Stays)], null, cancellationToken);
        await db.InsertAsync([.. Ideas.SelectMany(i => i.Answers)], null, cancellationToken);
        await db.InsertAsync(Meetings, null, cancellationToken);
        await db.InsertAsync([.. Meetings.SelectMany(m => m.Lines)], null, cancellationToken);
        await db.InsertAsync(Appointments, null, cancellationToken);
    }

    private IEnumerable<TeamIdea> OfTeam(Programme programme, Module module, Unit site, Person leader, TeachingSession? session)
    {
        var isOver = module.WindowEnd.DayNumber + OverForDays < DateOnly.FromDateTime(_now.UtcDateTime).DayNumber;
        var chance = new DemoChance($"loop/{module.Number}/{programme.Name}/{leader.Id.Value}");
        var isShown = leader.Id == Account("leader");
        if ((session is null && !isOver) || (!chance.In(72) && !isShown))
        {
            yield break;
        }

        var begins = session is null
            ? new DateTimeOffset(module.WindowStart.AddDays(chance.From(0, 20)).ToDateTime(new TimeOnly(14, 0)), TimeSpan.Zero)
            : new DateTimeOffset(DateTime.SpecifyKind(session.End, DateTimeKind.Unspecified), TimeSpan.Zero);
        var count = chance.In(35) || isShown ? 2 : 1;
        for (var i = 0; i < count; i++)
        {
            // The demo's leader finds one from yesterday.
            var at = isShown && i == 1 && !isOver ? _now.AddDays(-1) : begins.AddMinutes(10 * i);
            if (at < _now)
            {
                yield return Sent(programme, module, site, leader, session, at, i, isOver, chance);
            }
        }
    }

    private TeamIdea Sent(
        Programme programme,
        Module module,
        Unit site,
        Person leader,
        TeachingSession? session,
        DateTimeOffset at,
        int number,
        bool isOver,
        DemoChance chance
    )
    {
        var told = chance.Of(_told.Ideas);
        var team = _reports[leader.Id].ToList();
        var chain = ChainOf(site);
        var idea = TeamIdea.Submit(
            DemoIds.Of<TeamIdeaId>(at, $"{programme.Name}/{module.Number}/{leader.Id.Value}/{number}"),
            new IdeaOrigin(module.Id, session?.Id, site.Id, leader.Id, team.Count >= _rules.TeamShownFrom),
            told.Text,
            chance.In(30),
            chain,
            _rules,
            chance.In(60) ? leader.Id : chance.Of(team).Id,
            at
        );
        while (idea.IsOpen && Next(idea, programme, module, chain, told, number, isOver, chance)) { }

        return idea;
    }

    /// <summary>What happens to an idea next, if it happens before now.</summary>
    private bool Next(
        TeamIdea idea,
        Programme programme,
        Module module,
        LoopChain chain,
        ToldIdea told,
        int number,
        bool isOver,
        DemoChance chance
    )
    {
        var arrived = idea.Stays[^1].ArrivedAt;
        var isForgotten = idea.Tier != LoopTier.State && chance.In(isOver ? 8 : 15);
        var at = isForgotten
            ? new DateTimeOffset(idea.DueOn.AddDays(1).ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero)
            : arrived.AddDays(DaysUntilNext(idea, chain, chance)).AddHours(chance.From(1, 6));
        if (at >= _now)
        {
            return false;
        }

        if (isForgotten)
        {
            return idea.PassOn(chain, _rules, at) == PassedOn.LateBelow;
        }

        var by = OwnerOf(idea, programme);
        var wanted = idea.Tier switch
        {
            LoopTier.Team => number == 0 ? 85 : 10,
            LoopTier.State => 0,
            _ => 55,
        };
        if (chance.In(wanted) && SlotOf(idea, module, at) is { } slot)
        {
            return idea.Forward(chain, slot, _rules, by, at).IsDone;
        }

        idea.Answer(AnswerOf(told, at, chance), by, at);
        return false;
    }

    /// <summary>The facility of the demo's facility lead takes its time, so that something waits there.</summary>
    private int DaysUntilNext(TeamIdea idea, LoopChain chain, DemoChance chance) =>
        idea.Tier switch
        {
            LoopTier.Team => chance.From(0, 3),
            LoopTier.Facility when _units.All.First(u => u.Id == chain.Facility).LeadId == Account("facility") => chance.From(10, 13),
            LoopTier.Facility => chance.From(2, 11),
            _ => chance.From(2, 8),
        };

    private AnswerFacts AnswerOf(ToldIdea told, DateTimeOffset at, DemoChance chance)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return chance.From(1, 10) switch
        {
            <= 4 => new AnswerFacts(IdeaAnswerKind.Adopted, told.Who, day.AddDays(chance.From(3, 30)), null),
            <= 7 => new AnswerFacts(IdeaAnswerKind.Trial, null, day.AddDays(chance.From(14, 42)), told.Trial),
            _ => new AnswerFacts(IdeaAnswerKind.NotNow, null, null, told.Reason),
        };
    }

    /// <summary>At a facility the same words twice are one idea.</summary>
    private void Merge(List<TeamIdea> told)
    {
        foreach (var same in told.GroupBy(i => i.Text).Where(g => g.Count() > 1))
        {
            var root = same.FirstOrDefault(i => !i.IsOpen) ?? same.MaxBy(i => i.Tier)!;
            foreach (var idea in same.Where(i => i != root && i.IsOpen))
            {
                idea.MergeInto(root, null, OwnerOf(idea, null), _now.AddHours(-20));
            }
        }
    }

    private ForwardSlot? SlotOf(TeamIdea idea, Module module, DateTimeOffset at)
    {
        var place = idea.OwnerUnitId?.Value ?? idea.LeaderId!.Value.Value;
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var key = LoopSlots.KeyOf(idea.Tier, place, module.Id, idea.SessionId, module.WindowStart, day, _rules);
        var taken = _forwarded.GetValueOrDefault((key.Place, key.For, key.Round));
        if (taken >= _rules.ForwardedAtMostFrom(idea.Tier))
        {
            return null;
        }

        _forwarded[(key.Place, key.For, key.Round)] = taken + 1;
        return key with { Number = taken + 1 };
    }

    private PersonId OwnerOf(TeamIdea idea, Programme? programme) =>
        idea.OwnerUnitId is { } unit ? _units.All.First(u => u.Id == unit).LeadId!.Value
        : idea.Tier == LoopTier.Team ? idea.LeaderId!.Value
        : programme!.SponsorId!.Value;

    private LoopChain ChainOf(Unit site)
    {
        return new LoopChain(true, site.LeadId is null ? null : site.Id, Above(UnitKind.Network), Above(UnitKind.State));

        UnitId? Above(UnitKind kind) =>
            _units
                .All.FirstOrDefault(u => u.Kind == kind && u.LeadId is not null && site.Path.StartsWith(u.Path, StringComparison.Ordinal))
                ?.Id;
    }

    private static PersonId Account(string key) => DemoUnits.PersonIdOf(DemoAccounts.All.First(a => a.Key == key).EmployeeId);
}
