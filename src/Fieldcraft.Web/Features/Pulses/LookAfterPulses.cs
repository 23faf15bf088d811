using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Pulses;

/// <summary>Every hour: pulses whose last day is over are closed.</summary>
internal sealed class LookAfterPulses(FieldcraftDb db, PulseDesk pulses, TimeProvider clock) : IJob
{
    public const string JobKind = "pulses.look_after";

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (
            var pulse in await db.Pulses.AsNoTracking().Where(p => p.ClosedAt == null).OrderBy(p => p.Id).ToListAsync(cancellationToken)
        )
        {
            if (!pulse.TakesAnswersAt(now))
            {
                await pulses.CloseAsync(pulse.Id, cancellationToken);
            }
        }
    }
}
