using System.Globalization;
using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>A planner as it is told; days count from today.</summary>
/// <param name="Texts">Field, or block and field, → text. The day of the own experiment is a number of days.</param>
/// <param name="Happened">What came of the own experiment; null where it was not put among the tries.</param>
internal sealed record ToldPlanner(
    string By,
    int Module,
    int Begun,
    int? Finished,
    IReadOnlyDictionary<string, string> Texts,
    bool Halves = false,
    string? Happened = null
);

/// <param name="Others">Short texts to choose from, for leaders who finished a planner and are not shown.</param>
internal sealed record ToldPlanners(IReadOnlyList<ToldPlanner> Own, IReadOnlyDictionary<string, IReadOnlyList<string>> Others);

/// <summary>Planners of Meridian Post's leaders for the modules that are out.</summary>
internal sealed class DemoPlanners(
    IReadOnlyList<DemoLeader> leaders,
    DemoKeys keys,
    DemoRows rows,
    DemoProgramme programme,
    Rules rules,
    DateTimeOffset now
)
{
    private const int OthersAtMost = 30;
    private readonly Dictionary<ModuleEditionId, ModuleContent> _contents = [];

    public void Tell()
    {
        var told = JsonSerializer.Deserialize<ToldPlanners>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "planners.json")),
            JsonSerializerOptions.Web
        )!;
        foreach (var own in told.Own)
        {
            Tell(DemoUnits.PersonIdOf(DemoAccounts.All.First(a => a.Key == own.By).EmployeeId), own);
        }

        var shown = told.Own.Select(o => DemoAccounts.All.First(a => a.Key == o.By).EmployeeId).ToHashSet(StringComparer.Ordinal);
        foreach (
            var leader in leaders
                .Where(l => l.Row.Status == PersonStatus.Active && l.Level == "team" && !shown.Contains(l.Row.EmployeeId))
                .Where((_, i) => i % 4 == 1)
                .Take(OthersAtMost)
        )
        {
            var chance = new DemoChance($"planner/{leader.Row.EmployeeId}");
            var begun = -chance.From(18, 24);
            Tell(
                leader.Person.Id,
                new ToldPlanner(
                    leader.Row.EmployeeId,
                    1,
                    begun,
                    begun + chance.From(1, 4),
                    told.Others.ToDictionary(o => o.Key, o => chance.Of(o.Value))
                )
            );
        }
    }

    private void Tell(PersonId owner, ToldPlanner told)
    {
        var at = now.AddDays(told.Begun);
        var module = programme.Modules[told.Module - 1];
        var edition = programme.EditionsOf(module).Last(e => e.PublishedAt <= at || e.Number == 1);
        if (!_contents.TryGetValue(edition.Id, out var content))
        {
            _contents[edition.Id] = content = ModuleContent.FromJson(edition.Content);
        }

        var id = DemoIds.Of<PlannerId>(at, $"{told.By}/{told.Module}");
        var document = Vault.NewDocument(owner, id.Value, keys.Of(owner), at);
        rows.Wraps.Add(document.OwnersWrap);

        // It was begun with what was out on that day; where a newer edition came since, its page offers it.
        var planner = Planner.Begin(id, owner, module, at).Value!;
        planner.MoveOn(edition.Id, content, at);
        if (told.Halves)
        {
            planner.Hold(true, content, at);
        }

        foreach (var (name, text) in told.Texts)
        {
            var place = PlaceOf(name);
            planner.Write(place, place.Field == PlannerField.TryOn ? DayOf(text) : text, content, document.Sealer, at);
        }

        if (told.Happened is { } happened)
        {
            Try(planner, owner, told, module, happened, at);
        }

        if (told.Finished is { } finished)
        {
            planner.Finish(now.AddDays(finished));
        }

        rows.Planners.Add(planner);
    }

    private void Try(Planner planner, PersonId owner, ToldPlanner told, Module module, string happened, DateTimeOffset at)
    {
        var id = DemoIds.Of<ExperimentId>(at, $"planner/{told.By}/{told.Module}");
        var document = Vault.NewDocument(owner, id.Value, keys.Of(owner), at);
        var day = PlannerFields.DayOf(DayOf(told.Texts[nameof(PlannerField.TryOn)]))!.Value;
        var experiment = LeadershipExperiment
            .Plan(
                id,
                owner,
                new ExperimentPlace(),
                new ExperimentWording
                {
                    What = told.Texts[nameof(PlannerField.TryWhat)],
                    On = day,
                    SeenBy = told.Texts[nameof(PlannerField.TrySeenBy)],
                    Situation = module.Title,
                },
                0,
                rules.Experiments,
                document.Sealer,
                at
            )
            .Value!;
        var done = new DateTimeOffset(day.ToDateTime(new TimeOnly(20, 0)), TimeSpan.Zero);
        experiment.Capture(new CaptureWording { WhatHappened = happened }, document.Sealer, done);
        experiment.MarkDone(done);
        planner.Try(id, at);
        rows.Wraps.Add(document.OwnersWrap);
        rows.Experiments.Add(experiment);
    }

    private string DayOf(string days) =>
        DateOnly
            .FromDateTime(now.AddDays(int.Parse(days, CultureInfo.InvariantCulture)).UtcDateTime)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PlannerPlace PlaceOf(string name) =>
        name.Split('/') is [var block, var field]
            ? new PlannerPlace(Enum.Parse<PlannerField>(field), block)
            : new PlannerPlace(Enum.Parse<PlannerField>(name));
}
