using System.Globalization;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Features.Board;
using Fieldcraft.Web.Features.Checks;
using Fieldcraft.Web.Features.Embedding;
using Fieldcraft.Web.Features.Insight;
using Fieldcraft.Web.Features.Insight.Views;
using Fieldcraft.Web.Features.Loop;
using Fieldcraft.Web.Features.Partners;
using Fieldcraft.Web.Features.Pulses;
using Fieldcraft.Web.Features.Rhythm.Mailing;
using Fieldcraft.Web.Features.Rhythm.Nudging;
using Fieldcraft.Web.Features.Workshops;

namespace Fieldcraft.Web.Jobs;

/// <summary>Work that comes back. The key of a period is the same on every node, so the work is queued once.</summary>
public sealed record RecurringJob(string Kind, TimeSpan Every)
{
    public string KeyAt(DateTimeOffset now) => (now.UtcTicks / Every.Ticks).ToString(CultureInfo.InvariantCulture);
}

/// <summary>The table of all schedules.</summary>
public static class Recurring
{
    public static readonly IReadOnlyList<RecurringJob> All =
    [
        new(SweepQueue.JobKind, TimeSpan.FromDays(1)),
        new(ClearImports.JobKind, TimeSpan.FromHours(1)),
        new(LookAfterPartners.JobKind, TimeSpan.FromDays(1)),
        new(LookAfterRounds.JobKind, TimeSpan.FromHours(1)),
        new(LookAfterIdeas.JobKind, TimeSpan.FromHours(1)),
        new(SweepIdempotentRequests.JobKind, TimeSpan.FromHours(1)),
        new(GiveNudges.JobKind, TimeSpan.FromHours(1)),
        new(SendDigests.JobKind, TimeSpan.FromHours(1)),
        new(CountSiteResults.JobKind, TimeSpan.FromHours(1)),
        new(AskAboutTeamActions.JobKind, TimeSpan.FromDays(1)),
        new(LookAfterBoard.JobKind, TimeSpan.FromHours(1)),
        new(LookAfterWorkshops.JobKind, TimeSpan.FromHours(1)),
        new(LookAfterPulses.JobKind, TimeSpan.FromHours(1)),
        new(FreezeQuarter.JobKind, TimeSpan.FromDays(1)),
        new(LookAfterViews.JobKind, TimeSpan.FromHours(1)),
    ];
}
