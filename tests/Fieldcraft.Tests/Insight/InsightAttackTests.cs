using System.Net;
using System.Text.Json;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Insight.Figures;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Insight;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Insight;

/// <summary>
/// Two who may read Insight compare everything it answers over three quarters, while people come, go, move and change their contract. They know the directory by heart,
/// who was counted, and the exact sum behind every rounded share; they take it that nobody's answer ever changed.
/// </summary>
public sealed class InsightAttackTests(ITestOutputHelper output)
{
    private const string Measure = "challenge";
    private const int Minimum = 10;

    [Theory, OnServersOfItsOwn]
    public async Task Nobody_is_found_in_all_answers_of_three_quarters(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var company = await Company.InAsync(await World.InAsync(app));
        var everything = new Solver(Company.PeopleAtMost);
        var (queries, equations) = (0, 0);
        for (var wave = 0; wave < 3; wave++)
        {
            await company.CountAsync(wave);
            var (asked, learned) = await company.AskEverythingAsync();
            queries += asked;
            var alone = new Solver(Company.PeopleAtMost);
            foreach (var (members, sum) in learned)
            {
                members.Count.ShouldBeGreaterThanOrEqualTo(Minimum);
                alone.Learn(members, sum);
                everything.Learn(members, sum);
            }

            equations += learned.Count;
            alone.Isolated().ShouldBeEmpty($"wave {wave}");
            alone.Pinned(0, 1).ShouldBeEmpty($"wave {wave}");
            everything.Isolated().ShouldBeEmpty($"waves up to {wave}");
            await company.GoesOnAsync(wave);
        }

        output.WriteLine($"{queries} queries, {equations} different figures");
        queries.ShouldBeGreaterThan(1_000);
        equations.ShouldBeGreaterThan(15, "Where little is answered, little was attacked.");
    }

    /// <summary>Three depots of different sizes whose people all lead somebody, under three contracts.</summary>
    private sealed class Company(World world, List<Unit> depots, Browser[] readers)
    {
        public const int PeopleAtMost = 200;
        private static readonly int[] Sizes = [64, 31, 14];
        private static readonly string[] Contracts = ["full-time", "part-time", "temporary"];
        private static readonly int[] Years = [0, 4, 12];
        private static readonly string[] Spans = ["under_1", "1_to_3", "3_to_10", "10_and_more"];

        /// <summary>Whoever ever was there, in the order in which they came: the unknowns of the attack.</summary>
        private readonly List<Person> _everybody = [];
        private readonly HashSet<PersonId> _stretched = [];

        public static async Task<Company> InAsync(World world)
        {
            var company = new Company(
                world,
                [
                    await world.UnitAsync("North", UnitKind.Facility),
                    await world.UnitAsync("South", UnitKind.Facility),
                    await world.UnitAsync("West", UnitKind.Facility),
                ],
                [
                    await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor, "Sonja")),
                    await world.SignedInAsync(await world.HolderOfAsync(Role.SeniorLeader, "Sena")),
                ]
            );
            foreach (var (size, depot) in Sizes.Zip(company.Depots))
            {
                for (var i = 0; i < size; i++)
                {
                    await company.JoinAsync(depot, i);
                }
            }

