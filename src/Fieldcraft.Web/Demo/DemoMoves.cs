using System.Text.Json;
using System.Text.Json.Serialization;
using Fieldcraft.Domain.Experience;
using Fieldcraft.Domain.Moves;
using Fieldcraft.Domain.Pace;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>What moves.json tells: what the shown leader weighs, how fast they went, and what others lived through before.</summary>
internal sealed record ToldMoves(
    int ComparisonDay,
    MoveContent Comparison,
    int PaceDay,
    IReadOnlyList<PaceDemand> Pace,
    IReadOnlyList<ToldPause> Pauses,
    IReadOnlyList<ToldPast> Own,
    IReadOnlyList<ToldPast> Others
);

internal sealed record ToldPause(int FromMonthsAgo, int UntilMonthsAgo, PauseReason Reason);

internal sealed record ToldPast(
    string Title,
    int FromYearsAgo,
    int ToYearsAgo,
    string Lesson,
    string? Archetype = null,
    IReadOnlyList<string>? Challenges = null
);

/// <summary>Past experiences of many, a comparison of moves and a picture of the pace of one.</summary>
internal sealed class DemoMoves(DemoCast cast, DemoKeys keys, DemoRows rows, Rules rules, DateTimeOffset now)
{
    private const int TellOfAHundred = 45;
    private const int MostTold = 3;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly Lazy<ToldMoves> Told = new(() =>
        JsonSerializer.Deserialize<ToldMoves>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "moves.json")),
            Json
        )!
    );

    public void Tell()
    {
        var shown = DemoAccounts.All.First(a => a.Key == "leader").EmployeeId;
        foreach (var leader in cast.Leaders.Where(l => l.Row.Status == PersonStatus.Active))
        {
            if (leader.Row.EmployeeId == shown)
            {
                Remember(leader, Told.Value.Own);
                Weigh(leader);
                Draw(leader);
                continue;
            }

            var chance = new DemoChance($"past/{leader.Row.EmployeeId}");
            if (chance.In(TellOfAHundred))
            {
                var first = chance.From(0, Told.Value.Others.Count - MostTold);
                Remember(leader, [.. Told.Value.Others.Skip(first).Take(chance.From(1, MostTold))]);
            }
        }
    }

    private void Remember(DemoLeader leader, IReadOnlyList<ToldPast> told)
    {
        foreach (var (past, i) in told.Select((p, i) => (p, i)))
        {
            var at = now.AddDays(-30 - told.Count + i);
            var id = DemoIds.Of<PastExperienceId>(at, $"{leader.Row.EmployeeId}/past/{i}");
            var content = new PastExperienceContent
            {
                Title = past.Title,
                FromYear = now.Year - past.FromYearsAgo,
                ToYear = now.Year - past.ToYearsAgo,
                Archetype = past.Archetype,
                Challenges = past.Challenges ?? [],
                Lesson = past.Lesson.Length == 0 ? null : past.Lesson,
            };
            rows.Past.Add(PastExperience.Tell(id, leader.Person.Id, content, Sealer(leader, id.Value, at), at));
        }
    }

    private void Weigh(DemoLeader leader)
    {
        var at = now.AddDays(Told.Value.ComparisonDay);
        var id = DemoIds.Of<MoveComparisonId>(at, leader.Row.EmployeeId);
        rows.Comparisons.Add(MoveComparison.Begin(id, leader.Person.Id, Told.Value.Comparison, Sealer(leader, id.Value, at), at));
    }

    private void Draw(DemoLeader leader)
    {
        var at = now.AddDays(Told.Value.PaceDay);
        var id = DemoIds.Of<PacePictureId>(at, leader.Row.EmployeeId);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var content = new PaceContent
        {
            Months = rules.Lag.WindowMonths,
            Capabilities = Told.Value.Pace,
            Pauses = [.. Told.Value.Pauses.Select(p => new Pause(Month(p.FromMonthsAgo), Month(p.UntilMonthsAgo), p.Reason))],
        };
        rows.Paces.Add(PacePicture.Draw(id, leader.Person.Id, content, Sealer(leader, id.Value, at), at));

        DateOnly Month(int ago) => new DateOnly(today.Year, today.Month, 1).AddMonths(-ago);
    }

    private ISealer Sealer(DemoLeader leader, Guid id, DateTimeOffset at)
    {
        var document = Vault.NewDocument(leader.Person.Id, id, keys.Of(leader.Person.Id), at);
        rows.Wraps.Add(document.OwnersWrap);
        return document.Sealer;
    }
}
