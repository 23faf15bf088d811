using Fieldcraft.Domain.Insight.Figures;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>A figure on its way into two cells of a table: the share with its interval, and the people behind it.</summary>
public sealed record ValueCell(GroupValue Value, int Minimum);

/// <summary>A table that can be taken along as a file.</summary>
/// <param name="Table">A measure, or what stands for it in the address.</param>
public sealed record FileLinks(string Table, InsightQuery Query);
