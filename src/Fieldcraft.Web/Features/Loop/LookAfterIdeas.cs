using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>
/// Every hour: an idea whose date has passed goes one tier up with a new date, and so does one whose owner is gone; at the top it stays and is late. Those
/// who were late and those who answer now are told.
/// </summary>
internal sealed class LookAfterIdeas(FieldcraftDb db, LoopRoads roads, Notices notices, Rules rules, TimeProvider clock) : IJob
{
    public const string JobKind = "loop.look_after";
    private const int AtOnce = 500;

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        TeamIdeaId? last = null;
        while (true)
        {
            var open = db.TeamIdeas.Where(i => i.AnsweredAt == null);
            if (last is { } behind)
            {
                open = open.Where(i => i.Id.CompareTo(behind) > 0);
            }

            var some = await open.Include(i => i.Stays).OrderBy(i => i.Id).Take(AtOnce).ToListAsync(cancellationToken);
            if (some.Count == 0)
            {
                return;
            }

            last = some[^1].Id;
            await LookAsync(some, now, cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private async Task LookAsync(List<TeamIdea> some, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ways = await roads.FindAsync([.. some.Select(StartOf)], cancellationToken);
        foreach (var idea in some)
        {
            var road = ways[StartOf(idea)];
            var before = road.AnsweringAt(idea.Tier);
            var passed = idea.PassOn(road.Chain, rules.Loop, now);
            if (passed == PassedOn.Nothing)
            {
                continue;
            }

            if (passed != PassedOn.NobodyThere)
            {
                Tell(before, LoopNotices.Late, idea);
            }

            if (passed != PassedOn.LateAtTheTop)
            {
                Tell(road.AnsweringAt(idea.Tier), LoopNotices.PassedUp, idea);
            }

            // Somebody who answers it at this moment wins, and nobody is told; the next hour looks at the others of this lot.
            if (!await db.TrySaveAsync(cancellationToken))
            {
                return;
            }
        }
    }

    private void Tell(IReadOnlyList<PersonId> people, NoticeKind kind, TeamIdea idea)
    {
        foreach (var person in people)
        {
            notices.Tell(person, kind, LoopLinks.One(idea.Id));
        }
    }

    private static RoadStart StartOf(TeamIdea idea) => new(idea.SiteId, idea.LeaderId, idea.ModuleId);
}
