using System.Text.Encodings.Web;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Running;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fieldcraft.Web.Security;

/// <summary>
/// Signs a request in by the session cookie or by a bearer token, and loads the viewer with it in one query. Sessions are rows:
/// they can be seen, ended, and hold on every node.
/// </summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    FieldcraftDb db,
    ViewerQueries queries,
    OwnerAtTheMachine owner,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Fieldcraft";
    public const string OutageItem = "fieldcraft.outage";
    public const string CookieName = "fieldcraft";
    public const string TokenPrefix = "fc_";
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        Viewer? viewer;
        try
        {
            viewer = await FindViewerAsync(Context.RequestAborted);
        }
        catch (Exception away) when (Outage.Is(away))
        {
            // Pages for anybody go on, the one that tells of the outage among them; whatever needs a viewer breaks off with it.
            Context.Items[OutageItem] = away;
            return AuthenticateResult.Fail(away);
        }

        return viewer is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(SignInDesk.SignIn(Context, viewer), SchemeName));
    }

    private async Task<Viewer?> FindViewerAsync(CancellationToken cancellationToken) =>
        Request.Headers.Authorization.ToString() is { Length: > 0 } header
            ? await ByTokenAsync(header, cancellationToken)
            : await BySessionAsync(cancellationToken) ?? await owner.WalksInAsync(Context, cancellationToken);

    private async Task<Viewer?> BySessionAsync(CancellationToken cancellationToken)
    {
        if (SessionCookie.Read(Request) is not { } cookie)
        {
            return null;
        }

        var id = cookie.Id;
        var row = await queries.BySession(db, id, cancellationToken);
        var now = clock.GetUtcNow();
        if (
            row is not { EndedAt: null }
            || row.Person.Status == PersonStatus.Left
            || now - row.LastSeenAt > (row.Shared ? SignInSession.SharedIdleLimit : SignInSession.IdleLimit)
            || !cookie.Proves(row.SecretHash)
        )
        {
            return null;
        }

        if (now - row.LastSeenAt > (row.Shared ? TimeSpan.FromMinutes(1) : SeenEvery))
        {
            await db.WriteAsync(
                () => db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), cancellationToken),
                cancellationToken
            );
        }

        return ViewerQueries.ToViewer(id, row);
    }

    private async Task<Viewer?> ByTokenAsync(string header, CancellationToken cancellationToken)
    {
        const string Bearer = "Bearer " + TokenPrefix;
        if (
            !header.StartsWith(Bearer, StringComparison.Ordinal)
            || Secrets.FromText(header[Bearer.Length..]) is not { Length: Secrets.Length } secret
        )
        {
            return null;
        }

        var row = await queries.ByToken(db, Secrets.Hash(secret), cancellationToken);
        if (row is not { EndedAt: null } || row.Person.Status == PersonStatus.Left || row.ExpiresAt <= clock.GetUtcNow())
        {
            return null;
        }

        return ViewerQueries.ToViewer(row.Person) with
        {
            Scopes = row.Scopes,
            Proof = row.Scopes.HasFlag(TokenScopes.Private) ? Proof.PrivateToken : Proof.Token,
        };
    }
}
