using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Opportunities.Own.Book;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process;

/// <summary>Opportunities on their way for programs: sheets, steps, and the two things a customer answers.</summary>
internal static class PropositionsApi
{
    public static void Map(RouteGroupBuilder propositions)
    {
        propositions
            .MapGet("/", ListAsync)
            .WithName("ListPropositions")
            .WithSummary("Your opportunities, the newest first.")
            .Produces<Listed<OpportunityJson>>();
        propositions
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadProposition")
            .WithSummary("One of them, with what its present step still asks for and every version of the common page.")
            .Produces<OpportunityJson>();
        propositions
            .MapPost("/", BeginAsync)
            .WithName("BeginProposition")
            .WithSummary("Begins one: a service for one of your customers, or a change of the present job.")
            .Produces<Changed>(201);
        propositions
            .MapPut("/{id:guid}/{form}", WriteAsync)
            .WithName("WriteProposition")
            .WithSummary(
                "All boxes of one form: begin, idea, proposition, champion, upward, agreement, review, result or end; send the version in If-Match."
            )
            .Produces<Changed>();
        propositions
            .MapPost("/{id:guid}/steps", GoOnAsync)
            .WithName("GoOnWithProposition")
            .WithSummary("On to the next step, if the exit test of the present one is passed; send the version in If-Match.")
            .Produces<Changed>();
        propositions
            .MapDelete("/{id:guid}/steps/last", GoBackAsync)
            .WithName("GoBackWithProposition")
            .WithSummary("Back to the step before; its exit test then has to be passed again.")
            .Produces<Changed>();
        propositions
            .MapPost("/{id:guid}/links", SendAsync)
            .WithName("SendProposition")
            .WithSummary("A link by which the customer changes the common page, or confirms the result, once and without an account.")
            .Produces<SentLinkJson>(201)
            .WithoutVersion("What is sent is what is kept now.");
        propositions
            .MapPost("/{id:guid}/end", FinishAsync)
            .WithName("FinishProposition")
            .WithSummary("Ends it in one of the four ways, with its lesson; send the version in If-Match.")
            .Produces<Changed>();
        propositions
            .MapDelete("/{id:guid}", RemoveAsync)
            .WithName("RemoveProposition")
            .WithSummary("Removes it and its key.")
            .Produces(204);
    }

    public static void MapTrials(RouteGroupBuilder trials) =>
        trials
            .MapGet("/", TrialsAsync)
            .WithName("ListTrials")
            .WithSummary("Your opportunities that are on trial now.")
            .Produces<Listed<OpportunityJson>>();

    private static async Task<IResult> TrialsAsync(OpportunityReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(
            Listed.Whole(
                (await reading.ListAsync(viewer, null, OpportunityReading.Shown, cancellationToken))
                    .Where(o => o.State == OpportunityState.Trial)
                    .Select(o => OpportunityJson.Of(o, []))
            )
        );

    private static async Task<IResult> ListAsync(
        OpportunityReading reading,
        Viewer viewer,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var after = paging.After is { } id ? OpportunityId.From(id) : (OpportunityId?)null;
        var found = await reading.ListAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(found, paging, o => o.Id.Value, o => OpportunityJson.Of(o, [])));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        OpportunityReading reading,
        Domain.Shared.Rules rules,
        Words words,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(viewer, OpportunityId.From(id), cancellationToken) is not { } found)
        {
            return Problem.NotFound.Result();
        }

