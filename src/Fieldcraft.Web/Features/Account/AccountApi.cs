using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Account;

/// <summary>The caller, as programs see them.</summary>
internal sealed record MeJson(
    Guid Id,
    string Name,
    string Language,
    string TimeZone,
    IEnumerable<RoleJson> Roles,
    IEnumerable<string> DerivedRoles,
    Proof Proof,
    IEnumerable<string>? Scopes,
    SealedAccess SealedAccess,
    DateTimeOffset? SealedShutUntil,
    bool HasNotices
)
{
    public static MeJson Of(Viewer viewer, DateTimeOffset now) =>
        new(
            viewer.PersonId.Value,
            viewer.Name,
            viewer.Language,
            viewer.TimeZone,
            viewer.Roles.Select(r => new RoleJson(r.Role, UnitOf(r.UnitPath))),
            Derived(viewer),
            viewer.Proof,
            viewer.Scopes is { } scopes ? TokenNames.Of(scopes) : null,
            viewer.SealedAccess(now),
            viewer.SealedShutUntil > now ? viewer.SealedShutUntil : null,
            viewer.HasNotices
        );

    private static IEnumerable<string> Derived(Viewer viewer)
    {
        yield return "employee";
        if (viewer.HasReports)
        {
            yield return "leader";
        }

        if (viewer.Leads.Count > 0)
        {
            yield return "unitLead";
        }
    }

    /// <summary>The last id of a unit's path is the unit itself.</summary>
    private static Guid UnitOf(string path) => Guid.ParseExact(path.TrimEnd('.').Split('.')[^1], "N");
}

internal sealed record RoleJson(Domain.People.Role Role, Guid Unit);

internal static class AccountApi
{
    public static void Map(RouteGroupBuilder me)
    {
        me.MapGet("/", (Viewer viewer, TimeProvider clock) => Results.Ok(MeJson.Of(viewer, clock.GetUtcNow())))
            .WithName("Me")
            .WithSummary("Who you are here, and what you may do.")
            .Produces<MeJson>();
        me.MapGet("/sessions", SessionsAsync).WithName("ListSessions").WithSummary("Where you are signed in.").Produces<SessionsJson>();
        me.MapDelete("/sessions/{id:guid}", EndSessionAsync)
            .WithName("EndSession")
            .WithSummary("Ends one of your sessions.")
            .WithoutVersion("Ending an ended session changes nothing.")
            .Produces(204);
        me.MapGet("/tokens", TokensAsync).WithName("ListTokens").WithSummary("Your tokens, without their secrets.").Produces<TokensJson>();
        me.MapPost("/tokens", MakeTokenAsync)
            .WithName("MakeToken")
            .WithSummary("Makes a token; its secret is shown this once. Only in a session with your own password or passkey.")
            .RepeatsFreely() // The secret is shown once and kept nowhere, not even for a repeated request.
            .Produces<NewTokenJson>(201);
        me.MapDelete("/tokens/{id:guid}", EndTokenAsync)
            .WithName("EndToken")
            .WithSummary("Ends one of your tokens.")
            .WithoutVersion("Ending an ended token changes nothing.")
            .Produces(204);
        me.MapGet("/notices", NoticesAsync)
            .WithName("ListSignInNotices")
            .WithSummary("What was done or tried with your sign-in.")
            .Produces<NoticesJson>();
    }

    private static async Task<IResult> SessionsAsync(AccountReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(new SessionsJson(await reading.SessionsAsync(viewer, cancellationToken)));

    private static async Task<IResult> EndSessionAsync(
        Guid id,
        FieldcraftDb db,
        Viewer viewer,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var (sessionId, me) = (SessionId.From(id), viewer.PersonId);
        if (await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId && s.PersonId == me, cancellationToken) is not { } session)
        {
            return Problem.NotFound.Result();
        }

        session.End(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> TokensAsync(AccountReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(
            new TokensJson([
                .. (await reading.TokensAsync(viewer, cancellationToken)).Select(t => new TokenJson(
                    t.Id,
                    t.Name,
                    TokenNames.Of(t.Scopes),
                    t.FromCommandLine,
                    t.MadeAt,
                    t.ExpiresAt
                )),
            ])
        );

    private static async Task<IResult> MakeTokenAsync(
        TokenBody body,
        TokenMaking tokens,
        Viewer viewer,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(body.Name))
        {
            return InputProblem.Missing("name");
        }

        if (body.Name.Length > ApiToken.NameLength)
        {
            return InputProblem.TooLong("name", ApiToken.NameLength);
        }

        if (TokenNames.Read(body.Scopes ?? []) is not { } scopes || scopes == TokenScopes.None)
        {
            return InputProblem.Of("scopes", "unknown-scope");
        }

        if (body.Days is < 1 or > TokenMaking.LongestDays)
        {
            return InputProblem.Of("days", "out-of-range", TokenMaking.LongestDays);
        }

        if (!TokenMaking.MayMake(viewer) || (scopes.HasFlag(TokenScopes.Private) && !TokenMaking.MayGivePrivate(viewer, clock.GetUtcNow())))
        {
            return Problem.OwnSecretNeeded.Result();
        }

        var made = await tokens.MakeAsync(viewer, body.Name.Trim(), scopes, body.Days, cancellationToken);
        return Results.Created(
            $"/api/v1/me/tokens/{made.Id}",
            new NewTokenJson(made.Id, made.Secret, TokenNames.Of(made.Scopes), made.ExpiresAt)
        );
    }

    private static async Task<IResult> EndTokenAsync(Guid id, TokenMaking tokens, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await tokens.EndAsync(viewer, id, cancellationToken));

    private static async Task<IResult> NoticesAsync(AccountReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(new NoticesJson(await reading.NoticesAsync(viewer, cancellationToken)));

    private sealed record SessionsJson(IReadOnlyList<ShownSession> Items);

    private sealed record NoticesJson(IReadOnlyList<ShownNotice> Items);

    private sealed record TokensJson(IReadOnlyList<TokenJson> Items);

    private sealed record TokenJson(
        Guid Id,
        string Name,
        IEnumerable<string> Scopes,
        bool FromCommandLine,
        DateTimeOffset MadeAt,
        DateTimeOffset ExpiresAt
    );

    private sealed record NewTokenJson(Guid Id, string Token, IEnumerable<string> Scopes, DateTimeOffset ExpiresAt);

    internal sealed record TokenBody(string? Name, IReadOnlyList<string>? Scopes, int Days = 90);
}
