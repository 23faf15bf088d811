using System.Text.Json;
using System.Text.Json.Serialization;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Programmes;

/// <summary>What a block of a session is for (DOMAIN 7.5).</summary>
public enum BlockKind
{
    Welcome,
    KeyFacts,
    Talk,
    Example,
    Practice,
    TeamAction,
    Idea,
    Check,
    Other,
}

/// <summary>A stretch of a session with one purpose.</summary>
public sealed record ModuleBlock
{
    public const int IdLength = 20;
    public const int TitleLength = 120;
    public const int TextLength = 2_000;
    public const int MinutesAtMost = 120;
    public const int MediaAtMost = 4;

    /// <summary>Stays the same through all editions, so that a planner finds its block again.</summary>
    public required string Id { get; init; }
    public BlockKind Kind { get; init; }

    /// <summary>1 to 120.</summary>
    public required int Minutes { get; init; }

    /// <summary>How long it takes where the session is held in two halves; null: as long as usual.</summary>
    public int? MinutesInHalves { get; init; }
    public LocalText Title { get; init; } = LocalText.Empty;

    /// <summary>What it is for.</summary>
    public LocalText Aim { get; init; } = LocalText.Empty;
    public LocalText KeyMessage { get; init; } = LocalText.Empty;

    /// <summary>What the participants do.</summary>
    public LocalText Activity { get; init; } = LocalText.Empty;

    /// <summary>What the leader does: the facilitator's notes.</summary>
    public LocalText Guide { get; init; } = LocalText.Empty;
    public IReadOnlyList<ModuleMediaId> Media { get; init; } = [];

    /// <summary>Held the same everywhere. What is not locked may be held otherwise on site, and the log keeps how.</summary>
    public bool IsLocked { get; init; }

    public int MinutesWhen(bool inHalves) => inHalves ? MinutesInHalves ?? Minutes : Minutes;
}

/// <summary>A question that a leader may meet and would rather not, with an answer to start from.</summary>
public sealed record HardQuestion(LocalText Question, LocalText Answer)
{
    public const int QuestionLength = 300;
    public const int AnswerLength = 1_000;
}

/// <summary>Which familiar routine the session resembles, in the designer's words.</summary>
public sealed record RoutineUse(RoutineId RoutineId, LocalText Same, LocalText New)
{
    public const int TextLength = 1_000;
}

/// <summary>A block with its place in the session, in minutes from the start.</summary>
public readonly record struct TimedBlock(ModuleBlock Block, int From, int To);

/// <summary>
/// What a module says: blocks in order, aims, hard questions, materials, the signs by which it will be seen at work. Public among those who teach
/// it; nobody's private text stands in it.
/// </summary>
public sealed record ModuleContent
{
    /// <summary>No session is longer, whatever the blocks say (DOMAIN 7.4).</summary>
    public const int SessionMinutes = 60;
    public const int HalfMinutes = SessionMinutes / 2;
    public const int AimsAtMost = 3;
    public const int SignsWanted = 3;
    public const int BlocksAtMost = 16;
    public const int QuestionsAtMost = 24;
    public const int MaterialsAtMost = 20;
    public const int LineLength = 300;
    public const int LanguagesAtMost = 8;

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The language in which every text is written; the others may have gaps.</summary>
    public required string Language { get; init; }

    /// <summary>Further languages in which it is offered.</summary>
    public IReadOnlyList<string> AlsoIn { get; init; } = [];
    public IReadOnlyList<LocalText> Aims { get; init; } = [];
    public IReadOnlyList<ModuleBlock> Blocks { get; init; } = [];

    /// <summary>The last block of the first half where the session is held in two; null: held whole only.</summary>
    public string? FirstHalfEndsWith { get; init; }
    public IReadOnlyList<HardQuestion> Questions { get; init; } = [];
    public IReadOnlyList<LocalText> Materials { get; init; } = [];

