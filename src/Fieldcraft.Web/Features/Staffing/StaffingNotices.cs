using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Staffing;

/// <summary>What staffing talks tell people.</summary>
public static class StaffingNotices
{
    /// <summary>To somebody who may enter themselves, and may as well not.</summary>
    public static readonly NoticeKind Asked = new("staffing.notice.asked", Telling.AtOnce, IsRequest: true);

    /// <summary>To somebody who holds a talk together with its opener.</summary>
    public static readonly NoticeKind Holds = new("staffing.notice.holds", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All = [Asked, Holds];
}
