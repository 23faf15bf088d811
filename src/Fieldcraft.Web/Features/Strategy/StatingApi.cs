using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Conditions;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Strategy;

internal static class StatingApi
{
    public static void Map(RouteGroupBuilder strategy) =>
        strategy
            .MapPut("/{id:guid}/conditions/{topic}", StateAsync)
            .WithName("StateConditionFromDiagnosis")
            .WithSummary(
                "Says something to one of the eight questions for the unit of a diagnosis, and notes that the diagnosis brought it about; If-Match is the condition's version, \"0\" where the unit said nothing yet."
            )
            .Produces<Changed>();

    private static async Task<IResult> StateAsync(
        Guid id,
        string topic,
        StatedBody body,
        HttpContext http,
        StatingConditions stating,
        ConditionsReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (!ConditionTopics.System.Contains(topic))
        {
            return Problem.NotFound.Result();
        }

        if (string.IsNullOrWhiteSpace(body.Text) || body.Text.Trim().Length > Condition.TextLength)
        {
            return string.IsNullOrWhiteSpace(body.Text) ? InputProblem.Missing("text") : InputProblem.TooLong("text", Condition.TextLength);
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (await stating.FindAsync(viewer, StrategyEntryId.From(id), cancellationToken) is not { } diagnosis)
        {
            return Problem.NotFound.Result();
        }

        var wording = new ConditionWording(topic, body.Text, version);
        var saved = await stating.StateAsync(viewer, diagnosis, wording, cancellationToken);
        var now = (await reading.FindAsync(diagnosis.UnitId, cancellationToken))?.Own(topic);
        if (saved != ConditionSave.Saved || now is null)
        {
            return saved == ConditionSave.NotFound
                ? Problem.NotFound.Result()
                : Problem.Meanwhile(body, now is null ? null : ConditionJson.Of(now));
        }

        http.Response.SetVersion(now.Version);
        return Results.Ok(new Changed(now.Id.Value, now.Version));
    }
}

/// <summary>What a diagnosis says to the organisation.</summary>
public sealed record StatedBody(string? Text);
