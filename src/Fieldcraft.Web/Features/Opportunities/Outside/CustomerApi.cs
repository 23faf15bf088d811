using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Opportunities.Outside;

/// <summary>The customer's side for programs: the secret of the link is the permission, and answering uses it up.</summary>
internal static class CustomerApi
{
    public static void Map(RouteGroupBuilder links)
    {
        links
            .MapGet("/{secret}", LookAsync)
            .WithName("LookAtCustomerMessage")
            .WithSummary("What the holder of the link is asked: the boxes as they were sent. Looking does not use it up.")
            .Produces<AskedCustomerJson>();
        links
            .MapPost("/{secret}", AnswerAsync)
            .WithName("AnswerAsCustomer")
            .WithSummary("Sends the boxes back, changed or not, once; for a summary and a result with whether it is so.")
            .Produces(204)
            .WithoutVersion("Who holds the link has seen no version; its first use uses it up.");
    }

    private static async Task<IResult> LookAsync(string secret, CustomerAnswering answering, CancellationToken cancellationToken) =>
        await answering.FindAsync(secret, cancellationToken) is { } asked
            ? Results.Ok(new AskedCustomerJson(asked.By, asked.Ask, asked.Sheet.Said, asked.ExpiresAt))
            : Problem.NotFound.Result();

    private static async Task<IResult> AnswerAsync(
        string secret,
        CustomersAnswerBody body,
        CustomerAnswering answering,
        CancellationToken cancellationToken
    )
    {
        if (await answering.FindAsync(secret, cancellationToken) is not { } asked)
        {
            return Problem.NotFound.Result();
        }

        var sheet = SheetInput.SheetOf(body.Boxes ?? asked.Sheet.Said.ToDictionary(b => b.Key, b => (string?)b.Value));
        return InputProblem.All(CustomerLink.FormOf(asked.Ask).Problems(sheet))
            ?? (
                CustomerLink.AsksForAgreement(asked.Ask) && body.Agrees is null ? InputProblem.Missing("agrees")
                : body.Word?.Trim().Length > CustomerLink.WordLength ? InputProblem.TooLong("word", CustomerLink.WordLength)
                : Problem.Answer(await answering.AnswerAsync(secret, new CustomersAnswer(sheet, body.Agrees, body.Word), cancellationToken))
            );
    }
}

/// <summary>What a customer is asked.</summary>
public sealed record AskedCustomerJson(string By, CustomerAsk Ask, IReadOnlyDictionary<string, string> Boxes, DateTimeOffset ExpiresAt);

/// <summary>What the API takes as a customer's answer. Without boxes they stand as they were sent.</summary>
public sealed record CustomersAnswerBody(Dictionary<string, string?>? Boxes = null, bool? Agrees = null, string? Word = null);