        var (facts, _) = await reading.AroundAsync(viewer, found, cancellationToken);
        var open = OpportunityProcess.StillToDo(found.Standing(facts), rules.Opportunities);
        return http.Versioned(found.Version, OpportunityJson.Of(found, [.. open.Select(r => new StillToDoJson(r.Code, words.Say(r)))]));
    }

    private static async Task<IResult> BeginAsync(BeginBody body, OpportunityDesk desk, Viewer viewer, CancellationToken cancellationToken)
    {
        if (body.Kind is not { } kind)
        {
            return InputProblem.Missing("kind");
        }

        var sheet = new SheetBody(new() { ["title"] = body.Title });
        if (sheet.Problem(SheetForms.Begin) is { } problem)
        {
            return problem;
        }

        var customer = body.Customer is { } id ? ProviderEntryId.From(id) : (ProviderEntryId?)null;
        var begun = await desk.BeginAsync(viewer, kind, customer, body.Title!, cancellationToken);
        return begun.Refusal is { } refusal
            ? Problem.Refused(refusal)
            : Results.Created($"/api/v1/propositions/{begun.Value!.Id.Value}", new Changed(begun.Value.Id.Value, begun.Value.Version));
    }

    private static async Task<IResult> WriteAsync(
        Guid id,
        string form,
        SheetBody body,
        OpportunityDesk desk,
        OpportunityReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        OpportunityParts.Find(form) is not { } known
            ? Problem.NotFound.Result()
            : body.Problem(known)
                ?? await http.ChangeAsync(
                    id,
                    body,
                    version => desk.WriteAsync(viewer, OpportunityId.From(id), version, known, body.ToSheet(), cancellationToken),
                    () => TheirsAsync(reading, viewer, id, cancellationToken)
                );

    private static Task<IResult> GoOnAsync(
        Guid id,
        OpportunityDesk desk,
        OpportunityReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        http.ChangeAsync(
            id,
            null,
            version => desk.GoOnAsync(viewer, OpportunityId.From(id), version, cancellationToken),
            () => TheirsAsync(reading, viewer, id, cancellationToken)
        );

    private static Task<IResult> GoBackAsync(
        Guid id,
        OpportunityDesk desk,
        OpportunityReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        http.ChangeAsync(
            id,
            null,
            version => desk.GoBackAsync(viewer, OpportunityId.From(id), version, cancellationToken),
            () => TheirsAsync(reading, viewer, id, cancellationToken)
        );

    private static async Task<IResult> SendAsync(
        Guid id,
        SendPropositionBody body,
        OpportunityReading reading,
        CustomerLinks links,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Ask is not { } ask)
        {
            return InputProblem.Missing("ask");
        }

        if (new SendBody(body.Customer, body.Address).Problem() is { } problem)
        {
            return problem;
        }

        return await reading.FindAsync(viewer, OpportunityId.From(id), cancellationToken) is not { } found
            ? Problem.NotFound.Result()
            : SentLinkJson.Answer(
                await links.SendAsync(viewer, found.Id, found.Asking(ask, body.Customer, body.Address), cancellationToken)
            );
    }

    private static async Task<IResult> FinishAsync(
        Guid id,
        FinishBody body,
        OpportunityDesk desk,
        OpportunityReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        body.End is not { } end
            ? InputProblem.Missing("end")
            : body.Sheet.Problem(SheetForms.End)
                ?? await http.ChangeAsync(
                    id,
                    body,
                    version => desk.FinishAsync(viewer, OpportunityId.From(id), version, end, body.Sheet.ToSheet(), cancellationToken),
                    () => TheirsAsync(reading, viewer, id, cancellationToken)
                );

    private static Task<IResult> RemoveAsync(
        Guid id,
        OpportunityDesk desk,
        OpportunityReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        http.RemoveAsync(
            id,
            version => desk.RemoveAsync(viewer, OpportunityId.From(id), version, cancellationToken),
            () => TheirsAsync(reading, viewer, id, cancellationToken)
        );

    private static async Task<object?> TheirsAsync(
        OpportunityReading reading,
        Viewer viewer,
        Guid id,
        CancellationToken cancellationToken
    ) => await reading.FindAsync(viewer, OpportunityId.From(id), cancellationToken) is { } theirs ? OpportunityJson.Of(theirs, []) : null;
}

public sealed record BeginBody(OpportunityKind? Kind, string? Title, Guid? Customer = null);

public sealed record SendPropositionBody(CustomerAsk? Ask, string? Customer = null, string? Address = null);

/// <summary>How it ends, and the boxes of the form “end”: the lesson, and last what it did for oneself.</summary>
public sealed record FinishBody(OpportunityEnd? End, Dictionary<string, string?>? Boxes = null)
{
    internal SheetBody Sheet => new(Boxes);
}

/// <summary>Something that the exit test of the present step still asks for.</summary>
public sealed record StillToDoJson(string Code, string Text);

public sealed record VersionJson(int Number, bool IsCustomers, IReadOnlyDictionary<string, string> Boxes, DateTimeOffset WrittenAt);

/// <summary>An opportunity as its owner reads it.</summary>
public sealed record OpportunityJson(
    Guid Id,
    OpportunityKind Kind,
    OpportunityState State,
    Guid? Customer,
    IReadOnlyDictionary<string, string> Boxes,
    IReadOnlyList<VersionJson> Versions,
    IReadOnlyList<StillToDoJson> StillToDo,
    DateTimeOffset? CoCreatedAt,
    DateTimeOffset? ResultConfirmedAt,
    OpportunityEnd? End
)
{
    internal static OpportunityJson Of(OpenOpportunity o, IReadOnlyList<StillToDoJson> open) =>
        new(
            o.Id.Value,
            o.Kind,
            o.State,
            o.CustomerId?.Value,
            o.Written.Said,
            [.. o.Versions.Select(v => new VersionJson(v.Number, v.IsCustomers, v.Page.Said, v.WrittenAt))],
            open,
            o.CoCreatedAt,
            o.ResultConfirmedAt,
            o.End
        );
}