            return company;
        }

        private List<Unit> Depots => depots;

        private async Task JoinAsync(Unit depot, int number)
        {
            var leader = await world.PersonAsync(
                $"L{_everybody.Count}",
                unit: depot,
                facts: f =>
                    f with
                    {
                        EmploymentType = Contracts[number % 5 < 3 ? 0 : (number % 5) - 2],
                        StartedOn = world.Today.AddYears(-Years[number % Years.Length]),
                    }
            );
            // Those who report work at the top, so that depots hold leaders alone.
            await world.PersonAsync("Reporting", leader);
            _everybody.Add(leader);
            if (number % 7 < 3)
            {
                _stretched.Add(leader.Id);
                (
                    await (await world.SignedInAsync(leader)).ApiAsync(
                        HttpMethod.Post,
                        "/api/v1/assignments",
                        new { title = "Open the evening hub", archetype = "start_up" }
                    )
                ).Status.ShouldBe(HttpStatusCode.Created);
            }
        }

        public async Task CountAsync(int wave)
        {
            var quarter = Quarter.Of(world.Today.AddMonths(3 * wave));
            await using var scope = world.App.Application.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FreezeQuarter>().CountAsync(world.Organisation, quarter, CancellationToken.None);
        }

        /// <summary>Every unit by every contract by every span, line by line in three ways, for both accounts.</summary>
        public async Task<(int Queries, List<(List<int> Members, double Sum)> Learned)> AskEverythingAsync()
        {
            var parts = await PartsAsync();
            var (queries, learned) = (0, new Dictionary<string, (List<int> Members, double Sum)>(StringComparer.Ordinal));
            foreach (var unit in depots.Select(Unit? (d) => d).Prepend(null))
            foreach (var contract in Contracts.Prepend(""))
            foreach (var span in Spans.Prepend(""))
            foreach (var by in new[] { "", "Employment", "Tenure" })
            {
                var address =
                    $"/api/v1/insight/{Measure}?unit={unit?.Id.Value.ToString() ?? ""}&employment={contract}&tenure={span}&by={by}".Replace(
                        "unit=&",
                        "",
                        StringComparison.Ordinal
                    );
                address = address.EndsWith("&by=", StringComparison.Ordinal) ? address[..^4] : address;
                var (status, one, _) = await readers[0].ApiAsync(HttpMethod.Get, address);
                var (_, two, _) = await readers[1].ApiAsync(HttpMethod.Get, address);
                queries += 2;
                status.ShouldBe(HttpStatusCode.OK, address);
                two.ToString().ShouldBe(one.ToString());
                foreach (var line in one.GetProperty("lines").EnumerateArray())
                {
                    var (name, figure) = (line.GetProperty("name").GetString()!, line.GetProperty("figure"));
                    if (figure.GetProperty("people").ValueKind == JsonValueKind.Null)
                    {
                        figure.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
                        continue;
                    }

                    var members = Members(parts, unit, contract, span, by, name);
                    double sum = members.Count(m => _stretched.Contains(_everybody[m].Id));
                    figure.GetProperty("people").GetInt32().ShouldBe(members.Count, $"{address} {name}");
                    var (value, step) = (figure.GetProperty("value").GetDouble(), members.Count < 30 ? 2.5 : 0.5);
                    value.ShouldBe(100 * sum / members.Count, step + 1e-9, $"{address} {name}");
                    learned[string.Join(',', members)] = (members, sum);
                }
            }

            return (queries, [.. learned.Values]);
        }

        /// <summary>One goes, one comes, one moves, one has another contract.</summary>
        public async Task GoesOnAsync(int wave)
        {
            await world.InDatabaseAsync(async db =>
            {
                var (gone, moved, changed) = (_everybody[wave * 11].Id, _everybody[70 + wave].Id, _everybody[40 + wave].Id);
                (await db.People.FirstAsync(p => p.Id == gone)).Leave(world.Now);
                (await db.People.FirstAsync(p => p.Id == moved)).PlaceIn(depots[0].Id, world.Today, world.Now);
                await db.People.Where(p => p.Id == changed).ExecuteUpdateAsync(s => s.SetProperty(p => p.EmploymentType, Contracts[2]));
                return await db.SaveChangesAsync();
            });
            await JoinAsync(depots[wave], 3 * wave);
        }

        /// <summary>Where everybody is counted, by what they are: known to the attackers.</summary>
        private async Task<List<(int Person, ReleaseCell Cell)>> PartsAsync()
        {
            var (standings, cells, people, units) = await world.InDatabaseAsync(async db =>
                (
                    await db
                        .ReleaseStandings.AsNoTracking()
                        .Where(s => s.Series == ReleaseKind.Quarter && s.Part != null)
                        .ToDictionaryAsync(s => s.OwnerId, s => s.Part!.Value),
                    await db
                        .ReleaseCells.AsNoTracking()
                        .Where(c => c.ReleaseId == db.Releases.OrderByDescending(r => r.From).Select(r => r.Id).First())
                        .ToListAsync(),
                    await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id),
                    await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Path)
                )
            );
            return
            [
                .. _everybody
                    .Select((p, i) => (Person: people[p.Id], i))
                    .Where(p => standings.ContainsKey(p.Person.Id))
                    .Select(p =>
                        (
                            p.i,
                            cells.Single(c =>
                                c.Part == standings[p.Person.Id]
                                && c.UnitPath == units[p.Person.UnitId!.Value]
                                && c.Employment == p.Person.EmploymentType
                                && c.Tenure == SpanOf(p.Person)
                                && c.Work == Freezer.Leads
                            )
                        )
                    ),
            ];
        }

        private string SpanOf(Person person) =>
            (world.Today.Year - person.StartedOn!.Value.Year) switch
            {
                < 1 => Spans[0],
                < 3 => Spans[1],
                < 10 => Spans[2],
                _ => Spans[3],
            };

        private List<int> Members(
            List<(int Person, ReleaseCell Cell)> parts,
            Unit? unit,
            string contract,
            string span,
            string by,
            string name
        )
        {
            var value = name[(name.LastIndexOf('.') + 1)..];
            return
            [
                .. parts
                    .Where(p =>
                        (unit is null || p.Cell.UnitPath == unit.Path)
                        && (contract.Length == 0 || p.Cell.Employment == contract)
                        && (span.Length == 0 || p.Cell.Tenure == span)
                        && (
                            name.Length == 0
                            || by switch
                            {
                                "Employment" => p.Cell.Employment == value,
                                "Tenure" => p.Cell.Tenure == value,
                                _ => p.Cell.UnitPath == depots.Single(d => d.Name == name).Path,
                            }
                        )
                    )
                    .Select(p => p.Person),
            ];
        }
    }
}
