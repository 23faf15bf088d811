using System.Globalization;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Planners;

/// <summary>What a leader writes on a planner (DOMAIN 7.6). The first six belong to a block of the session, the others to the session as a whole.</summary>
public enum PlannerField
{
    /// <summary>What I say and ask here, in my own words.</summary>
    Words,
    Story,
    Question,
    HardQuestion,
    HardAnswer,

    /// <summary>What we do here instead; of a local block only.</summary>
    Instead,
    Aims,
    Place,
    Dates,
    Participants,
    Room,
    Materials,
    Differently,
    Help,
    WeekOne,
    WeekTwo,
    WeekFour,
    TryWhat,
    TryOn,
    TrySeenBy,
}

/// <summary>Where a text stands: its field, and the block it belongs to, if it belongs to one.</summary>
/// <param name="Block">The id of a block of the module; empty for the session as a whole.</param>
public readonly record struct PlannerPlace(PlannerField Field, string Block = "")
{
    /// <summary>The name that is authenticated with the sealed text, so that no text can be moved to another place.</summary>
    public string Name => Block.Length == 0 ? Field.ToString() : $"{Block}/{Field}";
}

/// <summary>The rules of the fields. The lengths are what one A3 sheet holds when all of them are full, at nine points and more.</summary>
public static class PlannerFields
{
    public const int AimsAtMost = ModuleContent.AimsAtMost;
    public const int LongestText = 360;
    private const string Day = "yyyy-MM-dd";

    public static readonly IReadOnlyList<PlannerField> OfBlock =
    [
        PlannerField.Words,
        PlannerField.Story,
        PlannerField.Question,
        PlannerField.HardQuestion,
        PlannerField.HardAnswer,
        PlannerField.Instead,
    ];

    public static bool IsOfBlock(this PlannerField field) => field <= PlannerField.Instead;

    /// <summary>The most characters a field holds.</summary>
    public static int Length(this PlannerField field) =>
        field switch
        {
            PlannerField.Words => 300,
            PlannerField.Aims or PlannerField.Materials => LongestText,
            PlannerField.Differently or PlannerField.Help => 240,
            PlannerField.Story or PlannerField.HardAnswer or PlannerField.HardQuestion => 180,
            PlannerField.Question or PlannerField.Instead => 140,
            PlannerField.WeekOne or PlannerField.WeekTwo or PlannerField.WeekFour => 150,
            PlannerField.TryOn => Day.Length,
            PlannerField.TryWhat => PlanRules.LongestBehaviour,
            PlannerField.TrySeenBy => Lengths.Title,
            _ => 120,
        };

    /// <summary>What is wrong with a text in its place; empty when it can be kept. An empty text takes the place back.</summary>
    /// <param name="content">What the module says in the edition that the planner was begun with.</param>
    public static IReadOnlyList<InputProblem> Problems(this PlannerPlace place, ModuleContent content, string? text)
    {
        var path = char.ToLowerInvariant(place.Field.ToString()[0]) + place.Field.ToString()[1..];
        var trimmed = text?.Trim() ?? "";
        var block = content.Blocks.FirstOrDefault(b => b.Id == place.Block);
        return
        [
            .. (place.Field.IsOfBlock() ? block is null : place.Block.Length > 0)
                ? [new InputProblem("block", "unknown")]
                : Array.Empty<InputProblem>(),
            .. place.Field == PlannerField.Instead && block is { IsLocked: true }
                ? [new InputProblem(path, "block-locked")]
                : Array.Empty<InputProblem>(),
            .. trimmed.Length > place.Field.Length() ? [new InputProblem(path, "too-long")] : Array.Empty<InputProblem>(),
            .. place.Field == PlannerField.Aims && LinesOf(trimmed).Count > AimsAtMost
                ? [new InputProblem(path, "aims-at-most")]
                : Array.Empty<InputProblem>(),
            .. place.Field == PlannerField.TryOn && trimmed.Length > 0 && DayOf(trimmed) is null
                ? [new InputProblem(path, "not-a-day")]
                : Array.Empty<InputProblem>(),
        ];
    }

    /// <summary>The day of the own experiment, as it is kept: year, month, day.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static IReadOnlyList<string> LinesOf(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
