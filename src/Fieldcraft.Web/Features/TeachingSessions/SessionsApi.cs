using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>Sessions of the sites that the caller looks after.</summary>
internal static class SessionsApi
{
    private const string OneByOne = "One seat or switch; what else stands there stays.";

    public static void Map(RouteGroupBuilder sessions)
    {
        sessions
            .MapGet("/", ListAsync)
            .WithName("ListTeachingSessions")
            .WithSummary("Sessions of a module at a site, by time; ?module= and ?site= name them.")
            .Produces<Listed<TeachingSessionJson>>();
        sessions
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("ReadSession")
            .WithSummary("A session with its seats and every rule that it breaks.")
            .Produces<TeachingSessionJson>();
        sessions
            .MapPost("/", AddAsync)
            .WithName("AddSession")
            .WithSummary("Plans a session by hand; it may still break a rule until it is published.")
            .Produces<Made>(201);
        sessions
            .MapPut("/{id:guid}", MoveAsync)
            .WithName("MoveSession")
            .WithSummary("Another time, room or leader. A published session that would break a rule is refused, and the rules are named.")
            .Produces(204);
        sessions
            .MapPut("/{id:guid}/seats/{person:guid}", SeatAsync)
            .WithName("GiveSeat")
            .WithSummary("Gives somebody a seat.")
            .WithoutVersion(OneByOne)
            .Produces(204);
        sessions
            .MapDelete("/{id:guid}/seats/{person:guid}", UnseatAsync)
            .WithName("FreeSeat")
            .WithSummary("Frees somebody's seat.")
            .WithoutVersion(OneByOne)
            .Produces(204);
        sessions
            .MapPost("/{id:guid}/swap", SwapAsync)
            .WithName("SwapSeats")
            .WithSummary("Gives somebody a seat in another session in place of this one, or lets two change places.")
            .WithoutVersion(OneByOne)
            .Produces(204);
        sessions
            .MapPost("/{id:guid}/lock", LockAsync)
            .WithName("LockSession")
            .WithSummary("A new proposal leaves it as it is; ?locked=false lets go of it.")
            .WithoutVersion(OneByOne)
            .Produces(204);
        sessions
            .MapPost("/{id:guid}/cancel", CancelAsync)
            .WithName("CancelSession")
            .WithSummary("It does not take place; everybody in it is told.")
            .WithoutVersion("It is called off, whatever it says.")
            .Produces(204);
        sessions
            .MapPost("/publication", PublishAsync)
            .WithName("PublishSessions")
            .WithSummary("Publishes every planned session of a module at a site, all or none.")
            .Produces(204);
    }

