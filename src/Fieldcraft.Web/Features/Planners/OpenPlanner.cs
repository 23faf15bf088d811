using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Experiments;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>A newer edition than the planner's own.</summary>
public sealed record NewerEdition(ModuleEditionId Id, int Number, string? Note, ModuleContent Content);

/// <summary>What stood under "differently" for the module before this one.</summary>
public sealed record LastTime(string Module, string Text);

/// <summary>A planner, opened for its owner.</summary>
public sealed record OpenPlanner
{
    public required PlannerId Id { get; init; }
    public required int Version { get; init; }
    public required ModuleId ModuleId { get; init; }
    public required string Module { get; init; }
    public required int Number { get; init; }
    public required int EditionNumber { get; init; }
    public required ModuleContent Content { get; init; }

    /// <summary>The language in which its owner reads the module.</summary>
    public required string Language { get; init; }
    public required bool InHalves { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public NewerEdition? Newer { get; init; }

    /// <summary>The own experiment as it stands among the owner's tries now.</summary>
    public OpenExperiment? Experiment { get; init; }
    public LastTime? LastTime { get; init; }
    public required IReadOnlyDictionary<PlannerPlace, string> Texts { get; init; }

    public bool IsFinished => FinishedAt is not null;

    public IReadOnlyList<PlannerPart> Parts => PlannerPart.Of(Content);

    public IReadOnlyList<TimedBlock> Blocks => Content.Timed(InHalves);

    /// <summary>What is written in blocks that the planner's edition does not have any more.</summary>
    public IEnumerable<KeyValuePair<PlannerPlace, string>> LeftOver =>
        Texts
            .Where(t => t.Key.Field.IsOfBlock() && Content.Blocks.All(b => b.Id != t.Key.Block))
            .OrderBy(t => t.Key.Block, StringComparer.Ordinal)
            .ThenBy(t => t.Key.Field);

    public string In(LocalText text) => text.In(Language, Content.Language);

    /// <summary>What its owner wrote there; empty where nothing is.</summary>
    public string Own(PlannerPlace place) => Texts.GetValueOrDefault(place, "");

    public string Own(PlannerField field, string block = "") => Own(new PlannerPlace(field, block));

    /// <summary>What the module says where nothing is written.</summary>
    public string Given(PlannerPlace place) => PlannerSheet.Given(Content, Language, place.Field);

    /// <summary>What stands there: the own text, else what the module says.</summary>
    public string Shown(PlannerPlace place) => Texts.GetValueOrDefault(place) ?? Given(place);

    public bool IsWritten(PlannerPart part) => part.Fields.Any(f => Texts.ContainsKey(part.At(f)));

    public string PrintOf(PlannerPart part) => part.PrintOf(f => Own(part.At(f)));
}
