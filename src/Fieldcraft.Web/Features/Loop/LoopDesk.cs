using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>Everything that has to be known of where an idea comes from before it is submitted.</summary>
/// <param name="Slot">The team's place among what is forwarded; null when it is taken already.</param>
public sealed record IdeaSource(IdeaOrigin Origin, LoopRoad Road, ForwardSlot? Slot);

/// <summary>Submits ideas, sends them up and answers them, and tells everybody to whom that matters.</summary>
public sealed class LoopDesk(FieldcraftDb db, LoopRoads roads, Notices notices, Rules rules, TimeProvider clock)
{
    /// <summary>What has to be known of an idea that comes from a leader's team, in a session or between sessions; null when there is no such module.</summary>
    public async Task<IdeaSource?> SourceAsync(
        ModuleId module,
        TeachingSessionId? session,
        UnitId site,
        PersonId? leader,
        CancellationToken cancellationToken
    )
    {
        var found = await db
            .Modules.Where(m => m.Id == module)
            .Select(m => new { m.WindowStart, Team = db.People.Count(p => p.ManagerId == leader && p.Status != PersonStatus.Left) })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var origin = new IdeaOrigin(module, session, site, leader, leader is not null && found.Team >= rules.Loop.TeamShownFrom);
        var road = await roads.FindAsync(new RoadStart(site, leader, module), cancellationToken);
        var slot = leader is { } by
            ? await FreeSlotAsync(LoopTier.Team, by.Value, module, session, found.WindowStart, cancellationToken)
            : null;
        return new IdeaSource(origin, road, slot);
    }

    /// <summary>
    /// Takes an idea down; saved with the next save. It waits with the team's leader, or one tier up when it is to be forwarded and the session's one place is
    /// free: otherwise the leader answers it.
    /// </summary>
    public TeamIdea Submit(Viewer viewer, IdeaSource source, string text, bool named, bool forward)
    {
        var (now, me, chain) = (clock.GetUtcNow(), viewer.PersonId, source.Road.Chain);
        var idea = TeamIdea.Submit(Id.New<TeamIdeaId>(now), source.Origin, text, named, chain, rules.Loop, me, now);
        if (forward && idea.Tier == LoopTier.Team && source.Slot is { } slot && !IsTakenHere(slot))
        {
            idea.Forward(chain, slot, rules.Loop, me, now);
        }

        db.Add(idea);
        foreach (var person in source.Road.AnsweringAt(idea.Tier))
        {
            // Not from whom: an idea names nobody unless the team wishes.
            if (person != me)
            {
                notices.Tell(person, idea.Tier == LoopTier.Team ? LoopNotices.Submitted : LoopNotices.Forwarded, LoopLinks.One(idea.Id));
            }
        }

        return idea;
    }

