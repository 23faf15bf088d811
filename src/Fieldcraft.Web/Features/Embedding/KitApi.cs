using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Embedding.Boards;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>A piece of a site's kit.</summary>
/// <param name="IsKept">Somebody looks after it; null where nobody has to.</param>
public sealed record KitPieceJson(KitPiece Piece, bool On, bool? IsKept);

/// <summary>What a site uses.</summary>
public sealed record KitJson(
    IReadOnlyList<KitPieceJson> Pieces,
    DayOfWeek? HuddleDay,
    TimeOnly? HuddleAt,
    string? Line,
    bool HasBoardAddress
)
{
    public static KitJson Of(KeptSite site) =>
        new(
            [
                .. Enum.GetValues<KitPiece>()
                    .Select(p => new KitPieceJson(p, site.IsOn(p), SiteKit.NeedsKeeper(p) ? site.Kit?.KeeperOf(p) is not null : null)),
            ],
            site.Kit?.HuddleDay,
            site.Kit?.HuddleAt,
            site.Kit?.Line,
            site.Kit?.BoardSecret is not null
        );
}

public sealed record KitSwitchBody(bool? On);

public sealed record KitKeeperBody(Guid? Person);

/// <summary>The huddle's day and time on the site's own clock; both null: none.</summary>
public sealed record HuddleTimeBody(DayOfWeek? Day, TimeOnly? At);

public sealed record KitLineBody(string? Line);

/// <summary>The board's address, told this once.</summary>
public sealed record BoardAddressJson(string Address);

/// <summary>One point of the huddle.</summary>
public sealed record HuddleItemJson(HuddlePoint Point, int Minutes, string Text);

internal static class KitApi
{
    public static void Map(RouteGroupBuilder sites)
    {
        const string Whole = "A switch or a line has one value; the last one said holds.";
        sites
            .MapGet("/{site:guid}/kit", ReadAsync)
            .WithName("ReadSiteKit")
            .WithSummary("What a site uses to keep a module alive.")
            .Produces<KitJson>();
        sites
            .MapPut("/{site:guid}/kit/pieces/{piece}", SwitchAsync)
            .WithName("SwitchKitPiece")
            .WithSummary("Switches a piece on or off.")
            .WithoutVersion(Whole)
            .Produces(204);
        sites
            .MapPost("/{site:guid}/kit/pieces/{piece}/keeper", AskAsync)
            .WithName("AskForKitKeeper")
            .WithSummary("Asks somebody who works there to look after tips or award.")
            .WithoutVersion(Whole)
            .Produces(204);
        sites
            .MapPost("/{site:guid}/kit/pieces/{piece}/agreement", AgreeAsync)
            .WithName("AgreeToKeepKitPiece")
            .WithSummary("You were asked, and look after it from now on; it is on.")
            .WithoutVersion("Only whoever was asked says yes.")
            .Produces(204);
        sites
            .MapDelete("/{site:guid}/kit/pieces/{piece}/agreement", StepBackAsync)
            .WithName("StepBackFromKitPiece")
            .WithSummary("You say no, or give it back; without somebody else it is off.")
            .WithoutVersion("Only whoever was asked or looks after it steps back.")
            .Produces(204);
        sites
            .MapPut("/{site:guid}/kit/huddle", HuddleTimeAsync)
            .WithName("SetHuddleTime")
            .WithSummary("The weekday and time of the huddle, on the site's clock.")
            .WithoutVersion(Whole)
            .Produces(204);
        sites
            .MapPut("/{site:guid}/kit/line", LineAsync)
            .WithName("WriteSiteLine")
            .WithSummary("A line beside the site's results.")
            .WithoutVersion(Whole)
            .Produces(204);
        sites
            .MapPost("/{site:guid}/kit/board-address", AddressAsync)
            .WithName("ChangeBoardAddress")
            .WithSummary("A new address for the board on a screen; the one before leads nowhere. It is told this once.")
            .WithoutVersion("An address replaces the one before; that is what it is for.")
            .RepeatsFreely() // The address is told once and kept nowhere, not even for a repeated request.
            .Produces<BoardAddressJson>();
        sites
            .MapDelete("/{site:guid}/kit/board-address", NoAddressAsync)
            .WithName("RemoveBoardAddress")
            .WithSummary("The board has no address without signing in any more.")
            .WithoutVersion("It goes, whatever it was.")
            .Produces(204);
        sites
            .MapGet("/{site:guid}/board", BoardAsync)
            .WithName("ReadBoard")
            .WithSummary("What the site's board shows now.")
            .Produces<BoardContent>();
        sites
            .MapGet("/{site:guid}/huddle", AgendaAsync)
            .WithName("ReadHuddleAgenda")
            .WithSummary("The agenda of this week's huddle: ten minutes.")
            .Produces<IReadOnlyList<HuddleItemJson>>();
    }

