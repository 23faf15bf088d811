using System.Globalization;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Insight.Views;

/// <summary>Every hour: puts the kept views that may be due into the queue, each by itself, so that one that cannot be printed keeps no other waiting.</summary>
internal sealed class LookAfterViews(FieldcraftDb db, TimeProvider clock) : IJob
{
    public const string JobKind = "insight.look_after_views";

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var newest = await db
            .Releases.Where(r => r.Kind == ReleaseKind.Quarter && r.PublishedAt != null)
            .MaxAsync(r => (DateOnly?)r.From, cancellationToken);
        if (newest is null)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var first = KeptView.FirstWorkingDay(DateOnly.FromDateTime(now.UtcDateTime));
        var views = await db
            .KeptViews.AsNoTracking()
            .Where(v =>
                (v.Mailing == ViewMailing.NewQuarter && (v.MailedQuarterFrom == null || v.MailedQuarterFrom < newest))
                || (v.Mailing == ViewMailing.EveryMonth && (v.MailedOn == null || v.MailedOn < first))
            )
            .OrderBy(v => v.Id)
            .Select(v => v.Id)
            .ToListAsync(cancellationToken);
        var waiting = await db
            .Jobs.Where(j => j.Kind == MailView.JobKind && j.DoneAt == null)
            .Select(j => j.Payload)
            .ToListAsync(cancellationToken);
        foreach (var id in views.Select(v => v.Value.ToString("D")).Except(waiting, StringComparer.Ordinal))
        {
            db.Enqueue(
                new JobRow
                {
                    Id = Guid.CreateVersion7(now),
                    Kind = MailView.JobKind,
                    Key = string.Create(CultureInfo.InvariantCulture, $"{id}.{now.UtcTicks}"),
                    Payload = id,
                    DueAt = now,
                }
            );
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
