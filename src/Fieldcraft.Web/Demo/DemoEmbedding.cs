using System.Text.Json;
using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;

namespace Fieldcraft.Web.Demo;

internal sealed record ToldEmbedding(
    IReadOnlyList<string> Tips,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> Who,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> Dropped,
    IReadOnlyList<string> Lines,
    IReadOnlyList<string> Reasons,
    string Word,
    string Down,
    IReadOnlyList<string> Keep,
    IReadOnlyList<string> Change,
    IReadOnlyList<string> Try
)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);

    public static ToldEmbedding Read() =>
        JsonSerializer.Deserialize<ToldEmbedding>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "embedding.json")),
            Reading
        )!;
}

/// <summary>
/// What keeps the modules alive at the facilities: most have tips and a board, some an award, a few nothing yet. Team actions of the programme before are at
/// every look, those of the running module are fresh, and leaders and sites have looked back.
/// </summary>
/// <param name="last">A programme that is over, with a module of it.</param>
internal sealed class DemoEmbedding(
    DemoPeople people,
    DemoUnits units,
    Module running,
    IReadOnlyList<TeachingSession> sessions,
    (Programme Programme, Module Module) last,
    DateTimeOffset now
)
{
    private const int LooksOverDays = 205;
    private readonly ToldEmbedding _told = ToldEmbedding.Read();
    private readonly DateOnly _month = Nomination.MonthOf(DateOnly.FromDateTime(now.UtcDateTime));

    public List<SiteKit> Kits { get; } = [];
    public List<Tip> Tips { get; } = [];
    public List<Nomination> Nominations { get; } = [];
    public List<TeamAction> Actions { get; } = [];
    public List<LookBack> LookBacks { get; } = [];

    public void Tell()
    {
        var reports = people.All.Where(p => p is { ManagerId: not null, Status: PersonStatus.Active }).ToLookup(p => p.ManagerId!.Value);
        foreach (var site in units.All.Where(u => u.Kind == UnitKind.Facility))
        {
            var below = units.All.Where(u => u.Path.StartsWith(site.Path, StringComparison.Ordinal)).Select(u => u.Id).ToHashSet();
            var crew = people.All.Where(p => p.Status == PersonStatus.Active && p.UnitId is { } u && below.Contains(u)).ToList();
            var leaders = crew.Where(p => reports[p.Id].Any()).ToList();
            var kit = Kit(site, leaders);
            var chance = new DemoChance($"floor/{site.Name}");
            if (kit.HasTips)
            {
                TellTips(site, crew, chance);
            }

            if (kit.HasAward)
            {
                TellAward(site, crew.Where(p => !reports[p.Id].Any()).ToList(), leaders, chance);
            }

            foreach (var leader in leaders)
            {
                TellAction(site, leader, new DemoChance($"action/{leader.EmployeeId}"));
            }

            TellLookBacks(site, leaders, chance);
        }

        TellFreshActions();
        TellTheLeadersOwn();
    }

    public async Task StoreAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        await db.InsertAsync(Kits, null, cancellationToken);
        await db.InsertAsync(Tips, null, cancellationToken);
        await db.InsertAsync(Nominations, null, cancellationToken);
        await db.InsertAsync([.. Nominations.SelectMany(n => n.Reasons)], null, cancellationToken);
        await db.InsertAsync(Actions, null, cancellationToken);
        await db.InsertAsync([.. Actions.SelectMany(a => a.Looks)], null, cancellationToken);
        await db.InsertAsync(LookBacks, null, cancellationToken);
    }

    /// <summary>The site of the demo's accounts uses everything; of the others most use tips, some the award, and a few have said nothing.</summary>
    private SiteKit Kit(Unit site, List<Person> leaders)
    {
        var chance = new DemoChance($"kit/{site.Name}");
        var kit = SiteKit.Lay(site.Id);
        var (lead, at) = (site.LeadId ?? leaders[0].Id, now.AddDays(-14));
        var isShown = site.Id == SiteOf(Account("leader"))?.Id;
        if (!isShown && chance.In(15))
        {
            return kit;
        }

        kit.SetHuddle(
            chance.Of([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Thursday]),
            new TimeOnly(chance.Of([5, 6, 13]), chance.Of([45, 50])),
            lead,
            at
        );
        Keep(KitPiece.Tips, isShown ? Account("leader").Id : leaders[0].Id, isShown || chance.In(80));
        Keep(KitPiece.Award, lead, isShown || chance.In(45));
        if (isShown || chance.In(50))
        {
            kit.WriteLine(chance.Of(_told.Lines), lead, now.AddDays(-2));
        }

        Kits.Add(kit);
        return kit;

        void Keep(KitPiece piece, PersonId keeper, bool agrees)
        {
            kit.Ask(piece, keeper, lead, at);
            if (agrees)
            {
                kit.Agree(piece, keeper, at.AddDays(1));
            }
        }
    }

    private void TellTips(Unit site, List<Person> crew, DemoChance chance)
    {
        var keeper = site.LeadId ?? crew[0].Id;
        var from = chance.From(0, _told.Tips.Count - 1);
        var count = chance.From(2, 6);
        for (var i = 0; i < count; i++)
        {
            var at = now.AddDays(-13).AddHours(i * 50 + chance.From(0, 40));
            var reach = chance.Of([TipReach.Site, TipReach.Site, TipReach.Network, TipReach.Everybody]);
            var said = new TipSaid(_told.Tips[(from + i) % _told.Tips.Count], i == 0 ? TipReach.Site : reach, running.Id, chance.In(25));
            var isNewest = i == count - 1;
            var tip = Tip.Post(Id($"tip/{site.Name}/{i}", at), site.Id, chance.Of(crew).Id, said, null, isTrusted: !isNewest, at);
            Tips.Add(tip);
        }

        if (site.Id == SiteOf(Account("leader"))?.Id)
        {
            var at = now.AddDays(-4);
            var down = Tip.Post(Id($"tip/{site.Name}/down", at), site.Id, Account("employee").Id, new TipSaid(_told.Down), null, true, at);
            down.TakeDown(_told.Word, keeper, at.AddHours(6));
            Tips.Add(down);
        }

        static TipId Id(string name, DateTimeOffset at) => DemoIds.Of<TipId>(at, name);
    }

    /// <summary>Last month somebody was chosen and agreed, at one site in four they would rather not; this month some are named.</summary>
    private void TellAward(Unit site, List<Person> crew, List<Person> leaders, DemoChance chance)
    {
        var jury = site.LeadId ?? leaders[0].Id;
        var before = _month.AddMonths(-1);
        var chosen = Named(site, before, crew, chance, now.AddDays(-40));
        chosen.Choose(chosen.Reasons[0].Text, jury, now.AddDays(-32));
        if (chance.In(75))
        {
            chosen.Accept(now.AddDays(-31));
        }
        else
        {
            chosen.Decline(now.AddDays(-31));
        }

        for (var i = 0; i < 2; i++)
        {
            Named(site, _month, crew, chance, now.AddHours(-20 - i));
        }
    }

    private Nomination Named(Unit site, DateOnly month, List<Person> crew, DemoChance chance, DateTimeOffset at)
    {
        var nominee = chance.Of(crew);
        if (Nominations.FirstOrDefault(n => n.SiteId == site.Id && n.Month == month && n.PersonId == nominee.Id) is { } there)
        {
            return there;
        }

        var by = crew.First(p => p.Id != nominee.Id);
        var nomination = Nomination
            .Name(
                DemoIds.Of<NominationId>(at, $"{site.Name}/{month}/{nominee.EmployeeId}"),
                site.Id,
                month,
                nominee.Id,
                by.Id,
                isManager: false,
                chance.Of(_told.Reasons),
                at
            )
            .Value!;
        Nominations.Add(nomination);
        return nomination;
    }

    /// <summary>What the leader's team started in the programme before, looked at three times or not at all.</summary>
    private void TellAction(Unit site, Person leader, DemoChance chance)
    {
        var action = Agree(site, leader, last.Module, null, LooksOverDays - chance.From(0, 20), chance);
        foreach (var weeks in TeamAction.LooksAfterWeeks)
        {
            var at = action.AgreedAt.AddDays((weeks * 7) + 1);
            if (action.Ask(Day(at), at) is null || chance.In(25))
            {
                continue;
            }

            var answer = chance.Of([LookAnswer.Done, LookAnswer.Done, LookAnswer.Done, LookAnswer.Changed, LookAnswer.Dropped]);
            var text = answer switch
            {
                LookAnswer.Changed => chance.Of(_told.Changed),
                LookAnswer.Dropped when chance.In(60) => chance.Of(_told.Dropped),
                _ => null,
            };
            action.Answer(weeks, answer, text, leader.Id, Day(at), at.AddHours(chance.From(2, 60)));
        }
    }

    /// <summary>Every session of the running module that was held and logged ended with an action.</summary>
    private void TellFreshActions()
    {
        foreach (var session in sessions.Where(s => s is { IsHeld: true, LeaderId: not null }))
        {
            var chance = new DemoChance($"fresh/{session.Id.Value}");
            var leader = people.All.First(p => p.Id == session.LeaderId);
            var site = units.All.First(u => u.Id == session.SiteId);
            var days = Math.Max(0, DateOnly.FromDateTime(now.UtcDateTime).DayNumber - DateOnly.FromDateTime(session.Start).DayNumber);
            var action = Agree(site, leader, running, session.Id, days, chance);
            if (chance.In(30))
            {
                action.NameTeam(true, leader.Id, action.AgreedAt);
            }
        }
    }

    /// <summary>The demo's leader finds a look at each distance.</summary>
    private void TellTheLeadersOwn()
    {
        var leader = Account("leader");
        foreach (var weeks in TeamAction.LooksAfterWeeks)
        {
            var action = Agree(SiteOf(leader)!, leader, last.Module, null, (weeks * 7) + 2, new DemoChance($"own/{weeks}"));
            action.Ask(Day(now), now.AddDays(-1));
        }
    }

    private void TellLookBacks(Unit site, List<Person> leaders, DemoChance chance)
    {
        if (site.LeadId is { } lead && chance.In(30))
        {
            LookBacks.Add(Look(LookBackFrom.Site, lead, site, chance));
        }

        foreach (var leader in leaders.Where(_ => chance.In(15)))
        {
            LookBacks.Add(Look(LookBackFrom.Leader, leader.Id, site, chance));
        }
    }

    private LookBack Look(LookBackFrom from, PersonId author, Unit site, DemoChance chance)
    {
        var at = now.AddDays(-170 + chance.From(0, 14));
        return LookBack.Write(
            DemoIds.Of<LookBackId>(at, $"{from}/{author.Value}"),
            last.Programme.Id,
            chance.In(50) ? last.Module.Id : null,
            from,
            author,
            site.Id,
            new LookBackSaid(
                chance.In(60) ? chance.Of(_told.Keep) : null,
                chance.Of(_told.Change),
                chance.In(60) ? chance.Of(_told.Try) : null,
                chance.In(35)
            ),
            at
        );
    }

    private TeamAction Agree(Unit site, Person leader, Module module, TeachingSessionId? session, int daysAgo, DemoChance chance)
    {
        var at = now.AddDays(-daysAgo);
        var action = TeamAction.Agree(
            DemoIds.Of<TeamActionId>(at, $"{leader.EmployeeId}/{session?.Value}/{daysAgo}"),
            new ActionSource(module.Id, session, site.Id, leader.Id),
            chance.Of(_told.Actions),
            chance.Of(_told.Who),
            chance.In(40) ? Day(at.AddDays(10)) : null,
            leader.Id,
            Day(at),
            at
        );
        Actions.Add(action);
        return action;
    }

    private Unit? SiteOf(Person person)
    {
        var path = units.All.First(u => u.Id == person.UnitId).Path;
        return units.All.FirstOrDefault(u => u.Kind == UnitKind.Facility && path.StartsWith(u.Path, StringComparison.Ordinal));
    }

    private Person Account(string key) => people.Of(DemoAccounts.All.First(a => a.Key == key).EmployeeId);

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
