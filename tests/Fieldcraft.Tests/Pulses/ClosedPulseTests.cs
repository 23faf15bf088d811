using System.Net;
using System.Text;
using System.Text.Json;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Insight.Figures;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Pulses;

/// <summary>Attacks on who said what in a pulse: over the public API with several accounts and waves, and in the database after it closed.</summary>
public sealed class ClosedPulseTests
{
    private const int Minimum = 5;

    [Theory, OnServersOfItsOwn]
    public async Task Everything_released_over_three_waves_gives_no_single_answer_away(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var company = await Company.InAsync(await World.InAsync(app));
        var (queries, learned) = (0, 0);
        for (var wave = 0; wave < 3; wave++)
        {
            var pulse = await company.OpenAsync();
            var said = await company.AnswerAsync(pulse, wave);
            var parts = await company.PartsAsync();
            (await company.Lead.ApiAsync(HttpMethod.Post, $"/api/v1/pulses/{pulse}/close")).Status.ShouldBe(HttpStatusCode.NoContent);

            // Two accounts ask for every unit and find the same.
            foreach (var unit in company.Units)
            {
                var (status, one, _) = await company.Lead.ApiAsync(HttpMethod.Get, $"/api/v1/pulses/{pulse}/result?unit={unit.Id.Value}");
                var (other, two, _) = await company.Sponsor.ApiAsync(HttpMethod.Get, $"/api/v1/pulses/{pulse}/result?unit={unit.Id.Value}");
                queries += 2;
                other.ShouldBe(status);
                two.ToString().ShouldBe(one.ToString());
                if (status == HttpStatusCode.OK)
                {
                    learned += one.GetProperty("features")
                        .EnumerateArray()
                        .Count(f => f.GetProperty("score").GetProperty("people").ValueKind == JsonValueKind.Number);
                }
            }

            // The worst an attacker can have: exact sums of every group of parts, and who answered.
            var figures = await app.InDatabaseAsync(db => db.ReleaseFigures.AsNoTracking().ToListAsync());
            var people = company.People.Select(p => p.Id).ToList();
            foreach (
                var feature in PulseItems
                    .Features.Select(f => (Measure: f, Least: 1d, Most: 7d))
                    .Concat(PulseItems.Features.Select(f => (Measure: $"{f}.favourable", Least: 0d, Most: 1d)))
            )
            {
                var solver = new Solver(people.Count);
                foreach (
                    var group in figures
                        .Where(f => f.Measure == feature.Measure && f.ReleaseId == company.Release && f.Group is not null)
                        .GroupBy(f => f.Group)
                )
                {
                    var inside = group.Select(f => f.Part).ToHashSet();
                    var members = people
                        .Select((p, i) => (p, i))
                        .Where(x => said.Contains(x.p) && parts.TryGetValue(x.p, out var part) && inside.Contains(part))
                        .Select(x => x.i)
                        .ToList();
                    members.Count.ShouldBe(group.Sum(f => f.Count));
                    members.Count.ShouldBeGreaterThanOrEqualTo(Minimum);
                    solver.Learn(members, group.Sum(f => f.Sum));
                }

                solver.Isolated().ShouldBeEmpty($"{feature.Measure}, wave {wave}");
                solver.Pinned(feature.Least, feature.Most).ShouldBeEmpty($"{feature.Measure}, wave {wave}");
            }

            await company.GoesOnAsync(wave);
        }

        queries.ShouldBeGreaterThan(40);
        learned.ShouldBeGreaterThan(40);
    }

