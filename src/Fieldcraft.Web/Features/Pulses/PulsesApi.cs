using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Insight;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Pulses;

internal static class PulsesApi
{
    public static void Map(RouteGroupBuilder pulses)
    {
        pulses
            .MapGet("/", ListAsync)
            .WithName("ListPulses")
            .WithSummary("Pulses around your unit, newest first.")
            .Produces<Listed<PulseJson>>();
        pulses
            .MapPost("/", OpenAsync)
            .WithName("OpenPulse")
            .WithSummary("Opens a pulse in a unit and all below it; minimum and parts are fixed now.")
            .Produces<Changed>(201);
        pulses
            .MapGet("/{id:guid}/result", ResultAsync)
            .WithName("ReadPulseResult")
            .WithSummary("What a closed pulse says in a unit (?unit=), feature by feature, or why it is withheld.")
            .Produces<PulseResultJson>();
        pulses
            .MapPost("/{id:guid}/close", CloseAsync)
            .WithName("ClosePulse")
            .WithSummary("Ends a pulse: figures are made once, answers and their secret are gone.")
            .Produces(204)
            .WithoutVersion("A pulse closes once, whatever it said before.");
        pulses
            .MapGet("/{id:guid}/codes", CodesAsync)
            .WithName("ListPulseCodes")
            .WithSummary("Codes for paper of those in a unit (?unit=), while the pulse runs.")
            .Produces<Listed<PulseCodeJson>>();
        pulses
            .MapPost("/{id:guid}/answers", AnswerOwnAsync)
            .WithName("AnswerOwnPulse")
            .WithSummary("Your own answer, once: statement to 1–7.")
            .Produces(204)
            .WithoutVersion("An answer is given once.");
        pulses
            .MapPost("/{id:guid}/talks", TalkAsync)
            .WithName("NotePulseTalk")
            .WithSummary("What a unit you lead agreed to do after its result.")
            .Produces(204)
            .WithoutVersion("What is noted is the first thing said about it.");
        pulses
            .MapPost("/talks/{id:guid}/look-back", LookBackAsync)
            .WithName("LookBackAtPulseTalk")
            .WithSummary("What became of it.")
            .Produces(204)
            .WithoutVersion("The last look back counts.");
    }

    public static void MapAnswers(RouteGroupBuilder answers) =>
        answers
            .MapPost("/", AnswerAsync)
            .WithName("AnswerPulse")
            .WithSummary("An answer with a code, without an account, once: statement to 1–7.")
            .Produces(204)
            .WithoutVersion("An answer is given once.");

