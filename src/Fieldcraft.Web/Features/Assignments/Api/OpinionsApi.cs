using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Assignments.Api;

internal static class OpinionsApi
{
    public static void Map(RouteGroupBuilder assignments)
    {
        assignments
            .MapGet("/{id:guid}/second-opinions", ListAsync)
            .WithName("ListSecondOpinions")
            .WithSummary("Second opinions that were asked for, with what was given.")
            .Produces<Listed<OpinionJson>>();
        assignments
            .MapPost("/{id:guid}/second-opinions", AskAsync)
            .WithName("AskForSecondOpinion")
            .WithSummary("Makes a link that works once; the answer holds it, and nothing else ever does.")
            .WithoutVersion("It adds a request beside the others and changes nothing that is there.")
            .RepeatsFreely()
            .Produces<AskedJson>(StatusCodes.Status201Created);
        assignments
            .MapDelete("/{id:guid}/second-opinions/{request:guid}", WithdrawAsync)
            .WithName("WithdrawSecondOpinion")
            .WithSummary("Takes the link back.")
            .WithoutVersion("A link that was answered meanwhile is refused, so nothing unseen is lost.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(
        Guid id,
        ProfileReading reading,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken) is { } profile
            ? Results.Ok(Listed.Whole(profile.Opinions.Select(o => OpinionJson.Of(o, profile, rules))))
            : Problem.NotFound.Result();

    private static async Task<IResult> AskAsync(
        Guid id,
        AskBody body,
        HttpRequest request,
        AskingOpinions asking,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Problem() is { } problem)
        {
            return problem;
        }

        var input = new AskInput
        {
            Giver = body.Giver,
            Name = body.Name,
            Email = body.Email,
            Shown = body.Shown!,
        };
        if (await asking.AskAsync(viewer, AssignmentId.From(id), input, cancellationToken) is not { } outcome)
        {
            return Problem.NotFound.Result();
        }

        return outcome.Value is { } asked
            ? Results.Created(
                $"/api/v1/assignments/{id}/second-opinions",
                new AskedJson(asked.Id.Value, asked.Secret, request.Site() + AssignmentsLinks.GiveOpinion(asked.Secret), asked.ExpiresAt)
            )
            : Problem.Refused(outcome.Refusal!);
    }

    private static async Task<IResult> WithdrawAsync(
        Guid id,
        Guid request,
        AskingOpinions asking,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await asking.WithdrawAsync(viewer, AssignmentId.From(id), OpinionRequestId.From(request), cancellationToken));
}

/// <summary>What the API takes to ask for a second opinion.</summary>
public sealed record AskBody(OpinionGiver Giver, string? Shown, string? Name = null, string? Email = null)
{
    public IResult? Problem() =>
        string.IsNullOrWhiteSpace(Shown) ? InputProblem.Missing("shown")
        : Shown.Trim().Length > AskInput.ShownLength ? InputProblem.TooLong("shown", AskInput.ShownLength)
        : Name?.Trim().Length > OpinionRequest.NameLength ? InputProblem.TooLong("name", OpinionRequest.NameLength)
        : Email?.Trim().Length > DirectoryFacts.EmailLength ? InputProblem.TooLong("email", DirectoryFacts.EmailLength)
        : !string.IsNullOrWhiteSpace(Email) && !new EmailAddressAttribute().IsValid(Email.Trim())
            ? InputProblem.Of("email", "not-an-email-address")
        : null;
}

/// <summary>The link, this once. It is not kept, so a repeated request makes another; five may wait at a time.</summary>
public sealed record AskedJson(Guid Id, string Secret, string Link, DateTimeOffset ExpiresAt);

/// <summary>A rating that differs from the owner's by two or more: worth a talk.</summary>
public sealed record OpinionDifferenceJson(string Dimension, RatedAspect Aspect, int Own, int Other);

/// <summary>A second opinion as its owner sees it; the newest that was given counts in the sums.</summary>
public sealed record OpinionJson(
    Guid Id,
    OpinionGiver Giver,
    string Name,
    OpinionState State,
    DateTimeOffset AskedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? GivenAt,
    GivenOpinion? Opinion,
    bool Counts,
    IReadOnlyList<OpinionDifferenceJson> Differences
)
{
    public static OpinionJson Of(OpenOpinion o, OpenProfile profile, Rules rules) =>
        new(
            o.Id.Value,
            o.Giver,
            o.Name,
            o.State,
            o.AskedAt,
            o.ExpiresAt,
            o.GivenAt,
            o.Opinion,
            o == profile.Counting,
            [.. profile.Differences(o, rules).Select(d => new OpinionDifferenceJson(d.Dimension.Id, d.Aspect, d.Own, d.Other))]
        );
}
