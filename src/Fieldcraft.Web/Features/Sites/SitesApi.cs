using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Sites;

/// <summary>What a site has, as the API shows it.</summary>
public sealed record SiteJson(
    Guid Id,
    string Name,
    CoverRules Cover,
    IReadOnlyList<SiteRoomJson> Rooms,
    IReadOnlyList<SiteClosureJson> Closures,
    IReadOnlyList<Guid> Joins,
    IReadOnlyList<PatternBody> Patterns
);

public sealed record SiteRoomJson(Guid Id, string Name, int Capacity);

public sealed record SiteClosureJson(Guid Id, Guid? Room, DateTime From, DateTime Until);

public sealed record SiteRoomBody(string? Name, int? Capacity);

/// <summary>Closed from a time until another, on the site's clock; without a room, the whole site.</summary>
public sealed record ClosureBody(Guid? Room, DateTime? From, DateTime? Until);

/// <summary>A pattern: its shifts as lines such as <c>1 06:00-14:00</c>.</summary>
public sealed record PatternBody(string? Name, int? CycleDays, DateOnly? Anchor, int? Crews, string? Shifts);

/// <summary>Off, or with both times another shift.</summary>
public sealed record RosterDayBody(DateTime? From, DateTime? Until);

/// <summary>Sites under <c>/rollouts/sites</c>: they belong to no module.</summary>
internal static class SitesApi
{
    private const string SaidAnew = "What is said about a site replaces what was said about the same part.";
    private const int LargestRequest = RosterFile.LargestBytes + (1024 * 1024);

    public static void Map(RouteGroupBuilder sites)
    {
        sites
            .MapGet("/{site:guid}", ReadAsync)
            .WithName("ReadSite")
            .WithSummary("What a site has and what holds there.")
            .Produces<SiteJson>();
        sites
            .MapPut("/{site:guid}/cover", SetCoverAsync)
            .WithName("SetSiteCover")
            .WithSummary("Who may leave the floor and how much leaders teach; null is as the roll-out says.")
            .WithoutVersion(SaidAnew)
            .Produces(204);
        sites
            .MapPost("/{site:guid}/rooms", AddRoomAsync)
            .WithName("AddSiteRoom")
            .WithSummary("Adds a room.")
            .WithoutVersion("A room is added; nothing that is there is replaced.")
            .Produces<Made>(201);
        sites
            .MapPut("/{site:guid}/rooms/{room:guid}", WriteRoomAsync)
            .WithName("WriteSiteRoom")
            .WithSummary("Another name or another number of seats.")
            .WithoutVersion(SaidAnew)
            .Produces(204);
        sites
            .MapDelete("/{site:guid}/rooms/{room:guid}", RemoveRoomAsync)
            .WithName("RemoveSiteRoom")
            .WithSummary("The room is no longer there.")
            .WithoutVersion("It goes, whatever it says.")
            .Produces(204);
        sites
            .MapPost("/{site:guid}/closures", CloseAsync)
            .WithName("CloseSiteRoom")
            .WithSummary("Closes a room, or without one the whole site, for a time.")
            .WithoutVersion("A time is added; nothing that is there is replaced.")
            .Produces<Made>(201);
        sites
            .MapDelete("/{site:guid}/closures/{closure:guid}", ReopenAsync)
            .WithName("ReopenSiteRoom")
            .WithSummary("Open again at that time.")
            .WithoutVersion("It goes, whatever it says.")
            .Produces(204);
        sites
            .MapPut("/{site:guid}/joins/{other:guid}", JoinAsync)
            .WithName("JoinSites")
            .WithSummary("People and leaders of both sites may meet at either.")
            .WithoutVersion(SaidAnew)
            .Produces(204);
        sites
            .MapDelete("/{site:guid}/joins/{other:guid}", PartAsync)
            .WithName("PartSites")
            .WithSummary("They no longer meet, as far as this site said so.")
            .WithoutVersion("It goes, whatever it says.")
            .Produces(204);
        sites
            .MapPut("/{site:guid}/patterns", WritePatternAsync)
            .WithName("WriteSitePattern")
            .WithSummary("The site's own reading of a shift pattern.")
            .WithoutVersion(SaidAnew)
            .Produces(204);
        sites
            .MapDelete("/{site:guid}/patterns/{name}", RemovePatternAsync)
            .WithName("RemoveSitePattern")
            .WithSummary("The delivered pattern holds again.")
            .WithoutVersion("It goes, whatever it says.")
            .Produces(204);
        sites
            .MapPost("/rosters", ImportAsync)
            .WithName("ImportRoster")
            .WithSummary(
                "Takes in shifts per person (csv: employeeId, start, end) of your sites; ?dryRun=true only says what that would do."
            )
            .WithMetadata(
                new TakesUploads(),
                new RequestSizeLimitAttribute(LargestRequest),
                new RequestFormLimitsAttribute { MultipartBodyLengthLimit = LargestRequest }
            )
            .RepeatsFreely()
            .Produces<RosterReport>();
        sites
            .MapPut("/rosters/{person:guid}/{day}", SayDayAsync)
            .WithName("SayRosterDay")
            .WithSummary("Somebody is off on a day, or works another shift; no reason is kept.")
            .WithoutVersion(SaidAnew)
            .Produces(204);
        sites
            .MapDelete("/rosters/{person:guid}/{day}", TakeDayBackAsync)
            .WithName("TakeRosterDayBack")
            .WithSummary("The pattern holds again for that day.")
            .WithoutVersion("It goes, whatever it says.")
            .Produces(204);
    }

