using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Conversations.Api;

/// <summary>The steps of whoever leads a session. None of them opens a text.</summary>
internal static class LeadingApi
{
    public static void Map(RouteGroupBuilder sessions)
    {
        Step(sessions, "beginning", "BeginLiveSession", "Begins the first stage.", (s, by, now) => s.Begin(by, now));
        Step(
            sessions,
            "next-stage",
            "MoveLiveSessionOn",
            "On to the next stage; entering a reveal shows what its authors wanted shown.",
            (s, by, now) => s.MoveOn(by, s.Stage, now)
        );
        Step(sessions, "previous-stage", "MoveLiveSessionBack", "Back to the stage before.", (s, by, now) => s.GoBack(by, s.Stage, now));
        Step(
            sessions,
            "pause",
            "PauseLiveSession",
            "Stops the clock; what is left of the stage is kept.",
            (s, by, now) => s.Pause(by, now)
        );
        Step(sessions, "resuming", "ResumeLiveSession", "The clock goes on.", (s, by, now) => s.Resume(by, now));
        Step(
            sessions,
            "end",
            "EndLiveSession",
            "Ends the session for everybody; its code no longer opens anything.",
            (s, by, now) => s.End(by, now)
        );
        sessions
            .MapPost("/{id:guid}/minutes", AddMinutesAsync)
            .WithName("AddMinutesToLiveSession")
            .WithSummary("Gives the present stage more minutes, 1 to 30.")
            .Produces<Changed>();
        sessions
            .MapPut("/{id:guid}/members/{member:guid}/leading", EntrustAsync)
            .WithName("EntrustLiveSession")
            .WithSummary("Lets a member lead as well, or no longer.")
            .Produces<Changed>()
            .WithoutVersion("Says what shall be, whatever was.");
        sessions
            .MapPut("/{id:guid}/shown/{answer:guid}/hiding", HideAsync)
            .WithName("HideRevealedAnswer")
            .WithSummary("Keeps a revealed answer off the screens, or puts it back.")
            .Produces<Changed>()
            .WithoutVersion("Says what shall be, whatever was.");
    }

    private static void Step(
        RouteGroupBuilder sessions,
        string address,
        string name,
        string summary,
        Func<LiveSession, PersonId, DateTimeOffset, Outcome> step
    ) =>
        sessions
            .MapPost(
                $"/{{id:guid}}/{address}",
                async (Guid id, LiveDesk desk, HttpContext http, CancellationToken cancellationToken) =>
                    LiveSessionsApi.Answer(
                        http,
                        id,
                        await desk.LeadAsync(LiveSessionId.From(id), http.Request.VersionMatched(), step, cancellationToken)
                    )
            )
            .WithName(name)
            .WithSummary(summary)
            .Produces<Changed>();

    private static async Task<IResult> AddMinutesAsync(
        Guid id,
        MinutesInput input,
        LiveDesk desk,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (input.Minutes is not { } minutes || minutes is < 1 or > LiveSession.MinutesAddedAtMost)
        {
            return InputProblem.Of("minutes", input.Minutes is null ? "missing" : "out-of-range", LiveSession.MinutesAddedAtMost);
        }

        var version = http.Request.VersionMatched();
        return LiveSessionsApi.Answer(
            http,
            id,
            await desk.LeadAsync(LiveSessionId.From(id), version, (s, by, now) => s.AddMinutes(by, minutes, now), cancellationToken)
        );
    }

    private static async Task<IResult> EntrustAsync(
        Guid id,
        Guid member,
        LeadsInput input,
        LiveDesk desk,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        input.Leads is not { } leads
            ? InputProblem.Missing("leads")
            : LiveSessionsApi.Answer(
                http,
                id,
                await desk.EntrustAsync(LiveSessionId.From(id), SessionMemberId.From(member), leads, cancellationToken)
            );

    private static async Task<IResult> HideAsync(
        Guid id,
        Guid answer,
        HiddenInput input,
        LiveDesk desk,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        input.Hidden is not { } hidden
            ? InputProblem.Missing("hidden")
            : LiveSessionsApi.Answer(
                http,
                id,
                await desk.HideAsync(LiveSessionId.From(id), SessionAnswerId.From(answer), hidden, cancellationToken)
            );
}

public sealed record MinutesInput(int? Minutes);

public sealed record LeadsInput(bool? Leads);

public sealed record HiddenInput(bool? Hidden);
