using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Documents;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>The papers on which a planner is printed.</summary>
public static class PlannerPaper
{
    public const string A3 = "a3";

    /// <summary>Two A4 pages, upright: laid side by side they are the A3 sheet.</summary>
    public const string TwoA4 = "a4x2";

    /// <summary>Eleven points become nine at the smallest, and larger where there is room; a blank sheet keeps the height of its lines for a hand.</summary>
    private const double NinePoints = 9.0 / 11;
    private const double Roomy = 1.24;

    /// <summary>The paper that was asked for; A3 unless it is two A4 pages.</summary>
    public static string Of(string? paper) => string.Equals(paper, TwoA4, StringComparison.OrdinalIgnoreCase) ? TwoA4 : A3;

    public static PaperAim AimOf(string paper, bool isBlank) => new(paper == A3 ? 1 : 2, isBlank ? 1 : NinePoints, isBlank ? 1 : Roomy);
}

/// <summary>A planner as it stands on paper: filled, or blank with room to write by hand.</summary>
/// <param name="Filled">Null for a blank one.</param>
/// <param name="Leader">Whose it is; nobody's when it is blank.</param>
public sealed record PlannerSheet(
    string Module,
    int Number,
    int EditionNumber,
    ModuleContent Content,
    string Language,
    bool InHalves,
    OpenPlanner? Filled = null,
    string? Leader = null
)
{
    /// <summary>Where more blocks than these share a sheet, each leaves less room.</summary>
    private const int UsualBlocks = 8;
    private const int RoomyCharacters = 5_000;

    public bool IsBlank => Filled is null;

    /// <summary>So much is written that texts run on behind each other, and a block may go on in the next column.</summary>
    public bool IsDense => Filled?.Texts.Values.Sum(t => t.Length) > RoomyCharacters;

    public IReadOnlyList<TimedBlock> Blocks => Content.Timed(InHalves);

    /// <summary>What of a block runs on in one paragraph on paper: a story with its question, a hard question with its answer.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<PlannerField>> Together =
    [
        [PlannerField.Words],
        [PlannerField.Story, PlannerField.Question],
        [PlannerField.HardQuestion, PlannerField.HardAnswer],
        [PlannerField.Instead],
    ];

    /// <summary>Lines for the own words of a block on a blank sheet: more where it is the leader's own to hold.</summary>
    public int LinesFor(ModuleBlock block) => !block.IsLocked && Blocks.Count <= UsualBlocks ? 2 : 1;

    /// <summary>The fields that say something, each with its label.</summary>
    public IReadOnlyList<(string Label, string Text)> LineOf(
        IEnumerable<PlannerField> fields,
        Func<PlannerField, (string Text, string Label)> say
    ) => [.. fields.Select(say).Where(s => s.Text.Length > 0).Select(s => (s.Label, s.Text))];

    public bool IsRightToLeft => System.Globalization.CultureInfo.GetCultureInfo(Spoken).TextInfo.IsRightToLeft;

    /// <summary>The language in which the module speaks here.</summary>
    public string Spoken => Content.Languages.Contains(Language, StringComparer.Ordinal) ? Language : Content.Language;

    public string In(LocalText text) => text.In(Language, Content.Language);

    public string Shown(PlannerField field, string block = "") =>
        Filled is { } filled ? filled.Shown(new PlannerPlace(field, block)) : Given(Content, Language, field);

    public static PlannerSheet Of(OpenPlanner planner, string leader) =>
        new(planner.Module, planner.Number, planner.EditionNumber, planner.Content, planner.Language, planner.InHalves, planner, leader);

    /// <summary>What a module gives a planner before anybody writes on it: its aims and what is needed.</summary>
    internal static string Given(ModuleContent content, string language, PlannerField field) =>
        field switch
        {
            PlannerField.Aims => Lines(content.Aims, language, content),
            PlannerField.Materials => Lines(content.Materials, language, content),
            _ => "",
        };

    private static string Lines(IEnumerable<LocalText> texts, string language, ModuleContent content) =>
        string.Join('\n', texts.Select(t => t.In(language, content.Language)).Where(t => t.Length > 0));
}
