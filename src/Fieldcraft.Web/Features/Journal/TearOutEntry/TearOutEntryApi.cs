using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Features.Journal.TearOutEntry;

internal static class TearOutEntryApi
{
    public static void Map(RouteGroupBuilder journal) =>
        journal.MapDelete("/{id:guid}", TearOutAsync).WithName("TearOutJournalEntry").WithSummary("Removes an entry and its key, also from every restored backup.");

    private static async Task<IResult> TearOutAsync(Guid id, FieldcraftDb db, Vault vault, Viewer viewer, TimeProvider clock, CancellationToken cancellationToken) =>
        await JournalTearing.TearOutAsync(db, vault, viewer, id, clock.GetUtcNow(), cancellationToken) ? Results.NoContent() : Problem.NotFound.Result();
}
