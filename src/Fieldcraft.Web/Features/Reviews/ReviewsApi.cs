using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Reviews;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Reviews;

internal static class ReviewsApi
{
    public static void Map(RouteGroupBuilder reviews)
    {
        reviews
            .MapGet("/", ListAsync)
            .WithName("ListReviews")
            .WithSummary("Your reviews of events, newest event first.")
            .Produces<Listed<ReviewJson>>();
        reviews.MapGet("/{id:guid}", FindAsync).WithName("ReadReview").WithSummary("One review of your own.").Produces<ReviewJson>();
        reviews
            .MapPost("/", SetDownAsync)
            .WithName("SetDownReview")
            .WithSummary("Sets a review down for an event, past or to come.")
            .Produces<Changed>(201);
        reviews
            .MapPut("/{id:guid}", WriteAsync)
            .WithName("WriteReview")
            .WithSummary("Saves the answers so far; send the version you changed in If-Match.")
            .Produces<Changed>();
        reviews
            .MapPost("/{id:guid}/closing", CloseAsync)
            .WithName("CloseReview")
            .WithSummary("Closes a review with these answers, once every question has one.")
            .Produces<Changed>();
        reviews.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveReview").WithSummary("Removes a review and its key.").Produces(204);
    }

    private static async Task<IResult> ListAsync(ReviewsReading reading, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var reviews = await reading.ListAsync(viewer, paging.After is { } id ? ReviewId.From(id) : null, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(reviews, paging, r => r.Id.Value, ReviewJson.Of));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        ReviewsReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, ReviewId.From(id), cancellationToken) is { } review
            ? http.Versioned(review.Version, ReviewJson.Of(review))
            : Problem.NotFound.Result();

    private static async Task<IResult> SetDownAsync(
        NewReviewInput input,
        ReviewsActions reviews,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(input.Event) || input.On is not { } on)
        {
            return InputProblem.Missing(input.On is null ? "on" : "event");
        }

        if (input.Event.Trim().Length > AfterEventReview.EventLength || input.Partner?.Trim().Length > AfterEventReview.PartnerLength)
        {
            return input.Event.Trim().Length > AfterEventReview.EventLength
                ? InputProblem.TooLong("event", AfterEventReview.EventLength)
                : InputProblem.TooLong("partner", AfterEventReview.PartnerLength);
        }

        var experiment = input.Experiment is { } id ? ExperimentId.From(id) : (ExperimentId?)null;
        return await reviews.SetDownAsync(viewer, experiment, input.Event, on, input.Partner, cancellationToken) is { } review
            ? Results.Created($"/api/v1/reviews/{review.Id.Value}", new Changed(review.Id.Value, review.Version))
            : Problem.NotFound.Result();
    }

    private static Task<IResult> WriteAsync(
        Guid id,
        ReviewInput input,
        HttpContext http,
        ReviewsActions reviews,
        ReviewsReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => SaveAsync(id, input, close: false, http, reviews, reading, viewer, cancellationToken);

    private static Task<IResult> CloseAsync(
        Guid id,
        ReviewInput input,
        HttpContext http,
        ReviewsActions reviews,
        ReviewsReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => SaveAsync(id, input, close: true, http, reviews, reading, viewer, cancellationToken);

    private static async Task<IResult> SaveAsync(
        Guid id,
        ReviewInput input,
        bool close,
        HttpContext http,
        ReviewsActions reviews,
        ReviewsReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (TooLong(input) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var (end, saved, refusal) = await reviews.SaveAsync(viewer, ReviewId.From(id), version, input.Answers(), close, cancellationToken);
        switch (end)
        {
            case SaveEnd.NotFound:
                return Problem.NotFound.Result();
            case SaveEnd.Refused:
                return Problem.Refused(refusal!);
            case SaveEnd.ChangedMeanwhile:
                var theirs = await reading.FindAsync(viewer, ReviewId.From(id), cancellationToken);
                return Problem.Meanwhile(input, theirs is null ? null : ReviewJson.Of(theirs));
            default:
                http.Response.SetVersion(saved);
                return Results.Ok(new Changed(id, saved));
        }
    }

    private static async Task<IResult> RemoveAsync(
        Guid id,
        HttpContext http,
        ReviewsActions reviews,
        ReviewsReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(viewer, ReviewId.From(id), cancellationToken) is not { } review)
        {
            return Problem.NotFound.Result();
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (version != review.Version)
        {
            return Problem.Meanwhile(null, ReviewJson.Of(review));
        }

        return Problem.Answer(await reviews.RemoveAsync(viewer, ReviewId.From(id), cancellationToken));
    }

    private static IResult? TooLong(ReviewInput input)
    {
        (string Path, string? Text, int Longest)[] fields =
        [
            ("whatHappened", input.WhatHappened, AfterEventReview.AnswerLength),
            ("goodPart", input.GoodPart, AfterEventReview.AnswerLength),
            ("lessGoodPart", input.LessGoodPart, AfterEventReview.AnswerLength),
            ("otherExplanation", input.OtherExplanation, AfterEventReview.AnswerLength),
            ("outsideSource", input.OutsideSource, AfterEventReview.AnswerLength),
            ("withinControl", input.WithinControl, AfterEventReview.AnswerLength),
            ("nextIf", input.NextIf, AfterEventReview.NextLength),
            ("nextThen", input.NextThen, AfterEventReview.NextLength),
        ];
        return Array.Find(fields, f => f.Text?.Trim().Length > f.Longest) is { Path: { } path, Longest: var longest }
            ? InputProblem.TooLong(path, longest)
            : null;
    }
}

/// <summary>What the API takes to set a review down.</summary>
public sealed record NewReviewInput(string? Event, DateOnly? On, string? Partner = null, Guid? Experiment = null);

/// <summary>A review as the API shows it to its owner.</summary>
public sealed record ReviewJson(
    Guid Id,
    Guid? Experiment,
    string Event,
    DateOnly EventOn,
    string Partner,
    ReviewAnswers Answers,
    DateTimeOffset? ClosedAt,
    int Version
)
{
    public static ReviewJson Of(OpenReview r) =>
        new(r.Id.Value, r.ExperimentId?.Value, r.Event, r.EventOn, r.Partner, r.Answers, r.ClosedAt, r.Version);
}
