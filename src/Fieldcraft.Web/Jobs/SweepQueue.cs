using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Jobs;

/// <summary>Forgets work that was done more than a month ago.</summary>
internal sealed class SweepQueue(FieldcraftDb db, TimeProvider clock) : IJob
{
    public const string JobKind = "jobs.sweep";
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public string Kind => JobKind;

    public Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - KeptFor;
        return db.WriteAsync(() => db.Jobs.Where(j => j.DoneAt < before).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }
}
