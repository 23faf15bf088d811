using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Journal.ExportJournal;

internal static class ExportJournalApi
{
    public static void Map(RouteGroupBuilder journal) =>
        journal
            .MapGet("/export", ExportAsync)
            .WithName("ExportJournal")
            .WithSummary("Your whole journal as one Markdown file.")
            .Produces(200, contentType: "text/markdown");

    private static async Task<IResult> ExportAsync(
        JournalReading reading,
        Viewer viewer,
        Words words,
        CancellationToken cancellationToken
    ) => Results.File(await JournalFile.WriteAsync(reading, viewer, words, cancellationToken), JournalFile.ContentType, JournalFile.Name);
}
