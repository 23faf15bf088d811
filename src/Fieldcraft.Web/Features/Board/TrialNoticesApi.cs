using Fieldcraft.Domain.Board;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Board;

/// <summary>Notices of trials, for the person and for the manager whom they told.</summary>
internal static class TrialNoticesApi
{
    private const string StateSaysIt = "A notice is only answered in the state it is in; anything else is refused.";

    public static void Map(RouteGroupBuilder trials)
    {
        trials
            .MapGet("/", ListAsync)
            .WithName("ListTrialNotices")
            .WithSummary("Trials you told your manager of, and those you were told of, newest first; of one origin with ?origin=.")
            .Produces<Listed<TrialJson>>();
        trials.MapGet("/{id:guid}", FindAsync).WithName("ReadTrialNotice").WithSummary("One of them.").Produces<TrialJson>();
        trials
            .MapPost("/", TellAsync)
            .WithName("TellOfTrial")
            .WithSummary("Tells your manager of a trial with hours; without a manager it is agreed at once.")
            .Produces<Changed>(201);
        trials
            .MapPut("/{id:guid}", ChangeAsync)
            .WithName("ChangeTrial")
            .WithSummary("Changes dates, hours or what comes off the plate; only for what changed the manager’s days run again.")
            .WithoutVersion("One person writes what they tell; the manager is told of each change.")
            .Produces(204);
        trials
            .MapPost("/{id:guid}/agreement", AgreeAsync)
            .WithName("AgreeToTrial")
            .WithSummary("The manager says yes.")
            .WithoutVersion(StateSaysIt)
            .Produces(204);
        trials
            .MapPost("/{id:guid}/concern", RaiseConcernAsync)
            .WithName("RaiseTrialConcern")
            .WithSummary("The manager raises a concern about dates or load, with a reason.")
            .WithoutVersion(StateSaysIt)
            .Produces(204);
        trials
            .MapPost("/{id:guid}/settlement", SettleAsync)
            .WithName("SettleTrialConcern")
            .WithSummary("The person writes down what the two settled.")
            .WithoutVersion(StateSaysIt)
            .Produces(204);
        trials
            .MapPost("/{id:guid}/withdrawal", WithdrawAsync)
            .WithName("WithdrawTrial")
            .WithSummary("The person takes it back.")
            .WithoutVersion(StateSaysIt)
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(
        Guid? origin,
        TrialNotices trials,
        Viewer viewer,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        if (origin is { } of)
        {
            var one = await trials.ForAsync(viewer, of, cancellationToken);
            return Results.Ok(Listed.Whole(one is null ? [] : new[] { TrialJson.Of(one) }));
        }

        var after = paging.After is { } id ? TrialNoticeId.From(id) : (TrialNoticeId?)null;
        var rows = await trials.ListAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(rows, paging, t => t.Id.Value, TrialJson.Of));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        TrialNotices trials,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await trials.FindAsync(viewer, TrialNoticeId.From(id), cancellationToken) is { } trial
            ? http.Versioned(trial.Version, TrialJson.Of(trial))
            : Problem.NotFound.Result();

    private static async Task<IResult> TellAsync(
        TrialInput input,
        TrialNotices trials,
        BoardReading board,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (InputProblem.All(input.Facts().Problems()) is { } problem)
        {
            return problem;
        }

        if (input.Posting is { } posting && await board.FindAsync(viewer, PostingId.From(posting), cancellationToken) is null)
        {
            return InputProblem.Unknown("posting");
        }

        var told = await trials.TellAsync(viewer, input.Origin(), input.Facts(), cancellationToken);
        return told.Value is { } trial
            ? Results.Created($"/api/v1/trial-notices/{trial.Id.Value}", new Changed(trial.Id.Value, trial.Version))
            : Problem.Refused(told.Refusal!);
    }

    private static async Task<IResult> ChangeAsync(
        Guid id,
        TrialInput input,
        TrialNotices trials,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        InputProblem.All(input.Facts().Problems())
        ?? Problem.Answer(await trials.ChangeAsync(viewer, TrialNoticeId.From(id), input.Facts(), cancellationToken));

    private static async Task<IResult> AgreeAsync(Guid id, TrialNotices trials, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await trials.AgreeAsync(viewer, TrialNoticeId.From(id), cancellationToken));

    private static async Task<IResult> RaiseConcernAsync(
        Guid id,
        ConcernInput input,
        TrialNotices trials,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var about = input.Topic;
        if (about == TrialTopic.None)
        {
            return InputProblem.Missing("dates");
        }

        return Problems("reason", input.Reason, TrialNotice.ConcernLength)
            ?? Problem.Answer(await trials.RaiseConcernAsync(viewer, TrialNoticeId.From(id), about, input.Reason!, cancellationToken));
    }

    private static async Task<IResult> SettleAsync(
        Guid id,
        SettlementInput input,
        TrialNotices trials,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        Problems("settlement", input.Settlement, TrialNotice.SettlementLength)
        ?? Problem.Answer(await trials.SettleAsync(viewer, TrialNoticeId.From(id), input.Settlement!, cancellationToken));

    private static async Task<IResult> WithdrawAsync(Guid id, TrialNotices trials, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await trials.WithdrawAsync(viewer, TrialNoticeId.From(id), cancellationToken));

    private static IResult? Problems(string path, string? text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? InputProblem.Missing(path)
        : text.Trim().Length > longest ? InputProblem.TooLong(path, longest)
        : null;
}

/// <summary>What the manager's concern is about: at least one of the two.</summary>
public sealed record ConcernInput(bool Dates = false, bool Load = false, string? Reason = null)
{
    internal TrialTopic Topic => (Dates ? TrialTopic.Dates : TrialTopic.None) | (Load ? TrialTopic.Load : TrialTopic.None);
}

public sealed record SettlementInput(string? Settlement = null);

/// <summary>A notice as the API shows it to the two.</summary>
public sealed record TrialJson(
    Guid Id,
    Guid? Opportunity,
    Guid? Posting,
    bool IsMine,
    string Person,
    string? Manager,
    TrialFacts Facts,
    TrialState State,
    bool IsAgreed,
    TrialAgreement? AgreedBy,
    DateOnly? RunsUntil,
    bool ConcernAboutDates,
    bool ConcernAboutLoad,
    string Concern,
    string Settlement,
    DateTimeOffset ToldAt,
    int Version
)
{
    public static TrialJson Of(OpenTrial t) =>
        new(
            t.Id.Value,
            t.OpportunityId,
            t.PostingId?.Value,
            t.IsMine,
            t.Person,
            t.Manager,
            t.Facts,
            t.State,
            t.IsAgreed,
            t.AgreedBy,
            t.RunsUntil,
            t.ConcernAbout.HasFlag(TrialTopic.Dates),
            t.ConcernAbout.HasFlag(TrialTopic.Load),
            t.Concern,
            t.Settlement,
            t.ToldAt,
            t.Version
        );
}
