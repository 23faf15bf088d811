using System.Globalization;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Outcomes.Figures;

/// <summary>Figures of a site and week; those of the measure's kind. <c>site</c> is a name or an id, <c>week</c> as 2027-W05 or the day of its Monday.</summary>
public sealed record FigureBody(
    string? Site,
    string? Week,
    int? Promoters = null,
    int? Passives = null,
    int? Detractors = null,
    int? Numerator = null,
    int? Denominator = null,
    double? Mean = null,
    int? N = null,
    double? S = null,
    double? Count = null
)
{
    public WrittenFigure ToLine(int line) =>
        new(
            line,
            Site ?? "",
            Week ?? "",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["promoters"] = Text(Promoters),
                ["passives"] = Text(Passives),
                ["detractors"] = Text(Detractors),
                ["numerator"] = Text(Numerator),
                ["denominator"] = Text(Denominator),
                ["mean"] = Text(Mean),
                ["n"] = Text(N),
                ["s"] = Text(S),
                ["count"] = Text(Count),
            }
        );

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(double? number) => number?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A staged file: nothing is changed until it is confirmed.</summary>
public sealed record StagedFiguresJson(Guid Id, Guid Measure, string FileName, FigureReport Report);

internal static class FiguresApi
{
    private const int LargestRequest = FigureImport.BytesAtMost + (1024 * 1024);
    private const int LinesAtMost = 10_000;

    public static void Map(RouteGroupBuilder outcomes)
    {
        outcomes
            .MapPost("/measures/{id:guid}/imports", StageAsync)
            .WithName("ImportFigures")
            .WithSummary("Plans a csv file of figures (site, week and the measure's columns) and stages it; ?dryRun=true only plans.")
            .WithMetadata(
                new TakesUploads(),
                new RequestSizeLimitAttribute(LargestRequest),
                new RequestFormLimitsAttribute { MultipartBodyLengthLimit = LargestRequest }
            )
            .WithoutVersion("A file is staged; nothing that is written is replaced.")
            .RepeatsFreely()
            .Produces<FigureReport>()
            .Produces<StagedFiguresJson>(201);
        outcomes
            .MapGet("/imports/{id:guid}", ReadAsync)
            .WithName("ReadFigureImport")
            .WithSummary("What a staged file of your own would do now.")
            .Produces<StagedFiguresJson>();
        outcomes
            .MapPost("/imports/{id:guid}/confirmation", ConfirmAsync)
            .WithName("ConfirmFigures")
            .WithSummary("Takes the figures in; ?plan= names what was looked at, ?withoutRefused=true leaves refused lines out.")
            .WithoutVersion("The plan that was looked at is compared; another one is refused.")
            .Produces(204);
        outcomes
            .MapDelete("/imports/{id:guid}", DiscardAsync)
            .WithName("DiscardFigures")
            .WithSummary("Throws a staged file away.")
            .WithoutVersion("It goes, whatever it says.")
            .Produces(204);
        // Sent twice it finds every figure there already, so the report need not be kept for a repeated request.
        outcomes
            .MapPost("/measures/{id:guid}/figures", WriteAsync)
            .WithName("WriteFigures")
            .WithSummary(
                "Writes figures by site and week, all or none; what stands there is replaced and told. ?dryRun=true only says what would happen."
            )
            .WithoutVersion("The report names every figure that is replaced.")
            .RepeatsFreely()
            .Produces<FigureReport>();
    }

    private static async Task<IResult> StageAsync(
        Guid id,
        bool? dryRun,
        HttpContext http,
        FigureDesk desk,
        Words words,
        CancellationToken cancellationToken
    )
    {
        var (name, bytes) = await ReceiveAsync(http.Request, cancellationToken);
        if (bytes is null)
        {
            return InputProblem.Missing("file");
        }

        try
        {
            return await desk.StageAsync(OutcomeMeasureId.From(id), name, bytes, dryRun == true, cancellationToken) switch
            {
                null => Problem.NotFound.Result(),
                { } staged when dryRun == true => Results.Ok(FigureReport.Of(staged.Plan, staged.Measure, words)),
                { } staged => Results.Created($"/api/v1/outcomes/imports/{staged.Import.Id.Value}", Json(staged, words)),
            };
        }
        catch (UnreadableFileException unreadable)
        {
            return Problem.ImportUnreadable.Result(words[$"import.file.{unreadable.Code}", [.. unreadable.Arguments]]);
        }
    }

    private static async Task<IResult> ReadAsync(Guid id, FigureDesk desk, Words words, CancellationToken cancellationToken) =>
        await desk.FindAsync(FigureImportId.From(id), cancellationToken) is { } staged
            ? Results.Ok(Json(staged, words))
            : Problem.NotFound.Result();

    private static async Task<IResult> ConfirmAsync(
        Guid id,
        string? plan,
        bool? withoutRefused,
        FigureDesk desk,
        CancellationToken cancellationToken
    ) =>
        await desk.FindAsync(FigureImportId.From(id), cancellationToken) is { } staged
            ? Problem.Answer(await desk.ConfirmAsync(staged, plan, withoutRefused == true, cancellationToken))
            : Problem.NotFound.Result();

    private static async Task<IResult> DiscardAsync(Guid id, FigureDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(FigureImportId.From(id), cancellationToken) is not { } staged)
        {
            return Problem.NotFound.Result();
        }

        await desk.DiscardAsync(staged, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> WriteAsync(
        Guid id,
        IReadOnlyList<FigureBody> body,
        bool? dryRun,
        FigureDesk desk,
        CancellationToken cancellationToken
    )
    {
        if (body.Count is 0 or > LinesAtMost)
        {
            return InputProblem.Of("", "wrong-count", LinesAtMost);
        }

        return await desk.WriteAsync(
            OutcomeMeasureId.From(id),
            [.. body.Select((b, i) => b.ToLine(i + 1))],
            dryRun == true,
            cancellationToken
        ) switch
        {
            null => Problem.NotFound.Result(),
            ({ } _, { Refusal: { } refusal }) => Problem.Refused(refusal),
            var (report, _) => Results.Ok(report),
        };
    }

    private static StagedFiguresJson Json(StagedFigures staged, Words words) =>
        new(staged.Import.Id.Value, staged.Measure.Id.Value, staged.Import.FileName, FigureReport.Of(staged.Plan, staged.Measure, words));

    private static async Task<(string Name, byte[]? Bytes)> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        if (!request.HasFormContentType)
        {
            await request.Body.CopyToAsync(bytes, cancellationToken);
            return ("figures.csv", bytes.ToArray());
        }

        if ((await request.ReadFormAsync(cancellationToken)).Files is not [var sent, ..])
        {
            return ("", null);
        }

        await sent.CopyToAsync(bytes, cancellationToken);
        return (sent.FileName, bytes.ToArray());
    }
}
