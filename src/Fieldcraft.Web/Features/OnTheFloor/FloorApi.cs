using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.OnTheFloor;

/// <summary>Holding a session, for programs, and for the leader's device once it has a line again.</summary>
internal static class FloorApi
{
    private const int MarksAtMost = 500;

    public static void Map(RouteGroupBuilder sessions)
    {
        sessions
            .MapPost("/{id:guid}/door", OpenAsync)
            .WithName("OpenDoor")
            .WithSummary("The code by which people say that they are here.")
            .WithoutVersion("A session has one code; asked again, it is the same.")
            .RepeatsFreely()
            .Produces<DoorJson>();
        sessions
            .MapPost("/{id:guid}/attendance", NoteAsync)
            .WithName("NoteAttendance")
            .WithSummary("Marks from a device: who is here, and who is not. Each has its own id; sent again, it changes nothing.")
            .WithoutVersion("Each mark has its own id and time; the newest holds, in whatever order they arrive.")
            .Produces(204);
        sessions
            .MapPost("/{id:guid}/held", HeldAsync)
            .WithName("NoteSessionHeld")
            .WithSummary("It took place, and these people were there; said again, it is corrected.")
            .WithoutVersion("What is said last of who was there holds.")
            .Produces(204);
        sessions
            .MapPut("/{id:guid}/log", WriteAsync)
            .WithName("WriteSessionLog")
            .WithSummary("Who was there, and what its leader writes down in two minutes; written again, it is corrected.")
            .WithoutVersion("What is written last holds, and every change of who was there stays in the trace.")
            .Produces(204);
        sessions
            .MapPost("/{id:guid}/not-held", NotHeldAsync)
            .WithName("NoteSessionNotHeld")
            .WithSummary("It did not take place; its people have no slot any more, and the schedulers are told.")
            .WithoutVersion("A session is called off once.")
            .Produces(204);
        sessions
            .MapGet("/{id:guid}/run", WhereAsync)
            .WithName("GetPlaceInSession")
            .WithSummary("Where the session stands, and who is here so far.")
            .Produces<PlaceJson>();
        sessions
            .MapPut("/{id:guid}/run", GoAsync)
            .WithName("GoOnInSession")
            .WithSummary("Where the session stands, for the second screen.")
            .WithoutVersion("The newest place holds, in whatever order they arrive.")
            .Produces(204);
    }

    private static async Task<IResult> OpenAsync(Guid id, AttendanceDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        await desk.OpenDoorAsync(viewer, TeachingSessionId.From(id), cancellationToken) is { } code
            ? Results.Ok(new DoorJson(code))
            : Problem.NotFound.Result();

    private static async Task<IResult> NoteAsync(
        Guid id,
        MarksBody body,
        AttendanceDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Marks is not { Count: > 0 and <= MarksAtMost } marks)
        {
            return body.Marks is null ? InputProblem.Missing("marks") : InputProblem.Of("marks", "wrong-count", MarksAtMost);
        }

        if (marks.Any(m => m is not { Id: not null, Person: not null, Here: not null, At: not null }))
        {
            return InputProblem.Missing("marks");
        }

        if (marks.Any(m => m.Way is not (null or AttendanceWay.Ticked or AttendanceWay.Paper)))
        {
            return InputProblem.Of("marks.way", "out-of-range");
        }

        return Problem.Answer(
            await desk.NoteAsync(
                viewer,
                TeachingSessionId.From(id),
                [
                    .. marks.Select(m => new AttendanceMark(
                        AttendanceNoteId.From(m.Id!.Value),
                        PersonId.From(m.Person!.Value),
                        m.Here!.Value,
                        m.Way ?? AttendanceWay.Ticked,
                        m.At!.Value.ToUniversalTime()
                    )),
                ],
                cancellationToken
            )
        );
    }

