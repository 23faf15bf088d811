using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fieldcraft.Web.Running;

/// <summary>Ready means: the database answers and has this program's schema.</summary>
internal sealed class DatabaseReady(FieldcraftDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
            ? HealthCheckResult.Unhealthy("The database has an older schema.")
            : HealthCheckResult.Healthy();
}
