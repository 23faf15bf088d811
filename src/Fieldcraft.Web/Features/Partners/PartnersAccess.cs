using Fieldcraft.Domain.Partners;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>
/// Who may see a partnership: the people in it, and nobody else, whatever their role. Whoever said "not now", or did not answer in time, no longer
/// sees it. An offer is there for everybody who is signed in; a paused one for its owner.
/// </summary>
public static class PartnersAccess
{
    /// <summary>Begins at the members: their index finds a person's few partnerships among all.</summary>
    public static IQueryable<Partnership> VisibleTo(
        this IQueryable<Partnership> partnerships,
        FieldcraftDb db,
        Viewer viewer,
        DateTimeOffset now
    )
    {
        var me = viewer.PersonId;
        var mine = db.PartnershipMembers.Where(m => m.PersonId == me && m.Answer != PartnerAnswer.NotNow).Select(m => m.PartnershipId);
        return partnerships.Where(p =>
            mine.Contains(p.Id)
            && (
                p.OwnerId == me
                || (
                    p.State != PartnershipState.TakenBack
                    && p.State != PartnershipState.Unanswered
                    && (p.State != PartnershipState.Asked || p.ExpiresAt > now)
                )
            )
        );
    }

    /// <summary>The own notes: those the viewer wrote.</summary>
    public static IQueryable<PartnerNote> VisibleTo(this IQueryable<PartnerNote> notes, Viewer viewer)
    {
        var me = viewer.PersonId;
        return notes.Where(n => n.OwnerId == me);
    }

    /// <summary>
    /// The notes beside one partnership that the viewer takes part in: the own ones, thanks from the others, and a suggestion for whoever asked.
    /// Notes of meetings are asked for meeting by meeting.
    /// </summary>
    public static IQueryable<PartnerNote> Beside(this IQueryable<PartnerNote> notes, Partnership partnership, Viewer viewer)
    {
        var (id, me) = (partnership.Id, viewer.PersonId);
        var asked = partnership.OwnerId == me;
        return notes.Where(n =>
            n.PartnershipId == id
            && n.Use != PartnerNoteUse.Meeting
            && (n.OwnerId == me || n.Use == PartnerNoteUse.Thanks || (asked && n.Use == PartnerNoteUse.Suggestion))
        );
    }

    /// <summary>The notes of one meeting: the own one, and the others' only while everybody says so.</summary>
    public static IQueryable<PartnerNote> OfMeeting(
        this IQueryable<PartnerNote> notes,
        PartnerMeetingId meeting,
        bool areShared,
        Viewer viewer
    )
    {
        var me = viewer.PersonId;
        return notes.Where(n => n.MeetingId == meeting && (n.OwnerId == me || areShared));
    }

    public static IQueryable<PartnerOffer> VisibleTo(this IQueryable<PartnerOffer> offers, Viewer viewer)
    {
        var me = viewer.PersonId;
        return offers.Where(o => !o.IsPaused || o.OwnerId == me);
    }

    /// <summary>A group talk is there for the manager and for those invited.</summary>
    public static IQueryable<GroupTalk> VisibleTo(this IQueryable<GroupTalk> talks, FieldcraftDb db, Viewer viewer)
    {
        var me = viewer.PersonId;
        var mine = db.Set<GroupTalkSeat>().Where(s => s.PersonId == me).Select(s => s.TalkId);
        return talks.Where(t => t.OwnerId == me || (mine.Contains(t.Id) && t.CalledOffAt == null));
    }
}
