using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Readiness;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>
/// Leaders of Meridian Post made ready: for the first module nearly all have been, for the second previews are over or near and groups begin. The
/// same proposal plans them that the product makes.
/// </summary>
internal sealed class DemoReadiness
{
    private const int FacilityDepth = 4;
    private readonly DemoKeys _keys;
    private readonly DemoRows _rows;
    private readonly DemoUnits _units;
    private readonly DateTimeOffset _now;
    private readonly DateOnly _today;
    private readonly PersonId _lead = Account("programme_lead");
    private readonly PersonId _coach = Account("facilitator");
    private readonly IReadOnlyList<ProposalSite> _sites;
    private readonly IReadOnlyList<(DemoLeader Leader, Unit Site)> _leaders;
    private readonly IReadOnlyList<(PersonId Id, string Language, string Path)> _facilitators;

    public DemoReadiness(DemoCast cast, DemoUnits units, DemoKeys keys, DemoRows rows, DateTimeOffset now)
    {
        (_keys, _rows, _units, _now) = (keys, rows, units, now);
        _today = DateOnly.FromDateTime(now.UtcDateTime);
        var working = cast
            .Leaders.SelectMany(
                l => DemoDirectory.Rows.Where(r => r.SupervisorId == l.Row.EmployeeId && r.Status == PersonStatus.Active).Take(1),
                (l, _) => l
            )
            .Where(l => l.Row.Status == PersonStatus.Active && Depth(l.Row.UnitPath) >= FacilityDepth);
        _leaders = [.. working.Select(l => (l, units.At(Upper(l.Row.UnitPath, FacilityDepth))))];
        var zones = _leaders.GroupBy(l => l.Site.Id).ToDictionary(g => g.Key, g => g.First().Leader.Row.Facts.TimeZone);
        _sites =
        [
            .. _leaders
                .Select(l => l.Site)
                .DistinctBy(s => s.Id)
                .Select(s => new ProposalSite(s.Id, s.Path, new Site(s.Id, s.Name, s.Path).NetworkPath, zones[s.Id])),
        ];
        _facilitators = Facilitators();
    }

    public void Tell(Module first, ModuleContent firstContent, Module second, ModuleContent secondContent)
    {
        foreach (var (id, _, path) in _facilitators.Where(f => f.Id != _coach))
        {
            _rows.Grants.Add(
                Grant.Give(
                    DemoIds.Of<GrantId>(DemoIds.Founded, $"previews/{id.Value}"),
                    id,
                    Role.PreviewFacilitator,
                    _units.At(path).Id,
                    null,
                    _now.AddDays(-120)
                )
            );
        }

        TellModule(first, firstContent, first.WindowStart.AddDays(-34));
        TellModule(second, secondContent, _today.AddDays(-8));
        new DemoComfort(_keys, _rows, _now).CountConfidence(first);
    }

    private void TellModule(Module module, ModuleContent content, DateOnly proposedOn)
    {
        var chance = new DemoChance($"readiness/{module.Number}");
        var at = Moment(proposedOn, 9);
        var (from, until, _) = PreparationProposal.Days(module.WindowStart, proposedOn);
        var languages = content.Languages.ToHashSet(StringComparer.Ordinal);
        var proposal = PreparationProposal.For(
            new ProposalTask(
                from,
                until,
                _sites,
                [
                    .. _leaders.Select(l => new ProposalLeader(
                        l.Leader.Person.Id,
                        l.Site.Id,
                        l.Leader.Row.Facts.ShiftPattern,
                        languages.Contains(l.Leader.Row.Facts.Language) ? l.Leader.Row.Facts.Language : content.Language
                    )),
                ],
                [.. _facilitators.Select(f => new ProposalFacilitator(f.Id, f.Language, [_units.At(f.Path).Path], []))],
                PreparationCalendar.StartOf
            )
        );
        var readiness = new Dictionary<PersonId, LeaderReadiness>();
        var events = new List<PreparationEvent>();
        foreach (var (proposed, i) in WithCoachsOwn(proposal).Select((e, i) => (e, i)))
        {
            var planned = Answered(proposed, module, $"{module.Number}/{i}", at, chance);
            events.Add(planned);
            if (planned.On < _today)
            {
                Hold(planned, module, readiness, chance);
            }
        }

        if (events.FirstOrDefault(e => e is { IsPlanned: true, Kind: PreparationKind.Coaching } && e.FacilitatorId == _coach) is { } waited)
        {
            Wait(waited, events);
        }

        foreach (var planned in events)
        {
            _rows.PreparationEvents.Add(planned);
            Appoint(planned, at);
        }

        foreach (var known in readiness.Values)
        {
            Finish(known, module, events, chance);
        }

        _rows.LeaderReadiness.AddRange(readiness.Values);
        new DemoComfort(_keys, _rows, _now).Tell(module, content, events);
    }

