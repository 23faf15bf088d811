using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Opportunities.Own.Book;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Opportunities.Own.Talks;

internal static class TalksApi
{
    public static void Map(RouteGroupBuilder talks)
    {
        talks
            .MapGet("/", ListAsync)
            .WithName("ListDialogues")
            .WithSummary("Your talks with internal customers, the newest first.")
            .Produces<Listed<TalkJson>>();
        talks.MapGet("/{id:guid}", FindAsync).WithName("ReadDialogue").WithSummary("One talk.").Produces<TalkJson>();
        talks
            .MapPost("/", PrepareAsync)
            .WithName("PrepareDialogue")
            .WithSummary("Prepares a talk with one of your customers: the ids of questions, in their order.")
            .Produces<Changed>(201);
        talks
            .MapPut("/{id:guid}/questions", ChooseAsync)
            .WithName("ChooseDialogueQuestions")
            .WithSummary("Other questions, or another order; send the version you changed in If-Match.")
            .Produces<Changed>();
        talks
            .MapPut("/{id:guid}/notes", NoteAsync)
            .WithName("NoteDialogue")
            .WithSummary("What was said, and apart from it what you make of it; send the version you changed in If-Match.")
            .Produces<Changed>();
        talks
            .MapPut("/{id:guid}/summary", SummariseAsync)
            .WithName("SummariseDialogue")
            .WithSummary("The need in the customer's words, and a summary; send the version you changed in If-Match.")
            .Produces<Changed>();
        talks
            .MapPost("/{id:guid}/links", SendAsync)
            .WithName("SendDialogueSummary")
            .WithSummary("A link by which the customer confirms or corrects the summary as it is kept, once and without an account.")
            .Produces<SentLinkJson>(201);
        talks.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveDialogue").WithSummary("Removes a talk and its key.").Produces(204);
    }

    private static async Task<IResult> ListAsync(TalkDesk desk, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var after = paging.After is { } id ? CustomerDialogueId.From(id) : (CustomerDialogueId?)null;
        var talks = await desk.ListAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(talks, paging, t => t.Id.Value, TalkJson.Of));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        TalkDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await desk.FindAsync(viewer, CustomerDialogueId.From(id), cancellationToken) is { } talk
            ? http.Versioned(talk.Version, TalkJson.Of(talk))
            : Problem.NotFound.Result();

    private static async Task<IResult> PrepareAsync(
        PrepareBody body,
        TalkDesk desk,
        ProbingQuestions known,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Customer is not { } customer)
        {
            return InputProblem.Missing("customer");
        }

        if (Unknown(body.Questions, known) is { } problem)
        {
            return problem;
        }

        var prepared = await desk.PrepareAsync(viewer, ProviderEntryId.From(customer), body.Questions!, cancellationToken);
        return prepared switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: { } made } => Results.Created($"/api/v1/dialogues/{made.Id.Value}", new Changed(made.Id.Value, made.Version)),
            _ => throw new InvalidOperationException(),
        };
    }

    private static async Task<IResult> ChooseAsync(
        Guid id,
        QuestionsBody body,
        TalkDesk desk,
        ProbingQuestions known,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        Unknown(body.Questions, known)
        ?? await http.ChangeAsync(
            id,
            body,
            version => desk.ChooseAsync(viewer, CustomerDialogueId.From(id), version, body.Questions!, cancellationToken),
            () => TheirsAsync(desk, viewer, id, cancellationToken)
        );

    private static async Task<IResult> NoteAsync(
        Guid id,
        NotesBody body,
        TalkDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        body.Sheet.Problem(SheetForms.Talk)
        ?? await http.ChangeAsync(
            id,
            body,
            version =>
                desk.NoteAsync(
                    viewer,
                    CustomerDialogueId.From(id),
                    version,
                    SheetForms.Talk,
                    new TalkNotes(body.Sheet.ToSheet(), body.HeldOn, body.AcrossUnits),
                    cancellationToken
                ),
            () => TheirsAsync(desk, viewer, id, cancellationToken)
        );

    private static async Task<IResult> SummariseAsync(
        Guid id,
        SheetBody body,
        TalkDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (body.Problem(SheetForms.Summary) is { } problem)
        {
            return problem;
        }

        if (await desk.FindAsync(viewer, CustomerDialogueId.From(id), cancellationToken) is not { } talk)
        {
            return Problem.NotFound.Result();
        }

        var notes = new TalkNotes(body.ToSheet(), talk.HeldOn, talk.IsAcrossUnits);
        return await http.ChangeAsync(
            id,
            body,
            version => desk.NoteAsync(viewer, talk.Id, version, SheetForms.Summary, notes, cancellationToken),
            () => TheirsAsync(desk, viewer, id, cancellationToken)
        );
    }

    private static async Task<IResult> SendAsync(
        Guid id,
        SendBody body,
        TalkDesk desk,
        CustomerLinks links,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await desk.FindAsync(viewer, CustomerDialogueId.From(id), cancellationToken) is not { } talk)
        {
            return Problem.NotFound.Result();
        }

        var sheet = SheetForms.Summary.Of(talk.Sheet);
        return body.Problem()
            ?? InputProblem.All(SheetForms.Summary.Problems(sheet))
            ?? SentLinkJson.Answer(
                await links.SendAsync(
                    viewer,
                    talk.Id,
                    new Asking(CustomerAsk.Summary, body.Customer ?? talk.Customer, sheet, body.Address),
                    cancellationToken
                )
            );
    }

    private static Task<IResult> RemoveAsync(
        Guid id,
        TalkDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        http.RemoveAsync(
            id,
            version => desk.RemoveAsync(viewer, CustomerDialogueId.From(id), version, cancellationToken),
            () => TheirsAsync(desk, viewer, id, cancellationToken)
        );

    private static async Task<object?> TheirsAsync(TalkDesk desk, Viewer viewer, Guid id, CancellationToken cancellationToken) =>
        await desk.FindAsync(viewer, CustomerDialogueId.From(id), cancellationToken) is { } theirs ? TalkJson.Of(theirs) : null;

    private static IResult? Unknown(IReadOnlyList<string>? questions, ProbingQuestions known) =>
        questions is null ? InputProblem.Missing("questions")
        : questions.Select((q, i) => (q, i)).FirstOrDefault(q => known.Find(q.q) is null) is { q: not null } unknown
            ? InputProblem.Unknown($"questions[{unknown.i}]")
        : null;
}

public sealed record PrepareBody(Guid? Customer, IReadOnlyList<string>? Questions);

public sealed record QuestionsBody(IReadOnlyList<string>? Questions);

/// <summary>What is kept of a talk, with the day on which it was held.</summary>
public sealed record NotesBody(Dictionary<string, string?>? Boxes, DateOnly? HeldOn = null, bool AcrossUnits = false)
{
    internal SheetBody Sheet => new(Boxes);
}

/// <summary>A talk as its owner reads it.</summary>
public sealed record TalkJson(
    Guid Id,
    Guid Customer,
    IReadOnlyList<string> Questions,
    IReadOnlyDictionary<string, string> Boxes,
    IReadOnlyDictionary<string, string> Reply,
    DateOnly? HeldOn,
    bool AcrossUnits,
    DateTimeOffset? NeedConfirmedAt
)
{
    internal static TalkJson Of(OpenTalk t) =>
        new(t.Id.Value, t.CustomerId.Value, t.Questions, t.Sheet.Said, t.Reply.Said, t.HeldOn, t.IsAcrossUnits, t.NeedConfirmedAt);
}
