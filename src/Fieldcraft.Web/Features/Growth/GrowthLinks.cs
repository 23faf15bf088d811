using Fieldcraft.Domain.Growth;

namespace Fieldcraft.Web.Features.Growth;

/// <summary>Every address of Growth, those of its neighbours excepted.</summary>
public static class GrowthLinks
{
    public const string Open = "/growth";
    public const string OwnView = "/growth/self-view";
    public const string RateOwnView = "/growth/self-view/rate";
    public const string Pull = "/growth/pull";
    public const string Gaps = "/growth/gaps";
    public const string Before = "/growth/done-before";

    /// <summary>The move evaluator, the pace and the map are rooms of their own.</summary>
    public const string Moves = "/growth/moves";
    public const string Pace = "/growth/pace";
    public const string Map = "/growth/experience";
    public const string Checks = "/growth/checks";
    public const string Framework = "/framework";

    public static string Statement(StatementKind kind) => kind == StatementKind.Become ? "/growth/become" : "/growth/do";

    public static string Gap(string capability) => $"/growth/gaps/{capability}";

    public static string Experiences(string capability) => $"/growth/gaps/{capability}/experiences";
}
