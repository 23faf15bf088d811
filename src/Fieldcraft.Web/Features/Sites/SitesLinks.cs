using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Features.Sites;

/// <summary>Every address of sites.</summary>
public static class SitesLinks
{
    public const string List = "/sites";

    public static string One(UnitId site) => $"{List}/{site.Value}";

    public static string Roster(UnitId site) => $"{One(site)}/roster";
}
