using Fieldcraft.Domain.Partners;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>Meetings of partnerships, and the notes beside them.</summary>
internal static class MeetingsApi
{
    private const string Fact = "Says what became of a meeting, or when it is; no text is overwritten.";

    public static void Map(RouteGroupBuilder partners)
    {
        partners
            .MapGet("/{id:guid}/meetings/{meeting:guid}", FindAsync)
            .WithName("ReadPartnerMeeting")
            .WithSummary("One meeting with its agenda, your note, and the others' where all share theirs.")
            .Produces<MeetingJson>();
        partners
            .MapPost("/{id:guid}/meetings", AddAsync)
            .WithName("SetPartnerMeeting")
            .WithSummary("Sets a date beside the rhythm.")
            .Produces(204)
            .WithoutVersion(Fact);
        partners
            .MapPost("/{id:guid}/meetings/{meeting:guid}/move", MoveAsync)
            .WithName("MovePartnerMeeting")
            .WithSummary("Moves a meeting to another day.")
            .Produces(204)
            .WithoutVersion(Fact);
        partners
            .MapPost("/{id:guid}/meetings/{meeting:guid}/outcome", NoteAsync)
            .WithName("NotePartnerMeeting")
            .WithSummary("Notes that they met, or that it did not happen.")
            .Produces(204)
            .WithoutVersion(Fact);
        partners
            .MapPut("/{id:guid}/meetings/{meeting:guid}/note", WriteAsync)
            .WithName("WritePartnerNote")
            .WithSummary("Writes your own note of a meeting; If-Match is its version, 0 when there is none yet.")
            .Produces<Changed>();
        partners
            .MapPut("/{id:guid}/meetings/{meeting:guid}/sharing", WishAsync)
            .WithName("WishPartnerNotesShared")
            .WithSummary("Says whether your note of a meeting may be shared; notes are shared only while all of you say so.")
            .Produces(204)
            .WithoutVersion("Each of the partners says it for themselves.");
        partners
            .MapGet("/notes", ListAsync)
            .WithName("ListPartnerNotes")
            .WithSummary("Your own notes, newest first.")
            .Produces<Listed<PartnerNoteJson>>();
        partners
            .MapDelete("/notes/{note:guid}", TearOutAsync)
            .WithName("TearOutPartnerNote")
            .WithSummary("Tears out one of your notes, with its key.")
            .Produces(204)
            .WithoutVersion("Only its writer can have changed it.");
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        Guid meeting,
        NotesDesk notes,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await notes.FindAsync(viewer, PartnershipId.From(id), PartnerMeetingId.From(meeting), cancellationToken) is { } open
            ? Results.Ok(MeetingJson.Of(open))
            : Problem.NotFound.Result();

    private static async Task<IResult> AddAsync(
        Guid id,
        MeetingDateBody body,
        MeetingsDesk meetings,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Problem()
        ?? Problem.Answer(await meetings.AddAsync(viewer, PartnershipId.From(id), body.On!.Value, body.At!.Value, cancellationToken));

    private static async Task<IResult> MoveAsync(
        Guid id,
        Guid meeting,
        MeetingDateBody body,
        MeetingsDesk meetings,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Problem()
        ?? Problem.Answer(
            await meetings.MoveAsync(
                viewer,
                PartnershipId.From(id),
                PartnerMeetingId.From(meeting),
                body.On!.Value,
                body.At!.Value,
                cancellationToken
            )
        );

    private static async Task<IResult> NoteAsync(
        Guid id,
        Guid meeting,
        MeetingOutcomeBody body,
        MeetingsDesk meetings,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Met is not { } met
            ? InputProblem.Missing("met")
            : Problem.Answer(
                await meetings.NoteAsync(viewer, PartnershipId.From(id), PartnerMeetingId.From(meeting), met, cancellationToken)
            );

    private static async Task<IResult> WriteAsync(
        Guid id,
        Guid meeting,
        PartnerNoteBody body,
        NotesDesk notes,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(body.Text))
        {
            return InputProblem.Missing("text");
        }

        if (body.Text.Trim().Length > PartnerNote.TextLength)
        {
            return InputProblem.TooLong("text", PartnerNote.TextLength);
        }

        var (partnership, meetingId) = (PartnershipId.From(id), PartnerMeetingId.From(meeting));
        if (await notes.FindAsync(viewer, partnership, meetingId, cancellationToken) is not { } open)
        {
            return Problem.NotFound.Result();
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if ((await notes.WriteAsync(viewer, partnership, meetingId, body.Text, version, cancellationToken))?.Value is { } note)
        {
            http.Response.SetVersion(note.Version);
            return Results.Ok(new Changed(note.Id.Value, note.Version));
        }

        return Problem.Meanwhile(body, open.Mine is { } mine ? PartnerNoteJson.Of(mine) : null);
    }

    private static async Task<IResult> WishAsync(
        Guid id,
        Guid meeting,
        NotesWishBody body,
        NotesDesk notes,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Shared is not { } shared ? InputProblem.Missing("shared")
        : await notes.WishAsync(viewer, PartnershipId.From(id), PartnerMeetingId.From(meeting), shared, cancellationToken)
            ? Results.NoContent()
        : Problem.NotFound.Result();

    private static async Task<IResult> ListAsync(NotesDesk notes, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var found = await notes.ListAsync(viewer, paging.After is { } id ? PartnerNoteId.From(id) : null, paging.Take, cancellationToken);
        return Results.Ok(
            Listed.Of(
                found,
                paging,
                n => n.Id.Value,
                n => new PartnerNoteJson(n.Id.Value, viewer.PersonId.Value, n.Use, n.Text, n.WrittenAt, n.Version)
            )
        );
    }

    private static async Task<IResult> TearOutAsync(Guid note, NotesDesk notes, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await notes.TearOutAsync(viewer, PartnerNoteId.From(note), cancellationToken));
}

/// <summary>A date, and a time on the partners' clock.</summary>
public sealed record MeetingDateBody(DateOnly? On, TimeOnly? At)
{
    internal IResult? Problem() =>
        On is null ? InputProblem.Missing("on")
        : At is null ? InputProblem.Missing("at")
        : null;
}

/// <summary>Whether they met.</summary>
public sealed record MeetingOutcomeBody(bool? Met);

/// <summary>The own note of a meeting.</summary>
public sealed record PartnerNoteBody(string? Text);

/// <summary>Whether the own note may be shared.</summary>
public sealed record NotesWishBody(bool? Shared);

/// <summary>A part of an agenda.</summary>
public sealed record AgendaBlockJson(string Key, int Minutes);

/// <summary>A meeting, opened for one of the partners.</summary>
public sealed record MeetingJson(
    Guid Id,
    DateOnly On,
    TimeOnly At,
    string TimeZone,
    MeetingState State,
    IReadOnlyList<AgendaBlockJson> Agenda,
    bool NotesAreShared,
    PartnerNoteJson? Mine,
    IReadOnlyList<PartnerNoteJson> Theirs
)
{
    internal static MeetingJson Of(OpenMeeting open) =>
        new(
            open.Row.Id.Value,
            open.Row.On,
            open.Row.Time,
            open.Row.TimeZone,
            open.Row.State,
            [.. Domain.Partners.Agenda.Of(open.Line.Kind).Select(b => new AgendaBlockJson(b.Key, b.Minutes))],
            open.AreShared,
            open.Mine is { } mine ? PartnerNoteJson.Of(mine) : null,
            [.. open.Theirs.Select(PartnerNoteJson.Of)]
        );
}
