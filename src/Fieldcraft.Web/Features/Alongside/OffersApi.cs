using Fieldcraft.Domain.Alongside;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Alongside;

/// <summary>Offers to watch and to work alongside.</summary>
internal static class OffersApi
{
    public static void Map(RouteGroupBuilder offers)
    {
        offers
            .MapGet("/", ListAsync)
            .WithName("ListOffers")
            .WithSummary("Offers that stand today, newest first; by search, archetype or capability.")
            .Produces<Listed<OfferJson>>();
        offers.MapGet("/{id:guid}", FindAsync).WithName("ReadOffer").WithSummary("One offer that stands.").Produces<OfferJson>();
        offers.MapPost("/", MakeAsync).WithName("MakeOffer").WithSummary("Offers a piece of your work.").Produces<Changed>(201);
        offers
            .MapPut("/{id:guid}", RewordAsync)
            .WithName("RewordOffer")
            .WithSummary("Changes an own offer; send the version you changed in If-Match.")
            .Produces<Changed>();
        offers
            .MapPost("/{id:guid}/taking-back", TakeBackAsync)
            .WithName("TakeOfferBack")
            .WithSummary("Takes an own offer back; who waits gets an answer, what was agreed stays.")
            .WithoutVersion("It holds for whatever the offer says by now.")
            .Produces(204);
        offers
            .MapPost("/{id:guid}/visits", AskAsync)
            .WithName("AskForVisit")
            .WithSummary("Asks the host to come.")
            .WithoutVersion("It makes something new; the offer stays as it is.")
            .Produces<Changed>(201);
    }

    private static async Task<IResult> ListAsync(
        string? search,
        string? archetype,
        string? capability,
        OffersReading reading,
        Viewer viewer,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var question = new OfferQuestion(Given(search), Given(archetype), Given(capability));
        var after = paging.After is { } id ? OfferId.From(id) : (OfferId?)null;
        var offers = await reading.ListAsync(viewer, question, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(offers, paging, o => o.Id.Value, OfferJson.Of));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        OffersReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, OfferId.From(id), cancellationToken) is { } offer
            ? http.Versioned(offer.Version, OfferJson.Of(offer))
            : Problem.NotFound.Result();

    private static async Task<IResult> MakeAsync(
        OfferInput input,
        OffersActions offers,
        Knowledge knowledge,
        CapabilityNames names,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (InputProblem.All(input.Problems(knowledge, names, [])) is { } problem)
        {
            return problem;
        }

        var offer = await offers.MakeAsync(viewer, input.Wording(), cancellationToken);
        return Results.Created($"/api/v1/observations/{offer.Id.Value}", new Changed(offer.Id.Value, offer.Version));
    }

    private static async Task<IResult> RewordAsync(
        Guid id,
        OfferInput input,
        HttpContext http,
        OffersActions offers,
        OffersReading reading,
        Knowledge knowledge,
        CapabilityNames names,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var before = await reading.FindAsync(viewer, OfferId.From(id), cancellationToken);
        if (InputProblem.All(input.Problems(knowledge, names, before?.Wording.Capabilities ?? [])) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var (saved, now, refusal) = await offers.RewordAsync(viewer, OfferId.From(id), version, input.Wording(), cancellationToken);
        if (saved is null || refusal is not null)
        {
            return refusal is null ? Problem.NotFound.Result() : Problem.Refused(refusal);
        }

        if (!saved.Value)
        {
            var theirs = await reading.FindAsync(viewer, OfferId.From(id), cancellationToken);
            return Problem.Meanwhile(input, theirs is null ? null : OfferJson.Of(theirs));
        }

        http.Response.SetVersion(now);
        return Results.Ok(new Changed(id, now));
    }

    private static async Task<IResult> TakeBackAsync(Guid id, OffersActions offers, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await offers.TakeBackAsync(viewer, OfferId.From(id), cancellationToken));

    private static async Task<IResult> AskAsync(
        Guid id,
        VisitInput input,
        OffersActions offers,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (input.Wish?.Trim().Length > AlongsideVisit.WishLength)
        {
            return InputProblem.TooLong("wish", AlongsideVisit.WishLength);
        }

        return await offers.AskAsync(viewer, OfferId.From(id), input.Wish, input.On, cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var visit } => Results.Created(
                $"/api/v1/observations/visits/{visit!.Id.Value}",
                new Changed(visit.Id.Value, visit.Version)
            ),
        };
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What a guest sends: what they want to see, and a day they would like.</summary>
public sealed record VisitInput(string? Wish = null, DateOnly? On = null);

/// <summary>An offer as the API shows it.</summary>
public sealed record OfferJson(Guid Id, OfferInput Offer, string Host, int Free, bool IsMine, Guid? MyVisit, int Version)
{
    public static OfferJson Of(ReadOffer o) =>
        new(o.Id.Value, OfferInput.Of(o.Wording), o.Host, o.Free, o.IsMine, o.MyVisit?.Value, o.Version);
}
