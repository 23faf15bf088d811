using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Conversations;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Demo;

/// <summary>What was made, for the one who waits for it.</summary>
public sealed record DemoReport(int Units, int People, int Leaders, int Assignments, int Plans, int Experiments, int SealedDocuments);

/// <summary>
/// Meridian Post: its directory, and a year of its leaders' work. The aggregates make every row, so nothing stands in the demo that the product
/// would have refused; bulk insert stores them. The same in every demo, apart from keys, with days that count from today.
/// </summary>
public sealed class DemoOrganisation(
    FieldcraftDb db,
    KeyStore keys,
    Passwords passwords,
    Rules rules,
    WordCatalogue catalogue,
    Scripts scripts,
    FrameworkShelf shelf,
    TimeProvider clock
)
{
    public const string Name = "Meridian Post";
    private const string TimeZone = "Australia/Sydney";

    /// <exception cref="StartRefusedException">The database holds an organisation already.</exception>
    public async Task<DemoReport> MakeAsync(Action<string>? tell, CancellationToken cancellationToken)
    {
        if (await db.Installations.AnyAsync(cancellationToken))
        {
            throw new StartRefusedException(
                "database-in-use",
                "This database holds an organisation already. The demo is made in an empty one only; nothing was changed."
            );
        }

        var now = clock.GetUtcNow();
        var aYearAgo = now.AddDays(-365);
        tell?.Invoke($"{Name}: {DemoDirectory.Rows.Count} people…");
        var hashes = Task.Run(
            () => DemoAccounts.All.ToDictionary(a => a.Key, _ => passwords.Hash(DemoAccounts.Password), StringComparer.Ordinal),
            cancellationToken
        );
        var rows = new DemoRows();
        var units = new DemoUnits(DemoDirectory.Rows, aYearAgo);
        var people = new DemoPeople(DemoDirectory.Rows, units, aYearAgo);
        var cast = new DemoCast(DemoDirectory.Rows, people);
        tell?.Invoke($"A year of work for {cast.Leaders.Count} leaders…");
        var stories = new DemoStories();
        var personal = await DemoKeys.MakeAsync(keys, cast.Leaders, cancellationToken);
        var life = new DemoLife(cast, stories, personal, rows, rules, catalogue, now);
        foreach (var leader in cast.Leaders)
        {
            life.Tell(leader);
        }

        var framework = new DemoFramework(shelf.Default, now);
        framework.Tell(rows);
        new DemoAims(cast, personal, rows, framework, now).Tell();
        new DemoMoves(cast, personal, rows, rules, now).Tell();
        new DemoOpportunities(cast, personal, rows, rules, now).Tell();
        new DemoSessions(cast, personal, rows, scripts, units.Organisation.Id, now).Tell();
        new DemoGrowth(await keys.KeysOfAsync(DemoGrowth.People, cancellationToken), rows, now).Tell();
        var programme = new DemoProgramme(rows, catalogue, units.Organisation.Id, now).Tell();
        new DemoPlanners(cast.Leaders, personal, rows, programme, rules, now).Tell();
        TellTeamLearning(programme, cast, units, personal, rows, now);
        await new DemoChecks(cast, personal, keys, rows, rules, framework, now).TellAsync(cancellationToken);
        new DemoBoard(cast, units, personal, rows, rules, now).Tell();
        rows.Conditions.AddRange(DemoConditions.Tell(units, now));
        new DemoTogether(cast.Leaders, personal, rows, now).Tell();
        var workshops = new DemoWorkshops(cast.Leaders, personal, rules, now);
        workshops.Tell();
        new DemoRhythm(people, personal, rows, rules, now).Tell();
        TellPartners(new DemoPartners(people, units, personal, rows, rules, now), cast, stories, rows);
        var lead = people.Of(DemoAccounts.All.First(a => a.Key == "programme_lead").EmployeeId).Id;
        var rollouts = new DemoRollouts(people, units, programme.Modules[0], lead, now);
        rollouts.Tell();
        var loop = new DemoLoop(people, units, rules.Loop, now)
            .Tell(programme.Programme, programme.Modules[0], rollouts.Sessions)
            .Meet(programme.Programme);
        var sponsor = people.Of(DemoAccounts.All.First(a => a.Key == "sponsor").EmployeeId).Id;
        var usual = ModuleContent.FromJson(programme.EditionsOf(programme.Modules[0]).Last().Content);
        var finished = new DemoFinished(units, people, usual, lead, sponsor, now);
        loop.Tell(finished.Programme, finished.Module, []);
        var outcomes = new DemoOutcomes(units, people, finished, programme.Modules[0], lead, now);
        outcomes.Tell();
        var embedding = new DemoEmbedding(
            people,
            units,
            programme.Modules[0],
            rollouts.Sessions,
            (finished.Programme, finished.Module),
            now
        );
        embedding.Tell();
        var strategy = new DemoStrategy(cast, people, units, now).Tell();
        var promises = new DemoPromises(cast, people, now).Tell();
        strategy.Cause(programme.Programme.Id, rows.Postings, promises.Promises);
        var pulses = new DemoPulses(people, units, now).Tell();
        OpenAccounts(rows, units, people, await hashes, aYearAgo);
        tell?.Invoke("Storing it…");
        await db.WriteAsync(
            async () =>
            {
                await StoreAsync(units, people, rows, now, cancellationToken);
                await rollouts.StoreAsync(db, cancellationToken);
                await finished.StoreAsync(db, cancellationToken);
                await loop.StoreAsync(db, cancellationToken);
                await outcomes.StoreAsync(db, cancellationToken);
                await embedding.StoreAsync(db, cancellationToken);
                await workshops.StoreAsync(db, cancellationToken);
                await strategy.StoreAsync(db, cancellationToken);
                await promises.StoreAsync(db, cancellationToken);
                await pulses.StoreAsync(db, cancellationToken);
            },
            cancellationToken
        );
        return new DemoReport(
            units.All.Count,
            people.All.Count,
            cast.Leaders.Count,
            rows.Assignments.Count,
            rows.Plans.Count,
            rows.Experiments.Count,
            rows.Wraps.Count
        );
    }

    private static void TellTeamLearning(
        DemoProgramme programme,
        DemoCast cast,
        DemoUnits units,
        DemoKeys personal,
        DemoRows rows,
        DateTimeOffset now
    )
    {
        var (first, second) = (programme.Modules[0], programme.Modules[1]);
        new DemoReadiness(cast, units, personal, rows, now).Tell(first, ContentOf(first), second, ContentOf(second));

        ModuleContent ContentOf(Module module) => ModuleContent.FromJson(programme.EditionsOf(module).Last().Content);
    }

    private static void TellPartners(DemoPartners partners, DemoCast cast, DemoStories stories, DemoRows rows)
    {
        var employee = DemoAccounts.All.First(a => a.Key == "leader").EmployeeId;
        var leader = cast.Leaders.First(l => l.Row.EmployeeId == employee);
        var plan = rows.Plans.First(p => p.OwnerId == leader.Person.Id && p.EndedAt is null);
        partners.Tell(stories.Told(DemoCast.NightDock, leader.Names).Plan.Title, plan.Id.Value);
    }

    private static void OpenAccounts(
        DemoRows rows,
        DemoUnits units,
        DemoPeople people,
        Dictionary<string, string> hashes,
        DateTimeOffset at
    )
    {
        foreach (var wanted in DemoAccounts.All)
        {
            var person = people.Of(wanted.EmployeeId);
            var account = SignInAccount.For(person.Id, person.Email ?? wanted.EmployeeId, at);
            account.SetPassword(hashes[wanted.Key], byWayOfSomebodyElse: false, at);
            rows.Accounts.Add(account);
            foreach (var (role, path) in wanted.Grants)
            {
                var unit = path is null ? units.Organisation : units.At(path);
                rows.Grants.Add(
                    Grant.Give(DemoIds.Of<GrantId>(DemoIds.Founded, $"{wanted.Key}/{role}"), person.Id, role, unit.Id, null, at)
                );
            }
        }
    }

    private async Task StoreAsync(
        DemoUnits units,
        DemoPeople people,
        DemoRows rows,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        db.Add(
            new Installation
            {
                Mode = InstallationMode.Organisation,
                Name = Name,
                Language = WordCatalogue.Source,
                TimeZone = TimeZone,
                MadeAt = now,
                IsDemo = true,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        await db.InsertAsync(units.All, null, cancellationToken);
        await db.InsertAsync([.. people.All], null, cancellationToken);
        await db.InsertAsync([.. people.All.SelectMany(p => p.Placements)], null, cancellationToken);
        await db.InsertAsync([.. people.All.SelectMany(p => p.Lines)], null, cancellationToken);
        await rows.StoreAsync(db, cancellationToken);
    }
}
