using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Conversations.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Strategy.WorkingSessions;

/// <summary>Working sessions for programs: what goes on in one is under /live-sessions.</summary>
internal static class StrategySessionsApi
{
    public static void Map(RouteGroupBuilder sessions)
    {
        sessions
            .MapGet("/", ListAsync)
            .WithName("ListStrategySessions")
            .WithSummary("Your working sessions on the strategy that you may write, newest first.")
            .Produces<Listed<SessionLineJson>>();
        sessions
            .MapPost("/", OpenAsync)
            .WithName("OpenStrategySession")
            .WithSummary("Opens a working session on the strategy; it then goes on as a live session.")
            .Produces<Changed>(201);
        sessions
            .MapGet("/{id:guid}/said", SaidAsync)
            .WithName("ListSaidInStrategySession")
            .WithSummary("What was shown in a session that is over and can go into the strategy, for whoever led it and may write.")
            .Produces<Listed<SaidJson>>();
        sessions
            .MapPost("/{id:guid}/taken-over", TakeOverAsync)
            .WithName("TakeOverFromStrategySession")
            .WithSummary("Takes over what was said as pieces of the strategy, in its own words or in those sent with it.")
            .Produces(204)
            .WithoutVersion("What stands in the strategy already is not taken over again.");
    }

    private static async Task<IResult> ListAsync(StrategySessions sessions, Viewer viewer, CancellationToken cancellationToken) =>
        await sessions.UnitAsync(viewer, cancellationToken) is { } unit
            ? Results.Ok(Listed.Whole((await sessions.ListAsync(viewer, unit.Id, cancellationToken)).Select(SessionLineJson.Of)))
            : Problem.NotFound.Result();

    private static async Task<IResult> OpenAsync(
        NewStrategySessionBody body,
        StrategySessions sessions,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(body.Name) || body.Name.Trim().Length > LiveSession.NameLength)
        {
            return string.IsNullOrWhiteSpace(body.Name)
                ? InputProblem.Missing("name")
                : InputProblem.TooLong("name", LiveSession.NameLength);
        }

        return await sessions.OpenAsync(viewer, body.Name, cancellationToken) is { } session
            ? Results.Created($"/api/v1/live-sessions/{session.Id.Value}", new Changed(session.Id.Value, session.Version))
            : Problem.NotFound.Result();
    }

    private static async Task<IResult> SaidAsync(Guid id, StrategySessions sessions, Viewer viewer, CancellationToken cancellationToken) =>
        await sessions.FindAsync(viewer, LiveSessionId.From(id), cancellationToken) is { } said
            ? Results.Ok(Listed.Whole(said.Lines.Select(SaidJson.Of)))
            : Problem.NotFound.Result();

    private static async Task<IResult> TakeOverAsync(
        Guid id,
        TakenOverBody body,
        StrategySessions sessions,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await sessions.FindAsync(viewer, LiveSessionId.From(id), cancellationToken) is not { } said)
        {
            return Problem.NotFound.Result();
        }

        var items = (body.Items ?? []).Select(i => new TakenOver(SessionAnswerId.From(i.Answer ?? Guid.Empty), i.Text, i.WillNot)).ToList();
        if (items.Count == 0)
        {
            return InputProblem.Missing("items");
        }

        var problems = StrategySessions
            .Problems(said, items)
            .Select(p => p.Problem with { Path = $"items[{items.FindIndex(i => i.Answer == p.Answer)}].{p.Problem.Path}" })
            .ToList();
        return InputProblem.All(problems) ?? Problem.Answer(await sessions.TakeOverAsync(viewer, said, items, cancellationToken));
    }
}

public sealed record NewStrategySessionBody(string? Name);

/// <summary>Something that was shown; the kind of piece it becomes, and the box. Of a policy also what is given up for it.</summary>
public sealed record SaidJson(Guid Answer, StrategyKind Kind, string Box, string Name, string Text, string? WillNot, bool IsTaken)
{
    internal static SaidJson Of(SaidLine line) =>
        new(
            line.Id.Value,
            line.Part.Kind,
            line.Part.Box,
            line.Author,
            line.Text,
            line.WillNot.Length == 0 ? null : line.WillNot,
            line.IsTaken
        );
}

/// <summary>What to take over.</summary>
public sealed record TakenOverBody(IReadOnlyList<TakenOverItem>? Items);

/// <summary>An answer; without a text it is taken over as it was said.</summary>
public sealed record TakenOverItem(Guid? Answer, string? Text = null, string? WillNot = null);
