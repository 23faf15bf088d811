using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Modules.PrintModule;

/// <summary>Ten minutes in the weeks after: four questions on a card, four cards on a sheet.</summary>
public sealed class HuddleCardModel(ModuleReading reading, Viewer viewer) : PrintModuleModel(reading, viewer)
{
    protected override bool IsForTeaching => true;
}
