using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Workshops.Api;

/// <summary>A slot to offer; without a zone, on the caller's clock.</summary>
public sealed record OfferSlotBody(DateOnly? On, TimeOnly? At, int Minutes = 30, string? TimeZone = null);

/// <summary>A coaching slot. By whom it is taken is for the one who offers it.</summary>
public sealed record SlotJson(
    Guid Id,
    string Facilitator,
    DateOnly On,
    TimeOnly? At,
    string TimeZone,
    int Minutes,
    bool IsTaken,
    bool IsMine,
    string? TakenBy
)
{
    public static SlotJson Of(OpenSlot s) =>
        new(
            s.Id.Value,
            s.Facilitator,
            s.When.On,
            s.When.At,
            s.When.TimeZone,
            s.When.Minutes,
            s.IsTaken,
            s.IsMine,
            s.TakenBy.Length == 0 ? null : s.TakenBy
        );
}

/// <summary>The note for the talk with the own manager.</summary>
public sealed record NoteBody(string? StopDoing, string? FromManager);

/// <summary>The own note; version 0 while nothing is kept.</summary>
public sealed record NoteJson(string StopDoing, string FromManager, int Version);

internal static class AfterwardsApi
{
    public static void Map(RouteGroupBuilder workshops)
    {
        const string Once = "A slot is booked, given back or withdrawn as a whole; the first of two has it.";
        workshops
            .MapGet("/{id:guid}/slots", ListAsync)
            .WithName("ListCoachingSlots")
            .WithSummary("Half hours with those who led a workshop that you were in or lead.")
            .Produces<Listed<SlotJson>>();
        workshops
            .MapPost("/{id:guid}/slots", OfferAsync)
            .WithName("OfferCoachingSlot")
            .WithSummary("Offers a slot for a workshop that you lead.")
            .WithoutVersion("Adds a slot; nothing is replaced by it.")
            .Produces<Made>(201);
        workshops
            .MapPost("/{id:guid}/slots/{slot:guid}/booking", BookAsync)
            .WithName("BookCoachingSlot")
            .WithSummary("Books a slot; you have one at a time.")
            .WithoutVersion(Once)
            .Produces(204);
        workshops
            .MapDelete("/{id:guid}/slots/{slot:guid}/booking", GiveBackAsync)
            .WithName("GiveCoachingSlotBack")
            .WithSummary("Gives a booked slot back.")
            .WithoutVersion(Once)
            .Produces(204);
        workshops
            .MapDelete("/{id:guid}/slots/{slot:guid}", WithdrawAsync)
            .WithName("WithdrawCoachingSlot")
            .WithSummary("Takes an own offer back; whoever had booked it is told.")
            .WithoutVersion(Once)
            .Produces(204);
        workshops
            .MapGet("/{id:guid}/note", ReadNoteAsync)
            .WithName("ReadWorkshopNote")
            .WithSummary("Your note for the talk with your manager.")
            .Produces<NoteJson>();
        workshops
            .MapPut("/{id:guid}/note", WriteNoteAsync)
            .WithName("WriteWorkshopNote")
            .WithSummary("Keeps your note; If-Match is the version you changed, 0 for the first.")
            .Produces(204);
        workshops
            .MapDelete("/{id:guid}/note", TearUpAsync)
            .WithName("TearUpWorkshopNote")
            .WithSummary("Tears your note up.")
            .WithoutVersion("It goes as a whole, whatever it holds.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(
        Guid id,
        WorkshopsReading reading,
        SlotDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is { } workshop && (workshop.Leads || workshop.IsIn)
            ? Results.Ok(Listed.Whole((await desk.ListAsync(viewer, workshop.Id, cancellationToken)).Select(SlotJson.Of)))
            : Problem.NotFound.Result();

    private static async Task<IResult> OfferAsync(
        Guid id,
        OfferSlotBody body,
        SlotDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.On is not { } on)
        {
            return InputProblem.Missing("on");
        }

        if (body.At is not { } at)
        {
            return InputProblem.Missing("at");
        }

        if (body.Minutes is < CoachingSlot.MinutesAtLeast or > CoachingSlot.MinutesAtMost)
        {
            return InputProblem.Of("minutes", "out-of-range");
        }

        var zone = body.TimeZone ?? viewer.TimeZone;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            return InputProblem.Unknown("timeZone");
        }

        return await desk.OfferAsync(viewer, WorkshopId.From(id), new AppointedTime(on, at, zone, body.Minutes), cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var slot } => Results.Created($"/api/v1/workshops/{id}/slots", new Made(slot.Value)),
        };
    }

    private static async Task<IResult> BookAsync(Guid id, Guid slot, SlotDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.BookAsync(viewer, WorkshopId.From(id), CoachingSlotId.From(slot), cancellationToken));

    private static async Task<IResult> GiveBackAsync(
        Guid id,
        Guid slot,
        SlotDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.GiveBackAsync(viewer, WorkshopId.From(id), CoachingSlotId.From(slot), cancellationToken));

    private static async Task<IResult> WithdrawAsync(
        Guid id,
        Guid slot,
        SlotDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.WithdrawAsync(viewer, WorkshopId.From(id), CoachingSlotId.From(slot), cancellationToken));

    private static async Task<IResult> ReadNoteAsync(
        Guid id,
        NoteDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await desk.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is { } note
            ? http.Versioned(note.Version, new NoteJson(note.StopDoing, note.FromManager, note.Version))
            : Problem.NotFound.Result();

    private static async Task<IResult> WriteNoteAsync(
        Guid id,
        NoteBody body,
        HttpContext http,
        NoteDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.StopDoing?.Length > WorkshopNote.TextLength)
        {
            return InputProblem.TooLong("stopDoing", WorkshopNote.TextLength);
        }

        if (body.FromManager?.Length > WorkshopNote.TextLength)
        {
            return InputProblem.TooLong("fromManager", WorkshopNote.TextLength);
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var outcome = await desk.WriteAsync(viewer, WorkshopId.From(id), body.StopDoing, body.FromManager, version, cancellationToken);
        if (outcome?.Refusal?.Code == "workshop-note-changed-meanwhile")
        {
            var theirs = await desk.FindAsync(viewer, WorkshopId.From(id), cancellationToken);
            return Problem.Meanwhile(body, theirs is null ? null : new NoteJson(theirs.StopDoing, theirs.FromManager, theirs.Version));
        }

        return Problem.Answer(outcome);
    }

    private static async Task<IResult> TearUpAsync(Guid id, NoteDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.TearUpAsync(viewer, WorkshopId.From(id), cancellationToken));
}
