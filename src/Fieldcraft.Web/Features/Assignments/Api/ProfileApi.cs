using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Calculations;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Assignments.Api;

internal static class ProfileApi
{
    public static void Map(RouteGroupBuilder assignments)
    {
        assignments
            .MapGet("/{id:guid}/profile", FindAsync)
            .WithName("ReadProfile")
            .WithSummary("The challenge profile; before it is kept, what the archetype usually asks for, as version 0.")
            .Produces<ProfileJson>();
        assignments
            .MapPut("/{id:guid}/profile", RateAsync)
            .WithName("RateProfile")
            .WithSummary("Keeps the whole profile; If-Match is \"0\" for the first.")
            .Produces<Changed>();
        assignments
            .MapGet("/{id:guid}/guard", GuardAsync)
            .WithName("ReadGuard")
            .WithSummary("What the overstretch guard finds, with every number on the way.")
            .Produces<GuardAnswer>();
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        ProfileReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken) is not { } profile)
        {
            return Problem.NotFound.Result();
        }

        return http.Versioned(profile.Version, new ProfileJson(profile.Ratings, profile.Version));
    }

    private static async Task<IResult> RateAsync(
        Guid id,
        ProfileRatings ratings,
        HttpContext http,
        ProfileReading reading,
        AssignmentsWriting writing,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (InputProblem.All(ratings.Problems(rules.Guard)) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var kept = await writing.RateAsync(viewer, AssignmentId.From(id), _ => ratings, version, cancellationToken);
        switch (kept.Kept)
        {
            case Kept.Done:
                http.Response.SetVersion(kept.Version);
                return Results.Ok(new Changed(kept.Id, kept.Version));
            case Kept.Meanwhile:
                return Problem.Meanwhile(ratings, (await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken))?.Ratings);
            default:
                return Problem.NotFound.Result();
        }
    }

    private static async Task<IResult> GuardAsync(
        Guid id,
        ProfileReading reading,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken) is { } profile
            ? Results.Ok(GuardAnswer.Of(profile.Guard(rules) ?? profile.Full(profile.Ratings, rules)))
            : Problem.NotFound.Result();
}

/// <summary>A challenge profile as the API shows it. An id that is not there was not answered; null is "don't know".</summary>
public sealed record ProfileJson(ProfileRatings Ratings, int Version);
