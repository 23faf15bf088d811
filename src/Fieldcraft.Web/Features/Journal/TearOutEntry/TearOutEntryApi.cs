using Fieldcraft.Domain.Journal;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Journal.ListEntries;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Features.Journal.TearOutEntry;

internal static class TearOutEntryApi
{
    public static void Map(RouteGroupBuilder journal) =>
        journal
            .MapDelete("/{id:guid}", TearOutAsync)
            .WithName("TearOutJournalEntry")
            .WithSummary("Removes an entry and its key, also from every restored backup.")
            .Produces(204);

    private static async Task<IResult> TearOutAsync(
        Guid id,
        HttpContext http,
        FieldcraftDb db,
        Vault vault,
        JournalReading reading,
        Viewer viewer,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(viewer, JournalEntryId.From(id), cancellationToken) is not { } entry)
        {
            return Problem.NotFound.Result();
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (version != entry.Version)
        {
            return Problem.Meanwhile(null, JournalEntryJson.Of(entry));
        }

        return await JournalTearing.TearOutAsync(db, vault, viewer, id, clock.GetUtcNow(), cancellationToken)
            ? Results.NoContent()
            : Problem.NotFound.Result();
    }
}
