using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;

namespace Fieldcraft.Web.Security;

/// <summary>A role the viewer holds, with the path of the unit whose subtree it covers.</summary>
public sealed record HeldRole(Role Role, string UnitPath);

/// <summary>A unit the viewer leads.</summary>
public sealed record LedUnit(UnitId Id, UnitKind Kind, string Path);

/// <summary>Who is looking, loaded once per request. Every question of access is asked of this.</summary>
public sealed record Viewer
{
    public required PersonId PersonId { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required string TimeZone { get; init; }
    public required Proof Proof { get; init; }
    public SessionId? SessionId { get; init; }
    public TokenScopes? Scopes { get; init; }
    public bool OnSharedDevice { get; init; }
    public DateTimeOffset? SealedShutUntil { get; init; }

    /// <summary>Something was done or tried with this person's sign-in that they have not looked at yet.</summary>
    public bool HasNotices { get; init; }
    public bool HasReports { get; init; }
    public IReadOnlyList<HeldRole> Roles { get; init; } = [];
    public IReadOnlyList<LedUnit> Leads { get; init; } = [];

    public bool IsAdministrator => Holds(Role.Administrator);

    public bool Holds(Role role) => Roles.Any(r => r.Role == role);

    /// <summary>Whether this session was proven with an own secret; a PIN, a kiosk and most tokens were not.</summary>
    public bool ProvedWithOwnSecret => Proof is Proof.Machine or Proof.Password or Proof.Passkey or Proof.PrivateToken;

    /// <summary>
    /// Whether sealed items of an owner may be opened now: the session was proven with an own secret, and nobody else reset the sign-in within a day.
    /// </summary>
    public bool MayOpen(Guid owner, DateTimeOffset now) => SealedAccess(now) == Security.SealedAccess.Open;

    public SealedAccess SealedAccess(DateTimeOffset now)
    {
        if (!ProvedWithOwnSecret)
        {
            return Security.SealedAccess.NeedsOwnSecret;
        }

        return SealedShutUntil > now ? Security.SealedAccess.ShutAfterReset : Security.SealedAccess.Open;
    }
}

public enum SealedAccess
{
    Open,

    /// <summary>Signed in by PIN, kiosk, identity provider or a token without the private scope.</summary>
    NeedsOwnSecret,

    /// <summary>Somebody else reset the sign-in less than a day ago.</summary>
    ShutAfterReset,
}

public static class ViewerExtensions
{
    private const string Key = "fieldcraft.viewer";

    /// <summary>The viewer of this request, or null when nobody is signed in.</summary>
    public static Viewer? ViewerOrNull(this HttpContext context) => context.Items[Key] as Viewer;

    public static Viewer Viewer(this HttpContext context) =>
        context.ViewerOrNull() ?? throw new InvalidOperationException("Nobody is signed in; a policy should have stopped this request.");

    internal static void SetViewer(this HttpContext context, Viewer viewer) => context.Items[Key] = viewer;
}
