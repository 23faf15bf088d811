using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Api;

/// <summary>Forgets the answers to requests that can no longer be repeated.</summary>
internal sealed class SweepIdempotentRequests(FieldcraftDb db, TimeProvider clock) : IJob
{
    public const string JobKind = "api.sweep-idempotent-requests";

    public string Kind => JobKind;

    public Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - IdempotentRequest.KeptFor;
        return db.WriteAsync(
            () => db.IdempotentRequests.Where(r => r.BegunAt < before).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
    }
}
