using System.Diagnostics;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Content;

namespace Fieldcraft.Bench;

/// <summary>A thousand postings ordered for one person by zone and developmental value: arithmetic alone, because nobody else's data is opened for it.</summary>
internal static class MatchingMeasure
{
    private const string Name = "matching.thousand";
    private const int Postings = 1_000;
    private const int Times = 60;

    public static void Run(BenchRun run)
    {
        if (!run.Wants(Name))
        {
            return;
        }

        var chance = new Random(4711);
        var catalogue = DefaultFramework.Read();
        var rules = RulesFile.Parse(File.ReadAllText(Path.Combine(ContentFiles.Folder, "rules.json")));
        var postings = Enumerable.Range(0, Postings).Select(i => Posting(i, chance)).ToList();
        var gaps = catalogue
            .Shown.Take(rules.Value.AimsAtMost)
            .ToDictionary(c => c.Id, _ => (decimal)chance.Next(1, 7) / 2, StringComparer.Ordinal);
        var standing = new PersonStanding
        {
            Readiness = Said(ChallengeDimension.Task.Count, chance),
            Support = Said(SupportItem.All.Count, chance),
        };
        var times = new List<double>();
        for (var i = 0; i < Times * 2; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            var ordered = ExperienceMatching.Order(postings, gaps, standing, new ExperienceWishes(), catalogue, rules);
            var taken = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            if (ordered.Count is 0 or > Postings)
            {
                throw new InvalidOperationException("The matching found nothing to order.");
            }

            // The first half warms up.
            if (i >= Times)
            {
                times.Add(taken);
            }
        }

        run.Add(new Row(Name, 20, 5, Figures.Median(times), null, "ms"));
    }

    private static ExperienceOption Posting(int number, Random chance) =>
        new()
        {
            Key = $"posting-{number}",
            Demand = Said(ChallengeDimension.Task.Count, chance),
            Obstacles = Said(ChallengeDimension.Obstacles.Count, chance),
            Interdependence = (Interdependence)chance.Next(3),
            Weeks = chance.Next(4, 60),
        };

    private static int?[] Said(int count, Random chance) => [.. Enumerable.Range(0, count).Select(_ => (int?)chance.Next(0, 5))];
}