    // The facilitator of the demo has two groups this week, whoever else could hold them.
    private List<ProposedPreparation> WithCoachsOwn(PreparationProposal proposal)
    {
        var path = _facilitators.First(f => f.Id == _coach).Path;
        var sites = _sites.Where(s => s.Path.StartsWith(_units.At(path).Path, StringComparison.Ordinal)).Select(s => s.Id).ToHashSet();
        var events = proposal.Events.ToList();
        var own = events.Count(e => IsNearGroup(e) && e.Facilitator == _coach);
        for (var i = 0; i < events.Count && own < 2; i++)
        {
            var stretch = PreparationCalendar.StretchOf(events[i].When);
            if (
                IsNearGroup(events[i])
                && events[i].Facilitator != _coach
                && sites.Contains(events[i].SiteId)
                && !events.Any(e => e.Facilitator == _coach && PreparationCalendar.StretchOf(e.When).Meets(stretch))
            )
            {
                events[i] = events[i] with { Facilitator = _coach };
                own++;
            }
        }

        return events;

        bool IsNearGroup(ProposedPreparation e) => e.Kind == PreparationKind.Coaching && e.Language == "en" && e.When.On >= _today;
    }

    private PreparationEvent Answered(ProposedPreparation proposed, Module module, string name, DateTimeOffset at, DemoChance chance)
    {
        var id = DemoIds.Of<PreparationEventId>(at, $"preparation/{name}");
        var planned = PreparationEvent.Plan(id, module.Id, ProposalDesk.FactsOf(proposed), _lead, at);
        foreach (var leader in proposed.Leaders)
        {
            planned.Invite(leader, _lead, at);
            if (planned.On < _today || leader == Account("leader") || chance.In(65))
            {
                planned.Come(leader, at.AddHours(chance.From(3, 90)));
            }
            else if (chance.In(12))
            {
                planned.Decline(leader, at.AddHours(chance.From(3, 90)));
            }
            else
            {
                _rows.Notices.Add(
                    Notice.Tell(
                        DemoIds.Of<NoticeId>(at, $"preparation/{name}/{leader.Value}"),
                        leader,
                        ReadinessNotices.Invited.Key,
                        _lead,
                        ReadinessLinks.Mine(module.Id),
                        at
                    )
                );
            }
        }

        return planned;
    }

    private void Hold(PreparationEvent planned, Module module, Dictionary<PersonId, LeaderReadiness> readiness, DemoChance chance)
    {
        var at = Moment(planned.On, 12);
        // Who missed the preview is not in the group either.
        var present = planned
            .Seated.Select(s => s.PersonId)
            .Where(p => planned.Kind == PreparationKind.Preview || readiness.GetValueOrDefault(p) is { IsPreviewed: true })
            .Where(p => DemoComfort.IsShown(p) || chance.In(96))
            .ToList();
        planned.Hold(present, planned.On, planned.FacilitatorId!.Value, at);
        foreach (var leader in present)
        {
            if (!readiness.TryGetValue(leader, out var known))
            {
                readiness[leader] = known = LeaderReadiness.Begin(
                    DemoIds.Of<LeaderReadinessId>(at, $"{module.Number}/{leader.Value}"),
                    leader,
                    module.Id,
                    at
                );
            }

            known.TakePart(planned.Kind, planned.On, at);
        }
    }

    private static void Wait(PreparationEvent full, IReadOnlyList<PreparationEvent> events)
    {
        var others = events
            .Where(e => e != full && e.Kind == full.Kind && e.IsPlanned && e.Language == full.Language)
            .SelectMany(e => e.Seated.Where(s => s.State == PreparationSeatState.Declined))
            .Select(s => s.PersonId)
            .Take(2 + full.Seats - full.SeatsTaken)
            .ToList();
        foreach (var (leader, i) in others.Select((l, i) => (l, i)))
        {
            full.Come(leader, full.PlannedAt.AddDays(5).AddHours(i));
        }
    }