    /// <summary>
    /// Picks an idea of the viewer's tier for the tier above. Refused: <c>idea-answered</c>, <c>idea-at-the-top</c>, <c>idea-forwarded-enough</c>.
    /// </summary>
    public Task<Outcome?> ForwardAsync(Viewer viewer, TeamIdeaId id, CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer,
            id,
            async (idea, now) =>
            {
                var window = await db.Modules.Where(m => m.Id == idea.ModuleId).Select(m => m.WindowStart).FirstAsync(cancellationToken);
                var place = idea.OwnerUnitId?.Value ?? idea.LeaderId?.Value ?? idea.SiteId.Value;
                if (await FreeSlotAsync(idea.Tier, place, idea.ModuleId, idea.SessionId, window, cancellationToken) is not { } slot)
                {
                    return new Refusal("idea-forwarded-enough", rules.Loop.ForwardedAtMostFrom(idea.Tier));
                }

                var road = await roads.FindAsync(idea, cancellationToken);
                var outcome = idea.Forward(road.Chain, slot, rules.Loop, viewer.PersonId, now);
                foreach (var person in outcome.IsDone ? road.AnsweringAt(idea.Tier) : [])
                {
                    notices.Tell(person, LoopNotices.Forwarded, LoopLinks.One(idea.Id), viewer.PersonId);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>Refused: <c>idea-answered</c>.</summary>
    public Task<Outcome?> AnswerAsync(Viewer viewer, TeamIdeaId id, AnswerFacts facts, CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer,
            id,
            async (idea, now) =>
            {
                var outcome = idea.Answer(facts, viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    Tell(await FamilyAsync(idea.Id, cancellationToken), LoopNotices.Answered, viewer.PersonId);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>
    /// Makes an idea part of another one of the same module that the viewer can read. Refused: <c>idea-answered</c>, <c>idea-merges-into-itself</c>,
    /// <c>idea-merges-downwards</c>, <c>idea-merges-elsewhere</c>.
    /// </summary>
    public Task<Outcome?> MergeAsync(Viewer viewer, TeamIdeaId id, TeamIdeaId into, string? words, CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer,
            id,
            async (idea, now) =>
            {
                var target = db
                    .TeamIdeas.VisibleTo(viewer, db)
                    .Where(i => i.Id == into && i.ModuleId == idea.ModuleId)
                    .Select(i => i.RootId);
                if (
                    await db.TeamIdeas.Include(i => i.Stays).FirstOrDefaultAsync(i => target.Contains(i.Id), cancellationToken)
                    is not { } root
                )
                {
                    return new Refusal("idea-merges-elsewhere");
                }

                var family = await FamilyAsync(idea.Id, cancellationToken);
                var outcome = idea.MergeInto(root, words, viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    IdeaMerging.Settle([.. family, root], now);
                    Tell(family, LoopNotices.Answered, viewer.PersonId);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>The answer turned out otherwise, and the teams are told again. Refused: <c>idea-not-answered</c>, <c>idea-changed-meanwhile</c>.</summary>
    /// <param name="version">The version that the viewer saw; null when the page does not say.</param>
    public Task<Outcome?> CorrectAsync(
        Viewer viewer,
        TeamIdeaId id,
        int? version,
        AnswerFacts facts,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            id,
            async (idea, now) =>
            {
                if (version is { } seen && idea.Version != seen)
                {
                    return new Refusal("idea-changed-meanwhile");
                }

                var family = await FamilyAsync(idea.RootId, cancellationToken);
                var outcome = idea.Correct(facts, viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    IdeaMerging.Settle(family, now);
                    Tell([.. family.Where(i => i.RootId == idea.Id)], LoopNotices.Corrected, viewer.PersonId);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>The idea, and all for which its answer counts.</summary>
    private async Task<IReadOnlyList<TeamIdea>> FamilyAsync(TeamIdeaId root, CancellationToken cancellationToken) =>
        await db
            .TeamIdeas.Include(i => i.Stays)
            .Include(i => i.Answers)
            .AsSplitQuery()
            .Where(i => i.RootId == root)
            .OrderBy(i => i.Id)
            .ToListAsync(cancellationToken);

    /// <summary>The answer goes back to every team that contributed: to its leader, and to whoever wrote it down.</summary>
    private void Tell(IReadOnlyList<TeamIdea> family, NoticeKind kind, PersonId by)
    {
        foreach (var idea in family)
        {
            PersonId?[] people = [idea.LeaderId, idea.AuthorId];
            foreach (var person in people.OfType<PersonId>().Distinct())
            {
                notices.Tell(person, kind, LoopLinks.One(idea.Id), by);
            }
        }
    }

    private bool IsTakenHere(ForwardSlot slot) =>
        db.IdeaStays.Local.Any(s =>
            s.SlotPlace == slot.Place && s.SlotFor == slot.For && s.SlotRound == slot.Round && s.SlotNumber == slot.Number
        );

    private async Task<ForwardSlot?> FreeSlotAsync(
        LoopTier tier,
        Guid place,
        ModuleId module,
        TeachingSessionId? session,
        DateOnly windowStart,
        CancellationToken cancellationToken
    )
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var key = LoopSlots.KeyOf(tier, place, module, session, windowStart, today, rules.Loop);
        var taken = await db
            .IdeaStays.Where(s => s.SlotPlace == key.Place && s.SlotFor == key.For && s.SlotRound == key.Round)
            .Select(s => s.SlotNumber)
            .ToListAsync(cancellationToken);
        var free = Enumerable.Range(1, rules.Loop.ForwardedAtMostFrom(tier)).FirstOrDefault(n => !taken.Contains(n));
        return free == 0 ? null : key with { Number = free };
    }

    private async Task<Outcome?> ChangeAsync(
        Viewer viewer,
        TeamIdeaId id,
        Func<TeamIdea, DateTimeOffset, Task<Outcome>> change,
        CancellationToken cancellationToken
    )
    {
        if (
            await db
                .TeamIdeas.OwnedBy(viewer, db)
                .Include(i => i.Stays)
                .Include(i => i.Answers)
                .AsSplitQuery()
                .FirstOrDefaultAsync(i => i.Id == id, cancellationToken)
            is not { } idea
        )
        {
            return null;
        }

        var outcome = await change(idea, clock.GetUtcNow());
        if (outcome.IsRefused)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        // Two who answer the same idea meet at its version, two who forward for the last place at that place.
        return await db.TryAddAsync(cancellationToken) ? outcome : new Refusal("idea-changed-meanwhile");
    }
}

/// <summary>Among which ideas the few are that a tier forwards: those of a session for a team, those of a module and a round for the tiers above.</summary>
public static class LoopSlots
{
    /// <summary>The place without its number.</summary>
    public static ForwardSlot KeyOf(
        LoopTier tier,
        Guid place,
        ModuleId module,
        TeachingSessionId? session,
        DateOnly windowStart,
        DateOnly today,
        LoopRules rules
    ) =>
        tier == LoopTier.Team && session is { } held
            ? new ForwardSlot(place, held.Value, 0, 0)
            : new ForwardSlot(place, module.Value, rules.RoundOf(windowStart, today), 0);
}
