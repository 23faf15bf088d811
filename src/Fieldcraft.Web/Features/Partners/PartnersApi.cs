using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>Partnerships: asking, answering, agreeing, ending.</summary>
internal static class PartnersApi
{
    private const string Own = "Each of the partners answers for themselves, once; no text is overwritten.";

    public static void Map(RouteGroupBuilder partners)
    {
        partners
            .MapGet("/", ListAsync)
            .WithName("ListPartnerships")
            .WithSummary("Your partnerships, newest first.")
            .Produces<Listed<PartnershipLineJson>>();
        partners
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadPartnership")
            .WithSummary("One of your partnerships.")
            .Produces<PartnershipJson>();
        partners
            .MapPost("/", AskAsync)
            .WithName("AskPartner")
            .WithSummary("Asks one person, or two peers for a trio, with a few sealed lines.")
            .Produces<Made>(201);
        partners
            .MapPost("/{id:guid}/peers", AskAnotherAsync)
            .WithName("AskAnotherPeer")
            .WithSummary("Asks another peer for the free place of your trio.")
            .Produces(204)
            .WithoutVersion(Own);
        partners
            .MapPost("/{id:guid}/answer", AnswerAsync)
            .WithName("AnswerPartner")
            .WithSummary("Says yes, or not now; with the latter somebody else can be suggested.")
            .Produces(204)
            .WithoutVersion(Own);
        partners
            .MapPost("/{id:guid}/taking-back", TakeBackAsync)
            .WithName("TakeBackPartnerAsk")
            .WithSummary("Takes your ask back.")
            .Produces(204)
            .WithoutVersion(Own);
        partners
            .MapPut("/{id:guid}/agreement", AgreeAsync)
            .WithName("WritePartnerAgreement")
            .WithSummary("Writes down what is agreed; the others confirm it.")
            .Produces(204);
        partners
            .MapPost("/{id:guid}/confirmation", ConfirmAsync)
            .WithName("ConfirmPartnerAgreement")
            .WithSummary("Confirms the agreement as it stands; with the last confirmation the meetings go into the calendars.")
            .Produces(204);
        partners
            .MapPost("/{id:guid}/ending", EndAsync)
            .WithName("EndPartnership")
            .WithSummary("Ends it, or closes it for yourself: what you take, and thanks the others get a copy of.")
            .Produces(204)
            .WithoutVersion("Ending is the same in every version; what is written with it is new.");
    }

    private static async Task<IResult> ListAsync(PartnersReading reading, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var lines = await reading.ListAsync(viewer, paging.After is { } id ? PartnershipId.From(id) : null, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(lines, paging, l => l.Id.Value, PartnershipLineJson.Of));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        PartnersReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, PartnershipId.From(id), cancellationToken) is { } open
            ? http.Versioned(open.Line.Version, PartnershipJson.Of(open))
            : Problem.NotFound.Result();

    private static async Task<IResult> AskAsync(PartnerAskBody body, PartnersDesk desk, Viewer viewer, CancellationToken cancellationToken)
    {
        if (body.Kind is not { } kind)
        {
            return InputProblem.Missing("kind");
        }

        var people = (body.People ?? []).Select(PersonId.From).Distinct().ToList();
        if (people.Count != Agenda.PeopleIn(kind) - 1 || people.Contains(viewer.PersonId))
        {
            return InputProblem.Of("people", "wrong-count", Agenda.PeopleIn(kind) - 1);
        }

        if (string.IsNullOrWhiteSpace(body.Message))
        {
            return InputProblem.Missing("message");
        }

        if (body.Message.Trim().Length > Partnership.MessageLength)
        {
            return InputProblem.TooLong("message", Partnership.MessageLength);
        }

        var outcome = await desk.AskAsync(viewer, kind, people, body.Message, cancellationToken);
        return outcome.Refusal is { } refusal
            ? Problem.Refused(refusal)
            : Results.Created($"/api/v1/partners/{outcome.Value.Value}", new Made(outcome.Value.Value));
    }

