using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>What a site chose for a month; the name is there once the person agreed.</summary>
public sealed record AwardJson(Guid Id, DateOnly Month, NominationState State, string? Name, string? Citation)
{
    public static AwardJson Of(ChosenLine c) => new(c.Id.Value, c.Month, c.State, c.Name, c.Citation);
}

/// <summary>Somebody named this month, for those who choose.</summary>
public sealed record NomineeJson(Guid Id, string Name, string JobTitle, IReadOnlyList<string> Reasons);

/// <summary>Whom to name and why: about the work.</summary>
public sealed record NominationBody(Guid? Site, Guid? Person, string? Reason);

/// <summary>What the certificate says.</summary>
public sealed record AwardChoiceBody(string? Citation);

internal static class AwardsApi
{
    public static void Map(RouteGroupBuilder awards)
    {
        const string Once = "An award is chosen once and answered by one person.";
        awards
            .MapGet("/", ListAsync)
            .WithName("ListAwards")
            .WithSummary("What a site chose in the last months: ?site=.")
            .Produces<Listed<AwardJson>>();
        awards
            .MapGet("/nominees/{site:guid}", NomineesAsync)
            .WithName("ListNominees")
            .WithSummary("Who is named this month and why, for those who choose; no order, and not by whom.")
            .Produces<Listed<NomineeJson>>();
        awards
            .MapPost("/nominations", NominateAsync)
            .WithName("NominateColleague")
            .WithSummary("Names a colleague of your site for this month's award; said again, your reason is replaced.")
            .Produces(204);
        awards
            .MapPost("/{id:guid}/choice", ChooseAsync)
            .WithName("ChooseAward")
            .WithSummary("The site's choice of the month; the person is asked first.")
            .WithoutVersion(Once)
            .Produces(204);
        awards
            .MapPost("/{id:guid}/acceptance", AcceptAsync)
            .WithName("AcceptAward")
            .WithSummary("You agree to be named.")
            .WithoutVersion(Once)
            .Produces(204);
        awards
            .MapPost("/{id:guid}/refusal", DeclineAsync)
            .WithName("DeclineAward")
            .WithSummary("You would rather not be named, now or any more.")
            .WithoutVersion(Once)
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(Guid? site, KeptSites sites, AwardsReading reading, CancellationToken cancellationToken)
    {
        var found = site is { } id
            ? await sites.WithAsync(UnitId.From(id), KitPiece.Award, cancellationToken)
            : await sites.MineAsync(cancellationToken);
        return found is not null && found.IsOn(KitPiece.Award)
            ? Results.Ok(Listed.Whole((await reading.ChosenAsync(found.Id, cancellationToken)).Select(AwardJson.Of)))
            : Problem.NotFound.Result();
    }

    private static async Task<IResult> NomineesAsync(
        Guid site,
        KeptSites sites,
        AwardsReading reading,
        Viewer viewer,
        Words words,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (
            await sites.WithAsync(UnitId.From(site), KitPiece.Award, cancellationToken) is not { } found
            || !viewer.MaySettle(found, KitPiece.Award)
        )
        {
            return Problem.NotFound.Result();
        }

        var month = Nomination.MonthOf(words.Today(clock.GetUtcNow()));
        return Results.Ok(
            Listed.Whole(
                (await reading.NomineesAsync(found.Id, month, cancellationToken)).Select(n => new NomineeJson(
                    n.Id.Value,
                    n.Name,
                    n.JobTitle,
                    n.Reasons
                ))
            )
        );
    }

    private static async Task<IResult> NominateAsync(NominationBody body, AwardDesk desk, CancellationToken cancellationToken) =>
        body.Site is not { } site ? InputProblem.Missing("site")
        : body.Person is not { } person ? InputProblem.Missing("person")
        : Said("reason", body.Reason) is { } bad ? bad
        : Problem.Answer(await desk.NominateAsync(UnitId.From(site), PersonId.From(person), body.Reason!, cancellationToken));

    private static async Task<IResult> ChooseAsync(Guid id, AwardChoiceBody body, AwardDesk desk, CancellationToken cancellationToken) =>
        Said("citation", body.Citation) ?? Problem.Answer(await desk.ChooseAsync(NominationId.From(id), body.Citation!, cancellationToken));

    private static async Task<IResult> AcceptAsync(Guid id, AwardDesk desk, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.AcceptAsync(NominationId.From(id), cancellationToken));

    private static async Task<IResult> DeclineAsync(Guid id, AwardDesk desk, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.DeclineAsync(NominationId.From(id), cancellationToken));

    private static IResult? Said(string path, string? text) =>
        string.IsNullOrWhiteSpace(text) ? InputProblem.Missing(path)
        : text.Trim().Length > Nomination.ReasonLength ? InputProblem.TooLong(path, Nomination.ReasonLength)
        : null;
}
