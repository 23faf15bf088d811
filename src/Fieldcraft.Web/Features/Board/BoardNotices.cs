using Fieldcraft.Web.Features.Rhythm;

namespace Fieldcraft.Web.Features.Board;

/// <summary>What the board tells people. Of a conversation only the two who have it are told.</summary>
public static class BoardNotices
{
    public static readonly NoticeKind Asked = new("board.notice.asked", Telling.AtOnce);
    public static readonly NoticeKind Written = new("board.notice.written", Telling.AtOnce);
    public static readonly NoticeKind TakenUp = new("board.notice.taken_up", Telling.AtOnce);
    public static readonly NoticeKind Ended = new("board.notice.ended", Telling.AtOnce);
    public static readonly NoticeKind PostingClosed = new("board.notice.posting_closed", Telling.AtOnce);
    public static readonly NoticeKind Flagged = new("board.notice.flagged", Telling.AtOnce);
    public static readonly NoticeKind ClosedUnanswered = new("board.notice.closed_unanswered", Telling.AtOnce);
    public static readonly NoticeKind TrialTold = new("board.notice.trial_told", Telling.AtOnce);
    public static readonly NoticeKind TrialChanged = new("board.notice.trial_changed", Telling.AtOnce);
    public static readonly NoticeKind TrialAgreed = new("board.notice.trial_agreed", Telling.AtOnce);
    public static readonly NoticeKind TrialSilence = new("board.notice.trial_silence", Telling.AtOnce);
    public static readonly NoticeKind TrialConcern = new("board.notice.trial_concern", Telling.AtOnce);
    public static readonly NoticeKind TrialSettled = new("board.notice.trial_settled", Telling.AtOnce);
    public static readonly NoticeKind TrialWithdrawn = new("board.notice.trial_withdrawn", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All =
    [
        Asked,
        Written,
        TakenUp,
        Ended,
        PostingClosed,
        Flagged,
        ClosedUnanswered,
        TrialTold,
        TrialChanged,
        TrialAgreed,
        TrialSilence,
        TrialConcern,
        TrialSettled,
        TrialWithdrawn,
    ];
}
