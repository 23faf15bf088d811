using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Insight.Views;

internal static class KeptViewsApi
{
    public static void Map(RouteGroupBuilder views)
    {
        views
            .MapGet("/", ListAsync)
            .WithName("ListInsightViews")
            .WithSummary("What you chose in Insight and kept under a name, by name.")
            .Produces<Listed<KeptViewJson>>();
        views
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("ReadInsightView")
            .WithSummary("One kept view of your own.")
            .Produces<KeptViewJson>();
        views
            .MapPost("/", KeepAsync)
            .WithName("KeepInsightView")
            .WithSummary(
                "Keeps a choice under a name: a measure (none: all of them), unit, work, employment, tenure, by, and a quarter (none: always the newest). "
                    + "Mailing: never, newQuarter or everyMonth, as a PDF of what you may see at that time."
            )
            .Produces<Changed>(201);
        views
            .MapPut("/{id:guid}", ChangeAsync)
            .WithName("ChangeInsightView")
            .WithSummary("Another name, or another time of mailing; send the version you changed in If-Match.")
            .Produces<Changed>();
        views
            .MapDelete("/{id:guid}", RemoveAsync)
            .WithName("RemoveInsightView")
            .WithSummary("Removes a kept view; no figure goes with it.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(KeptViewDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(Listed.Whole((await desk.OwnAsync(viewer, cancellationToken)).Views.Select(KeptViewJson.Of)));

    private static async Task<IResult> ReadAsync(
        Guid id,
        KeptViewDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await desk.FindAsync(viewer, KeptViewId.From(id), cancellationToken) is { } kept
            ? http.Versioned(kept.Version, KeptViewJson.Of(kept))
            : Problem.NotFound.Result();

    private static async Task<IResult> KeepAsync(
        KeptViewBody body,
        KeptViewDesk desk,
        InsightDesk insight,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (InputProblem.All(body.ToWording().Problems()) is { } problem)
        {
            return problem;
        }

        if (body.Quarter is { } name && Quarter.Parse(name) is null)
        {
            return InputProblem.WrongKind("quarter");
        }

        return await insight.OpenAsync(viewer, body.ToQuery(), cancellationToken) is not { } view
            ? Problem.NotFound.Result()
            : await desk.KeepAsync(viewer, view, body.Measure, body.ToWording(), cancellationToken) switch
            {
                { Refusal: { } refusal } => Problem.Refused(refusal),
                { Value: var kept } => Results.Created($"/api/v1/insight/views/{kept!.Id.Value}", new Changed(kept.Id.Value, kept.Version)),
            };
    }

    private static async Task<IResult> ChangeAsync(
        Guid id,
        ChangeViewBody body,
        KeptViewDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        InputProblem.All(body.ToWording().Problems())
        ?? (
            body.Mailing is null
                ? InputProblem.Missing("mailing")
                : await http.ChangeAsync(
                    id,
                    body,
                    version => desk.ChangeAsync(viewer, KeptViewId.From(id), version, body.ToWording(), cancellationToken),
                    () => TheirsAsync(id, desk, viewer, cancellationToken)
                )
        );

    private static Task<IResult> RemoveAsync(
        Guid id,
        KeptViewDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        http.RemoveAsync(
            id,
            version => desk.RemoveAsync(viewer, KeptViewId.From(id), version, cancellationToken),
            () => TheirsAsync(id, desk, viewer, cancellationToken)
        );

    private static async Task<object?> TheirsAsync(Guid id, KeptViewDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        await desk.FindAsync(viewer, KeptViewId.From(id), cancellationToken) is { } theirs ? KeptViewJson.Of(theirs) : null;
}

/// <summary>A kept view: what is chosen, never a figure.</summary>
/// <param name="Measure">Null: all measures.</param>
/// <param name="Quarter">Null: always the newest.</param>
/// <param name="MailedOn">The day of the last mail, or on which the mailing was chosen.</param>
/// <param name="HeldBackAt">Since when nothing is mailed, because you may not read Insight.</param>
public sealed record KeptViewJson(
    Guid Id,
    string Name,
    string? Measure,
    string? Quarter,
    Guid? Unit,
    string? Work,
    string? Employment,
    string? Tenure,
    ReleaseMark? By,
    ViewMailing Mailing,
    DateOnly? MailedOn,
    DateTimeOffset? HeldBackAt
)
{
    internal static KeptViewJson Of(KeptView v) =>
        new(
            v.Id.Value,
            v.Name,
            v.Measure,
            v.Choice.Quarter?.Name,
            v.UnitId?.Value,
            v.Work,
            v.Employment,
            v.Tenure,
            v.By,
            v.Mailing,
            v.Mailing == ViewMailing.Never ? null : v.MailedOn,
            v.HeldBackAt
        );
}

public sealed record KeptViewBody(
    string? Name,
    string? Measure = null,
    string? Quarter = null,
    Guid? Unit = null,
    string? Work = null,
    string? Employment = null,
    string? Tenure = null,
    ReleaseMark? By = null,
    ViewMailing? Mailing = null
)
{
    internal ViewWording ToWording() => new(Name, Mailing ?? ViewMailing.Never);

    internal InsightQuery ToQuery() =>
        new()
        {
            Quarter = Quarter,
            Unit = Unit,
            Work = Work,
            Employment = Employment,
            Tenure = Tenure,
            By = By,
        };
}

public sealed record ChangeViewBody(string? Name, ViewMailing? Mailing)
{
    internal ViewWording ToWording() => new(Name, Mailing ?? ViewMailing.Never);
}
