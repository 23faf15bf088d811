using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Outcomes.Levels;
using Fieldcraft.Web.Features.Outcomes.Reading;
using Fieldcraft.Web.Language;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.OnTheFloor;

/// <summary>What participants said of their confidence by raising hands, for the table of measures: reaction, and no more (DOMAIN 7.9).</summary>
internal sealed class HandsInResults(FieldcraftDb db, Words words) : ILevelSource
{
    public async Task<IReadOnlyList<LevelLine>> LinesAsync(ProgrammeInOutcome programme, CancellationToken cancellationToken)
    {
        var modules = programme.Modules.Select(m => m.Id).ToList();
        var logs = await db
            .SessionLogs.AsNoTracking()
            .Where(l => modules.Contains(l.ModuleId) && l.ConfidenceBefore != null && l.ConfidenceAfter != null)
            .OrderBy(l => l.WrittenAt)
            .ThenBy(l => l.Id)
            .Select(l => new
            {
                l.ModuleId,
                l.ConfidenceBefore,
                l.ConfidenceAfter,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. programme
                .Modules.Where(m => logs.Exists(l => l.ModuleId == m.Id))
                .Select(m =>
                    LineOf(
                        m.Title,
                        HandsRaised.Of(
                            logs.Where(l => l.ModuleId == m.Id)
                                .Select(l => (SessionLog.Hands(l.ConfidenceBefore), SessionLog.Hands(l.ConfidenceAfter)))
                        )
                    )
                ),
        ];
    }

    private LevelLine LineOf(string title, HandsRaised? hands) =>
        new(
            OutcomeLevelOf.Reaction,
            words["floor.hands", title],
            hands is null
                ? words["outcomes.levels.withheld"]
                : words[
                    "floor.hands.of",
                    hands.Before.Mean!.Value,
                    hands.After.Mean!.Value,
                    hands.Sessions,
                    hands.Before.Count,
                    hands.After.Count
                ],
            words["floor.hands.caution"]
        );
}
