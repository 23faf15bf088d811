using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Conversations.Api;

/// <summary>Finding, reading, planning and calling off live sessions.</summary>
internal static class LiveSessionsApi
{
    public static void Map(RouteGroupBuilder sessions)
    {
        sessions
            .MapGet("/", ListAsync)
            .WithName("ListLiveSessions")
            .WithSummary("The sessions you organise, are invited to or were in; newest first.")
            .Produces<Listed<SessionLineJson>>();
        sessions
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadLiveSession")
            .WithSummary("One of your sessions as it stands, with what you wrote and what the others revealed.")
            .Produces<SessionJson>();
        sessions
            .MapPost("/", PlanAsync)
            .WithName("PlanLiveSession")
            .WithSummary("Plans a session with people and a time, or opens one for now.")
            .Produces<Changed>(201);
        sessions
            .MapPut("/{id:guid}/time", AppointAsync)
            .WithName("AppointLiveSession")
            .WithSummary("Moves a session that has not begun to another time.")
            .Produces<Changed>();
        sessions
            .MapPost("/{id:guid}/invitations", InviteAsync)
            .WithName("InviteToLiveSession")
            .WithSummary("Invites more people.")
            .Produces<Changed>()
            .WithoutVersion("Adds people; nobody who is there goes.");
        sessions
            .MapDelete("/{id:guid}", CallOffAsync)
            .WithName("CallOffLiveSession")
            .WithSummary("Calls off a session that has not begun; those invited are told.")
            .Produces(204);
    }

    /// <summary>How a change of a session is answered.</summary>
    internal static IResult Answer(HttpContext http, Guid id, Keeping kept)
    {
        switch (kept.Kept)
        {
            case Kept.Done:
                http.Response.SetVersion(kept.Version);
                return Results.Ok(new Changed(id, kept.Version));
            case Kept.Refused:
                return Problem.Refused(kept.Refusal!);
            case Kept.Meanwhile:
                return Problem.Meanwhile(null, null);
            default:
                return Problem.NotFound.Result();
        }
    }

    private static async Task<IResult> ListAsync(LiveReading reading, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var after = paging.After is { } id ? LiveSessionId.From(id) : (LiveSessionId?)null;
        var lines = await reading.ListAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(lines, paging, l => l.Session.Id.Value, SessionLineJson.Of));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        LiveReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(viewer, LiveSessionId.From(id), withOwn: true, cancellationToken) is not { } open)
        {
            return Problem.NotFound.Result();
        }

        // The version is what a change has to name; what is on the screens changes more often, so there is no 304 here.
        http.Response.SetVersion(open.Session.Version);
        return Results.Ok(SessionJson.Of(open));
    }

    private static async Task<IResult> PlanAsync(
        NewSessionInput input,
        LiveDesk desk,
        Scripts scripts,
        ReaderSearch search,
        Viewer viewer,
        Words words,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(input.Name))
        {
            return InputProblem.Missing("name");
        }

        if (input.Name.Trim().Length > LiveSession.NameLength)
        {
            return InputProblem.TooLong("name", LiveSession.NameLength);
        }

        if (scripts.Find(input.Script) is not { Use: ScriptUse.Group } script)
        {
            return InputProblem.Of("script", input.Script is null ? "missing" : "unknown");
        }

        var when = input.When?.Appointed(viewer, script.Minutes);
        if (input.When is not null && (when is null || when.On < words.Today(desk.Now)))
        {
            return InputProblem.Of("when.on", when is null ? "missing" : "out-of-range");
        }

        var chosen = (input.People ?? []).Distinct().Select(PersonId.From).ToList();
        var people = await search.NamedAsync(viewer, chosen, cancellationToken);
        if (people.Count != chosen.Count || chosen.Count > LiveSession.ParticipantsAtMost)
        {
            return InputProblem.Of("people", people.Count != chosen.Count ? "unknown" : "wrong-count", LiveSession.ParticipantsAtMost);
        }

        var facts = new SessionFacts(input.Name, script.Id, script.For([]), when);
        var session = await desk.PlanAsync(facts, chosen, cancellationToken);
        return Results.Created($"/api/v1/live-sessions/{session.Id.Value}", new Changed(session.Id.Value, session.Version));
    }

    private static async Task<IResult> AppointAsync(
        Guid id,
        WhenInput input,
        LiveDesk desk,
        LiveReading reading,
        Viewer viewer,
        Words words,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var sessionId = LiveSessionId.From(id);
        if (await reading.FindAsync(viewer, sessionId, withOwn: false, cancellationToken) is not { Leads: true } open)
        {
            return Problem.NotFound.Result();
        }

        if (input.Appointed(viewer, open.Session.Minutes) is not { } when || when.On < words.Today(desk.Now))
        {
            return InputProblem.Of("on", input.On is null ? "missing" : "out-of-range");
        }

        return Answer(http, id, await desk.AppointAsync(sessionId, http.Request.VersionMatched(), when, cancellationToken));
    }

    private static async Task<IResult> InviteAsync(
        Guid id,
        InvitedInput input,
        LiveDesk desk,
        ReaderSearch search,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var chosen = (input.People ?? []).Distinct().Select(PersonId.From).ToList();
        var people = await search.NamedAsync(viewer, chosen, cancellationToken);
        return people.Count == 0 || people.Count != chosen.Count
            ? InputProblem.Of("people", chosen.Count == 0 ? "missing" : "unknown")
            : Answer(http, id, await desk.InviteAsync(LiveSessionId.From(id), chosen, cancellationToken));
    }

    private static async Task<IResult> CallOffAsync(Guid id, LiveDesk desk, HttpContext http, CancellationToken cancellationToken)
    {
        var kept = await desk.CallOffAsync(LiveSessionId.From(id), http.Request.VersionMatched(), cancellationToken);
        return kept.Kept == Kept.Done ? Results.NoContent() : Answer(http, id, kept);
    }
}

/// <summary>What the API takes to plan a session; without <paramref name="When"/> it is for now.</summary>
public sealed record NewSessionInput(string? Name, string? Script, WhenInput? When = null, IReadOnlyList<Guid>? People = null);

/// <summary>A day, and a time on the clock of the person who plans.</summary>
public sealed record WhenInput(DateOnly? On, TimeOnly? At = null)
{
    internal AppointedTime? Appointed(Viewer viewer, int minutes) =>
        On is { } on ? new AppointedTime(on, At, viewer.TimeZone, minutes) : null;
}

/// <summary>Who is invited.</summary>
public sealed record InvitedInput(IReadOnlyList<Guid>? People);
