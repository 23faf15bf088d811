using Fieldcraft.Domain.Communities;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Communities;

/// <summary>A meeting of a community.</summary>
public sealed record CommunityMeetingJson(
    Guid Id,
    string Title,
    string Place,
    DateOnly On,
    TimeOnly? At,
    string TimeZone,
    int Minutes,
    bool IsCalledOff
)
{
    public static CommunityMeetingJson Of(OpenCommunityMeeting m) =>
        new(m.Id.Value, m.Title, m.Place, m.When.On, m.When.At, m.When.TimeZone, m.When.Minutes, m.IsCalledOff);
}

/// <summary>What the API takes to set a meeting; without a zone, on the caller's clock.</summary>
public sealed record CommunityMeetingBody(
    string? Title,
    DateOnly? On,
    TimeOnly? At,
    int Minutes = 60,
    string? Place = null,
    string? TimeZone = null
);

/// <summary>One thing that a community found out.</summary>
public sealed record FindingJson(Guid Id, string Text, Guid? ById, string? By, DateTimeOffset At, int Version)
{
    public static FindingJson Of(OpenFinding f) => new(f.Id.Value, f.Text, f.ById?.Value, f.By, f.At, f.Version);
}

/// <summary>What the API takes as a finding.</summary>
public sealed record FindingBody(string? Text)
{
    public IResult? Problem() =>
        string.IsNullOrWhiteSpace(Text) ? InputProblem.Missing("text")
        : Text.Trim().Length > CommunityFinding.TextLength ? InputProblem.TooLong("text", CommunityFinding.TextLength)
        : null;
}

internal static class CommunityMemoryApi
{
    public static void Map(RouteGroupBuilder communities)
    {
        communities
            .MapGet("/{id:guid}/meetings", MeetingsAsync)
            .WithName("ListCommunityMeetings")
            .WithSummary("Meetings of a community from today on.")
            .Produces<Listed<CommunityMeetingJson>>();
        communities
            .MapPost("/{id:guid}/meetings", ArrangeAsync)
            .WithName("ArrangeCommunityMeeting")
            .WithSummary("Sets a meeting for everybody who belongs to it; any member may.")
            .WithoutVersion("A meeting is added; nothing that is there is replaced.")
            .Produces<Made>(201);
        communities
            .MapDelete("/meetings/{id:guid}", CallOffAsync)
            .WithName("CallCommunityMeetingOff")
            .WithSummary("It does not take place; everybody's calendar follows.")
            .WithoutVersion("A meeting is called off once.")
            .Produces(204);
        communities
            .MapGet("/{id:guid}/memory", FindingsAsync)
            .WithName("ListFindings")
            .WithSummary("What a community found out, newest first.")
            .Produces<Listed<FindingJson>>();
        communities
            .MapPost("/{id:guid}/memory", WriteAsync)
            .WithName("WriteFinding")
            .WithSummary("Writes down something that was found out; for members.")
            .WithoutVersion("A finding is added; nothing that is there is replaced.")
            .Produces<Made>(201);
        communities
            .MapPut("/memory/{id:guid}", CorrectAsync)
            .WithName("CorrectFinding")
            .WithSummary("Corrects a finding of your own.")
            .Produces(204);
        communities
            .MapDelete("/memory/{id:guid}", StrikeAsync)
            .WithName("StrikeFinding")
            .WithSummary("Takes a finding out: your own, or any in a community that you keep.")
            .WithoutVersion("It goes, whatever it says.")
            .Produces(204);
    }

    private static async Task<IResult> MeetingsAsync(
        Guid id,
        CommunitiesReading reading,
        Words words,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var meetings = await reading.MeetingsAsync(CommunityId.From(id), words.Today(clock.GetUtcNow()), cancellationToken);
        return Results.Ok(Listed.Whole(meetings.Select(CommunityMeetingJson.Of)));
    }

    private static async Task<IResult> ArrangeAsync(
        Guid id,
        CommunityMeetingBody body,
        CommunityDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.On is not { } on || body.At is not { } at)
        {
            return InputProblem.Missing(body.On is null ? "on" : "at");
        }

        if (body.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            return InputProblem.Of("timeZone", "unknown");
        }

        var facts = new MeetingFacts(body.Title, body.Place, new AppointedTime(on, at, body.TimeZone ?? viewer.TimeZone, body.Minutes));
        if (InputProblem.All(facts.Problems()) is { } problem)
        {
            return problem;
        }

        return await desk.ArrangeAsync(viewer, CommunityId.From(id), facts, cancellationToken) is not { } made ? Problem.NotFound.Result()
            : made.Refusal is { } refusal ? Problem.Refused(refusal)
            : Results.Created($"/api/v1/communities/{id}/meetings", new Made(made.Value.Value));
    }

    private static async Task<IResult> CallOffAsync(Guid id, CommunityDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.CallOffAsync(viewer, CommunityMeetingId.From(id), cancellationToken));

    private static async Task<IResult> FindingsAsync(
        Guid id,
        CommunitiesReading reading,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var after = paging.After is { } last ? FindingId.From(last) : (FindingId?)null;
        var findings = await reading.FindingsAsync(CommunityId.From(id), after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(findings, paging, f => f.Id.Value, FindingJson.Of));
    }

    private static async Task<IResult> WriteAsync(
        Guid id,
        FindingBody body,
        MemoryDesk memory,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Problem() is { } problem)
        {
            return problem;
        }

        return await memory.WriteAsync(viewer, CommunityId.From(id), body.Text!, cancellationToken) is not { } made
                ? Problem.NotFound.Result()
            : made.Refusal is { } refusal ? Problem.Refused(refusal)
            : Results.Created($"/api/v1/communities/{id}/memory", new Made(made.Value.Value));
    }

    private static async Task<IResult> CorrectAsync(
        Guid id,
        FindingBody body,
        HttpContext http,
        MemoryDesk memory,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Problem() is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var outcome = await memory.CorrectAsync(viewer, FindingId.From(id), version, body.Text!, cancellationToken);
        return outcome?.Refusal is { Code: "finding-changed-meanwhile" } ? Problem.Meanwhile(body, null) : Problem.Answer(outcome);
    }

    private static async Task<IResult> StrikeAsync(Guid id, MemoryDesk memory, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await memory.StrikeAsync(viewer, FindingId.From(id), cancellationToken));
}
