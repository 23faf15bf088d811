using Fieldcraft.Domain.Partners;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Partners.FindPartner;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>The own offer, and finding people by what they offer.</summary>
internal static class OffersApi
{
    public static void Map(RouteGroupBuilder partners)
    {
        partners
            .MapGet("/offer", ReadAsync)
            .WithName("ReadPartnerOffer")
            .WithSummary("Your own offer to be a partner.")
            .Produces<OfferJson>();
        partners
            .MapPut("/offer", SayAsync)
            .WithName("SayPartnerOffer")
            .WithSummary("Says what you offer: as what, strong in what, and how many partnerships at once.")
            .Produces<Changed>()
            .WithoutVersion("One person writes the own offer, whole; nobody else can have changed it.");
        partners
            .MapPost("/offer/pause", (OfferDesk desk, CancellationToken cancellationToken) => PauseAsync(desk, true, cancellationToken))
            .WithName("PausePartnerOffer")
            .WithSummary("Nobody is shown your offer for now.")
            .Produces(204);
        partners
            .MapPost(
                "/offer/resumption",
                (OfferDesk desk, CancellationToken cancellationToken) => PauseAsync(desk, false, cancellationToken)
            )
            .WithName("ResumePartnerOffer")
            .WithSummary("Your offer is shown again.")
            .Produces(204);
        partners
            .MapDelete("/offer", TakeBackAsync)
            .WithName("TakeBackPartnerOffer")
            .WithSummary("Takes your offer back.")
            .Produces(204)
            .WithoutVersion("Taking the own offer back overwrites nothing of anybody else.");
        partners
            .MapGet("/suggestions", FindAsync)
            .WithName("FindPartners")
            .WithSummary("People who offer what you need, of other facilities first, then by name. need is AREA.CODE or assignment.ID.")
            .Produces<Listed<FoundPartnerJson>>();
    }

    private static async Task<IResult> ReadAsync(OfferDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        await desk.FindAsync(cancellationToken) is { } offer
            ? http.Versioned(offer.Version, OfferJson.Of(offer))
            : Problem.NotFound.Result();

    private static async Task<IResult> SayAsync(OfferBody body, OfferDesk desk, OfferTopics topics, CancellationToken cancellationToken)
    {
        var things = (body.Offers ?? []).Select(o => new OfferedThing(o.Area, o.Code ?? "")).ToList();
        var before = await desk.FindAsync(cancellationToken);
        if (things.Find(t => !topics.Knows(t, before?.Lines)) is { } unknown)
        {
            return InputProblem.Unknown($"offers.{unknown.Code}");
        }

        if (!things.Exists(t => t.Area == OfferArea.Kind))
        {
            return InputProblem.Missing("offers");
        }

        if (body.About?.Length > PartnerOffer.AboutLength)
        {
            return InputProblem.TooLong("about", PartnerOffer.AboutLength);
        }

        var capacity = body.Capacity ?? PartnerOffer.CapacityOffered;
        if (capacity is < 1 or > PartnerOffer.CapacityAtMost)
        {
            return InputProblem.Of("capacity", "out-of-range", PartnerOffer.CapacityAtMost);
        }

        return await desk.SayAsync(new OfferFacts(things, body.About, capacity), cancellationToken) is { } offer
            ? Results.Ok(new Changed(offer.Id.Value, offer.Version))
            : Problem.Changed.Result();
    }

    private static async Task<IResult> PauseAsync(OfferDesk desk, bool paused, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.PauseAsync(paused, cancellationToken));

    private static async Task<IResult> TakeBackAsync(OfferDesk desk, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.TakeBackAsync(cancellationToken));

    private static async Task<IResult> FindAsync(
        string? kind,
        string? need,
        Paging paging,
        PartnerFinding finding,
        OfferTopics topics,
        AssignmentsReading assignments,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        const int AssignmentsKnown = 200;
        var wanted = PartnerKind.Mentor;
        if (kind is not null && !(Enum.TryParse(kind, ignoreCase: true, out wanted) && OfferTopics.Kinds.Contains(wanted)))
        {
            return InputProblem.Unknown("kind");
        }

        var own =
            need?.StartsWith("assignment.", StringComparison.Ordinal) == true
                ? await assignments.ListAsync(viewer, null, AssignmentsKnown, cancellationToken)
                : [];
        var found = await finding.FindAsync(
            viewer,
            wanted,
            FindPartnerModel.NeedsOf(need, own, topics),
            paging.After is { } id ? PartnerOfferId.From(id) : null,
            paging.Take,
            cancellationToken
        );
        return Results.Ok(Listed.Of(found, paging, f => f.Offer.Value, FoundPartnerJson.Of));
    }
}

/// <summary>One thing that is offered: an area (kind, capability, archetype, dimension) and a code of the content.</summary>
public sealed record OfferLineJson(OfferArea Area, string? Code);

/// <summary>What the API takes as an offer.</summary>
public sealed record OfferBody(IReadOnlyList<OfferLineJson>? Offers, string? About, int? Capacity);

/// <summary>An offer as its owner reads it.</summary>
public sealed record OfferJson(IReadOnlyList<OfferLineJson> Offers, string? About, int Capacity, bool IsPaused)
{
    internal static OfferJson Of(PartnerOffer offer) =>
        new([.. offer.Lines.Select(l => new OfferLineJson(l.Area, l.Code))], offer.About, offer.Capacity, offer.IsPaused);
}

/// <summary>Somebody who offers it: the facts, and no number of how well they fit.</summary>
public sealed record FoundPartnerJson(
    Guid Offer,
    Guid Person,
    string Name,
    string JobTitle,
    string Place,
    bool IsElsewhere,
    string? About,
    int Room,
    IReadOnlyList<OfferLineJson> Offers
)
{
    internal static FoundPartnerJson Of(FoundPartner found) =>
        new(
            found.Offer.Value,
            found.Id.Value,
            found.Name,
            found.JobTitle,
            found.Place,
            found.IsElsewhere,
            found.About,
            found.Room,
            [.. found.Offers.Select(o => new OfferLineJson(o.Area, o.Code))]
        );
}
