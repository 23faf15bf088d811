namespace Fieldcraft.Web.Features.Pace;

/// <summary>Every address of the pace room.</summary>
public static class PaceLinks
{
    public const string Show = "/growth/pace";
    public const string Draw = "/growth/pace/draw";
}