    /// <summary>Three things that somebody could see at work when the module has arrived there (DOMAIN 7.9).</summary>
    public IReadOnlyList<LocalText> Signs { get; init; } = [];

    /// <summary>The question that a huddle of ten minutes takes up in the weeks after.</summary>
    public LocalText HuddleQuestion { get; init; } = LocalText.Empty;
    public RoutineUse? Routine { get; init; }

    [JsonIgnore]
    public int Minutes => Blocks.Sum(b => b.Minutes);

    [JsonIgnore]
    public IEnumerable<string> Languages => AlsoIn.Prepend(Language);

    /// <summary>Every block with the minutes from and to which it runs: changing one re-times the rest.</summary>
    public IReadOnlyList<TimedBlock> Timed(bool inHalves = false)
    {
        var timed = new List<TimedBlock>();
        var from = 0;
        foreach (var block in Blocks)
        {
            var to = from + block.MinutesWhen(inHalves);
            timed.Add(new TimedBlock(block, from, to));
            from = to;
        }

        return timed;
    }

    /// <summary>How long the two halves take; null where it is held whole only.</summary>
    public (int First, int Second)? Halves()
    {
        var last = Blocks.ToList().FindIndex(b => b.Id == FirstHalfEndsWith);
        return last < 0 ? null : (Blocks.Take(last + 1).Sum(b => b.MinutesWhen(true)), Blocks.Skip(last + 1).Sum(b => b.MinutesWhen(true)));
    }

