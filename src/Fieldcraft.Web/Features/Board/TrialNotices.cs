using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Board;

/// <summary>A notice of a trial, opened for the person or for the manager they told.</summary>
/// <param name="IsAgreed">By what is known now: the trial may begin.</param>
/// <param name="AgreedBy">How; null while it is not agreed, and where a concern was settled.</param>
/// <param name="RunsUntil">The last day for a concern; null where none runs, or nobody knows when the manager is back.</param>
/// <param name="Open">What a concern can still be about.</param>
public sealed record OpenTrial(
    TrialNoticeId Id,
    Guid? OpportunityId,
    PostingId? PostingId,
    bool IsMine,
    string Person,
    string? Manager,
    bool ManagerHasLeft,
    bool ManagerIsAway,
    TrialFacts Facts,
    TrialState State,
    bool IsAgreed,
    TrialAgreement? AgreedBy,
    DateOnly? RunsUntil,
    TrialTopic Open,
    TrialTopic ConcernAbout,
    string Concern,
    string Settlement,
    DateTimeOffset ToldAt,
    int Version
)
{
    /// <summary>The manager can still answer.</summary>
    public bool IsDue => !IsMine && State == TrialState.Told && !IsAgreed;
}

/// <summary>
/// The word to the own manager when a trial with hours is to be agreed: telling, answering, and whether the trial of an origin may begin. Used by this
/// room's pages and API, and by the room of opportunities. Null: the viewer has no such notice, or not this part in it.
/// </summary>
public sealed class TrialNotices(
    FieldcraftDb db,
    Vault vault,
    WorkCalendars calendars,
    Notices notices,
    Rules rules,
    Words words,
    TimeProvider clock
)
{
    public const int PageSize = 30;

    /// <summary>Tells the viewer's manager; without one the trial is agreed at once. Refused: <c>trial-told-already</c>.</summary>
    public async Task<Outcome<TrialNotice>> TellAsync(
        Viewer viewer,
        TrialOrigin origin,
        TrialFacts facts,
        CancellationToken cancellationToken
    )
    {
        var (me, now) = (viewer.PersonId, clock.GetUtcNow());
        var (opportunity, posting) = origin;
        var told =
            (opportunity is not null || posting is not null)
            && await db
                .TrialNotices.ToldBy(viewer)
                .AnyAsync(
                    t => t.OpportunityId == opportunity && t.PostingId == posting && t.State != TrialState.Withdrawn,
                    cancellationToken
                );
        var manager = await db
            .People.Where(p => p.Id == me && db.People.Any(m => m.Id == p.ManagerId && m.Status != PersonStatus.Left))
            .Select(p => p.ManagerId)
            .FirstOrDefaultAsync(cancellationToken);
        var calendar = await calendars.OfAsync(manager, cancellationToken);
        var id = Id.New<TrialNoticeId>(now);
        var outcome = TrialNotice.Tell(
            id,
            me,
            manager,
            origin,
            facts,
            told,
            await vault.SealerAsync(me, id.Value, cancellationToken),
            calendar?.Today ?? words.Today(now),
            now
        );
        if (outcome.Value is not { } notice)
        {
            // The key that was made for it is not saved.
            db.ChangeTracker.Clear();
            return outcome;
        }

        if (manager is { } reader)
        {
            await vault.AdmitAsync(me, id.Value, reader, cancellationToken);
            notices.Tell(reader, BoardNotices.TrialTold, BoardLinks.Trial(id), me);
        }

        db.Add(notice);
        await db.SaveChangesAsync(cancellationToken);
        return outcome;
    }

    /// <summary>The viewer's own newest notice of an opportunity or a posting; null while nobody was told of it, or it was taken back.</summary>
    public async Task<OpenTrial?> ForAsync(Viewer viewer, Guid originId, CancellationToken cancellationToken)
    {
        var posting = PostingId.From(originId);
        return
            await OpenAsync(
                viewer,
                db.TrialNotices.AsNoTracking()
                    .ToldBy(viewer)
                    .Where(t => (t.OpportunityId == originId || t.PostingId == posting) && t.State != TrialState.Withdrawn)
                    .OrderByDescending(t => t.Id)
                    .Take(1),
                cancellationToken
            )
                is [var found, ..]
            ? found
            : null;
    }

    /// <summary>Told by the viewer and told to the viewer, newest first.</summary>
    public Task<IReadOnlyList<OpenTrial>> ListAsync(Viewer viewer, TrialNoticeId? after, int limit, CancellationToken cancellationToken)
    {
        var trials = db.TrialNotices.AsNoTracking().VisibleTo(viewer);
        if (after is { } last)
        {
            trials = trials.Where(t => t.Id.CompareTo(last) < 0);
        }

        return OpenAsync(viewer, trials.OrderByDescending(t => t.Id).Take(limit), cancellationToken);
    }

    public async Task<OpenTrial?> FindAsync(Viewer viewer, TrialNoticeId id, CancellationToken cancellationToken) =>
        await OpenAsync(viewer, db.TrialNotices.AsNoTracking().VisibleTo(viewer).Where(t => t.Id == id), cancellationToken)
            is [var found, ..]
            ? found
            : null;

    /// <summary>The person changes dates, hours or room; only for what changed the days run again.</summary>
    public async Task<Outcome?> ChangeAsync(Viewer viewer, TrialNoticeId id, TrialFacts facts, CancellationToken cancellationToken)
    {
        if (await FindAsync(db.TrialNotices.ToldBy(viewer), id, cancellationToken) is not { } notice)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var unlocked = await vault.UnlockAsync(viewer, [notice.Facts], cancellationToken);
        var calendar = await calendars.OfAsync(notice.ManagerId, cancellationToken);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        var before = TrialFacts.FromJson(unlocked.Open(notice.Facts));
        return await AnswerAsync(
            notice.Change(before, facts, sealer, calendar?.Today ?? words.Today(now), now),
            notice.ManagerId,
            BoardNotices.TrialChanged,
            notice,
            viewer,
            cancellationToken
        );
    }

    /// <summary>The manager says yes.</summary>
    public async Task<Outcome?> AgreeAsync(Viewer viewer, TrialNoticeId id, CancellationToken cancellationToken) =>
        await FindAsync(db.TrialNotices.ToldTo(viewer), id, cancellationToken) is { } notice
            ? await AnswerAsync(
                notice.Agree(clock.GetUtcNow()),
                notice.OwnerId,
                BoardNotices.TrialAgreed,
                notice,
                viewer,
                cancellationToken
            )
            : null;

    /// <summary>The manager raises a concern about dates or load.</summary>
    public async Task<Outcome?> RaiseConcernAsync(
        Viewer viewer,
        TrialNoticeId id,
        TrialTopic about,
        string reason,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(db.TrialNotices.ToldTo(viewer), id, cancellationToken) is not { } notice)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var calendar = (await calendars.OfAsync(viewer.PersonId, cancellationToken))!;
        var sealer = await vault.SealerAsync(notice.OwnerId, id.Value, cancellationToken);
        var outcome = notice.RaiseConcern(about, reason, sealer, rules.Board, calendar.Days, calendar.Today, now);
        return await AnswerAsync(outcome, notice.OwnerId, BoardNotices.TrialConcern, notice, viewer, cancellationToken);
    }

    /// <summary>The person writes down what the two settled.</summary>
    public async Task<Outcome?> SettleAsync(Viewer viewer, TrialNoticeId id, string settlement, CancellationToken cancellationToken)
    {
        if (await FindAsync(db.TrialNotices.ToldBy(viewer), id, cancellationToken) is not { } notice)
        {
            return null;
        }

        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        var outcome = notice.Settle(settlement, sealer, clock.GetUtcNow());
        return await AnswerAsync(outcome, notice.ManagerId, BoardNotices.TrialSettled, notice, viewer, cancellationToken);
    }

    public async Task<Outcome?> WithdrawAsync(Viewer viewer, TrialNoticeId id, CancellationToken cancellationToken) =>
        await FindAsync(db.TrialNotices.ToldBy(viewer), id, cancellationToken) is { } notice
            ? await AnswerAsync(
                notice.Withdraw(clock.GetUtcNow()),
                notice.ManagerId,
                BoardNotices.TrialWithdrawn,
                notice,
                viewer,
                cancellationToken
            )
            : null;

    private static Task<TrialNotice?> FindAsync(IQueryable<TrialNotice> trials, TrialNoticeId id, CancellationToken cancellationToken) =>
        trials.FirstOrDefaultAsync(t => t.Id == id, cancellationToken);

    private async Task<Outcome?> AnswerAsync(
        Outcome outcome,
        PersonId? other,
        NoticeKind kind,
        TrialNotice notice,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (outcome.IsRefused)
        {
            return outcome;
        }

        if (other is { } told)
        {
            notices.Tell(told, kind, BoardLinks.Trial(notice.Id), viewer.PersonId);
        }

        return await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("trial-changed-meanwhile");
    }

    private async Task<IReadOnlyList<OpenTrial>> OpenAsync(
        Viewer viewer,
        IQueryable<TrialNotice> trials,
        CancellationToken cancellationToken
    )
    {
        var me = viewer.PersonId;
        var rows = await trials
            .Select(t => new
            {
                Trial = t,
                Person = db
                    .People.Where(p => p.Id == t.OwnerId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .First(),
                Manager = db
                    .People.Where(p => p.Id == t.ManagerId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(
            viewer,
            rows.SelectMany(r => new[] { r.Trial.Facts, r.Trial.Concern, r.Trial.Settlement }),
            cancellationToken
        );
        var known = await calendars.OfAsync([.. rows.Select(r => r.Trial.ManagerId).OfType<PersonId>()], cancellationToken);
        return
        [
            .. rows.Select(r =>
            {
                var today = words.Today(clock.GetUtcNow());
                var calendar =
                    r.Trial.ManagerId is { } manager && known.TryGetValue(manager, out var found) ? found : WorkCalendar.OfNobody(today);
                var agreed = r.Trial.IsAgreed(calendar.Today, rules.Board, calendar.Days);
                return new OpenTrial(
                    r.Trial.Id,
                    r.Trial.OpportunityId,
                    r.Trial.PostingId,
                    r.Trial.OwnerId == me,
                    r.Person,
                    r.Manager,
                    calendar.HasLeft,
                    calendar.Days.IsAway(calendar.Today),
                    TrialFacts.FromJson(unlocked.Open(r.Trial.Facts)),
                    r.Trial.State,
                    agreed,
                    r.Trial.AgreedBy ?? (agreed && r.Trial.State == TrialState.Told ? TrialAgreement.Silence : null),
                    r.Trial.RunsUntil(rules.Board, calendar.Days),
                    r.Trial.State == TrialState.Told ? r.Trial.Open(rules.Board, calendar.Days, calendar.Today) : TrialTopic.None,
                    r.Trial.ConcernAbout,
                    unlocked.OpenOrEmpty(r.Trial.Concern),
                    unlocked.OpenOrEmpty(r.Trial.Settlement),
                    r.Trial.ToldAt,
                    r.Trial.Version
                );
            }),
        ];
    }
}
