using Fieldcraft.Domain.Frameworks;

namespace Fieldcraft.Web.Features.Frameworks;

/// <summary>Every address of the framework.</summary>
public static class FrameworksLinks
{
    public const string InUse = "/framework";
    public const string Draft = "/framework/draft";
    public const string Add = "/framework/draft/new";
    public const string Challenges = "/framework/draft/challenges";
    public const string Preview = "/framework/draft/preview";
    public const string Publish = "/framework/draft/publish";
    public const string Discard = "/framework/draft/discard";
    public const string Import = "/framework/import";

    public static string Edition(FrameworkEditionId id) => $"/framework/editions/{id.Value}";

    public static string Capability(FrameworkEditionId id, string capability) => $"{Edition(id)}#{capability}";

    public static string Matrix(FrameworkEditionId id) => $"{Edition(id)}/matrix";

    public static string Table(FrameworkEditionId id) => $"{Edition(id)}/framework.csv";

    public static string Package(FrameworkEditionId id) => $"{Edition(id)}/framework.json";

    public static string Compare(FrameworkEditionId from, FrameworkEditionId to) => $"/framework/compare?from={from.Value}&to={to.Value}";

    public static string Rewrite(string capability) => $"/framework/draft/capabilities/{capability}";

    public static string Weigh(string capability) => $"/framework/draft/capabilities/{capability}/weights";
}
