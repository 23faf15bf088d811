using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Outcomes.Use;

namespace Fieldcraft.Web.Features.Outcomes.Signs;

/// <summary>How many teams somebody looked at in the week of a day, and in how many each sign was seen. Without a site: where you work.</summary>
public sealed record SignsBody(Guid? Site, DateOnly? Week, int? Teams, int? First, int? Second, int? Third);

/// <summary>What was noted of a module's signs; null counts are withheld.</summary>
public sealed record SignsJson(IReadOnlyList<string> Signs, int? Teams, IReadOnlyList<int>? Seen, IReadOnlyList<SignWeekJson> Weeks);

public sealed record SignWeekJson(DateOnly Week, int? Teams, IReadOnlyList<int>? Seen);

/// <summary>What a leader says for the team: "we have used it with an effect".</summary>
public sealed record UseBody(UseAnswer? Answer);

internal static class SignsApi
{
    private const string SaidAnew = "What somebody says again replaces what the same person said before.";

    public static void Map(RouteGroupBuilder outcomes)
    {
        outcomes
            .MapGet("/modules/{id:guid}/signs", ReadAsync)
            .WithName("ReadSigns")
            .WithSummary("How often the three signs of a module were seen, with the number of teams that were looked at.")
            .Produces<SignsJson>();
        outcomes
            .MapPut("/modules/{id:guid}/signs", NoteAsync)
            .WithName("NoteSigns")
            .WithSummary("Notes for a site and week in how many teams the signs were seen; teams, never people.")
            .WithoutVersion(SaidAnew)
            .Produces(204);
        outcomes
            .MapPut("/modules/{id:guid}/use", SayAsync)
            .WithName("SayTeamUse")
            .WithSummary("Says for your team whether it has used the module, and with an effect.")
            .WithoutVersion(SaidAnew)
            .Produces(204);
    }

    private static async Task<IResult> ReadAsync(Guid id, SignReading reading, CancellationToken cancellationToken) =>
        await reading.OfAsync(ModuleId.From(id), cancellationToken) is { } signs
            ? Results.Ok(
                new SignsJson(
                    [.. signs.Module.Content.Signs.Select(s => s.In(signs.Module.Content.Language, signs.Module.Content.Language))],
                    signs.All?.Teams,
                    signs.All?.Seen,
                    [.. signs.Weeks.Select(w => new SignWeekJson(w.Week, w.Seen.Teams, w.Seen.Seen))]
                )
            )
            : Problem.NotFound.Result();

    private static async Task<IResult> NoteAsync(Guid id, SignsBody body, SignDesk desk, CancellationToken cancellationToken)
    {
        if (body.Week is not { } week)
        {
            return InputProblem.Missing("week");
        }

        if (body.Teams is not { } teams)
        {
            return InputProblem.Missing("teams");
        }

        var counts = new SignCounts(teams, body.First ?? 0, body.Second ?? 0, body.Third ?? 0);
        var site = body.Site is { } at ? UnitId.From(at) : (UnitId?)null;
        return InputProblem.All(counts.Problems())
            ?? Problem.Answer(await desk.NoteAsync(ModuleId.From(id), site, week, counts, cancellationToken));
    }

    private static async Task<IResult> SayAsync(Guid id, UseBody body, UseDesk desk, CancellationToken cancellationToken) =>
        body.Answer is { } answer
            ? Problem.Answer(await desk.SayAsync(ModuleId.From(id), answer, cancellationToken))
            : InputProblem.Missing("answer");
}
