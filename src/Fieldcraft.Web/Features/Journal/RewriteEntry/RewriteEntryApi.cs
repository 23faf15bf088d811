using Fieldcraft.Domain.Journal;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Journal.ListEntries;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Journal.RewriteEntry;

internal static class RewriteEntryApi
{
    public static void Map(RouteGroupBuilder journal) =>
        journal
            .MapPut("/{id:guid}", RewriteAsync)
            .WithName("RewriteJournalEntry")
            .WithSummary("Rewrites an entry; send the version you changed in If-Match.")
            .Produces<Changed>();

    private static async Task<IResult> RewriteAsync(
        Guid id,
        JournalEntryInput input,
        HttpContext http,
        FieldcraftDb db,
        Vault vault,
        JournalReading reading,
        Viewer viewer,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (input.Problem() is { } problem)
        {
            return problem;
        }

        var entryId = JournalEntryId.From(id);
        if (await db.JournalEntries.VisibleTo(viewer).FirstOrDefaultAsync(e => e.Id == entryId, cancellationToken) is not { } entry)
        {
            return Problem.NotFound.Result();
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (version == entry.Version)
        {
            entry.Rewrite(input.Text!, input.Prompt, await vault.SealerAsync(viewer.PersonId, id, cancellationToken), clock.GetUtcNow());
            if (await db.TrySaveAsync(cancellationToken))
            {
                http.Response.SetVersion(entry.Version);
                return Results.Ok(new Changed(id, entry.Version));
            }
        }

        var theirs = await reading.FindAsync(viewer, entryId, cancellationToken);
        return Problem.Meanwhile(input, theirs is null ? null : JournalEntryJson.Of(theirs));
    }
}
