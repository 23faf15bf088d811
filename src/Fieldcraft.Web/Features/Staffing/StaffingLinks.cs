using Fieldcraft.Domain.Staffing;

namespace Fieldcraft.Web.Features.Staffing;

/// <summary>Every address of staffing talks.</summary>
public static class StaffingLinks
{
    public const string List = "/staffing";
    public const string New = "/staffing/new";

    public static string Talk(TalkId id) => $"/staffing/{id.Value}";

    public static string Ask(TalkId id) => $"/staffing/{id.Value}/ask";
}
