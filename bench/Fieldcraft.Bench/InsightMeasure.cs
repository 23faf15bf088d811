using System.Diagnostics;
using System.Globalization;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web;
using Fieldcraft.Web.Features.Insight;
using Fieldcraft.Web.Running;

namespace Fieldcraft.Bench;

/// <summary>
/// Everything Insight counts, for the people of one contract and one span of years, and one measure unit by unit for them: what a page asks of an opened quarter. For 8,000
/// people and for 2,000,000, cut into parts by the engine itself. Then how long a node takes to open the larger one from PostgreSQL, in the background at its start.
/// </summary>
internal static class InsightMeasure
{
    private const int Times = 12;
    private const int SiteSize = 190;
    private const int Minimum = 10;
    private const int Compared = 5;
    private const int Firsts = 5;
    private const string FromDatabase = "insight.open-large";
    private static readonly string[] Contracts = ["full-time", "part-time", "temporary"];
    private static readonly string[] Spans = ["under_1", "1_to_3", "3_to_10", "10_and_more"];

    private static readonly (string Name, int People, double Must, double Aim)[] Sizes =
    [
        ("insight.filter", 8_000, 100, 10),
        ("insight.filter-large", 2_000_000, 1_000, 500),
    ];

    public static async Task RunAsync(BenchRun run)
    {
        foreach (var (name, people, must, aim) in Sizes.Where(s => run.Wants(s.Name)))
        {
            var counted = Count(people);
            var release = counted.Open();
            var units = UnitsOf(release);
            var times = new List<double>();
            var shown = 0;
            for (var i = 0; i < Times * 2; i++)
            {
                var (contract, span) = (Contracts[i % Contracts.Length], Spans[i % Spans.Length]);
                var begun = Stopwatch.GetTimestamp();
                shown += Ask(release, units, contract, span);
                var taken = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                // The first half warms up.
                if (i >= Times)
                {
                    times.Add(taken);
                }
            }

            if (shown == 0)
            {
                throw new InvalidOperationException("Nothing was shown, so nothing was filtered.");
            }

            run.Add(new Row(name, must, aim, Figures.Median(times), null, "ms"));
        }

        if (!run.Wants(FromDatabase))
        {
            return;
        }

        if (Environment.GetEnvironmentVariable(LiveMeasure.PostgreSqlVariable) is { Length: > 0 } database)
        {
            await MeasureFirstAsync(run, database);
        }
        else
        {
            await Console.Error.WriteLineAsync(
                $"{FromDatabase} is left out: set {LiveMeasure.PostgreSqlVariable} to the connection string of an empty PostgreSQL database."
            );
        }
    }

    /// <summary>Writes the quarter of the larger organisation, opens it as a node does at its start, and asks.</summary>
    private static async Task MeasureFirstAsync(BenchRun run, string database)
    {
        var settings = new Settings { DataFolder = Path.Combine(run.Folder, "insight"), Database = database };
        await using var app = await FieldcraftApp.BuildAsync(settings, TimeProvider.System);
        await DatabaseUpgrade.RunAsync(app.Services, settings, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        var top = Unit.Open(
            Id.New<UnitId>(DateTimeOffset.UnixEpoch),
            null,
            UnitKind.Organisation,
            "Meridian Post",
            DateTimeOffset.UnixEpoch
        );
        var counted = Count(Sizes[^1].People, top.Id);
        counted.Release.Publish(DateTimeOffset.UnixEpoch);
        await db.WriteAsync(
            async () =>
            {
                db.AddRange(top, counted.Release);
                await db.SaveChangesAsync();
                await db.InsertAsync(counted.Cells, null, CancellationToken.None);
                await db.InsertAsync(counted.Figures, null, CancellationToken.None);
                return true;
            },
            CancellationToken.None
        );
        await Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{FromDatabase}: {counted.Cells.Count} cells, {counted.Figures.Count} figures")
        );
        var times = new List<double>();
        for (var i = 0; i < Firsts; i++)
        {
            using var shelf = new ReleaseShelf();
            var begun = Stopwatch.GetTimestamp();
            var release = (await shelf.FindAsync(db, counted.Release.Id, CancellationToken.None))!;
            _ = Ask(release, UnitsOf(release), Contracts[0], Spans[0]);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        run.Add(new Row(FromDatabase, null, null, Figures.Median(times), null, "ms"));
    }

    /// <summary>The widest step that a reader would compare: networks of the smaller organisation, states of the larger one.</summary>
    private static List<string> UnitsOf(OpenRelease release) =>
        [.. release.UnitPaths.GroupBy(p => p.Count(c => c == '.')).OrderBy(g => g.Key).First(g => g.Count() >= Compared)];

    private static int Ask(OpenRelease release, List<string> units, string contract, string span)
    {
        bool IsAsked(ReleaseCell c) => c.Employment == contract && c.Tenure == span;
        var all = release.Ask("", IsAsked);
        var shown = QuarterMeasures.All.Count(m => !release.Of(m.Id, all).IsWithheld);
        foreach (var unit in units)
        {
            var here = release.Ask(unit, IsAsked);
            shown += release.Of(QuarterMeasures.All[0].Id, here).IsWithheld ? 0 : 1;
        }

        return shown;
    }

    private sealed record Counted(Release Release, IReadOnlyList<ReleaseCell> Cells, IReadOnlyList<ReleaseFigure> Figures)
    {
        public OpenRelease Open() => new(Release, Cells, Figures);
    }

    private static Counted Count(int people, UnitId unit = default)
    {
        var chance = new Random(4711);
        var day = new DateOnly(2026, 7, 1);
        var release = Release.Freeze(
            new ReleaseId(new Guid(1, 2, 0, new byte[8])),
            ReleaseKind.Quarter,
            unit,
            day,
            day.AddMonths(3).AddDays(-1),
            Minimum,
            hasMarks: true,
            DateTimeOffset.UnixEpoch
        );
        // Units of the real length: the organisation, states, networks of five sites.
        string[] ids = [.. Enumerable.Range(0, 2 + (people / SiteSize * 2)).Select(i => new Guid(i, 0, 0, new byte[8]).ToString("N"))];
        string PathOf(int person)
        {
            var site = person / SiteSize;
            return $"{ids[0]}.{ids[1 + (site / 250)]}.n{ids[site / 5]}.s{ids[site]}.";
        }

        var frozen = Freezing.Freeze(
            release,
            [
                .. Enumerable
                    .Range(0, people)
                    .Select(i => new PlacedPerson(
                        new PersonId(new Guid(i, 1, 0, new byte[8])),
                        PathOf(i),
                        i % 40 == 0 ? Freezer.Leads : Freezer.LeadsNobody,
                        Contracts[chance.Next(10) is var c && c < 6 ? 0 : (c % 2) + 1],
                        Spans[chance.Next(Spans.Length)]
                    )),
            ],
            [],
            chance.Next
        );
        var counted = frozen.Standings.Where(s => s.Part is not null).Select(s => s.Part!.Value).ToList();
        return new Counted(
            release,
            frozen.Cells,
            [
                .. QuarterMeasures.All.SelectMany(m =>
                    GroupFigures.Publish(
                        release.Id,
                        m.Id,
                        frozen.Cells,
                        [.. counted.Select(p => new PartValue(p, chance.Next(4) == 0 ? 1 : 0))],
                        Minimum
                    )
                ),
            ]
        );
    }
}
