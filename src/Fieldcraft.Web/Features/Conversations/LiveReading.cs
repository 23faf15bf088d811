using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Conversations;

/// <summary>Somebody in a session, as the others see them.</summary>
public sealed record SessionPerson(SessionMemberId Id, PersonId PersonId, string Name, SessionRole Role, bool IsThere, bool HasLeft);

/// <summary>What its author wanted shown, after the reveal.</summary>
public sealed record ShownAnswer(SessionAnswerId Id, int Stage, PersonId AuthorId, string Author, string Text, bool IsHidden);

/// <summary>What the viewer wrote, opened for them.</summary>
public sealed record OwnAnswer(
    SessionAnswerId Id,
    int Stage,
    string Text,
    bool Shows,
    bool IsRevealed,
    bool IsHidden,
    bool HasLanded,
    DateTimeOffset ChangedAt,
    int Version
);

/// <summary>A session as one of its members sees it.</summary>
/// <param name="Written">How many have written something in the present stage. Who, is not known here.</param>
public sealed record OpenSession(
    LiveSession Session,
    SessionMember Me,
    IReadOnlyList<SessionPerson> People,
    int Written,
    IReadOnlyList<OwnAnswer> Own,
    IReadOnlyList<ShownAnswer> Shown,
    IReadOnlyList<(AssignmentId Id, string Title)> Assignments
)
{
    public bool Leads => Me.Leads && Me.LeftAt is null;

    public int There => People.Count(p => p.IsThere);

    public OwnAnswer? Mine(int stage) => Own.FirstOrDefault(a => a.Stage == stage);

    public string NameOf(Guid? person) => People.FirstOrDefault(p => p.PersonId.Value == person)?.Name ?? "";
}

/// <summary>A line in the list of sessions.</summary>
public sealed record SessionLine(LiveSession Session, SessionMember Me);

/// <summary>Opens sessions for their members, for pages and API alike. What others wrote for themselves is not even read.</summary>
public sealed class LiveReading(FieldcraftDb db, Vault vault)
{
    public const int PageSize = 20;
    private const int AssignmentsOffered = 20;

