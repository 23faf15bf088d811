using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Staffing;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Outcome = Fieldcraft.Domain.Shared.Outcome;
using Refusal = Fieldcraft.Domain.Shared.Refusal;

namespace Fieldcraft.Web.Features.Staffing;

/// <summary>Staffing talks: two columns that people enter themselves. There is no operation that writes about somebody else, and none that takes a list away.</summary>
internal static class StaffingApi
{
    public static void Map(RouteGroupBuilder talks)
    {
        talks
            .MapGet("/", ListAsync)
            .WithName("ListStaffingTalks")
            .WithSummary("Talks you hold or may enter, the next to end first.")
            .Produces<Listed<TalkLineJson>>();
        talks
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadStaffingTalk")
            .WithSummary("One talk, with what you may read of it, by name.")
            .Produces<TalkJson>();
        talks
            .MapPut("/{id:guid}/entry", EnterAsync)
            .WithName("EnterStaffingTalk")
            .WithSummary("Enters yourself, in your own words; takes no development items.")
            .WithoutVersion("One person writes about themselves; the last version is the one they meant.")
            .Produces(204);
        talks
            .MapDelete("/{id:guid}/entry", LeaveAsync)
            .WithName("LeaveStaffingTalk")
            .WithSummary("Leaves the talk; what you entered is gone with its key.")
            .WithoutVersion("It goes whatever it says by now.")
            .Produces(204);
        talks
            .MapPost("/{id:guid}/asked", AskAsync)
            .WithName("AskIntoStaffingTalk")
            .WithSummary("Asks somebody whether they want to enter themselves; for those who hold the talk.")
            .WithoutVersion("Asking twice is the same as once.")
            .Produces(204);
        talks
            .MapPost("/{id:guid}/ending", EndAsync)
            .WithName("EndStaffingTalk")
            .WithSummary("Ends a talk you hold before its day, with everything that was entered.")
            .WithoutVersion("It goes whatever was entered by now.")
            .Produces(204);
    }

    public static void MapOpening(RouteGroupBuilder talks) =>
        talks
            .MapPost("/", OpenAsync)
            .WithName("OpenStaffingTalk")
            .WithSummary("Opens a talk until a day, with named people who hold it.")
            .Produces<Changed>(201);

    private static async Task<IResult> ListAsync(StaffingReading reading, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var after = paging.After is { } id ? TalkId.From(id) : (TalkId?)null;
        var talks = await reading.ListAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(
            Listed.Of(talks, paging, t => t.Id.Value, t => new TalkLineJson(t.Id.Value, t.Title, t.EndsOn, t.IsHeld, t.HasEntered))
        );
    }

