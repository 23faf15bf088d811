using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process.ShowVersions;

/// <summary>Every state of the common page, and what changed from one to the next.</summary>
public sealed class ShowVersionsModel(OpportunityReading reading, Viewer viewer) : ReadPage(reading, viewer);
