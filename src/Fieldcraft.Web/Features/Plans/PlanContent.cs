using System.Text.Json;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>What plans take from the content folder: the six examples. Read once; a broken file stops the start.</summary>
public sealed class PlanContent
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };
    private readonly Dictionary<string, ExamplePlan> _examples;

    public PlanContent()
    {
        Examples = Read<ExamplePlan>("examples.json");
        _examples = Examples.ToDictionary(e => e.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<ExamplePlan> Examples { get; }

    public ExamplePlan? Example(string? id) => id is null ? null : _examples.GetValueOrDefault(id);

    private static List<T> Read<T>(string file)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "content", file));
        return JsonSerializer.Deserialize<List<T>>(stream, Reading)!;
    }
}

/// <summary>A plan to look at and to start from. Its texts are word keys; weeks count from the start of the plan.</summary>
public sealed record ExamplePlan(
    string Id,
    string Archetype,
    string Setting,
    int Weeks,
    int TimeBudgetMinutes,
    string Who,
    string Title,
    string Context,
    string Why,
    string Change,
    IReadOnlyList<ExampleGoal> Goals,
    IReadOnlyList<ExampleStep> Steps,
    IReadOnlyList<ExampleBehaviour> Behaviours,
    IReadOnlyList<ExampleSupport> Support,
    IReadOnlyList<ExampleObstacle> Obstacles,
    string ReflectionSlot,
    string LearningSource,
    string StopRule,
    IReadOnlyList<string> FromManager,
    string OpportunityForOther
)
{
    private const int DaysAWeek = 7;

    /// <summary>The example as the person's own plan from a day on: everything can be rewritten, and nothing is done yet.</summary>
    public FrameWording Frame(Words words, DateOnly today) =>
        new()
        {
            Title = words[Title],
            Why = words[Why],
            Change = words[Change],
            StartsOn = today,
            EndsOn = today.AddDays(Weeks * DaysAWeek),
            MinutesAWeek = TimeBudgetMinutes,
            ReflectionSlot = words[ReflectionSlot],
        };

    /// <summary>Writes the rows of the example into a plan that was just started from it.</summary>
    public void WriteInto(
        DevelopmentPlan plan,
        Words words,
        Domain.Shared.PlanRules rules,
        Domain.Shared.ISealer sealer,
        DateTimeOffset now
    )
    {
        foreach (var goal in Goals)
        {
            plan.WriteGoal(null, new() { Text = words[goal.Text], Signs = Lines(words, goal.Signs) }, sealer, now);
        }

        foreach (var step in Steps)
        {
            plan.WriteStep(null, new() { Text = words[step.Text], DueOn = plan.StartsOn.AddDays(step.Week * DaysAWeek) }, sealer, now);
        }

        foreach (var (behaviour, index) in Behaviours.Select((b, i) => (b, i)))
        {
            var obstacle = Obstacles.ElementAtOrDefault(index);
            plan.WriteBehaviour(null, behaviour.Wording(words, obstacle) with { KeepAsWritten = true }, rules, sealer, now);
        }

        foreach (var support in Support)
        {
            plan.WriteSupporter(null, new() { Who = words[support.Role], Does = words[support.Text] }, sealer, now);
        }

        plan.WriteSource(null, new() { Kind = SourceKind.Person, Text = words[LearningSource] }, sealer, now);
        plan.SayWhatIsNeededFromManager(new() { Text = Lines(words, FromManager) }, sealer, now);
        plan.OfferOpportunity(new() { Text = words[OpportunityForOther] }, sealer, now);
        plan.SetStopRule(new() { Text = words[StopRule] }, sealer, now);
    }

    internal static string Lines(Words words, IEnumerable<string> keys) => string.Join('\n', keys.Select(k => words[k]));
}

public sealed record ExampleGoal(string Text, IReadOnlyList<string> Signs);

public sealed record ExampleStep(int Week, string Text);

public sealed record ExampleBehaviour(
    string Capability,
    string Text,
    string Why,
    string StartingPicture,
    IReadOnlyList<string> Signs,
    IReadOnlyList<ExampleExperiment> Experiments
)
{
    public BehaviourWording Wording(Words words, ExampleObstacle? obstacle) =>
        new()
        {
            Text = words[Text],
            Capability = Capability,
            Why = words[Why],
            StartingPicture = words[StartingPicture],
            Signs = ExamplePlan.Lines(words, Signs),
            Obstacle = obstacle is null ? null : words[obstacle.Text],
            CounterMove = obstacle is null ? null : words[obstacle.CounterMove],
        };
}

public sealed record ExampleExperiment(string What, string When, string SeenBy, string IfThen);

public sealed record ExampleSupport(string Role, string Text);

public sealed record ExampleObstacle(string Text, string CounterMove);