    private static async Task<IResult> ReadAsync(Guid site, SitesOfMine reading, Viewer viewer, CancellationToken cancellationToken) =>
        await reading.FindAsync(viewer, UnitId.From(site), cancellationToken) is { } found
            ? Results.Ok(
                new SiteJson(
                    found.Id.Value,
                    found.Site.Name,
                    found.Ground?.Cover ?? CoverRules.AsRollout,
                    [.. found.Rooms.Select(r => new SiteRoomJson(r.Id.Value, r.Name, r.Capacity))],
                    [.. (found.Ground?.Closures ?? []).Select(c => new SiteClosureJson(c.Id.Value, c.RoomId?.Value, c.From, c.Until))],
                    [.. (found.Ground?.Joins ?? []).Select(j => j.OtherId.Value)],
                    [.. (found.Ground?.Patterns ?? []).Select(p => new PatternBody(p.Name, p.CycleDays, p.Anchor, p.Crews, p.Shifts))]
                )
            )
            : Problem.NotFound.Result();

    private static async Task<IResult> SetCoverAsync(
        Guid site,
        CoverRules body,
        SiteDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => InputProblem.All(body.Problems()) ?? Problem.Answer(await desk.SetCoverAsync(viewer, UnitId.From(site), body, cancellationToken));

    private static async Task<IResult> AddRoomAsync(
        Guid site,
        SiteRoomBody body,
        SiteDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        RoomProblem(body)
        ?? await desk.WriteRoomAsync(viewer, UnitId.From(site), null, body.Name!, body.Capacity!.Value, cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var id } => Results.Created($"/api/v1/rollouts/sites/{site}/rooms/{id.Value}", new Made(id.Value)),
        };

    private static async Task<IResult> WriteRoomAsync(
        Guid site,
        Guid room,
        SiteRoomBody body,
        SiteDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        RoomProblem(body)
        ?? await desk.WriteRoomAsync(
            viewer,
            UnitId.From(site),
            SiteRoomId.From(room),
            body.Name!,
            body.Capacity!.Value,
            cancellationToken
        ) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            _ => Results.NoContent(),
        };

    private static IResult? RoomProblem(SiteRoomBody body) =>
        string.IsNullOrWhiteSpace(body.Name) ? InputProblem.Missing("name")
        : body.Name.Trim().Length > SiteRoom.NameLength ? InputProblem.TooLong("name", SiteRoom.NameLength)
        : body.Capacity is null ? InputProblem.Missing("capacity")
        : body.Capacity is < 1 or > SiteRoom.CapacityAtMost ? InputProblem.Of("capacity", "out-of-range")
        : null;

    private static async Task<IResult> RemoveRoomAsync(
        Guid site,
        Guid room,
        SiteDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.RemoveRoomAsync(viewer, UnitId.From(site), SiteRoomId.From(room), cancellationToken));

    private static async Task<IResult> CloseAsync(
        Guid site,
        ClosureBody body,
        SiteDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body is not { From: { } from, Until: { } until })
        {
            return InputProblem.Missing(body.From is null ? "from" : "until");
        }

        var (first, last) = (DateTime.SpecifyKind(from, DateTimeKind.Unspecified), DateTime.SpecifyKind(until, DateTimeKind.Unspecified));
        if (last <= first)
        {
            return InputProblem.Of("until", "out-of-range");
        }

        var room = body.Room is { } id ? SiteRoomId.From(id) : (SiteRoomId?)null;
        return await desk.CloseAsync(viewer, UnitId.From(site), room, new LocalStretch(first, last), cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var made } => Results.Created($"/api/v1/rollouts/sites/{site}/closures/{made.Value}", new Made(made.Value)),
        };
    }

    private static async Task<IResult> ReopenAsync(
        Guid site,
        Guid closure,
        SiteDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.ReopenAsync(viewer, UnitId.From(site), SiteClosureId.From(closure), cancellationToken));

    private static async Task<IResult> JoinAsync(
        Guid site,
        Guid other,
        SiteDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.JoinAsync(viewer, UnitId.From(site), UnitId.From(other), cancellationToken));

    private static async Task<IResult> PartAsync(
        Guid site,
        Guid other,
        SiteDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.PartAsync(viewer, UnitId.From(site), UnitId.From(other), cancellationToken));

    private static async Task<IResult> WritePatternAsync(
        Guid site,
        PatternBody body,
        SiteDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body is not { Name: { } name, CycleDays: { } cycle, Anchor: { } anchor, Shifts: { } lines })
        {
            return InputProblem.Missing(
                body.Name is null ? "name"
                : body.CycleDays is null ? "cycleDays"
                : body.Anchor is null ? "anchor"
                : "shifts"
            );
        }

        if (ShiftPattern.ShiftsFrom(lines) is not { } shifts)
        {
            return InputProblem.WrongKind("shifts");
        }

        var pattern = new ShiftPattern(name.Trim(), cycle, anchor, body.Crews ?? 1, shifts);
        return InputProblem.All(pattern.Problems())
            ?? Problem.Answer(await desk.WritePatternAsync(viewer, UnitId.From(site), pattern, cancellationToken));
    }

    private static async Task<IResult> RemovePatternAsync(
        Guid site,
        string name,
        SiteDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.RemovePatternAsync(viewer, UnitId.From(site), name, cancellationToken));

    private static async Task<IResult> ImportAsync(
        HttpContext http,
        bool? dryRun,
        bool? withoutRefused,
        RosterDesk desk,
        Words words,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        using var file = new MemoryStream();
        if (http.Request.HasFormContentType)
        {
            if ((await http.Request.ReadFormAsync(cancellationToken)).Files is not [var sent, ..])
            {
                return InputProblem.Missing("file");
            }

            await sent.CopyToAsync(file, cancellationToken);
        }
        else
        {
            await http.Request.Body.CopyToAsync(file, cancellationToken);
        }

        try
        {
            var bytes = file.GetBuffer().AsMemory(0, (int)file.Length);
            return Results.Ok(await desk.ImportAsync(viewer, bytes, dryRun == true, withoutRefused == true, cancellationToken));
        }
        catch (UnreadableFileException unreadable)
        {
            return Problem.ImportUnreadable.Result(words[$"import.file.{unreadable.Code}", [.. unreadable.Arguments]]);
        }
    }

    private static async Task<IResult> SayDayAsync(
        Guid person,
        DateOnly day,
        RosterDayBody body,
        RosterDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (RosterDays.Problem(day, body.From, body.Until) is { } problem)
        {
            return InputProblem.Of(problem.Path, problem.Code);
        }

        return Problem.Answer(
            await desk.SayAsync(viewer, new RosterDay(PersonId.From(person), day, body.From, body.Until), cancellationToken)
        );
    }

    private static async Task<IResult> TakeDayBackAsync(
        Guid person,
        DateOnly day,
        RosterDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.TakeBackAsync(viewer, PersonId.From(person), day, cancellationToken));
}
