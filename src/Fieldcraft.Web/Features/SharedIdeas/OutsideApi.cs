using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Partners;
using Fieldcraft.Web.Features.SharedIdeas.Outside;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.SharedIdeas;

/// <summary>The partner's side of a link for programs: the secret is the permission.</summary>
internal static class OutsideApi
{
    public static void Map(RouteGroupBuilder copies)
    {
        copies
            .MapGet("/{secret}", LookAsync)
            .WithName("LookAtOutsideCopy")
            .WithSummary("The copy behind a link. Looking uses nothing up; its owner sees when it was last opened.")
            .Produces<CopyFromOutside>();
        copies
            .MapPost("/{secret}/ideas", AddAsync)
            .WithName("AddIdeaFromOutside")
            .WithSummary("Adds an idea through the link.")
            .Produces(204)
            .WithoutVersion("A new idea overwrites nothing.");
    }

    private static async Task<IResult> LookAsync(string secret, IdeasFromPartners partners, CancellationToken cancellationToken) =>
        await partners.OpenAsync(secret, cancellationToken) is { } copy ? Results.Ok(copy) : Problem.NotFound.Result();

    private static async Task<IResult> AddAsync(
        string secret,
        IdeaBody body,
        IdeasFromPartners partners,
        CancellationToken cancellationToken
    ) => body.Problem() ?? Problem.Answer(await partners.AddAsync(secret, body.Text!, cancellationToken));
}