    /// <summary>The viewer's sessions, newest first.</summary>
    public async Task<IReadOnlyList<SessionLine>> ListAsync(
        Viewer viewer,
        LiveSessionId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var own = db
            .SessionMembers.AsNoTracking()
            .VisibleTo(viewer)
            .Join(db.LiveSessions.AsNoTracking(), m => m.SessionId, s => s.Id, (m, s) => new { Session = s, Me = m });
        if (after is { } last)
        {
            own = own.Where(x => x.Session.Id.CompareTo(last) < 0);
        }

        var rows = await own.OrderByDescending(x => x.Session.Id).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new SessionLine(r.Session, r.Me))];
    }

    /// <param name="withOwn">Also what the viewer wrote, and their assignments; not for the big screen, where others look on.</param>
    public async Task<OpenSession?> FindAsync(Viewer viewer, LiveSessionId id, bool withOwn, CancellationToken cancellationToken) =>
        (await LookAsync(viewer, id, withOwn, null, cancellationToken)).Changed;

    /// <summary>As <see cref="FindAsync"/>, for somebody who has the state of one pulse in sight: nothing more is read when that is still the present one.</summary>
    public async Task<(bool IsThere, OpenSession? Changed)> LookAsync(
        Viewer viewer,
        LiveSessionId id,
        bool withOwn,
        long? known,
        CancellationToken cancellationToken
    )
    {
        var found = await db
            .SessionMembers.AsNoTracking()
            .VisibleTo(viewer)
            .Where(m => m.SessionId == id)
            .Join(db.LiveSessions.AsNoTracking(), m => m.SessionId, s => s.Id, (m, s) => new { Session = s, Me = m })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null || found.Session.Pulse == known)
        {
            return (found is not null, null);
        }

        var (session, me) = (found.Session, viewer.PersonId);
        var members = await MembersAsync(session, cancellationToken);
        var answers = await AnswersAsync(session, me, withOwn, cancellationToken);
        var assignments = withOwn && session.EndedAt is null ? await AssignmentsAsync(viewer, cancellationToken) : [];
        var unlocked = await vault.UnlockAsync(
            viewer,
            [.. answers.Select(a => a.Text), .. answers.Select(a => a.Shown), .. assignments.Select(a => a.Title)],
            cancellationToken
        );
        var names = members.ToDictionary(m => m.PersonId, m => m.Name);
        var open = new OpenSession(
            session,
            found.Me,
            [.. members.Select(m => new SessionPerson(m.Id, m.PersonId, m.Name, m.Role, m.IsThere, m.HasLeft))],
            members.Count(m => m.HasWritten),
            withOwn ? [.. answers.Where(a => a.OwnerId == me).Select(a => Own(a, unlocked))] : [],
            [
                .. answers
                    .Where(a =>
                        a is { Shown: not null, RevealedAt: not null } && (a.HiddenAt is null || found.Me.Leads) && unlocked.Opens(a.Shown)
                    )
                    .Select(a => new ShownAnswer(
                        a.Id,
                        a.Stage,
                        a.OwnerId,
                        names.GetValueOrDefault(a.OwnerId, ""),
                        unlocked.Open(a.Shown!),
                        a.HiddenAt is not null
                    )),
            ],
            [.. assignments.Select(a => (a.Id, unlocked.Open(a.Title)))]
        );
        return (true, open);
    }

    /// <summary>How many have written is counted for everybody; who has, is for nobody.</summary>
    private async Task<List<Member>> MembersAsync(LiveSession session, CancellationToken cancellationToken)
    {
        var (id, stage) = (session.Id, session.Stage);
        var members = await db
            .SessionMembers.AsNoTracking()
            .Where(m => m.SessionId == id)
            .Join(
                db.People.AsNoTracking(),
                m => m.OwnerId,
                p => p.Id,
                (m, p) =>
                    new Member(
                        m.Id,
                        p.Id,
                        NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName),
                        m.Role,
                        m.JoinedAt != null && m.LeftAt == null,
                        m.LeftAt != null,
                        db.SessionAnswers.Any(a => a.SessionId == id && a.OwnerId == p.Id && a.Stage == stage && a.Text != null)
                    )
            )
            .ToListAsync(cancellationToken);
        return [.. members.OrderByDescending(m => m.Role).ThenBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Id)];
    }

    /// <summary>The viewer's own answers, and of the others the copies that were revealed in what is now in sight.</summary>
    private async Task<List<AnswerRow>> AnswersAsync(LiveSession session, PersonId me, bool withOwn, CancellationToken cancellationToken)
    {
        var id = session.Id;
        var everything = session.State == SessionState.Ended;
        var of = session.Current?.Of ?? -1;
        return await db
            .SessionAnswers.AsNoTracking()
            .Where(a => a.SessionId == id && ((withOwn && a.OwnerId == me) || (a.RevealedAt != null && (everything || a.Stage == of))))
            .OrderBy(a => a.Stage)
            .ThenBy(a => a.RevealedAt)
            .ThenBy(a => a.Id)
            .Select(a => new AnswerRow
            {
                Id = a.Id,
                OwnerId = a.OwnerId,
                Stage = a.Stage,
                Text = withOwn && a.OwnerId == me ? a.Text : null,
                Shown = a.RevealedAt != null && (everything || a.Stage == of) ? a.Shown : null,
                Shows = a.Shown != null,
                RevealedAt = a.RevealedAt,
                HiddenAt = a.HiddenAt,
                HasLanded = a.LandedIn != null,
                ChangedAt = a.ChangedAt,
                Version = a.Version,
            })
            .ToListAsync(cancellationToken);
    }

    private async Task<List<AssignmentRow>> AssignmentsAsync(Viewer viewer, CancellationToken cancellationToken) =>
        await db
            .Assignments.AsNoTracking()
            .VisibleTo(viewer)
            .Where(a => a.EndedOn == null)
            .OrderByDescending(a => a.Id)
            .Take(AssignmentsOffered)
            .Select(a => new AssignmentRow(a.Id, a.Title))
            .ToListAsync(cancellationToken);

    private static OwnAnswer Own(AnswerRow a, Unlocked unlocked) =>
        new(
            a.Id,
            a.Stage,
            unlocked.OpenOrEmpty(a.Text),
            a.Shows,
            a is { Shows: true, RevealedAt: not null },
            a.HiddenAt is not null,
            a.HasLanded,
            a.ChangedAt,
            a.Version
        );

    private sealed record Member(
        SessionMemberId Id,
        PersonId PersonId,
        string Name,
        SessionRole Role,
        bool IsThere,
        bool HasLeft,
        bool HasWritten
    );

    private sealed record AssignmentRow(AssignmentId Id, Domain.Shared.SealedText Title);

    private sealed record AnswerRow
    {
        public required SessionAnswerId Id { get; init; }
        public required PersonId OwnerId { get; init; }
        public required int Stage { get; init; }
        public required Domain.Shared.SealedText? Text { get; init; }
        public required Domain.Shared.SealedText? Shown { get; init; }
        public required bool Shows { get; init; }
        public required DateTimeOffset? RevealedAt { get; init; }
        public required DateTimeOffset? HiddenAt { get; init; }
        public required bool HasLanded { get; init; }
        public required DateTimeOffset ChangedAt { get; init; }
        public required int Version { get; init; }
    }
}
