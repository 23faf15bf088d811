using Fieldcraft.Domain.Conversations;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Conversations;

/// <summary>
/// Who may see what of a session. It is its members'; leading it opens no text of anybody. An answer is its author's; of another's there is only the
/// copy that its author wanted shown and the group has revealed.
/// </summary>
public static class ConversationsAccess
{
    public static IQueryable<LiveSession> SessionsOf(this FieldcraftDb db, Viewer viewer)
    {
        var me = viewer.PersonId;
        return db.LiveSessions.Where(s => db.SessionMembers.Any(m => m.SessionId == s.Id && m.OwnerId == me));
    }

    /// <summary>Sessions that the viewer may lead.</summary>
    public static IQueryable<LiveSession> SessionsLedBy(this FieldcraftDb db, Viewer viewer)
    {
        var me = viewer.PersonId;
        return db.LiveSessions.Where(s =>
            db.SessionMembers.Any(m => m.SessionId == s.Id && m.OwnerId == me && m.LeftAt == null && m.Role != SessionRole.Participant)
        );
    }

    public static IQueryable<SessionMember> VisibleTo(this IQueryable<SessionMember> members, Viewer viewer)
    {
        var me = viewer.PersonId;
        return members.Where(m => m.OwnerId == me);
    }

    public static IQueryable<SessionAnswer> VisibleTo(this IQueryable<SessionAnswer> answers, Viewer viewer)
    {
        var me = viewer.PersonId;
        return answers.Where(a => a.OwnerId == me);
    }

    /// <summary>What a viewer may lead others past: revealed answers of a session they lead.</summary>
    public static IQueryable<SessionAnswer> RevealedIn(this FieldcraftDb db, Viewer viewer)
    {
        var me = viewer.PersonId;
        return db.SessionAnswers.Where(a =>
            a.RevealedAt != null
            && db.SessionMembers.Any(m =>
                m.SessionId == a.SessionId && m.OwnerId == me && m.LeftAt == null && m.Role != SessionRole.Participant
            )
        );
    }
}
