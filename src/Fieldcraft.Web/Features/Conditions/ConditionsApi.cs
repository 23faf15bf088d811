using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Conditions;

/// <summary>A condition as the API shows it, with the unit that says it.</summary>
public sealed record ConditionJson(
    Guid Id,
    string Topic,
    string? JobTitle,
    string Text,
    Guid UnitId,
    string Unit,
    string? By,
    DateTimeOffset At,
    int Version
)
{
    public static ConditionJson Of(HeldCondition c) =>
        new(c.Id.Value, c.Topic, c.JobTitle.Length == 0 ? null : c.JobTitle, c.Text, c.UnitId.Value, c.Unit, c.By, c.At, c.Version);
}

/// <summary>One wording of a condition.</summary>
public sealed record ConditionEditionJson(int Number, string Text, string? By, DateTimeOffset At);

/// <summary>What the API takes as a condition: empty takes the unit's own answer back.</summary>
public sealed record ConditionBody(string? Text, string? JobTitle = null);

internal static class ConditionsApi
{
    public static void Map(RouteGroupBuilder conditions)
    {
        conditions
            .MapGet("/", OwnAsync)
            .WithName("ListOwnConditions")
            .WithSummary("What holds where you work, and for your job title: the nearest unit's text for each topic.")
            .Produces<Listed<ConditionJson>>();
        conditions
            .MapGet("/units/{id:guid}", ListAsync)
            .WithName("ListConditions")
            .WithSummary("What holds in a unit: for each topic and job title the text of the nearest unit on the way up.")
            .Produces<Listed<ConditionJson>>();
        conditions
            .MapGet("/units/{id:guid}/{topic}/editions", EditionsAsync)
            .WithName("ListConditionEditions")
            .WithSummary("Every wording of what a unit itself says to a topic, newest first; ?jobTitle= for the texts of a role.")
            .Produces<Listed<ConditionEditionJson>>();
        conditions
            .MapPut("/units/{id:guid}/{topic}", WriteAsync)
            .WithName("WriteCondition")
            .WithSummary("Says something to a topic for a unit and all below it; If-Match is \"0\" where the unit said nothing yet.")
            .Produces<Changed>();
    }

    private static async Task<IResult> OwnAsync(ConditionsReading reading, Viewer viewer, CancellationToken cancellationToken)
    {
        var own = await reading.OwnAsync(viewer, cancellationToken);
        return Results.Ok(Listed.Whole(own is null ? [] : ConditionTopics.System.SelectMany(own.Beside).Select(ConditionJson.Of)));
    }

    private static async Task<IResult> ListAsync(Guid id, ConditionsReading reading, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(UnitId.From(id), cancellationToken) is not { } unit)
        {
            return Problem.NotFound.Result();
        }

        var held = unit.All.Select(c => (c.Topic, c.TitleKey)).Distinct().Select(k => unit.Of(k.Topic, k.TitleKey));
        return Results.Ok(Listed.Whole(held.OfType<HeldCondition>().Select(ConditionJson.Of)));
    }

    private static async Task<IResult> EditionsAsync(
        Guid id,
        string topic,
        string? jobTitle,
        ConditionsReading reading,
        CancellationToken cancellationToken
    )
    {
        var editions = await reading.EditionsAsync(UnitId.From(id), topic, FoldedName.Of(jobTitle ?? ""), cancellationToken);
        return editions.Count == 0
            ? Problem.NotFound.Result()
            : Results.Ok(Listed.Whole(editions.Select(e => new ConditionEditionJson(e.Number, e.Text, e.By, e.At))));
    }

    private static async Task<IResult> WriteAsync(
        Guid id,
        string topic,
        ConditionBody body,
        HttpContext http,
        ConditionsReading reading,
        ConditionsDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var isRole = ConditionTopics.Role.Contains(topic);
        if (!ConditionTopics.All.Contains(topic))
        {
            return Problem.NotFound.Result();
        }

        if (isRole == string.IsNullOrWhiteSpace(body.JobTitle))
        {
            return isRole ? InputProblem.Missing("jobTitle") : InputProblem.Unknown("jobTitle");
        }

        if (body.Text?.Trim().Length > Condition.TextLength || body.JobTitle?.Trim().Length > DirectoryFacts.JobTitleLength)
        {
            return body.Text?.Trim().Length > Condition.TextLength
                ? InputProblem.TooLong("text", Condition.TextLength)
                : InputProblem.TooLong("jobTitle", DirectoryFacts.JobTitleLength);
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var unitId = UnitId.From(id);
        var wording = new ConditionWording(topic, body.Text, version);
        var saved = await desk.WriteAsync(viewer, unitId, body.JobTitle, [wording], cancellationToken);
        if (saved == ConditionSave.NotFound)
        {
            return Problem.NotFound.Result();
        }

        var now = (await reading.FindAsync(unitId, cancellationToken))?.Own(topic, FoldedName.Of(body.JobTitle ?? ""));
        if (saved == ConditionSave.Meanwhile)
        {
            return Problem.Meanwhile(body, now is null ? null : ConditionJson.Of(now));
        }

        http.Response.SetVersion(now?.Version ?? 0);
        return Results.Ok(new Changed(now?.Id.Value ?? Guid.Empty, now?.Version ?? 0));
    }
}
