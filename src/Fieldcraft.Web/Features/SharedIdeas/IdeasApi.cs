using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Partners;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.SharedIdeas;

/// <summary>Ideas and outside copies of their owner; and adding an idea to a copy shared with one's account.</summary>
internal static class IdeasApi
{
    private const string Once = "An idea is decided on once; what it becomes is written anew.";

    public static void Map(RouteGroupBuilder ideas)
    {
        ideas
            .MapGet("/", ListAsync)
            .WithName("ListSharedIdeas")
            .WithSummary("Ideas that partners added to your copies, newest first.")
            .Produces<Listed<IdeaJson>>();
        ideas.MapGet("/{id:guid}", FindAsync).WithName("ReadSharedIdea").WithSummary("One idea.").Produces<IdeaJson>();
        ideas
            .MapPost("/{id:guid}/taking-in", TakeInAsync)
            .WithName("TakeInSharedIdea")
            .WithSummary("Takes an idea in: as a step of a plan, a line under an answer, or a try you plan.")
            .Produces(204)
            .WithoutVersion(Once);
        ideas
            .MapPost("/{id:guid}/putting-aside", PutAsideAsync)
            .WithName("PutSharedIdeaAside")
            .WithSummary("Puts an idea aside; whoever added it is not told.")
            .Produces(204)
            .WithoutVersion(Once);
        ideas
            .MapDelete("/{id:guid}", RemoveAsync)
            .WithName("RemoveSharedIdea")
            .WithSummary("Removes an idea with its key.")
            .Produces(204)
            .WithoutVersion(Once);
        ideas
            .MapPost("/to/{share:guid}", AddAsync)
            .WithName("AddSharedIdea")
            .WithSummary("Adds an idea to a copy that was shared with you.")
            .Produces(204)
            .WithoutVersion("A new idea overwrites nothing.");
        ideas
            .MapGet("/links", ListLinksAsync)
            .WithName("ListOutsideCopies")
            .WithSummary("Your copies for partners outside.")
            .Produces<Listed<OutsideCopyJson>>();
        ideas
            .MapPost("/links", MakeLinkAsync)
            .WithName("MakeOutsideCopy")
            .WithSummary("Makes a copy with a link for one partner without an account, until a day.")
            .Produces<Made>(201);
        ideas
            .MapPost("/links/{id:guid}/ending", EndLinkAsync)
            .WithName("EndOutsideCopy")
            .WithSummary("Closes the link now; ideas that came stay.")
            .Produces(204)
            .WithoutVersion("Ending is the same in every version.");
    }

    private static async Task<IResult> ListAsync(IdeasDesk desk, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var found = await desk.ListAsync(viewer, paging.After is { } id ? IdeaId.From(id) : null, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(found, paging, i => i.Id.Value, IdeaJson.Of));
    }

    private static async Task<IResult> FindAsync(Guid id, IdeasDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        await desk.FindAsync(viewer, IdeaId.From(id), cancellationToken) is { } idea
            ? Results.Ok(IdeaJson.Of(idea))
            : Problem.NotFound.Result();

    private static async Task<IResult> TakeInAsync(
        Guid id,
        TakeInBody body,
        IdeasDesk desk,
        Knowledge knowledge,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await desk.FindAsync(viewer, IdeaId.From(id), cancellationToken) is not { } idea)
        {
            return Problem.NotFound.Result();
        }

        var text = string.IsNullOrWhiteSpace(body.Text) ? idea.Text : body.Text.Trim();
        switch (body.As)
        {
            case IdeaUse.Step when body.Plan is { } plan:
                return text.Length > Lengths.Line
                    ? InputProblem.TooLong("text", Lengths.Line)
                    : Problem.Answer(await desk.TakeAsStepAsync(viewer, idea.Id, PlanId.From(plan), text, body.DueOn, cancellationToken));
            case IdeaUse.Step:
                return InputProblem.Missing("plan");
            case IdeaUse.Answer when knowledge.Question(body.Question) is { } question:
                return text.Length > Answer.TextLength
                    ? InputProblem.TooLong("text", Answer.TextLength)
                    : Problem.Answer(await desk.TakeAsAnswerAsync(viewer, idea.Id, question.Id, text, cancellationToken));
            case IdeaUse.Answer:
                return InputProblem.Missing("question");
            case IdeaUse.Experiment:
                return Problem.Answer(await desk.TakeAsExperimentAsync(viewer, idea.Id, cancellationToken));
            default:
                return InputProblem.Missing("as");
        }
    }

    private static async Task<IResult> PutAsideAsync(Guid id, IdeasDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.PutAsideAsync(viewer, IdeaId.From(id), cancellationToken));

