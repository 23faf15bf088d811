using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.SignIn;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Account;

/// <summary>A token that was just made, with its secret, which nobody can show again.</summary>
public sealed record MadeToken(Guid Id, string Secret, TokenScopes Scopes, DateTimeOffset ExpiresAt);

/// <summary>Makes and ends tokens, for the page, the API and the command line.</summary>
public sealed class TokenMaking(FieldcraftDb db, TimeProvider clock)
{
    public const int LongestDays = 366;

    /// <summary>Whether this session may make tokens at all: only its owner, signed in on a device, never one token another.</summary>
    public static bool MayMake(Viewer viewer) => viewer.SessionId is not null && viewer.ProvedWithOwnSecret;

    /// <summary>Whether it may give a token the scope that opens private items: what the session itself cannot open it cannot give.</summary>
    public static bool MayGivePrivate(Viewer viewer, DateTimeOffset now) =>
        MayMake(viewer) && viewer.SealedAccess(now) == SealedAccess.Open;

    public Task<MadeToken> MakeAsync(Viewer viewer, string name, TokenScopes scopes, int days, CancellationToken cancellationToken)
    {
        if (!MayMake(viewer) || (scopes.HasFlag(TokenScopes.Private) && !MayGivePrivate(viewer, clock.GetUtcNow())))
        {
            throw new InvalidOperationException("This session may not make such a token; pages and API refuse that before.");
        }

        return MakeAsync(viewer.PersonId, name, scopes, days, fromCommandLine: false, cancellationToken);
    }

    /// <summary>Makes a token on the command line; the owner is told.</summary>
    public async Task<MadeToken> MakeOnCommandLineAsync(
        PersonId person,
        string name,
        TokenScopes scopes,
        int days,
        CancellationToken cancellationToken
    )
    {
        await db.TellAsync(person, SignInNoticeKind.TokenMade, null, clock.GetUtcNow(), cancellationToken);
        return await MakeAsync(person, name, scopes, days, fromCommandLine: true, cancellationToken);
    }

    /// <returns>Whether there was such a token of this person.</returns>
    public async Task<bool> EndAsync(Viewer viewer, Guid id, CancellationToken cancellationToken)
    {
        var (tokenId, me) = (ApiTokenId.From(id), viewer.PersonId);
        if (await db.ApiTokens.FirstOrDefaultAsync(t => t.Id == tokenId && t.PersonId == me, cancellationToken) is not { } token)
        {
            return false;
        }

        token.End(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<MadeToken> MakeAsync(
        PersonId person,
        string name,
        TokenScopes scopes,
        int days,
        bool fromCommandLine,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var secret = Secrets.New();
        var token = ApiToken.Make(
            Id.New<ApiTokenId>(now),
            person,
            Secrets.Hash(secret),
            name,
            scopes,
            fromCommandLine,
            now.AddDays(Math.Clamp(days, 1, LongestDays)),
            now
        );
        db.Add(token);
        await db.SaveChangesAsync(cancellationToken);
        return new MadeToken(token.Id.Value, SessionAuthentication.TokenPrefix + Secrets.Text(secret), token.Scopes, token.ExpiresAt);
    }
}
