using System.Security.Claims;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Security;

/// <summary>
/// Starts and ends sessions, whatever the proof was: a password today; a passkey, an identity provider, a PIN or a kiosk come to the same
/// desk. Whoever calls it has checked the proof.
/// </summary>
internal sealed class SignInDesk(
    FieldcraftDb db,
    ViewerQueries queries,
    KnownDevices devices,
    IHttpContextAccessor http,
    TimeProvider clock
)
{
    private static readonly TimeSpan CookieLife = TimeSpan.FromDays(400);

    private HttpContext Context => http.HttpContext!;

    /// <summary>Starts a session on this device and signs the rest of this request in. The session that this device had before ends.</summary>
    public async Task<Viewer> StartAsync(PersonId person, Proof proof, bool shared, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (SessionCookie.Read(Context.Request) is { } before)
        {
            var old = await db.Sessions.FirstOrDefaultAsync(s => s.Id == before.Id, cancellationToken);
            if (old is not null && before.Proves(old.SecretHash))
            {
                old.End(now);
            }
        }

        var secret = Secrets.New();
        var id = Id.New<SessionId>(now);
        var device = DeviceName.Of(Context.Request.Headers.UserAgent.ToString());
        db.Add(SignInSession.Start(id, person, Secrets.Hash(secret), proof, shared, device, now));
        await db.SaveChangesAsync(cancellationToken);
        Context.Response.Cookies.Append(
            SessionAuthentication.CookieName,
            SessionCookie.Write(id, secret),
            Cookie(Context, shared ? null : CookieLife)
        );
        if (shared)
        {
            KnownDevices.Forget(Context);
        }
        else if (proof is Proof.Password or Proof.Passkey)
        {
            devices.Remember(Context, person);
        }

        var row = await queries.BySession(db, id, cancellationToken);
        var viewer = ViewerQueries.ToViewer(id, row!);
        SignIn(Context, viewer);
        return viewer;
    }

    /// <summary>Ends this session, everywhere it might be looked at, and takes the cookie away.</summary>
    public async Task EndAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == viewer.SessionId, cancellationToken);
        session?.End(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        Context.Response.Cookies.Delete(SessionAuthentication.CookieName, Cookie(Context, null));
        if (viewer.OnSharedDevice)
        {
            KnownDevices.Forget(Context);
        }
    }

    /// <summary>Ends every session of a person but one; saved with the next save.</summary>
    public async Task EndOthersAsync(PersonId person, SessionId? butNot, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var session in await db.Sessions.Where(s => s.PersonId == person && s.EndedAt == null).ToListAsync(cancellationToken))
        {
            if (session.Id != butNot)
            {
                session.End(now);
            }
        }
    }

    /// <summary>Makes the viewer the user of this request, for everything that comes after.</summary>
    public static ClaimsPrincipal SignIn(HttpContext context, Viewer viewer)
    {
        context.SetViewer(viewer);
        return context.User = new ClaimsPrincipal(
            new ClaimsIdentity(
                [new Claim(ClaimTypes.NameIdentifier, viewer.PersonId.Value.ToString("D")), new Claim(ClaimTypes.Name, viewer.Name)],
                SessionAuthentication.SchemeName
            )
        );
    }

    /// <summary>Strictly needed, out of reach of scripts, not sent along by other sites' forms.</summary>
    public static CookieOptions Cookie(HttpContext context, TimeSpan? life) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            Path = "/",
            MaxAge = life,
        };
}
