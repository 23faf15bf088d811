using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Opportunities.Own;

/// <summary>The owner's side of what was sent to customers.</summary>
internal static class LinksApi
{
    public static void Map(RouteGroupBuilder links)
    {
        links
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadCustomerLink")
            .WithSummary("What was sent, and what came back.")
            .Produces<CustomerLinkJson>();
        links
            .MapPost("/{id:guid}/taking-back", TakeBackAsync)
            .WithName("TakeCustomerLinkBack")
            .WithSummary("Closes the link now; what was answered stays.")
            .Produces(204)
            .WithoutVersion("Taking back is the same in every version.");
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        CustomerLinks links,
        Viewer viewer,
        HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        await links.FindAsync(viewer, CustomerLinkId.From(id), cancellationToken) is { } link
            ? Results.Ok(
                new CustomerLinkJson(
                    link.Id.Value,
                    link.Ask,
                    link.Customer,
                    link.Secret.Length > 0 ? request.Site() + OpportunitiesLinks.Answer(link.Secret) : null,
                    link.Sent.Said,
                    link.Answer.Said,
                    link.SentAt,
                    link.ExpiresAt,
                    link.AnsweredAt,
                    link.Agrees
                )
            )
            : Problem.NotFound.Result();

    private static async Task<IResult> TakeBackAsync(Guid id, CustomerLinks links, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await links.TakeBackAsync(viewer, CustomerLinkId.From(id), cancellationToken));
}

/// <summary>To whom it goes; without a name, the one in the book. With an address the link goes there by mail.</summary>
public sealed record SendBody(string? Customer = null, string? Address = null)
{
    internal IResult? Problem() =>
        Customer?.Trim().Length > CustomerLink.NameLength ? InputProblem.TooLong("customer", CustomerLink.NameLength)
        : Address is not null && (Address.Length > DirectoryFacts.EmailLength || !new EmailAddressAttribute().IsValid(Address))
            ? InputProblem.Of("address", "not-an-address")
        : null;
}

/// <summary>What was sent: its id. The link stands at its address, because this answer is kept for a repeated request.</summary>
public sealed record SentLinkJson(Guid Id)
{
    internal static IResult Answer(Outcome<CustomerLink>? sent) =>
        sent switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: { } link } => Results.Created($"/api/v1/customer-messages/{link.Id.Value}", new SentLinkJson(link.Id.Value)),
            _ => throw new InvalidOperationException(),
        };
}

/// <summary>A message to a customer, with its link while it opens.</summary>
public sealed record CustomerLinkJson(
    Guid Id,
    CustomerAsk Ask,
    string Customer,
    string? Link,
    IReadOnlyDictionary<string, string> Sent,
    IReadOnlyDictionary<string, string> Answer,
    DateTimeOffset SentAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? AnsweredAt,
    bool? Agrees
);