    /// <summary>Everything that no draft may hold, with paths such as <c>blocks[2].minutes</c>; empty when it can be kept.</summary>
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. IsLanguage(Language) ? [] : new[] { new InputProblem("language", "not-a-language") },
            .. AlsoIn.Count >= LanguagesAtMost || AlsoIn.Prepend(Language).Distinct(StringComparer.Ordinal).Count() != AlsoIn.Count + 1
                ? [new InputProblem("alsoIn", InputProblems.WrongCount)]
                : Array.Empty<InputProblem>(),
            .. AlsoIn.Where(l => !IsLanguage(l)).Select(_ => new InputProblem("alsoIn", "not-a-language")),
            .. Count("aims", Aims.Count, AimsAtMost),
            .. Count("blocks", Blocks.Count, BlocksAtMost),
            .. Count("questions", Questions.Count, QuestionsAtMost),
            .. Count("materials", Materials.Count, MaterialsAtMost),
            .. Count("signs", Signs.Count, SignsWanted),
            .. Blocks.SelectMany((b, i) => ProblemsOf($"blocks[{i}]", b)),
            .. Blocks
                .GroupBy(b => b.Id, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => new InputProblem($"blocks.{g.Key}", "duplicate")),
            .. Minutes > SessionMinutes ? [new InputProblem("minutes", "over-limit")] : Array.Empty<InputProblem>(),
            .. ProblemsOfHalves(),
            .. Aims.SelectMany((t, i) => Length($"aims[{i}]", t, LineLength)),
            .. Materials.SelectMany((t, i) => Length($"materials[{i}]", t, LineLength)),
            .. Signs.SelectMany((t, i) => Length($"signs[{i}]", t, LineLength)),
            .. Length("huddleQuestion", HuddleQuestion, LineLength),
            .. Questions.SelectMany(
                (q, i) =>
                    Length($"questions[{i}].question", q.Question, HardQuestion.QuestionLength)
                        .Concat(Length($"questions[{i}].answer", q.Answer, HardQuestion.AnswerLength))
            ),
            .. Routine is { } routine
                ? Length("routine.same", routine.Same, RoutineUse.TextLength)
                    .Concat(Length("routine.new", routine.New, RoutineUse.TextLength))
                : [],
        ];

    /// <summary>What still has to be there before leaders prepare with it; empty when it can be published.</summary>
    /// <param name="captioned">Whether a medium has captions or a transcript in the language it is in.</param>
    public IReadOnlyList<InputProblem> MissingToPublish(Func<ModuleMediaId, bool> captioned) =>
        [
            .. Problems(),
            .. Aims.Count == 0 ? [new InputProblem("aims", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. Blocks.Count == 0 ? [new InputProblem("blocks", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. Signs.Count != SignsWanted ? [new InputProblem("signs", InputProblems.WrongCount)] : Array.Empty<InputProblem>(),
            .. Blocks.SelectMany(
                (b, i) =>
                    new (string Part, LocalText Text)[] { ("title", b.Title), ("aim", b.Aim), ("guide", b.Guide) }
                        .Where(p => p.Text.Only(Language) is null)
                        .Select(p => new InputProblem($"blocks[{i}].{p.Part}", InputProblems.Missing))
            ),
            .. Blocks.SelectMany(
                (b, i) => b.Media.Where(m => !captioned(m)).Select(_ => new InputProblem($"blocks[{i}].media", "not-captioned"))
            ),
        ];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ModuleContent FromJson(string json) => JsonSerializer.Deserialize<ModuleContent>(json, Json)!;

    /// <summary>The first null where JSON from outside may hold one, whatever the types say; null when there is none.</summary>
    public string? Holes() =>
        new (string Path, IEnumerable<object?>? Parts)[]
        {
            ("language", [Language]),
            ("alsoIn", AlsoIn),
            ("aims", Aims),
            ("materials", Materials),
            ("signs", Signs),
            ("huddleQuestion", [HuddleQuestion]),
            ("questions", Questions?.SelectMany(q => new object?[] { q?.Question, q?.Answer })),
            ("blocks", Blocks?.SelectMany(b => new object?[] { b?.Id, b?.Title, b?.Aim, b?.KeyMessage, b?.Activity, b?.Guide, b?.Media })),
            ("routine", Routine is { } routine ? [routine.Same, routine.New] : []),
        }
            .Where(p => p.Parts is null || p.Parts.Any(part => part is null))
            .Select(p => p.Path)
            .FirstOrDefault();

    public static bool IsLanguage(string? tag) =>
        tag is { Length: >= 2 and <= LocalText.LanguageLength } && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private IEnumerable<InputProblem> ProblemsOfHalves()
    {
        if (FirstHalfEndsWith is null)
        {
            return [];
        }

        return Halves() is not { } halves || halves.Second == 0 ? [new InputProblem("firstHalfEndsWith", "unknown")]
            : halves.First > HalfMinutes || halves.Second > HalfMinutes ? [new InputProblem("firstHalfEndsWith", "over-limit")]
            : [];
    }

    private static IEnumerable<InputProblem> ProblemsOf(string path, ModuleBlock block) =>
        [
            .. block.Id is { Length: > 0 and <= ModuleBlock.IdLength }
            && block.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
                ? []
                : new[] { new InputProblem($"{path}.id", "not-an-id") },
            .. InputProblems.Outside($"{path}.minutes", block.Minutes, 1, ModuleBlock.MinutesAtMost),
            .. InputProblems.Outside($"{path}.minutesInHalves", block.MinutesInHalves, 1, ModuleBlock.MinutesAtMost),
            .. Length($"{path}.title", block.Title, ModuleBlock.TitleLength),
            .. Length($"{path}.aim", block.Aim, LineLength),
            .. Length($"{path}.keyMessage", block.KeyMessage, LineLength),
            .. Length($"{path}.activity", block.Activity, ModuleBlock.TextLength),
            .. Length($"{path}.guide", block.Guide, ModuleBlock.TextLength),
            .. Count($"{path}.media", block.Media.Count, ModuleBlock.MediaAtMost),
        ];

    private static IEnumerable<InputProblem> Count(string path, int count, int most) =>
        count > most ? [new InputProblem(path, InputProblems.WrongCount)] : [];

    private static IEnumerable<InputProblem> Length(string path, LocalText text, int most) =>
        text.Length > most ? [new InputProblem(path, "too-long")] : [];
}
