using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Feedback.Own;

internal static class FeedbackApi
{
    public static void Map(RouteGroupBuilder requests)
    {
        requests
            .MapGet("/", ListAsync)
            .WithName("ListFeedbackRequests")
            .WithSummary("What you asked others, and what they answered, newest first.")
            .Produces<Listed<FeedbackRequestJson>>();
        requests
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadFeedbackRequest")
            .WithSummary("One question of yours, with the answer if there is one.")
            .Produces<FeedbackRequestJson>();
        requests
            .MapPost("/", AskAsync)
            .WithName("AskForFeedback")
            .WithSummary("Asks one person about one behaviour; gives the single-use link.")
            .Produces<Changed>(201);
        requests
            .MapPost("/{id:guid}/taking-back", TakeBackAsync)
            .WithName("TakeFeedbackRequestBack")
            .WithSummary("Takes a question back.")
            .Produces(204)
            .WithoutVersion("A question is taken back or it is not; no text is overwritten.");
        requests
            .MapDelete("/{id:guid}", RemoveAsync)
            .WithName("RemoveFeedbackRequest")
            .WithSummary("Removes a question with its answer and its key.")
            .Produces(204)
            .WithoutVersion("Nobody can change the question or its answer any more, so there is nothing unseen to lose.");
    }

    private static async Task<IResult> ListAsync(
        FeedbackReading reading,
        Viewer viewer,
        HttpRequest request,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var requests = await reading.ListAsync(
            viewer,
            paging.After is { } id ? FeedbackRequestId.From(id) : null,
            paging.Take,
            cancellationToken
        );
        return Results.Ok(Listed.Of(requests, paging, r => r.Id.Value, r => FeedbackRequestJson.Of(r, request)));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        FeedbackReading reading,
        FeedbackActions feedback,
        Viewer viewer,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(viewer, FeedbackRequestId.From(id), cancellationToken) is not { } found)
        {
            return Problem.NotFound.Result();
        }

        if (found is { State: FeedbackState.Answered, ReadAt: null })
        {
            await feedback.ReadAsync(viewer, found.Id, cancellationToken);
        }

        return Results.Ok(FeedbackRequestJson.Of(found, request));
    }

    private static async Task<IResult> AskAsync(
        FeedbackRequestInput input,
        FieldcraftDb db,
        FeedbackActions feedback,
        Viewer viewer,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (input.Problem() is { } problem)
        {
            return problem;
        }

        var experiment = input.Experiment is { } id ? ExperimentId.From(id) : (ExperimentId?)null;
        var me = viewer.PersonId;
        if (experiment is not null && !await db.Experiments.AnyAsync(e => e.Id == experiment && e.OwnerId == me, cancellationToken))
        {
            return Problem.NotFound.Result();
        }

        var question = new FeedbackQuestion(input.Behaviour!.Trim(), input.Moment!.Trim(), input.GiverName!.Trim());
        var asking = new Asking(question, input.Way, input.Way == FeedbackWay.Mail ? input.Address!.Trim() : null, experiment);
        var outcome = await feedback.AskAsync(viewer, asking, cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            return Problem.Refused(refusal);
        }

        var made = outcome.Value!;
        return Results.Created($"/api/v1/feedback-requests/{made.Id.Value}", new Changed(made.Id.Value, made.Version));
    }

    private static async Task<IResult> TakeBackAsync(
        Guid id,
        FeedbackActions feedback,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await feedback.TakeBackAsync(viewer, FeedbackRequestId.From(id), cancellationToken));

    private static async Task<IResult> RemoveAsync(Guid id, FeedbackActions feedback, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await feedback.RemoveAsync(viewer, FeedbackRequestId.From(id), cancellationToken));
}

/// <summary>What the API takes to ask somebody.</summary>
public sealed record FeedbackRequestInput(
    string? Behaviour,
    string? Moment,
    string? GiverName,
    FeedbackWay Way = FeedbackWay.Link,
    string? Address = null,
    Guid? Experiment = null
)
{
    internal IResult? Problem() =>
        Text("behaviour", Behaviour, FeedbackRequest.BehaviourLength)
        ?? Text("moment", Moment, FeedbackRequest.MomentLength)
        ?? Text("giverName", GiverName, FeedbackRequest.GiverNameLength)
        ?? (Way == FeedbackWay.Mail ? Text("address", Address, DirectoryFacts.EmailLength) : null)
        ?? (Way == FeedbackWay.Mail && !new EmailAddressAttribute().IsValid(Address) ? InputProblem.Of("address", "not-an-address") : null);

    private static IResult? Text(string path, string? text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? InputProblem.Missing(path)
        : text.Trim().Length > longest ? InputProblem.TooLong(path, longest)
        : null;
}

/// <summary>A question as the API shows it to the person who asked.</summary>
public sealed record FeedbackRequestJson(
    Guid Id,
    Guid? Experiment,
    FeedbackWay Way,
    FeedbackState State,
    string Behaviour,
    string Moment,
    string GiverName,
    string? Link,
    DateTimeOffset AskedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? AnsweredAt,
    string Keep,
    string Change
)
{
    internal static FeedbackRequestJson Of(OpenRequest r, HttpRequest request) =>
        new(
            r.Id.Value,
            r.ExperimentId?.Value,
            r.Way,
            r.State,
            r.Behaviour,
            r.Moment,
            r.GiverName,
            r.State == FeedbackState.Waiting ? request.Site() + FeedbackLinks.Give(r.Secret) : null,
            r.AskedAt,
            r.ExpiresAt,
            r.AnsweredAt,
            r.Keep,
            r.Change
        );
}