    private static async Task<IResult> FindAsync(Guid id, StaffingReading reading, Viewer viewer, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, TalkId.From(id), cancellationToken) is not { } talk)
        {
            return Problem.NotFound.Result();
        }

        var entries = await reading.EntriesAsync(viewer, talk.Id, cancellationToken);
        return Results.Ok(
            new TalkJson(
                talk.Id.Value,
                talk.Title,
                talk.About,
                talk.Archetype,
                talk.EndsOn,
                talk.IsOpenToAll,
                talk.IsHeld,
                talk.Holders,
                [.. entries.Where(e => e.Column == StaffingColumn.ReadyNow).Select(EntryJson.Of)],
                [.. entries.Where(e => e.Column == StaffingColumn.WouldLearnMost).Select(EntryJson.Of)]
            )
        );
    }

    private static async Task<IResult> OpenAsync(
        NewTalkInput input,
        StaffingActions staffing,
        StaffingReading reading,
        ReaderSearch search,
        Knowledge knowledge,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (InputProblem.All(input.Wording().Problems(reading.Today)) is { } problem)
        {
            return problem;
        }

        if (!string.IsNullOrWhiteSpace(input.Archetype) && knowledge.Archetype(input.Archetype) is null)
        {
            return InputProblem.Unknown("archetype");
        }

        var holders = (input.Holders ?? []).Select(PersonId.From).Distinct().Where(h => h != viewer.PersonId).ToList();
        if (holders.Count >= TalkWording.HoldersAtMost)
        {
            return InputProblem.Of("holders", "wrong-count", TalkWording.HoldersAtMost);
        }

        if ((await search.NamedAsync(viewer, holders, cancellationToken)).Count != holders.Count)
        {
            return InputProblem.Of("holders", "cannot-read");
        }

        var talk = await staffing.OpenAsync(viewer, input.Wording(), holders, cancellationToken);
        return Results.Created($"/api/v1/staffing-talks/{talk.Id.Value}", new Changed(talk.Id.Value, talk.Version));
    }

    private static async Task<IResult> EnterAsync(
        Guid id,
        EntryInput input,
        StaffingActions staffing,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (input.Person is { } person && person != viewer.PersonId.Value)
        {
            return Problem.Refused(new Refusal("staffing-only-the-person-writes"));
        }

        if (input.Column is not { } column)
        {
            return InputProblem.Missing("column");
        }

        if (InputProblem.All(input.Texts().Problems()) is { } problem)
        {
            return problem;
        }

        var attached = input.Attached?.Count ?? 0;
        return Problem.Answer(await staffing.EnterAsync(viewer, TalkId.From(id), column, input.Texts(), attached, cancellationToken));
    }

    private static async Task<IResult> LeaveAsync(Guid id, StaffingActions staffing, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await staffing.LeaveAsync(viewer, TalkId.From(id), cancellationToken));

    private static async Task<IResult> AskAsync(
        Guid id,
        AskedInput input,
        StaffingActions staffing,
        ReaderSearch search,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (input.Person is not { } person)
        {
            return InputProblem.Missing("person");
        }

        return await search.NamedAsync(viewer, [PersonId.From(person)], cancellationToken) is []
            ? InputProblem.Of("person", "cannot-read")
            : Problem.Answer(await staffing.AskAsync(viewer, TalkId.From(id), PersonId.From(person), cancellationToken));
    }

    private static async Task<IResult> EndAsync(Guid id, StaffingActions staffing, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await staffing.EndAsync(viewer, TalkId.From(id), cancellationToken));
}

/// <summary>What the API takes to open a talk.</summary>
public sealed record NewTalkInput(
    string? Title,
    string? About,
    string? Archetype,
    DateOnly? EndsOn,
    bool IsOpenToAll,
    IReadOnlyList<Guid>? Holders
)
{
    public TalkWording Wording() =>
        new()
        {
            Title = Title,
            About = About,
            Archetype = Archetype,
            EndsOn = EndsOn,
            IsOpenToAll = IsOpenToAll,
        };
}

/// <summary>What a person enters. Anything attached is refused, with the reason; so is anybody but the caller as the person.</summary>
public sealed record EntryInput(
    StaffingColumn? Column,
    string? Brings = null,
    string? WouldLearn = null,
    string? SupportNeeded = null,
    Guid? Person = null,
    IReadOnlyList<Guid>? Attached = null
)
{
    public EntryTexts Texts() =>
        new()
        {
            Brings = Brings,
            WouldLearn = WouldLearn,
            SupportNeeded = SupportNeeded,
        };
}

/// <summary>Whom to ask.</summary>
public sealed record AskedInput(Guid? Person);

/// <summary>A talk in a list.</summary>
public sealed record TalkLineJson(Guid Id, string Title, DateOnly EndsOn, bool IsHeld, bool HasEntered);

/// <summary>A talk with its two columns, each by name.</summary>
public sealed record TalkJson(
    Guid Id,
    string Title,
    string About,
    string? Archetype,
    DateOnly EndsOn,
    bool IsOpenToAll,
    bool IsHeld,
    IReadOnlyList<string> Holders,
    IReadOnlyList<EntryJson> ReadyNow,
    IReadOnlyList<EntryJson> WouldLearnMost
);

/// <summary>What somebody said about themselves.</summary>
public sealed record EntryJson(string Name, bool IsMine, string Brings, string WouldLearn, string SupportNeeded)
{
    public static EntryJson Of(OpenEntry e) =>
        new(e.Name, e.IsMine, e.Texts.Brings ?? "", e.Texts.WouldLearn ?? "", e.Texts.SupportNeeded ?? "");
}
