using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Assignments.Api;

internal static class CheckInsApi
{
    public static void Map(RouteGroupBuilder checkIns)
    {
        checkIns
            .MapGet("/", ReadAsync)
            .WithName("ReadStrainState")
            .WithSummary("What your own strain check says now. It is told to nobody else.")
            .Produces<StrainJson>();
        checkIns
            .MapPost("/", CheckInAsync)
            .WithName("CheckInOnStrain")
            .WithSummary("Two answers from 1 to 5, or the tick alone.")
            .Produces<StrainJson>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> ReadAsync(StrainStates strain, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(StrainJson.Of(await strain.ReadAsync(viewer, cancellationToken)));

    private static async Task<IResult> CheckInAsync(
        CheckInBody body,
        FieldcraftDb db,
        Vault vault,
        StrainStates strain,
        RhythmDesk rhythm,
        Words words,
        Viewer viewer,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var said = new StrainCheckIn(words.Today(now), body.UsedUp, body.Recovered, body.TooMuchForMeNow);
        if (InputProblem.All(said.Problems("checkIn")) is { } problem)
        {
            return problem;
        }

        if (said is { TooMuchForMeNow: false, Mean: null })
        {
            return InputProblem.Missing(body.UsedUp is null ? "usedUp" : "recovered");
        }

        var id = Id.New<CheckInId>(now);
        db.Add(CheckIn.Write(id, viewer.PersonId, said, await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken), now));
        await rhythm.MarkStrainAsync(viewer.PersonId, await strain.PausesWithAsync(viewer, said, cancellationToken), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Results.Created("/api/v1/strain-check-ins", StrainJson.Of(await strain.ReadAsync(viewer, cancellationToken)));
    }
}

/// <summary>What the API takes as a check-in.</summary>
public sealed record CheckInBody(int? UsedUp = null, int? Recovered = null, bool TooMuchForMeNow = false);

/// <summary>The state as the API shows it.</summary>
public sealed record StrainJson(
    bool IsPositive,
    bool IsPositiveByAnswers,
    bool IsPositiveByTick,
    bool PromptsPause,
    bool IsDue,
    DateOnly? LastOn
)
{
    public static StrainJson Of(StrainState state) =>
        new(
            state.Reading.IsPositive,
            state.Reading.IsPositiveByAnswers,
            state.Reading.IsPositiveByTick,
            state.PromptsPause,
            state.IsDue,
            state.LastOn
        );
}
