using System.Text.Json;
using System.Text.Json.Serialization;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Readiness;

/// <summary>How a leader feels about holding a block: words for the person, in the order in which rehearsing helps. Not a grade, and never added up.</summary>
public enum Comfort
{
    /// <summary>I would rather not yet.</summary>
    RatherNotYet,

    /// <summary>With somebody beside me.</summary>
    WithSomebody,

    /// <summary>After trying it once.</summary>
    AfterATry,

    /// <summary>With my notes in my hand.</summary>
    WithNotes,

    /// <summary>I could hold this tomorrow.</summary>
    Tomorrow,
}

/// <summary>What a leader marked in a module: comfort by block, and the hard questions they want to rehearse.</summary>
/// <param name="EditionId">In which edition; blocks keep their ids through all of them, questions are counted in this one.</param>
/// <param name="Blocks">Id of the block → comfort; blocks that are not marked are missing.</param>
/// <param name="Questions">Places in the question bank of that edition, from 0.</param>
public sealed record ComfortMarks(ModuleEditionId? EditionId, IReadOnlyDictionary<string, Comfort> Blocks, IReadOnlyList<int> Questions)
{
    public const int TextLength = 4_000;
    public static readonly ComfortMarks None = new(null, new Dictionary<string, Comfort>(), []);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public bool IsEmpty => Blocks.Count == 0 && Questions.Count == 0;

    public IReadOnlyList<InputProblem> Problems(ModuleContent content) =>
        [
            .. Blocks
                .Keys.Where(id => content.Blocks.All(b => b.Id != id))
                .Order(StringComparer.Ordinal)
                .Select(id => new InputProblem($"blocks.{id}", "unknown")),
            .. Blocks.Where(b => !Enum.IsDefined(b.Value)).Select(b => new InputProblem($"blocks.{b.Key}", InputProblems.OutOfRange)),
            .. Questions.Distinct().Count() != Questions.Count || Questions.Any(q => q < 0 || q >= content.Questions.Count)
                ? [new InputProblem("questions", InputProblems.OutOfRange)]
                : Array.Empty<InputProblem>(),
        ];

    /// <summary>What to rehearse: the blocks of an edition by least comfort first, in their order where that is equal; what is comfortable is left out.</summary>
    public IReadOnlyList<(TimedBlock Block, Comfort Comfort)> Rehearsal(ModuleContent content) =>
        [
            .. content
                .Timed()
                .Where(t => Blocks.ContainsKey(t.Block.Id))
                .Select(t => (Block: t, Comfort: Blocks[t.Block.Id]))
                .Where(b => b.Comfort != Comfort.Tomorrow)
                .OrderBy(b => b.Comfort)
                .ThenBy(b => b.Block.From),
        ];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ComfortMarks FromJson(string json) => json.Length == 0 ? None : JsonSerializer.Deserialize<ComfortMarks>(json, Json)!;
}
