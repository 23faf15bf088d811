using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process.PrintPage;

/// <summary>The proposition on one page, to read together or to print.</summary>
public sealed class PrintPageModel(OpportunityReading reading, Viewer viewer) : ReadPage(reading, viewer);
