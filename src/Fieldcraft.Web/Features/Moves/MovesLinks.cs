using Fieldcraft.Domain.Moves;

namespace Fieldcraft.Web.Features.Moves;

/// <summary>Every address of the move evaluator.</summary>
public static class MovesLinks
{
    public const string List = "/growth/moves";

    public static string One(MoveComparisonId id) => $"{List}/{id.Value}";

    public static string NewOption(MoveComparisonId id) => $"{One(id)}/options/new";

    public static string Option(MoveComparisonId id, string option) => $"{One(id)}/options/{option}";

    public static string Weigh(MoveComparisonId id) => $"{One(id)}/weigh";
}