    private static async Task<IResult> AskAnotherAsync(
        Guid id,
        AnotherPeerBody body,
        PartnersDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Person is not { } person
            ? InputProblem.Missing("person")
            : Problem.Answer(await desk.AskAnotherAsync(viewer, PartnershipId.From(id), PersonId.From(person), cancellationToken));

    private static async Task<IResult> AnswerAsync(
        Guid id,
        PartnerAnswerBody body,
        PartnersDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Yes is not { } yes ? InputProblem.Missing("yes")
        : body.Suggestion?.Trim().Length > PartnerNote.TextLength ? InputProblem.TooLong("suggestion", PartnerNote.TextLength)
        : Problem.Answer(await desk.AnswerAsync(viewer, PartnershipId.From(id), yes, body.Suggestion, cancellationToken));

    private static async Task<IResult> TakeBackAsync(Guid id, PartnersDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.TakeBackAsync(viewer, PartnershipId.From(id), cancellationToken));

    private static async Task<IResult> AgreeAsync(
        Guid id,
        AgreementWording body,
        PartnersDesk desk,
        PartnersReading reading,
        Viewer viewer,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (Missing(body) is { } problem)
        {
            return problem;
        }

        if (await reading.FindTermsAsync(viewer, PartnershipId.From(id), cancellationToken) is not { } open)
        {
            return Problem.NotFound.Result();
        }

        return request.VersionMatched() is not { } version ? Problem.IfMatchNeeded.Result()
            : version != open.Line.Version ? Problem.Meanwhile(body, PartnershipJson.Of(open))
            : Problem.Answer(await desk.WriteAgreementAsync(viewer, PartnershipId.From(id), body, version, cancellationToken));
    }

    private static async Task<IResult> ConfirmAsync(
        Guid id,
        PartnersDesk desk,
        PartnersReading reading,
        Viewer viewer,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindTermsAsync(viewer, PartnershipId.From(id), cancellationToken) is not { } open)
        {
            return Problem.NotFound.Result();
        }

        return request.VersionMatched() is not { } version ? Problem.IfMatchNeeded.Result()
            : version != open.Line.Version ? Problem.Meanwhile(null, PartnershipJson.Of(open))
            : Problem.Answer(await desk.ConfirmAsync(viewer, PartnershipId.From(id), version, cancellationToken));
    }

    private static async Task<IResult> EndAsync(
        Guid id,
        ClosingBody? body,
        PartnersDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body?.Take?.Trim().Length > PartnerNote.TextLength ? InputProblem.TooLong("take", PartnerNote.TextLength)
        : body?.Thanks?.Trim().Length > PartnerNote.TextLength ? InputProblem.TooLong("thanks", PartnerNote.TextLength)
        : Problem.Answer(await desk.EndAsync(viewer, PartnershipId.From(id), body?.Take, body?.Thanks, cancellationToken));

    private static IResult? Missing(AgreementWording body) =>
        string.IsNullOrWhiteSpace(body.About) ? InputProblem.Missing("about")
        : body.About.Trim().Length > Partnership.TextLength ? InputProblem.TooLong("about", Partnership.TextLength)
        : string.IsNullOrWhiteSpace(body.Confidentiality) ? InputProblem.Missing("confidentiality")
        : body.Confidentiality.Trim().Length > Partnership.TextLength ? InputProblem.TooLong("confidentiality", Partnership.TextLength)
        : body.FirstOn is null ? InputProblem.Missing("firstOn")
        : body.FirstAt is null ? InputProblem.Missing("firstAt")
        : body.Until is null ? InputProblem.Missing("until")
        : null;
}

/// <summary>What the API takes to ask for a partner.</summary>
public sealed record PartnerAskBody(PartnerKind? Kind, IReadOnlyList<Guid>? People, string? Message);

/// <summary>Whom to ask for the free place.</summary>
public sealed record AnotherPeerBody(Guid? Person);

/// <summary>What the API takes as an answer.</summary>
public sealed record PartnerAnswerBody(bool? Yes, string? Suggestion = null);

/// <summary>What the API takes to end well.</summary>
public sealed record ClosingBody(string? Take = null, string? Thanks = null);

/// <summary>One of the people of a partnership.</summary>
public sealed record PartnerPersonJson(Guid Id, string Name, PartnerAnswer Answer, bool HasConfirmed);

/// <summary>A partnership in a list.</summary>
public sealed record PartnershipLineJson(
    Guid Id,
    PartnerKind Kind,
    PartnershipState State,
    DateTimeOffset AskedAt,
    DateOnly? NextMeeting,
    IReadOnlyList<PartnerPersonJson> People
)
{
    internal static PartnershipLineJson Of(PartnerLine line) =>
        new(line.Id.Value, line.Kind, line.State, line.AskedAt, line.Next, PeopleOf(line));

    internal static IReadOnlyList<PartnerPersonJson> PeopleOf(PartnerLine line) =>
        [.. line.People.Select(p => new PartnerPersonJson(p.Id.Value, p.Name, p.Answer, p.ConfirmedAt is not null))];
}

/// <summary>A meeting of a partnership.</summary>
public sealed record MeetingLineJson(Guid Id, DateOnly On, TimeOnly At, string TimeZone, MeetingState State);

/// <summary>A note beside a partnership that the caller may read.</summary>
public sealed record PartnerNoteJson(Guid Id, Guid Owner, PartnerNoteUse Use, string Text, DateTimeOffset WrittenAt, int Version)
{
    internal static PartnerNoteJson Of(OpenNote note) =>
        new(note.Id.Value, note.OwnerId.Value, note.Use, note.Text, note.WrittenAt, note.Version);
}

/// <summary>A partnership, opened for one of its people.</summary>
public sealed record PartnershipJson(
    Guid Id,
    PartnerKind Kind,
    PartnershipState State,
    IReadOnlyList<PartnerPersonJson> People,
    string Message,
    string About,
    string Confidentiality,
    PartnerRhythm? Rhythm,
    DateOnly? FirstOn,
    TimeOnly? FirstAt,
    DateOnly? Until,
    IReadOnlyList<MeetingLineJson> Meetings,
    IReadOnlyList<PartnerNoteJson> Notes
)
{
    internal static PartnershipJson Of(OpenPartnership open) =>
        new(
            open.Line.Id.Value,
            open.Line.Kind,
            open.Line.State,
            PartnershipLineJson.PeopleOf(open.Line),
            open.Message,
            open.About,
            open.Confidentiality,
            open.Row.Rhythm,
            open.Row.FirstOn,
            open.Row.FirstAt,
            open.Row.Until,
            [.. open.Meetings.Select(m => new MeetingLineJson(m.Id.Value, m.On, m.At, m.TimeZone, m.State))],
            [.. open.Notes.Select(PartnerNoteJson.Of)]
        );
}