    private static async Task<IResult> ReadAsync(Guid site, KeptSites sites, CancellationToken cancellationToken) =>
        await sites.FindAsync(UnitId.From(site), cancellationToken) is { } kept ? Results.Ok(KitJson.Of(kept)) : Problem.NotFound.Result();

    private static async Task<IResult> SwitchAsync(
        Guid site,
        string piece,
        KitSwitchBody body,
        KitDesk desk,
        CancellationToken cancellationToken
    ) =>
        Piece(piece) is not { } known ? Problem.NotFound.Result()
        : body.On is not { } on ? InputProblem.Missing("on")
        : Problem.Answer(await desk.SwitchAsync(UnitId.From(site), known, on, cancellationToken));

    private static async Task<IResult> AskAsync(
        Guid site,
        string piece,
        KitKeeperBody body,
        KitDesk desk,
        CancellationToken cancellationToken
    ) =>
        Piece(piece) is not { } known ? Problem.NotFound.Result()
        : body.Person is not { } person ? InputProblem.Missing("person")
        : Problem.Answer(await desk.AskAsync(UnitId.From(site), known, PersonId.From(person), cancellationToken));

    private static async Task<IResult> AgreeAsync(Guid site, string piece, KitDesk desk, CancellationToken cancellationToken) =>
        Piece(piece) is { } known
            ? Problem.Answer(await desk.AgreeAsync(UnitId.From(site), known, cancellationToken))
            : Problem.NotFound.Result();

    private static async Task<IResult> StepBackAsync(Guid site, string piece, KitDesk desk, CancellationToken cancellationToken) =>
        Piece(piece) is { } known
            ? Problem.Answer(await desk.StepBackAsync(UnitId.From(site), known, cancellationToken))
            : Problem.NotFound.Result();

    private static async Task<IResult> HuddleTimeAsync(Guid site, HuddleTimeBody body, KitDesk desk, CancellationToken cancellationToken) =>
        body.Day is null != body.At is null
            ? InputProblem.Missing(body.Day is null ? "day" : "at")
            : Problem.Answer(await desk.SetHuddleAsync(UnitId.From(site), body.Day, body.At, cancellationToken));

    private static async Task<IResult> LineAsync(Guid site, KitLineBody body, KitDesk desk, CancellationToken cancellationToken) =>
        body.Line?.Trim().Length > SiteKit.LineLength
            ? InputProblem.TooLong("line", SiteKit.LineLength)
            : Problem.Answer(await desk.WriteLineAsync(UnitId.From(site), body.Line, cancellationToken));

    private static async Task<IResult> AddressAsync(Guid site, KitDesk desk, Settings settings, CancellationToken cancellationToken) =>
        await desk.ChangeBoardAddressAsync(UnitId.From(site), cancellationToken) is { } secret
            ? Results.Ok(new BoardAddressJson(settings.PublicAddress + EmbeddingLinks.BoardByLink(secret)))
            : Problem.NotFound.Result();

    private static async Task<IResult> NoAddressAsync(Guid site, KitDesk desk, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.RemoveBoardAddressAsync(UnitId.From(site), cancellationToken));

    private static async Task<IResult> BoardAsync(Guid site, KeptSites sites, BoardReading board, CancellationToken cancellationToken) =>
        await sites.WithAsync(UnitId.From(site), KitPiece.Board, cancellationToken) is { } kept
            ? Results.Ok(await board.OfAsync(kept.Site, kept.Kit?.Line, cancellationToken))
            : Problem.NotFound.Result();

    private static async Task<IResult> AgendaAsync(
        Guid site,
        KeptSites sites,
        Huddles.HuddleReading huddle,
        Viewer viewer,
        Words words,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        await sites.WithAsync(UnitId.From(site), KitPiece.Huddle, cancellationToken) is { } kept
            ? Results.Ok(
                (await huddle.OfAsync(kept.Site, viewer, words.Today(clock.GetUtcNow()), cancellationToken))?.Items.Select(
                    i => new HuddleItemJson(i.Point, i.Minutes, i.Text)
                ) ?? []
            )
            : Problem.NotFound.Result();

    /// <summary>In the spelling of the JSON: <c>customerHuddle</c>.</summary>
    private static KitPiece? Piece(string text) =>
        Enum.TryParse<KitPiece>(text, ignoreCase: true, out var piece) && Enum.IsDefined(piece) && !char.IsAsciiDigit(text[0])
            ? piece
            : null;
}
