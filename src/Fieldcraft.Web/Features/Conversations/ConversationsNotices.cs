using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Conversations;

/// <summary>What this room tells people.</summary>
public static class ConversationsNotices
{
    /// <summary>Somebody invites the person to a session.</summary>
    public static readonly NoticeKind Invited = new("conversations.notice.invited", Telling.AtOnce, IsRequest: true);

    /// <summary>A session the person was invited to does not take place.</summary>
    public static readonly NoticeKind CalledOff = new("conversations.notice.called_off", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All = [Invited, CalledOff];
}