    private static async Task<IResult> RemoveAsync(Guid id, IdeasDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.RemoveAsync(viewer, IdeaId.From(id), cancellationToken));

    private static async Task<IResult> AddAsync(
        Guid share,
        IdeaBody body,
        IdeasFromPartners partners,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => body.Problem() ?? Problem.Answer(await partners.AddAsync(viewer, ShareId.From(share), body.Text!, cancellationToken));

    private static async Task<IResult> ListLinksAsync(
        OutsideCopies copies,
        Viewer viewer,
        HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        Results.Ok(
            Listed.Whole(
                (await copies.ListAsync(viewer, cancellationToken)).Select(c => new OutsideCopyJson(
                    c.Id.Value,
                    c.Kind,
                    c.ItemId,
                    c.Title,
                    c.Partner,
                    c.Secret.Length > 0 ? request.Site() + IdeasLinks.Open(c.Secret) : null,
                    c.SharedAt,
                    c.EndsAt,
                    c.EndedAt,
                    c.LastOpenedAt
                ))
            )
        );

    private static async Task<IResult> MakeLinkAsync(
        OutsideCopyBody body,
        OutsideCopies copies,
        SharingActions sharing,
        Viewer viewer,
        Words words,
        Rules rules,
        TimeProvider clock,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var today = words.Today(clock.GetUtcNow());
        var until = body.Until ?? today.AddDays(rules.Partners.LinkDays);
        if (body.Problem(until, today) is { } problem)
        {
            return problem;
        }

        var (kind, item) = (body.Kind!.Value, body.Item!.Value);
        if (sharing.Of(kind) is not { } shareable || await shareable.CopyAsync(viewer, item, cancellationToken) is not { } copy)
        {
            return Problem.NotFound.Result();
        }

        var id = await copies.MakeAsync(viewer, kind, item, copy, body.Partner!.Trim(), body.Address, until, cancellationToken);
        return Results.Created($"/api/v1/shared-ideas/links/{id.Value}", new Made(id.Value));
    }

    private static async Task<IResult> EndLinkAsync(Guid id, OutsideCopies copies, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await copies.EndAsync(viewer, OutsideCopyId.From(id), cancellationToken));
}

/// <summary>What the API takes to take an idea in: as what, where, and in which words; without words as it came.</summary>
public sealed record TakeInBody(IdeaUse? As, Guid? Plan = null, DateOnly? DueOn = null, string? Question = null, string? Text = null);

/// <summary>An idea.</summary>
public sealed record IdeaBody(string? Text)
{
    internal IResult? Problem() =>
        string.IsNullOrWhiteSpace(Text) ? InputProblem.Missing("text")
        : Text.Trim().Length > Idea.TextLength ? InputProblem.TooLong("text", Idea.TextLength)
        : null;
}

/// <summary>What the API takes to make a copy for a partner outside.</summary>
public sealed record OutsideCopyBody(SharedItemKind? Kind, Guid? Item, string? Partner, DateOnly? Until = null, string? Address = null)
{
    internal IResult? Problem(DateOnly until, DateOnly today) =>
        Kind?.TakesIdeas() != true ? InputProblem.Of("kind", Kind is null ? "missing" : "takes-no-ideas")
        : Item is null ? InputProblem.Missing("item")
        : string.IsNullOrWhiteSpace(Partner) ? InputProblem.Missing("partner")
        : Partner.Trim().Length > OutsideCopy.PartnerNameLength ? InputProblem.TooLong("partner", OutsideCopy.PartnerNameLength)
        : until < today || until > today.AddDays(OutsideCopy.DaysAtMost) ? InputProblem.Of("until", "out-of-range", OutsideCopy.DaysAtMost)
        : Address is not null && (Address.Length > DirectoryFacts.EmailLength || !new EmailAddressAttribute().IsValid(Address))
            ? InputProblem.Of("address", "not-an-address")
        : null;
}

/// <summary>An idea as the owner of the item reads it.</summary>
public sealed record IdeaJson(
    Guid Id,
    SharedItemKind Kind,
    Guid Item,
    string From,
    string Text,
    DateTimeOffset AddedAt,
    IdeaUse Use,
    DateTimeOffset? DecidedAt
)
{
    internal static IdeaJson Of(OpenIdea idea) =>
        new(idea.Id.Value, idea.Kind, idea.ItemId, idea.From, idea.Text, idea.AddedAt, idea.Use, idea.DecidedAt);
}

/// <summary>A copy for a partner outside, with its link while it opens.</summary>
public sealed record OutsideCopyJson(
    Guid Id,
    SharedItemKind Kind,
    Guid Item,
    string Title,
    string Partner,
    string? Link,
    DateTimeOffset SharedAt,
    DateTimeOffset EndsAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? LastOpenedAt
);
