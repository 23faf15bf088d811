using Fieldcraft.Domain.People;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Frameworks;

/// <summary>Everybody signed in reads what is published. The draft is seen and written by those who design learning, and by administrators.</summary>
public static class FrameworksAccess
{
    public static bool MayDesignFramework(this Viewer viewer) => viewer.Holds(Role.LearningDesigner) || viewer.IsAdministrator;
}
