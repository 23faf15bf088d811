using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>One part of a planner as a form: on the sheet, or alone on a screen.</summary>
/// <param name="Typed">What stands in the fields.</param>
/// <param name="Version">The print of what is kept.</param>
/// <param name="Errors">What has to be mended, as words.</param>
/// <param name="StandsAlone">At its own address, with everything open and the whole bank of questions.</param>
public sealed record PlannerPartForm(
    OpenPlanner Planner,
    PlannerPart Part,
    IReadOnlyDictionary<PlannerField, string> Typed,
    string Version,
    IReadOnlyDictionary<PlannerField, string> Errors,
    bool StandsAlone
)
{
    private static readonly Dictionary<PlannerField, string> None = [];

    public static PlannerPartForm OnSheet(OpenPlanner planner, PlannerPart part) =>
        new(planner, part, TextsOf(planner, part), planner.PrintOf(part), None, false);

    public static PlannerPartForm Alone(OpenPlanner planner, PlannerPart part) => OnSheet(planner, part) with { StandsAlone = true };

    public TimedBlock? Block => Part.IsBlock ? Planner.Blocks.First(b => b.Block.Id == Part.Block) : null;

    /// <summary>Its place among the blocks, from 1.</summary>
    public int Number => Planner.Content.Blocks.TakeWhile(b => b.Id != Part.Block).Count() + 1;

    public string Title(Words words) => TitleOf(Planner, Part, words);

    /// <summary>On the sheet a form comes back to it; alone it goes on to the next part.</summary>
    public string Action => PlannersLinks.Part(Planner.Id, Part.Name) + (StandsAlone ? "" : "?from=sheet");

    public string? Previous => Beside(-1);

    public string? Next => Beside(1);

    /// <summary>The fields that stand open at once: the own words of a block, and everything of another part.</summary>
    public IEnumerable<PlannerField> Open => Part.IsBlock ? [PlannerField.Words] : Part.Fields;

    /// <summary>The fields of a block that fold away: they are not needed for the next step.</summary>
    public IEnumerable<PlannerField> Folded => Part.Fields.Except(Open);

    public bool IsUnfolded => StandsAlone || Folded.Any(f => Typed[f].Length > 0 || Errors.ContainsKey(f));

    public string IdOf(PlannerField field) => $"{Part.Name}-{field}";

    public static string NameOf(PlannerField field) => $"Text[{field}]";

    public static string TitleOf(OpenPlanner planner, PlannerPart part, Words words) =>
        part.IsBlock ? planner.In(planner.Content.Blocks.First(b => b.Id == part.Block).Title) : words[$"planner.part.{part.Name}"];

    internal static Dictionary<PlannerField, string> TextsOf(OpenPlanner planner, PlannerPart part) =>
        part.Fields.ToDictionary(f => f, f => planner.Shown(part.At(f)));

    private string? Beside(int step)
    {
        var parts = Planner.Parts;
        var place = parts.TakeWhile(p => p.Name != Part.Name).Count() + step;
        return place < 0 || place >= parts.Count ? null
            : StandsAlone ? PlannersLinks.Part(Planner.Id, parts[place].Name)
            : $"#{parts[place].Name}";
    }
}

/// <summary>One field of a form.</summary>
public sealed record PlannerFieldForm(PlannerPartForm Form, PlannerField Field)
{
    public string Id => Form.IdOf(Field);

    public string Name => PlannerPartForm.NameOf(Field);

    public string Text => Form.Typed[Field];

    public string? Error => Form.Errors.GetValueOrDefault(Field);

    /// <summary>A line; the others may have several.</summary>
    public bool IsLine =>
        Field
            is PlannerField.Dates
                or PlannerField.Place
                or PlannerField.Participants
                or PlannerField.Room
                or PlannerField.HardQuestion
                or PlannerField.TryWhat
                or PlannerField.TrySeenBy;
}
