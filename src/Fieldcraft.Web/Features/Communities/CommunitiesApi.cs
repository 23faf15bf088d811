using Fieldcraft.Domain.Communities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Communities;

/// <summary>A community as a list of the API shows it.</summary>
public sealed record CommunityLineJson(Guid Id, string Topic, string Purpose, int Members, bool IsMember, bool IsClosed, DateOnly? NextOn)
{
    public static CommunityLineJson Of(CommunityLine c) => new(c.Id.Value, c.Topic, c.Purpose, c.Members, c.IsMember, c.IsClosed, c.NextOn);
}

/// <summary>A community.</summary>
public sealed record CommunityJson(
    Guid Id,
    string Topic,
    string Purpose,
    Guid? StewardId,
    string? Steward,
    int Members,
    bool IsMember,
    DateTimeOffset FoundedAt,
    DateTimeOffset? ClosedAt,
    string? Farewell,
    int Version
)
{
    public static CommunityJson Of(OpenCommunity c) =>
        new(
            c.Id.Value,
            c.Topic,
            c.Purpose,
            c.StewardId?.Value,
            c.Steward,
            c.Members,
            c.IsMember,
            c.FoundedAt,
            c.ClosedAt,
            c.Farewell,
            c.Version
        );
}

/// <summary>What the API takes to found or describe a community.</summary>
public sealed record CommunityBody(string? Topic, string? Purpose)
{
    public CommunityFacts ToFacts() => new(Topic, Purpose);
}

/// <summary>Who keeps it from now on.</summary>
public sealed record StewardBody(Guid? Person);

/// <summary>What stays when a community is closed.</summary>
public sealed record FarewellBody(string? Farewell);

internal static class CommunitiesApi
{
    public static void Map(RouteGroupBuilder communities)
    {
        const string ByName = "Somebody comes or goes; nothing that is written is replaced.";
        communities
            .MapGet("/", ListAsync)
            .WithName("ListCommunities")
            .WithSummary("Communities by topic; ?search= for part of a topic, ?mine=true for those you belong to.")
            .Produces<Listed<CommunityLineJson>>();
        communities.MapGet("/{id:guid}", ReadAsync).WithName("ReadCommunity").WithSummary("One community.").Produces<CommunityJson>();
        communities
            .MapPost("/", FoundAsync)
            .WithName("FoundCommunity")
            .WithSummary("Founds a community; you are its steward.")
            .Produces<Made>(201);
        communities
            .MapPut("/{id:guid}", DescribeAsync)
            .WithName("DescribeCommunity")
            .WithSummary("Topic and purpose of a community that you keep.")
            .Produces<Changed>();
        communities
            .MapPost("/{id:guid}/membership", JoinAsync)
            .WithName("JoinCommunity")
            .WithSummary("Joins; its meetings go into your calendar.")
            .WithoutVersion(ByName)
            .Produces(204);
        communities
            .MapDelete("/{id:guid}/membership", LeaveAsync)
            .WithName("LeaveCommunity")
            .WithSummary("Leaves, at any time.")
            .WithoutVersion(ByName)
            .Produces(204);
        communities
            .MapPut("/{id:guid}/steward", HandAsync)
            .WithName("HandCommunityOn")
            .WithSummary("Hands a community that you keep to another member.")
            .WithoutVersion("Whoever keeps it now hands it on; nothing that is written is replaced.")
            .Produces(204);
        communities
            .MapPost("/{id:guid}/close", CloseAsync)
            .WithName("CloseCommunity")
            .WithSummary("Closes a community that you keep, with a word on what stays.")
            .WithoutVersion("Closing replaces nothing that is written.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(
        string? search,
        bool? mine,
        CommunitiesReading reading,
        Viewer viewer,
        Words words,
        TimeProvider clock,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var found = await reading.ListAsync(
            viewer,
            search,
            mine == true,
            paging.After is { } id ? CommunityId.From(id) : null,
            paging.Take,
            words.Today(clock.GetUtcNow()),
            cancellationToken
        );
        return Results.Ok(Listed.Of(found, paging, c => c.Id.Value, CommunityLineJson.Of));
    }

    private static async Task<IResult> ReadAsync(
        Guid id,
        CommunitiesReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, CommunityId.From(id), cancellationToken) is { } community
            ? http.Versioned(community.Version, CommunityJson.Of(community))
            : Problem.NotFound.Result();

    private static async Task<IResult> FoundAsync(
        CommunityBody body,
        CommunityDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (InputProblem.All(body.ToFacts().Problems()) is { } problem)
        {
            return problem;
        }

        var id = await desk.FoundAsync(viewer, body.ToFacts(), cancellationToken);
        return Results.Created($"/api/v1/communities/{id.Value}", new Made(id.Value));
    }

    private static async Task<IResult> DescribeAsync(
        Guid id,
        CommunityBody body,
        HttpContext http,
        CommunityDesk desk,
        CommunitiesReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (InputProblem.All(body.ToFacts().Problems()) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var outcome = await desk.DescribeAsync(viewer, CommunityId.From(id), version, body.ToFacts(), cancellationToken);
        var now = await reading.FindAsync(viewer, CommunityId.From(id), cancellationToken);
        if (outcome is null || now is null)
        {
            return Problem.NotFound.Result();
        }

        if (outcome.Value.Refusal is { } refusal)
        {
            return refusal.Code == "community-changed-meanwhile"
                ? Problem.Meanwhile(body, CommunityJson.Of(now))
                : Problem.Refused(refusal);
        }

        http.Response.SetVersion(now.Version);
        return Results.Ok(new Changed(id, now.Version));
    }

    private static async Task<IResult> JoinAsync(Guid id, CommunityDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.JoinAsync(viewer, CommunityId.From(id), cancellationToken));

    private static async Task<IResult> LeaveAsync(Guid id, CommunityDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.LeaveAsync(viewer, CommunityId.From(id), cancellationToken));

    private static async Task<IResult> HandAsync(
        Guid id,
        StewardBody body,
        CommunityDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Person is { } person
            ? Problem.Answer(await desk.HandToAsync(viewer, CommunityId.From(id), PersonId.From(person), cancellationToken))
            : InputProblem.Missing("person");

    private static async Task<IResult> CloseAsync(
        Guid id,
        FarewellBody body,
        CommunityDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        string.IsNullOrWhiteSpace(body.Farewell) ? InputProblem.Missing("farewell")
        : body.Farewell.Trim().Length > Community.FarewellLength ? InputProblem.TooLong("farewell", Community.FarewellLength)
        : Problem.Answer(await desk.CloseAsync(viewer, CommunityId.From(id), body.Farewell, cancellationToken));
}
