using Fieldcraft.Domain.Embedding;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>Once a day: team actions come back to their leaders after 4, 12 and 24 weeks. Whoever has several is told of each once.</summary>
internal sealed class AskAboutTeamActions(FieldcraftDb db, Notices notices, TimeProvider clock) : IJob
{
    public const string JobKind = "embedding.ask";
    private const int AtOnce = 200;

    // A look that nobody asked about in time, for instance while the program stood still, is not dug up months later.
    private const int AskedWithinDays = 28;

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var since = today.AddDays(-AskedWithinDays);
        TeamActionId? last = null;
        while (true)
        {
            var due = db.TeamActions.Where(a =>
                a.LeaderId != null && a.Looks.Any(l => l.DueOn <= today && l.DueOn >= since && l.AskedAt == null && l.AnsweredAt == null)
            );
            if (last is { } behind)
            {
                due = due.Where(a => a.Id.CompareTo(behind) > 0);
            }

            var some = await due.Include(a => a.Looks).OrderBy(a => a.Id).Take(AtOnce).ToListAsync(cancellationToken);
            if (some.Count == 0)
            {
                return;
            }

            last = some[^1].Id;
            foreach (var action in some)
            {
                if (action.Ask(today, now) is { } weeks)
                {
                    notices.Tell(action.LeaderId!.Value, EmbeddingNotices.Look, EmbeddingLinks.Look(action.Id, weeks));
                }
            }

            // Where a leader answers at this very moment the next day asks again, or need not.
            await db.TrySaveAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }
}
