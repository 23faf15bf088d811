using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Api;
using Microsoft.AspNetCore.Mvc;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>A tip.</summary>
public sealed record TipJson(
    Guid Id,
    string Text,
    TipReach Reach,
    TipState State,
    string Site,
    string? Module,
    string? Author,
    bool IsOwn,
    string? Photo,
    string? Word,
    DateTimeOffset PostedAt
)
{
    public static TipJson Of(TipLine t) =>
        new(
            t.Id.Value,
            t.Text,
            t.Reach,
            t.State,
            t.Site,
            t.Module,
            t.Author,
            t.IsOwn,
            t.HasPhoto ? EmbeddingLinks.Photo(t.Id) : null,
            t.Word,
            t.PostedAt
        );
}

/// <summary>A tip as it is posted; without a site at the caller's own. The photo is a JPEG or PNG as base64; what the camera wrote into it is taken out.</summary>
public sealed record TipBody(
    string? Text,
    TipReach Reach = TipReach.Site,
    Guid? Module = null,
    bool Named = false,
    Guid? Site = null,
    byte[]? Photo = null
)
{
    public TipSaid ToSaid() => new(Text, Reach, Module is { } module ? ModuleId.From(module) : null, Named);
}

/// <summary>What is said to the author of a tip that is taken down.</summary>
public sealed record TipWordBody(string? Word);

internal static class TipsApi
{
    private const string Once = "A tip is settled, not rewritten; the last one who settles it decides.";

    public static void Map(RouteGroupBuilder tips)
    {
        tips.MapGet("/", ListAsync)
            .WithName("ListTips")
            .WithSummary("Tips that reach a site, yours without ?site=, newest first; ?module= for one module's.")
            .Produces<Listed<TipJson>>();
        tips.MapGet("/waiting/{site:guid}", WaitingAsync)
            .WithName("ListWaitingTips")
            .WithSummary("What waits for the site's moderator, the oldest first.")
            .Produces<Listed<TipJson>>();
        tips.MapPost("/", PostAsync)
            .WithName("PostTip")
            .WithSummary("Posts a tip; the first one of a person waits for the site's moderator.")
            .WithMetadata(new RequestSizeLimitAttribute(2 * PhotoCleaning.LargestBytes))
            .Produces<Made>(201);
        tips.MapPost("/{id:guid}/accept", AcceptAsync)
            .WithName("AcceptTip")
            .WithSummary("Shows a waiting tip, or leaves a reported one as it is.")
            .WithoutVersion(Once)
            .Produces(204);
        tips.MapPost("/{id:guid}/take-down", TakeDownAsync)
            .WithName("TakeTipDown")
            .WithSummary("Takes a tip down with a word to its author.")
            .WithoutVersion(Once)
            .Produces(204);
        tips.MapPost("/{id:guid}/report", ReportAsync)
            .WithName("ReportTip")
            .WithSummary("Asks the site's moderator to look at a tip.")
            .WithoutVersion("Asked twice is asked once.")
            .Produces(204);
        tips.MapDelete("/{id:guid}", WithdrawAsync)
            .WithName("WithdrawTip")
            .WithSummary("Takes your own tip back; it is gone.")
            .WithoutVersion("It goes as a whole, by its author.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(
        Guid? site,
        Guid? module,
        KeptSites sites,
        TipsReading reading,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var found = site is { } id ? await sites.FindAsync(UnitId.From(id), cancellationToken) : await sites.MineAsync(cancellationToken);
        if (found is null || !found.IsOn(KitPiece.Tips))
        {
            return Problem.NotFound.Result();
        }

        var lines = await reading.FeedAsync(
            found,
            module is { } about ? ModuleId.From(about) : null,
            paging.After is { } after ? TipId.From(after) : null,
            paging.Take,
            cancellationToken
        );
        return Results.Ok(Listed.Of(lines, paging, t => t.Id.Value, TipJson.Of));
    }

    private static async Task<IResult> WaitingAsync(
        Guid site,
        KeptSites sites,
        TipsReading reading,
        Security.Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await sites.FindAsync(UnitId.From(site), cancellationToken) is { } found && viewer.MaySettle(found, KitPiece.Tips)
            ? Results.Ok(Listed.Whole((await reading.WaitingAsync(found, cancellationToken)).Select(TipJson.Of)))
            : Problem.NotFound.Result();

    private static async Task<IResult> PostAsync(TipBody body, TipDesk desk, KeptSites sites, CancellationToken cancellationToken)
    {
        if (InputProblem.All(body.ToSaid().Problems()) is { } bad)
        {
            return bad;
        }

        var site = body.Site is { } wanted ? UnitId.From(wanted) : (await sites.MineAsync(cancellationToken))?.Id;
        var posted = site is { } at ? await desk.PostAsync(at, body.ToSaid(), body.Photo, cancellationToken) : null;
        return posted switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var id } => Results.Created($"/api/v1/tips/{id.Value}", new Made(id.Value)),
        };
    }

    private static async Task<IResult> AcceptAsync(Guid id, TipDesk desk, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.AcceptAsync(TipId.From(id), cancellationToken));

    private static async Task<IResult> TakeDownAsync(Guid id, TipWordBody body, TipDesk desk, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(body.Word) ? InputProblem.Missing("word")
        : body.Word.Trim().Length > Tip.WordLength ? InputProblem.TooLong("word", Tip.WordLength)
        : Problem.Answer(await desk.TakeDownAsync(TipId.From(id), body.Word, cancellationToken));

    private static async Task<IResult> ReportAsync(Guid id, TipDesk desk, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.ReportAsync(TipId.From(id), cancellationToken));

    private static async Task<IResult> WithdrawAsync(Guid id, TipDesk desk, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.WithdrawAsync(TipId.From(id), cancellationToken));
}
