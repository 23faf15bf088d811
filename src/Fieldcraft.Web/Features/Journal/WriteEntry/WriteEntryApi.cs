using Fieldcraft.Domain.Journal;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Journal.ListEntries;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Features.Journal.WriteEntry;

internal static class WriteEntryApi
{
    public static void Map(RouteGroupBuilder journal) =>
        journal
            .MapPost("/", WriteAsync)
            .WithName("WriteJournalEntry")
            .WithSummary("Writes an entry into your journal.")
            .Produces<Changed>(201);

    private static async Task<IResult> WriteAsync(
        JournalEntryInput input,
        FieldcraftDb db,
        Vault vault,
        Viewer viewer,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (input.Problem() is { } problem)
        {
            return problem;
        }

        var now = clock.GetUtcNow();
        var id = Id.New<JournalEntryId>(now);
        var entry = JournalEntry.Write(
            id,
            viewer.PersonId,
            input.Text!,
            input.Prompt,
            await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken),
            now
        );
        db.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        return Results.Created($"/api/v1/journal/{id.Value}", new Changed(id.Value, entry.Version));
    }
}
