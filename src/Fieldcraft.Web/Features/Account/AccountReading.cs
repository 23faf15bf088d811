using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Account;

public sealed record ShownSession(
    Guid Id,
    string Device,
    Proof Proof,
    bool OnSharedDevice,
    DateTimeOffset StartedAt,
    DateTimeOffset LastSeenAt,
    bool IsThis
);

public sealed record ShownToken(
    Guid Id,
    string Name,
    TokenScopes Scopes,
    bool FromCommandLine,
    DateTimeOffset MadeAt,
    DateTimeOffset ExpiresAt
);

public sealed record ShownNotice(SignInNoticeKind Kind, string? By, DateTimeOffset FirstAt, DateTimeOffset LastAt, bool IsNew)
{
    public bool IsRepeated => LastAt > FirstAt;
}

/// <summary>What a person's own account holds, for the page and the API.</summary>
public sealed class AccountReading(FieldcraftDb db, TimeProvider clock)
{
    private const int MostNotices = 50;

    public async Task<IReadOnlyList<ShownSession>> SessionsAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var now = clock.GetUtcNow();
        var (own, shared) = (now - SignInSession.IdleLimit, now - SignInSession.SharedIdleLimit);
        var sessions = await db
            .Sessions.AsNoTracking()
            .Where(s => s.PersonId == me && s.EndedAt == null && (s.OnSharedDevice ? s.LastSeenAt > shared : s.LastSeenAt > own))
            .OrderByDescending(s => s.LastSeenAt)
            .ThenByDescending(s => s.Id)
            .Take(100)
            .ToListAsync(cancellationToken);
        return
        [
            .. sessions.Select(s => new ShownSession(
                s.Id.Value,
                s.Device,
                s.Proof,
                s.OnSharedDevice,
                s.StartedAt,
                s.LastSeenAt,
                s.Id == viewer.SessionId
            )),
        ];
    }

    public async Task<IReadOnlyList<ShownToken>> TokensAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var now = clock.GetUtcNow();
        var tokens = await db
            .ApiTokens.AsNoTracking()
            .Where(t => t.PersonId == me && t.EndedAt == null && t.ExpiresAt > now)
            .OrderByDescending(t => t.MadeAt)
            .ThenByDescending(t => t.Id)
            .Take(100)
            .ToListAsync(cancellationToken);
        return [.. tokens.Select(t => new ShownToken(t.Id.Value, t.Name, t.Scopes, t.FromCommandLine, t.MadeAt, t.ExpiresAt))];
    }

    public async Task<IReadOnlyList<ShownNotice>> NoticesAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var notices = await (
            from notice in db.SignInNotices.AsNoTracking()
            where notice.PersonId == me
            join other in db.People on notice.ById equals (PersonId?)other.Id into made
            from maker in made.DefaultIfEmpty()
            orderby notice.LastAt descending, notice.Id descending
            select new
            {
                notice.Kind,
                notice.FirstAt,
                notice.LastAt,
                notice.SeenAt,
                First = maker == null ? null : maker.FirstName,
                Called = maker == null ? null : maker.PreferredName,
                Last = maker == null ? null : maker.LastName,
            }
        )
            .Take(MostNotices)
            .ToListAsync(cancellationToken);
        return
        [
            .. notices.Select(n => new ShownNotice(
                n.Kind,
                n.First is null ? null : $"{(string.IsNullOrEmpty(n.Called) ? n.First : n.Called)} {n.Last}".TrimEnd(),
                n.FirstAt,
                n.LastAt,
                n.SeenAt is null
            )),
        ];
    }

    /// <summary>
    /// Notes that the owner has looked. Not while sealed items are shut after a reset: whoever is in then may not be the owner, and the owner
    /// is to find the notice still new.
    /// </summary>
    public Task LookedAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!viewer.HasNotices || viewer.SealedAccess(now) != SealedAccess.Open)
        {
            return Task.CompletedTask;
        }

        var me = viewer.PersonId;
        return db.WriteAsync(
            () =>
                db
                    .SignInNotices.Where(n => n.PersonId == me && n.SeenAt == null)
                    .ExecuteUpdateAsync(n => n.SetProperty(x => x.SeenAt, now), cancellationToken),
            cancellationToken
        );
    }
}
