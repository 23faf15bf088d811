using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Features.Planners;

public sealed record BeginPlannerInput(Guid? ModuleId);

/// <param name="Block">The id of a block, for a text that belongs to one.</param>
public sealed record PlannerTextInput(PlannerField Field, string? Block, string? Text);

public sealed record PlannerShapeInput(bool InHalves);

public sealed record PlannerTried(Guid Id, int Version, Guid Experiment);

/// <param name="Id">Null while it is not begun.</param>
public sealed record PlannerLineJson(Guid ModuleId, string Module, int Number, string Programme, Guid? Id, DateTimeOffset? FinishedAt);

/// <summary>A block as the module gives it, with its place in the session in minutes.</summary>
public sealed record PlannerBlockJson(
    string Id,
    string Title,
    int From,
    int To,
    bool IsLocked,
    string Aim,
    string KeyMessage,
    IReadOnlyList<PlannerTextJson> Texts
);

public sealed record PlannerTextJson(PlannerField Field, string Text);

/// <summary>What of a block a newer edition says differently.</summary>
public sealed record PlannerChangeJson(string Block, string Title, IReadOnlyList<BlockChange> Changes);

/// <param name="Texts">What is written for the session as a whole.</param>
/// <param name="LeftOver">What is written in blocks that the module does not have any more.</param>
/// <param name="Newer">What a newer edition changes in the blocks; null while there is none.</param>
/// <param name="LastTime">What stood under <c>differently</c> for the module before this one.</param>
public sealed record PlannerJson(
    Guid Id,
    int Version,
    Guid ModuleId,
    string Module,
    int Edition,
    bool InHalves,
    DateTimeOffset? FinishedAt,
    Guid? Experiment,
    IReadOnlyList<PlannerBlockJson> Blocks,
    IReadOnlyList<PlannerTextJson> Texts,
    IReadOnlyList<PlannerTextJson> LeftOver,
    IReadOnlyList<PlannerChangeJson>? Newer,
    string? LastTime
)
{
    public static PlannerJson Of(OpenPlanner p) =>
        new(
            p.Id.Value,
            p.Version,
            p.ModuleId.Value,
            p.Module,
            p.EditionNumber,
            p.InHalves,
            p.FinishedAt,
            p.Experiment?.Id.Value,
            [.. p.Blocks.Select(b => BlockOf(p, b))],
            [.. p.Texts.Where(t => !t.Key.Field.IsOfBlock()).OrderBy(t => t.Key.Field).Select(TextOf)],
            [.. p.LeftOver.Select(TextOf)],
            p.Newer is { } newer
                ?
                [
                    .. BlockChanges
                        .Between(p.Content, newer.Content)
                        .Select(c => new PlannerChangeJson(c.Block.Id, p.In(c.Block.Title), c.Changes)),
                ]
                : null,
            p.LastTime?.Text
        );

    private static PlannerBlockJson BlockOf(OpenPlanner p, TimedBlock timed) =>
        new(
            timed.Block.Id,
            p.In(timed.Block.Title),
            timed.From,
            timed.To,
            timed.Block.IsLocked,
            p.In(timed.Block.Aim),
            p.In(timed.Block.KeyMessage),
            [.. p.Texts.Where(t => t.Key.Block == timed.Block.Id).OrderBy(t => t.Key.Field).Select(TextOf)]
        );

    private static PlannerTextJson TextOf(KeyValuePair<PlannerPlace, string> text) => new(text.Key.Field, text.Value);
}
