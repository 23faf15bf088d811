using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Planners;
using Fieldcraft.Web.Features.Readiness;
using Fieldcraft.Web.Features.TeachingSessions;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Programmes.ShowTeamLearning;

/// <summary>One thing to do next: a word with what it is about, and where.</summary>
public sealed record TeamLearningStep(string Word, IReadOnlyList<string> About, string Address);

/// <summary>What comes next for the viewer in team learning: as leader first, then as participant. Three questions to the database at most.</summary>
public sealed class NextInTeamLearning(FieldcraftDb db, SessionsReading sessions, PlannerReading planners, Viewer viewer)
{
    /// <param name="module">The module that is taught now or next; null when there is none.</param>
    /// <returns>Null when nothing waits for the viewer.</returns>
    public async Task<TeamLearningStep?> FindAsync(ModuleLine? module, Language.Words words, CancellationToken cancellationToken)
    {
        var mine = await sessions.NextOfMineAsync(viewer, cancellationToken);
        if (mine.FirstOrDefault(s => s.AsLeader && s.Address == TeachingSessionsLinks.Held(s.Session.Id)) is { } unsaid)
        {
            return Of("held", unsaid, words);
        }

        if (viewer.HasReports && module is not null && await PreparingAsync(module, cancellationToken) is { } preparing)
        {
            return preparing;
        }

        return mine is [var next, ..] ? Of(next.AsLeader ? "teach" : "attend", next, words) : null;
    }

    private async Task<TeamLearningStep?> PreparingAsync(ModuleLine module, CancellationToken cancellationToken)
    {
        var readiness = await db
            .LeaderReadiness.AsNoTracking()
            .OwnedBy(viewer)
            .FirstOrDefaultAsync(r => r.ModuleId == module.Id, cancellationToken);
        if (readiness is null or { IsCleared: true })
        {
            return null;
        }

        if (readiness is { IsPreviewed: true, IsPractised: true, IsPlannerDone: false })
        {
            var planner = await planners.StateOfMineAsync(viewer, module.Id, cancellationToken);
            return new TeamLearningStep("programmes.next.planner", [module.Title], planner.Address);
        }

        return new TeamLearningStep("programmes.next.prepare", [module.Title], ReadinessLinks.Mine(module.Id));
    }

    private static TeamLearningStep Of(string what, NextSession next, Language.Words words) =>
        new($"programmes.next.{what}", [next.Session.Title, words.When(next.Session.Start, next.Session.Minutes)], next.Address);
}
