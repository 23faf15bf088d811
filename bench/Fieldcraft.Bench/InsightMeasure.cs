using System.Diagnostics;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Features.Insight;

namespace Fieldcraft.Bench;

/// <summary>
/// Everything Insight counts, for the people of one contract and one span of years, and one measure unit by unit for them: what a page asks of an opened quarter. For 8,000
/// people and for 2,000,000, cut into parts by the engine itself. How long a quarter takes to be counted and to be opened from a database is not in it.
/// </summary>
internal static class InsightMeasure
{
    private const int Times = 12;
    private const int SiteSize = 190;
    private const int Minimum = 10;
    private const int Compared = 5;
    private static readonly string[] Contracts = ["full-time", "part-time", "temporary"];
    private static readonly string[] Spans = ["under_1", "1_to_3", "3_to_10", "10_and_more"];

    private static readonly (string Name, int People, double Must, double Aim)[] Sizes =
    [
        ("insight.filter", 8_000, 100, 10),
        ("insight.filter-large", 2_000_000, 1_000, 500),
    ];

    public static void Run(BenchRun run)
    {
        foreach (var (name, people, must, aim) in Sizes.Where(s => run.Wants(s.Name)))
        {
            var release = Count(people);
            // The widest step that a reader would compare: networks of the smaller organisation, states of the larger one.
            var units = release
                .UnitPaths.GroupBy(p => p.Count(c => c == '.'))
                .OrderBy(g => g.Key)
                .First(g => g.Count() >= Compared)
                .ToList();
            var times = new List<double>();
            for (var i = 0; i < Times * 2; i++)
            {
                var (contract, span) = (Contracts[i % Contracts.Length], Spans[i % Spans.Length]);
                var begun = Stopwatch.GetTimestamp();
                var shown = Ask(release, units, contract, span);
                var taken = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                if (shown == 0)
                {
                    throw new InvalidOperationException("Nothing was shown, so nothing was filtered.");
                }

                // The first half warms up.
                if (i >= Times)
                {
                    times.Add(taken);
                }
            }

            run.Add(new Row(name, must, aim, Figures.Median(times), null, "ms"));
        }
    }

    private static int Ask(OpenRelease release, List<string> units, string contract, string span)
    {
        bool IsAsked(ReleaseCell c) => c.Employment == contract && c.Tenure == span;
        var all = release.Ask(IsAsked);
        var shown = QuarterMeasures.All.Count(m => !release.Of(m.Id, all).IsWithheld);
        foreach (var unit in units)
        {
            var here = release.Ask(c => c.UnitPath.StartsWith(unit, StringComparison.Ordinal) && IsAsked(c));
            shown += release.Of(QuarterMeasures.All[0].Id, here).IsWithheld ? 0 : 1;
        }

        return shown;
    }

    private static OpenRelease Count(int people)
    {
        var chance = new Random(4711);
        var day = new DateOnly(2026, 7, 1);
        var release = Release.Freeze(
            new ReleaseId(new Guid(1, 2, 0, new byte[8])),
            ReleaseKind.Quarter,
            new UnitId(new Guid(1, 3, 0, new byte[8])),
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
        return new OpenRelease(
            release,
            frozen.Cells,
            QuarterMeasures.All.SelectMany(m =>
                GroupFigures.Publish(
                    release.Id,
                    m.Id,
                    frozen.Cells,
                    [.. counted.Select(p => new PartValue(p, chance.Next(4) == 0 ? 1 : 0))],
                    Minimum
                )
            )
        );
    }
}