    private static async Task<IResult> HeldAsync(
        Guid id,
        HeldBody body,
        LogDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problems(body) ?? Problem.Answer(await desk.WriteAsync(viewer, TeachingSessionId.From(id), List(body), null, cancellationToken));

    private static async Task<IResult> WriteAsync(Guid id, LogBody body, LogDesk desk, Viewer viewer, CancellationToken cancellationToken)
    {
        if (Problems(new HeldBody(body.Present, body.Shown, body.Minutes, body.FromPaper)) is { } problem)
        {
            return problem;
        }

        foreach (
            var (path, text, most) in new[]
            {
                ("lesson", body.Lesson, SessionLog.LessonLength),
                ("action", body.Action, TeamAction.WhatLength),
                ("actionWho", body.ActionWho, TeamAction.WhoLength),
                ("idea", body.Idea, TeamIdea.TextLength),
            }
        )
        {
            if (text?.Trim().Length > most)
            {
                return InputProblem.TooLong(path, most);
            }
        }

        foreach (var (path, hands) in new[] { ("before", body.Before), ("after", body.After) })
        {
            if (hands is not null && ConfidenceSum.Read(hands) is null)
            {
                return InputProblem.Of(path, "out-of-range", ConfidenceSum.HandsAtMost);
            }
        }

        if (body.Ran is { } ran && (ran.Count > ModuleContent.BlocksAtMost || ran.Any(IsWrong)))
        {
            return InputProblem.Of("ran", "out-of-range");
        }

        var words = new LogWords(
            body.Before is null ? null : ConfidenceSum.Read(body.Before),
            body.After is null ? null : ConfidenceSum.Read(body.After),
            new Fidelity(body.AllBlocks, body.FilmShown, body.ActionAgreed),
            body.Ran,
            body.Lesson,
            string.IsNullOrWhiteSpace(body.Action) ? null : (body.Action.Trim(), body.ActionWho),
            string.IsNullOrWhiteSpace(body.Idea) ? null : (body.Idea.Trim(), body.IdeaNamed)
        );
        var list = List(new HeldBody(body.Present, body.Shown, body.Minutes, body.FromPaper));
        return Problem.Answer(await desk.WriteAsync(viewer, TeachingSessionId.From(id), list, words, cancellationToken));
    }

    private static async Task<IResult> NotHeldAsync(Guid id, LogDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.NotHeldAsync(viewer, TeachingSessionId.From(id), cancellationToken));

    private static async Task<IResult> GoAsync(Guid id, PlaceBody body, RunDesk desk, Viewer viewer, CancellationToken cancellationToken)
    {
        if (body.At is not { } at)
        {
            return InputProblem.Missing("at");
        }

        if (body.Block?.Length > ModuleBlock.IdLength)
        {
            return InputProblem.TooLong("block", ModuleBlock.IdLength);
        }

        return Problem.Answer(
            await desk.GoAsync(
                viewer,
                TeachingSessionId.From(id),
                body.Block,
                body.Ends?.ToUniversalTime(),
                body.Over,
                at.ToUniversalTime(),
                cancellationToken
            )
        );
    }

    private static async Task<IResult> WhereAsync(Guid id, RunDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        await desk.WhereAsync(viewer, TeachingSessionId.From(id), cancellationToken) is { } place
            ? Results.Ok(new PlaceJson(place.Block, place.Ends, place.IsOver, [.. place.Here.Select(p => p.Value)]))
            : Problem.NotFound.Result();

    private static IResult? Problems(HeldBody body) =>
        body.Present is null ? InputProblem.Missing("present")
        : body.Minutes is null ? InputProblem.Missing("minutes")
        : body.Minutes is < 1 or > TeachingSession.MinutesAtMost ? InputProblem.Of("minutes", "out-of-range")
        : null;

    private static HeldList List(HeldBody body) =>
        new(
            [.. body.Present!.Select(PersonId.From)],
            body.Shown is null ? null : [.. body.Shown.Select(PersonId.From)],
            body.FromPaper ? AttendanceWay.Paper : AttendanceWay.Ticked,
            body.Minutes!.Value
        );

    private static bool IsWrong(RanBlock block) =>
        block is not { Block.Length: > 0 and <= ModuleBlock.IdLength, Minutes: >= 0 and <= TeachingSession.MinutesAtMost }
        || block.Otherwise?.Length > RanBlock.OtherwiseLength;

    private sealed record DoorJson(string Code);

    private sealed record PlaceJson(string? Block, DateTimeOffset? Ends, bool Over, IReadOnlyList<Guid> Here);

    internal sealed record MarksBody(IReadOnlyList<MarkBody>? Marks);

    /// <param name="Id">Made by the device.</param>
    /// <param name="Way">Ticked, or typed in from paper; nobody says for others that they pressed themselves.</param>
    internal sealed record MarkBody(Guid? Id, Guid? Person, bool? Here, AttendanceWay? Way, DateTimeOffset? At);

    /// <summary>Who was there, and how long it took.</summary>
    /// <param name="Shown">Of whom the sender knew that they were there; who said so meanwhile stays. Without it, the list is the whole truth.</param>
    internal sealed record HeldBody(IReadOnlyList<Guid>? Present, IReadOnlyList<Guid>? Shown, int? Minutes, bool FromPaper = false);

    internal sealed record LogBody(
        IReadOnlyList<Guid>? Present,
        IReadOnlyList<Guid>? Shown,
        int? Minutes,
        IReadOnlyList<int>? Before,
        IReadOnlyList<int>? After,
        bool? AllBlocks,
        bool? FilmShown,
        bool? ActionAgreed,
        IReadOnlyList<RanBlock>? Ran,
        string? Lesson,
        string? Action,
        string? ActionWho,
        string? Idea,
        bool IdeaNamed = false,
        bool FromPaper = false
    );

    /// <param name="Ends">When the block that is on is planned to end.</param>
    /// <param name="At">When the device said it.</param>
    internal sealed record PlaceBody(string? Block, DateTimeOffset? Ends, DateTimeOffset? At, bool Over = false);
}