    private void Finish(LeaderReadiness readiness, Module module, IReadOnlyList<PreparationEvent> events, DemoChance chance)
    {
        if (!readiness.IsPractised)
        {
            return;
        }

        var at = Moment(readiness.PractisedOn!.Value, 13);
        var group = events.First(e => e.Kind == PreparationKind.Coaching && e.StateOf(readiness.OwnerId) == PreparationSeatState.Attended);
        var shown = DemoComfort.IsShown(readiness.OwnerId);
        if (shown || chance.In(93))
        {
            readiness.MarkPlannerDone(chance.In(70) ? PlannerWord.Leader : PlannerWord.Coach, at);
        }

        if (readiness.IsPlannerDone && (shown || chance.In(95)))
        {
            readiness.Clear(false, group.FacilitatorId!.Value, UpToNow(at.AddHours(1)));
        }
        else if (chance.In(40))
        {
            var site = _leaders.First(l => l.Leader.Person.Id == readiness.OwnerId).Site.Id;
            var deputy = _leaders.FirstOrDefault(l => l.Site.Id == site && l.Leader.Person.Id != readiness.OwnerId).Leader?.Person.Id;
            readiness.SayNotYet(new NotYet(module.WindowStart.AddDays(chance.From(9, 20)), deputy), UpToNow(at.AddDays(1)));
        }

        if (shown)
        {
            var noticed = DemoComfort.Noticed(module.Number);
            var document = Document(readiness.OwnerId, readiness.Id.Value, at);
            readiness.WriteNoticed(
                noticed.ToDo,
                noticed.Otherwise,
                noticed.ToAsk,
                document.Sealer,
                Moment(readiness.PreviewedOn!.Value, 15)
            );
        }
    }

    private void Appoint(PreparationEvent planned, DateTimeOffset at)
    {
        if (planned.State == PreparationState.Cancelled)
        {
            return;
        }

        var facts = PreparationCalendar.FactsOf(planned);
        var people = planned
            .Seated.Where(s => s.State is PreparationSeatState.Coming or PreparationSeatState.Attended)
            .Select(s => s.PersonId)
            .Append(planned.FacilitatorId!.Value)
            .Distinct();
        foreach (var person in people)
        {
            _rows.Appointments.Add(
                Appointment.Make(
                    DemoIds.Of<AppointmentId>(at, $"{facts.Source}/{person.Value}"),
                    person,
                    facts.Source,
                    facts.Kind,
                    null,
                    facts.When,
                    facts.Address,
                    at
                )
            );
        }
    }

    private NewDocument Document(PersonId owner, Guid id, DateTimeOffset at)
    {
        var document = Vault.NewDocument(owner, id, _keys.Of(owner), at);
        _rows.Wraps.Add(document.OwnersWrap);
        return document;
    }

    // In each network somebody who leads a building there, one of them in Spanish; and the account one can be.
    private List<(PersonId Id, string Language, string Path)> Facilitators()
    {
        var account = DemoAccounts.All.First(a => a.Key == "facilitator");
        var coach = DemoDirectory.Rows.First(r => r.EmployeeId == account.EmployeeId);
        var networks = _leaders.GroupBy(l => Upper(l.Leader.Row.UnitPath, FacilityDepth - 1), StringComparer.Ordinal);
        var chosen = new List<(PersonId, string, string)> { (_coach, coach.Facts.Language, account.Grants[0].Unit!) };
        foreach (var network in networks)
        {
            chosen.AddRange(
                network
                    .Where(l => l.Leader.Person.Id != _coach && !DemoComfort.IsShown(l.Leader.Person.Id))
                    .Where(l => l.Leader.Level == "facility" && l.Leader.Row.Facts.Language == "en")
                    .Take(2)
                    .Select(l => (l.Leader.Person.Id, "en", network.Key))
            );
        }

        if (_leaders.FirstOrDefault(l => l.Leader.Row.Facts.Language == "es").Leader is { } spanish)
        {
            chosen.Add((spanish.Person.Id, "es", Upper(spanish.Row.UnitPath, 1)));
        }

        return chosen;
    }

    private static DateTimeOffset Moment(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);

    private static int Depth(string path) => path.Split(" / ").Length;

    private static string Upper(string path, int depth) => string.Join(" / ", path.Split(" / ").Take(depth));

    private static PersonId Account(string key) => DemoUnits.PersonIdOf(DemoAccounts.All.First(a => a.Key == key).EmployeeId);

    /// <summary>Nothing in the demo has happened later than now.</summary>
    private DateTimeOffset UpToNow(DateTimeOffset at) => at < _now ? at : _now;
}
