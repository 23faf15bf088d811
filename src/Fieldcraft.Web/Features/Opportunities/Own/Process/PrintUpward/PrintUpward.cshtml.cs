using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process.PrintUpward;

/// <summary>The sheet for raising it upwards, with a way to rehearse it with a partner.</summary>
public sealed class PrintUpwardModel(OpportunityReading reading, Viewer viewer) : ReadPage(reading, viewer);