    [Theory, OnServersOfItsOwn]
    public async Task After_closing_no_row_holds_an_answer_a_code_or_a_way_to_the_secret(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var company = await Company.InAsync(await World.InAsync(app));
        var pulse = await company.OpenAsync();
        var round = await app.InDatabaseAsync(db => db.Pulses.Select(p => p.RoundId!.Value).SingleAsync());
        await company.AnswerAsync(pulse, 0);
        var open = await app.InDatabaseAsync(db => db.PulseAnswers.AsNoTracking().ToListAsync());

        // Nothing in an answer leads to an invitation, and no id is a time.
        var invitations = await app.InDatabaseAsync(db => db.PulseInvitations.AsNoTracking().ToListAsync());
        open.ShouldNotBeEmpty();
        open.Select(a => a.Id).Intersect(invitations.Select(i => i.Id.Value)).ShouldBeEmpty();
        open.ShouldAllBe(a => a.Id.Version != 7 || a.Id.ToByteArray(true)[0] != invitations[0].Id.Value.ToByteArray(true)[0]);
        open.ShouldAllBe(a => !Encoding.UTF8.GetString(a.Content.ToBytes()).Contains("asking", StringComparison.Ordinal));
        (await app.InDatabaseAsync(db => db.Events.CountAsync(e => e.Name.Contains("PulseAnswer")))).ShouldBe(0);

        await company.Lead.ApiAsync(HttpMethod.Post, $"/api/v1/pulses/{pulse}/close");

        (await app.InDatabaseAsync(db => db.PulseAnswers.CountAsync())).ShouldBe(0);
        (await app.InDatabaseAsync(db => db.PulseInvitations.CountAsync(i => i.CodeHash != null))).ShouldBe(0);
        (await app.InDatabaseAsync(db => db.Notices.CountAsync(n => n.Address.Contains("/pulses/")))).ShouldBe(0);
        (await app.Get<KeyStore>().RoundAsync(round, CancellationToken.None)).ShouldBeNull();
        (await company.Lead.ApiAsync(HttpMethod.Post, $"/api/v1/pulses/{pulse}/close")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_leader_reads_their_own_teams_and_nobody_is_asked_in_two_pulses_at_a_time(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (mine, other) = (await world.LeaderAsync("Amira"), await world.LeaderAsync("Noor"));
        var company = await Company.InAsync(world);
        var (ours, theirs) = (
            await world.UnitAsync("Ours", UnitKind.Team, null, mine),
            await world.UnitAsync("Theirs", UnitKind.Team, null, other)
        );
        foreach (var unit in new[] { ours, theirs })
        {
            for (var i = 0; i < 6; i++)
            {
                await world.PersonAsync($"{unit.Name}{i}", unit: unit);
            }
        }

        var pulses = new List<string>();
        foreach (var unit in new[] { ours, theirs })
        {
            var (status, body, _) = await company.Lead.ApiAsync(HttpMethod.Post, "/api/v1/pulses", new { unit = unit.Id.Value });
            status.ShouldBe(HttpStatusCode.Created, body.ToString());
            pulses.Add(body.GetProperty("id").GetString()!);
        }

        (await company.Lead.ApiAsync(HttpMethod.Post, "/api/v1/pulses", new { unit = world.Organisation.Id.Value })).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
        foreach (var pulse in pulses)
        {
            (await company.Lead.ApiAsync(HttpMethod.Post, $"/api/v1/pulses/{pulse}/close")).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        var leader = await world.SignedInAsync(mine);
        (await leader.GetAsync($"/pulses/{pulses[0]}")).Status.ShouldBe(HttpStatusCode.OK);
        (await leader.GetAsync($"/pulses/{pulses[1]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await leader.GetAsync($"/pulses/{pulses[1]}/csv")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await leader.GetAsync($"/pulses/{pulses[0]}/csv")).Text.ShouldContain(",,,,,,Withheld");
        (await leader.ApiAsync(HttpMethod.Get, $"/api/v1/pulses/{pulses[1]}/result")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await company.Sponsor.GetAsync($"/pulses/{pulses[1]}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_code_answers_once_and_wrong_used_and_late_ones_look_alike(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var company = await Company.InAsync(await World.InAsync(app));
        var pulse = await company.OpenAsync();
        var codes = await company.CodesAsync(pulse);
        var outside = app.NewBrowser();

        var form = await outside.GetAsync($"/p/{codes[0]}");
        form.Main.ShouldContain("Asking for help is normal here");
        (await outside.GetAsync($"/p/{codes[0]}")).Status.ShouldBe(HttpStatusCode.OK);
        (await form.SubmitAsync("form[data-pulse]")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync("form[data-pulse]", ("Said[asking_is_normal]", "6"))).RedirectsTo.ShouldBe("/p/thanks");

        var used = await outside.GetAsync($"/p/{codes[0]}");
        var wrong = await outside.GetAsync("/p/ABCDE-FGHJK");
        await company.Lead.ApiAsync(HttpMethod.Post, $"/api/v1/pulses/{pulse}/close");
        var late = await outside.GetAsync($"/p/{codes[1]}");

        used.Status.ShouldBe(HttpStatusCode.NotFound);
        wrong.Main.ShouldBe(used.Main);
        late.Main.ShouldBe(used.Main);
        (await (await outside.GetAsync("/p")).SubmitAsync("main form", ("Code", "12"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (
            await outside.ApiAsync(HttpMethod.Post, "/api/v1/pulse-answers", new { code = codes[1], said = new { asking_is_normal = 3 } })
        ).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A site with six teams, some of them small.</summary>
    private sealed class Company(World world, Unit site, List<Unit> teams, List<Person> people, Browser lead, Browser sponsor)
    {
        private static readonly int[] Sizes = [4, 5, 6, 9, 11, 7];

        public Browser Lead => lead;

        public Browser Sponsor => sponsor;

        public List<Person> People => people;

        public IEnumerable<Unit> Units => teams.Prepend(site).Prepend(world.Organisation);

        public ReleaseId Release { get; private set; }

        public static async Task<Company> InAsync(World world)
        {
            var site = await world.UnitAsync("Depot", UnitKind.Facility);
            var (teams, people) = (new List<Unit>(), new List<Person>());
            foreach (var (size, i) in Sizes.Select((s, i) => (s, i)))
            {
                var team = await world.UnitAsync($"Team {i}", UnitKind.Team, site);
                teams.Add(team);
                for (var n = 0; n < size; n++)
                {
                    people.Add(await world.PersonAsync($"P{i}x{n}", unit: team));
                }
            }

            return new Company(
                world,
                site,
                teams,
                people,
                await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead)),
                await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor, "Sonja"))
            );
        }

        public async Task<Guid> OpenAsync()
        {
            var (status, body, _) = await lead.ApiAsync(HttpMethod.Post, "/api/v1/pulses", new { unit = site.Id.Value });
            status.ShouldBe(HttpStatusCode.Created, body.ToString());
            var id = body.GetProperty("id").GetGuid();
            Release = await world.InDatabaseAsync(db =>
                db.Pulses.Where(p => p.Id == new PulseId(id)).Select(p => p.ReleaseId).SingleAsync()
            );
            return id;
        }

        public async Task<IReadOnlyList<string>> CodesAsync(Guid pulse)
        {
            var (_, body, _) = await lead.ApiAsync(HttpMethod.Get, $"/api/v1/pulses/{pulse}/codes?unit={site.Id.Value}");
            return [.. body.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("code").GetString()!)];
        }

        /// <summary>Most answer; a team that has nothing good to say says it with one voice.</summary>
        public async Task<HashSet<PersonId>> AnswerAsync(Guid pulse, int wave)
        {
            var (_, body, _) = await lead.ApiAsync(HttpMethod.Get, $"/api/v1/pulses/{pulse}/codes?unit={site.Id.Value}");
            var codes = body.GetProperty("items")
                .EnumerateArray()
                .ToDictionary(c => c.GetProperty("name").GetString()!, c => c.GetProperty("code").GetString()!);
            var chance = new Random(wave + 7);
            var said = new HashSet<PersonId>();
            foreach (var person in people.Where(p => codes.ContainsKey(p.FullName)))
            {
                if (chance.Next(10) == 0)
                {
                    continue;
                }

                var alike = person.UnitId == teams[3].Id;
                var answers = PulseItems.All.ToDictionary(
                    i => i.Id,
                    i =>
                        alike
                            ? i.IsReversed
                                ? 7
                                : 1
                            : chance.Next(1, 8)
                );
                (
                    await world
                        .App.NewBrowser()
                        .ApiAsync(HttpMethod.Post, "/api/v1/pulse-answers", new { code = codes[person.FullName], said = answers })
                ).Status.ShouldBe(HttpStatusCode.NoContent);
                said.Add(person.Id);
            }

            return said;
        }

        public Task<Dictionary<PersonId, int>> PartsAsync() =>
            world.InDatabaseAsync(db =>
                db.ReleaseStandings.Where(s => s.Part != null && s.UnitId == site.Id).ToDictionaryAsync(s => s.OwnerId, s => s.Part!.Value)
            );

        /// <summary>One goes, one comes.</summary>
        public async Task GoesOnAsync(int wave)
        {
            var gone = people[wave * 9];
            people.Remove(gone);
            await world.InDatabaseAsync(async db =>
            {
                (await db.People.FirstAsync(p => p.Id == gone.Id)).Leave(world.Now);
                return await db.SaveChangesAsync();
            });
            people.Add(await world.PersonAsync($"New{wave}", unit: teams[wave]));
        }
    }
}
