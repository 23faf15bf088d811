using Fieldcraft.Domain.Insight.Figures;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>A figure on its way into two cells of a table: the share with its interval, and the people behind it.</summary>
public sealed record ValueCell(GroupValue Value, int Minimum);