    private static async Task<IResult> ListAsync(PulseReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(Listed.Whole((await reading.ListAsync(viewer, cancellationToken)).Select(PulseJson.Of)));

    private static async Task<IResult> OpenAsync(OpenPulseBody body, PulseDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        body.Unit is not { } unit
            ? InputProblem.Missing("unit")
            : await desk.OpenAsync(viewer, UnitId.From(unit), cancellationToken) switch
            {
                null => Problem.NotFound.Result(),
                { Refusal: { } refusal } => Problem.Refused(refusal),
                { Value: var pulse } => Results.Created($"/api/v1/pulses/{pulse!.Id.Value}", new Changed(pulse.Id.Value, pulse.Version)),
            };

    private static async Task<IResult> ResultAsync(
        Guid id,
        Guid? unit,
        PulseReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await reading.ResultAsync(viewer, PulseId.From(id), unit is { } u ? UnitId.From(u) : null, cancellationToken) is { } result
            ? Results.Ok(PulseResultJson.Of(result))
            : Problem.NotFound.Result();

    private static async Task<IResult> CloseAsync(Guid id, PulseDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.CloseAsync(viewer, PulseId.From(id), cancellationToken));

    private static async Task<IResult> CodesAsync(
        Guid id,
        Guid? unit,
        PulseDesk desk,
        FieldcraftDb db,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        unit is not { } asked ? InputProblem.Missing("unit")
        : await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == UnitId.From(asked), cancellationToken) is { } place
        && await desk.CodesAsync(viewer, PulseId.From(id), place, cancellationToken) is { } codes
            ? Results.Ok(Listed.Whole(codes.Select(c => new PulseCodeJson(c.Name, c.Code))))
        : Problem.NotFound.Result();

    private static async Task<IResult> AnswerOwnAsync(
        Guid id,
        PulseAnswerBody body,
        PulseAnswering answering,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Read() is not { } said ? InputProblem.Of("said", "out-of-range")
        : await answering.AnswerAsync(viewer, PulseId.From(id), said, cancellationToken) ? Results.NoContent()
        : Problem.NotFound.Result();

    private static async Task<IResult> AnswerAsync(PulseAnswerBody body, PulseAnswering answering, CancellationToken cancellationToken) =>
        body.Read() is not { } said ? InputProblem.Of("said", "out-of-range")
        : await answering.AnswerAsync(body.Code ?? "", said, cancellationToken) ? Results.NoContent()
        : Problem.NotFound.Result();

    private static async Task<IResult> TalkAsync(
        Guid id,
        PulseTalkBody body,
        PulseReading reading,
        PulseTalks talks,
        FieldcraftDb db,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(body.Action) || body.Action.Length > PulseTalk.TextLength)
        {
            return string.IsNullOrWhiteSpace(body.Action)
                ? InputProblem.Missing("action")
                : InputProblem.TooLong("action", PulseTalk.TextLength);
        }

        var unit = body.Unit is { } asked ? UnitId.From(asked) : default;
        return
            await reading.ResultAsync(viewer, PulseId.From(id), unit, cancellationToken) is { } result
            && await talks.HoldAsync(viewer, PulseId.From(id), result.Unit, body.Action, cancellationToken)
            ? Results.NoContent()
            : Problem.NotFound.Result();
    }

    private static async Task<IResult> LookBackAsync(
        Guid id,
        LookBackBody body,
        PulseTalks talks,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        string.IsNullOrWhiteSpace(body.LookBack) ? InputProblem.Missing("lookBack")
        : body.LookBack.Length > PulseTalk.TextLength ? InputProblem.TooLong("lookBack", PulseTalk.TextLength)
        : await talks.LookBackAsync(viewer, PulseTalkId.From(id), body.LookBack, cancellationToken) ? Results.NoContent()
        : Problem.NotFound.Result();
}

/// <summary>A pulse; how many answers came is said once it closed.</summary>
public sealed record PulseJson(
    Guid Id,
    string Unit,
    Guid UnitId,
    DateTimeOffset OpenedAt,
    DateOnly ClosesOn,
    DateTimeOffset? ClosedAt,
    int Population,
    int Invited,
    int? Answers
)
{
    internal static PulseJson Of(PulseLine l) =>
        new(
            l.Pulse.Id.Value,
            l.Unit,
            l.Pulse.UnitId.Value,
            l.Pulse.OpenedAt,
            l.Pulse.ClosesOn,
            l.Pulse.ClosedAt,
            l.Pulse.Population,
            l.Pulse.Invited,
            l.Pulse.Answers
        );
}

/// <summary>The result in a unit.</summary>
public sealed record PulseResultJson(PulseJson Pulse, string Unit, IReadOnlyList<FeatureJson> Features)
{
    internal static PulseResultJson Of(PulseResult r) =>
        new(
            PulseJson.Of(r.Line),
            r.Unit.Name,
            [
                .. r.Features.Select(f => new FeatureJson(
                    f.Feature,
                    FigureJson.Mean(f.Score, r.Minimum),
                    FigureJson.Percent(f.Favourable, r.Minimum),
                    f.Agrees,
                    f.Change,
                    f.ChangeIsClear
                )),
            ]
        );
}

/// <summary>A feature: its mean from 1 to 7, how many in a hundred speak for it, and whether views lie close together.</summary>
public sealed record FeatureJson(string Feature, FigureJson Score, FigureJson Favourable, bool Agrees, double? Change, bool ChangeIsClear);

public sealed record PulseCodeJson(string Name, string Code);

public sealed record OpenPulseBody(Guid? Unit);

/// <summary>Statement to 1–7; what somebody cannot say is left out. The code counts where nobody is signed in.</summary>
public sealed record PulseAnswerBody(Dictionary<string, int?>? Said, string? Code = null)
{
    internal IReadOnlyDictionary<string, int>? Read() => PulseAnswerInput.Read(Said ?? []) is { Count: > 0 } said ? said : null;
}

public sealed record PulseTalkBody(string? Action, Guid? Unit = null);

public sealed record LookBackBody(string? LookBack);
