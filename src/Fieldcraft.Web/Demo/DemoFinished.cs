using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;

namespace Fieldcraft.Web.Demo;

/// <summary>
/// A programme of one module that ended half a year ago. Its sites began one network after another: the first three in the first two weeks, the others ten
/// weeks later. Every leader taught the own team, in groups of twenty.
/// </summary>
internal sealed class DemoFinished
{
    private const int OpenedDays = 280;
    private const int WindowDays = 84;
    private const int EndedDays = 182;
    private const int LaterDays = 70;
    private const int Group = 20;
    private readonly Dictionary<UnitId, DateOnly> _began = [];
    private readonly List<TeachingSession> _sessions = [];
    private readonly List<PersonId> _leaders = [];
    private readonly ModuleEdition _edition;

    public DemoFinished(DemoUnits units, DemoPeople people, ModuleContent like, PersonId lead, PersonId sponsor, DateTimeOffset now)
    {
        var told = DemoOutcomes.Read();
        var (begun, opened) = (now.AddDays(-OpenedDays - 60), DateOnly.FromDateTime(now.AddDays(-OpenedDays).UtcDateTime));
        Programme = Programme.Begin(
            DemoIds.Of<ProgrammeId>(DemoIds.Founded, "programme/finished"),
            lead,
            new ProgrammeFacts(told.Programme, told.Purpose, units.Organisation.Id, sponsor),
            begun
        );
        Module = Module
            .Add(
                DemoIds.Of<ModuleId>(DemoIds.Founded, "module/finished"),
                Programme.Id,
                null,
                new ModuleFacts(told.Module, told.Customer, null, null, null, opened, WindowDays),
                lead,
                begun
            )
            .Value!;
        var content = like with
        {
            Signs = [.. told.Signs.Select(s => LocalText.Of(like.Language, s))],
            Blocks = [.. like.Blocks.Select(b => b with { Media = [] })],
        };
        _edition = ModuleEdition.Start(
            DemoIds.Of<ModuleEditionId>(DemoIds.Founded, "module/finished/edition/1"),
            Module.Id,
            1,
            content,
            lead,
            begun.AddDays(7)
        );
        var pilot = ModulePilot
            .Note(
                DemoIds.Of<ModulePilotId>(DemoIds.Founded, "pilot/finished/1"),
                _edition,
                told.Pilot,
                opened.AddDays(-30),
                58,
                null,
                lead,
                begun.AddDays(20)
            )
            .Value!;
        Pilot = pilot;
        _edition.Publish([pilot], _ => true, null, lead, begun.AddDays(30));
        Module.Use(_edition.Id, lead, begun.AddDays(30));
        Teach(units, people, opened);
        Programme.End(lead, now.AddDays(-EndedDays));
    }

    public Programme Programme { get; }
    public Module Module { get; }
    public ModulePilot Pilot { get; }

    /// <summary>Who taught a team.</summary>
    public IReadOnlyList<PersonId> Leaders => _leaders;

    public DateOnly BeganAt(UnitId site) => _began.GetValueOrDefault(site, Module.WindowStart.AddDays(LaterDays));

    public async Task StoreAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        await db.InsertAsync([Programme], null, cancellationToken);
        await db.InsertAsync([Module], null, cancellationToken);
        await db.InsertAsync([_edition], null, cancellationToken);
        await db.InsertAsync([Pilot], null, cancellationToken);
        await db.InsertAsync(_sessions, null, cancellationToken);
        await db.InsertAsync([.. _sessions.SelectMany(s => s.Seats)], null, cancellationToken);
    }

    private void Teach(DemoUnits units, DemoPeople people, DateOnly opened)
    {
        var reports = people.All.Where(p => p.ManagerId is not null && p.Status == PersonStatus.Active).ToLookup(p => p.ManagerId!.Value);
        var leaders = people.All.Where(p => p.Status == PersonStatus.Active && reports[p.Id].Any()).ToLookup(p => p.UnitId!.Value);
        var networks = units.All.Where(u => u.Kind == UnitKind.Network).Select(u => u.Id).ToList();
        foreach (var site in units.All.Where(u => u.Kind == UnitKind.Facility))
        {
            var chance = new DemoChance($"finished/{site.Name}");
            var isEarly = networks.IndexOf(site.ParentId!.Value) < networks.Count / 2;
            var first = opened.AddDays((isEarly ? 0 : LaterDays) + chance.From(0, 8));
            _began[site.Id] = first;
            var below = units.All.Where(u => u.Path.StartsWith(site.Path, StringComparison.Ordinal)).Select(u => u.Id);
            foreach (var (leader, i) in below.SelectMany(u => leaders[u]).Select((l, i) => (l, i)))
            {
                var learners = reports[leader.Id].Where(p => !reports[p.Id].Any()).Select(p => p.Id).ToList();
                _leaders.Add(leader.Id);
                foreach (var (group, g) in learners.Chunk(Group).Select((x, g) => (x, g)))
                {
                    Hold(site, leader, group, first.AddDays((i == 0 && g == 0) ? 0 : chance.From(0, 11)), $"{leader.Id.Value}/{g}", chance);
                }
            }
        }
    }

    private void Hold(Unit site, Person leader, PersonId[] group, DateOnly day, string key, DemoChance chance)
    {
        var start = day.ToDateTime(new TimeOnly(chance.From(8, 15), 0));
        var at = new DateTimeOffset(start, TimeSpan.Zero);
        var session = TeachingSession.Plan(
            DemoIds.Of<TeachingSessionId>(at, $"finished/{key}"),
            Module.Id,
            new SessionPlace(site.Id, null, leader.Id, start, leader.TimeZone, 60),
            SessionPart.Whole,
            group,
            leader.Id,
            at.AddDays(-14)
        );
        session.Publish(leader.Id, at.AddDays(-14));
        session.NoteHeld(
            [.. group.Where(_ => chance.In(91))],
            null,
            AttendanceWay.Ticked,
            60,
            _edition.Id,
            leader.Id,
            start.AddHours(1),
            at.AddHours(1)
        );
        _sessions.Add(session);
    }
}
