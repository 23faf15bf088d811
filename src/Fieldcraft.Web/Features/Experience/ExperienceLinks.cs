using Fieldcraft.Domain.Experience;

namespace Fieldcraft.Web.Features.Experience;

/// <summary>Every address of the experience map.</summary>
public static class ExperienceLinks
{
    public const string Map = "/growth/experience";
    public const string Tell = "/growth/experience/new";
    public const string Import = "/growth/experience/import";

    public static string One(PastExperienceId id) => $"{Map}/{id.Value}";
}
