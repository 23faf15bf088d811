using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Modules.PrintModule;

/// <summary>What a participant takes along: aims, key messages, the exercise, room for one own action.</summary>
public sealed class HandoutModel(ModuleReading reading, Viewer viewer) : PrintModuleModel(reading, viewer)
{
    protected override bool IsForTeaching => false;
}