    /// <summary>The refusal, and every rule that would be broken.</summary>
    public static IResult Answer(SessionChange? change, Words words, IResult? done = null) =>
        change switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: null } => done ?? Results.NoContent(),
            { Refusal: { } refusal, Findings.Count: 0 } => Problem.Refused(refusal),
            { Refusal: { } refusal } => new Problem(refusal.Code, StatusCodes.Status409Conflict, words[$"refusal.{refusal.Code}"]).Result(
                more: new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["broken"] = change.Findings.Select(SessionFindingJson.Of).ToArray(),
                }
            ),
        };

    private static async Task<IResult> ListAsync(
        Guid? module,
        Guid? site,
        Paging paging,
        SessionPictures pictures,
        FieldcraftDb db,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (module is not { } of || site is not { } at)
        {
            return InputProblem.Missing(module is null ? "module" : "site");
        }

        var unit = UnitId.From(at);
        if (
            !await db.Units.ScheduledBy(viewer).AnyAsync(u => u.Id == unit, cancellationToken)
            || await pictures.LoadAsync(ModuleId.From(of), unit, cancellationToken) is not { } picture
        )
        {
            return Problem.NotFound.Result();
        }

        var broken = picture.Findings();
        var own = picture.Rollout.Sessions.Where(s => s.SiteId == unit).ToList();
        var from = paging.After is { } last ? own.FindIndex(s => s.Id.Value == last) + 1 : 0;
        return Results.Ok(
            Listed.Of([.. own.Skip(from).Take(paging.Take)], paging, s => s.Id.Value, s => TeachingSessionJson.Of(s, broken))
        );
    }

    private static async Task<IResult> ReadAsync(
        Guid id,
        SessionPictures pictures,
        FieldcraftDb db,
        HttpContext http,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var wanted = TeachingSessionId.From(id);
        if (
            await db
                .TeachingSessions.AsNoTracking()
                .ScheduledBy(viewer, db)
                .Include(s => s.Seats)
                .FirstOrDefaultAsync(s => s.Id == wanted, cancellationToken)
                is not { } session
            || await pictures.LoadAsync(session.ModuleId, session.SiteId, cancellationToken) is not { } picture
        )
        {
            return Problem.NotFound.Result();
        }

        return http.Versioned(session.Version, TeachingSessionJson.Of(session, picture.Findings()));
    }

    private static async Task<IResult> AddAsync(
        NewSessionBody body,
        SessionDesk desk,
        Words words,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body is not { Module: { } module, Site: { } site, Leader: { } leader, Start: { } start })
        {
            return InputProblem.Missing(
                body.Module is null ? "module"
                : body.Site is null ? "site"
                : body.Leader is null ? "leader"
                : "start"
            );
        }

        if (body.People is { Count: > TeachingSession.SeatsAtMost })
        {
            return InputProblem.Of("people", "wrong-count", TeachingSession.SeatsAtMost);
        }

        var added = await desk.AddAsync(
            viewer,
            ModuleId.From(module),
            UnitId.From(site),
            new SessionWish(Room(body.Room), PersonId.From(leader), Naive(start), body.Part ?? SessionPart.Whole),
            [.. (body.People ?? []).Select(PersonId.From)],
            cancellationToken
        );
        return Answer(added, words, added?.Id is { } id ? Results.Created($"/api/v1/sessions/{id.Value}", new Made(id.Value)) : null);
    }

    private static async Task<IResult> MoveAsync(
        Guid id,
        MoveSessionBody body,
        HttpContext http,
        SessionDesk desk,
        Words words,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body is not { Leader: { } leader, Start: { } start })
        {
            return InputProblem.Missing(body.Leader is null ? "leader" : "start");
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var moved = await desk.MoveAsync(
            viewer,
            TeachingSessionId.From(id),
            version,
            new SessionWish(Room(body.Room), PersonId.From(leader), Naive(start), SessionPart.Whole),
            cancellationToken
        );
        return moved?.Refusal is { Code: "session-changed-meanwhile" } ? Problem.Meanwhile(body, null) : Answer(moved, words);
    }

    private static async Task<IResult> SeatAsync(
        Guid id,
        Guid person,
        SessionDesk desk,
        Words words,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Answer(await desk.SeatAsync(viewer, TeachingSessionId.From(id), PersonId.From(person), cancellationToken), words);

    private static async Task<IResult> UnseatAsync(
        Guid id,
        Guid person,
        SessionDesk desk,
        Words words,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Answer(await desk.UnseatAsync(viewer, TeachingSessionId.From(id), PersonId.From(person), cancellationToken), words);

    private static async Task<IResult> SwapAsync(
        Guid id,
        SwapSeatsBody body,
        SessionDesk desk,
        Words words,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body is { Person: { } person, To: { } to }
            ? Answer(
                await desk.SwapAsync(
                    viewer,
                    TeachingSessionId.From(id),
                    PersonId.From(person),
                    TeachingSessionId.From(to),
                    body.InReturn is { } other ? PersonId.From(other) : null,
                    cancellationToken
                ),
                words
            )
            : InputProblem.Missing(body.Person is null ? "person" : "to");

    private static async Task<IResult> LockAsync(
        Guid id,
        bool? locked,
        SessionDesk desk,
        Words words,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Answer(await desk.LockAsync(viewer, TeachingSessionId.From(id), locked ?? true, cancellationToken), words);

    private static async Task<IResult> CancelAsync(
        Guid id,
        SessionDesk desk,
        Words words,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Answer(await desk.CancelAsync(viewer, TeachingSessionId.From(id), cancellationToken), words);

    private static async Task<IResult> PublishAsync(
        PublicationBody body,
        SessionDesk desk,
        Words words,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body is { Module: { } module, Site: { } site }
            ? Answer(await desk.PublishAsync(viewer, ModuleId.From(module), UnitId.From(site), cancellationToken), words)
            : InputProblem.Missing(body.Module is null ? "module" : "site");

    private static SiteRoomId? Room(Guid? room) => room is { } id ? SiteRoomId.From(id) : null;

    // A time on the site's clock, whatever zone a client wrote beside it.
    private static DateTime Naive(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
}
