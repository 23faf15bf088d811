using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Growth;

/// <summary>From a gap into the work, in one step: an assignment to think through, or a behaviour in the plan. Both keep where they came from.</summary>
public sealed class TakingOn(FieldcraftDb db, Vault vault, PlanDesk plans, Viewer viewer, Words words, TimeProvider clock)
{
    /// <summary>Brings the work as an assignment of the viewer's.</summary>
    public async Task<AssignmentId> BringAsync(GapExperiences now, Archetype archetype, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var id = Id.New<AssignmentId>(at);
        var facts = new AssignmentFacts
        {
            Title = words[archetype.NameWord],
            Archetype = archetype.Id,
            Context = words["experiences.context", now.Catalogue.NameOf(now.Gap.Capability, words), words.Day(at)],
        };
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        db.Add(Assignment.Bring(id, viewer.PersonId, facts, sealer, at, Origin(now, archetype)));
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    /// <summary>
    /// Puts the next level of the capability into the newest running plan as a behaviour, or starts a plan with it. Refused as any behaviour is, for example
    /// when the plan has enough.
    /// </summary>
    public async Task<Outcome<PlanId>> PractiseAsync(GapExperiences now, Archetype? through, CancellationToken cancellationToken)
    {
        var (at, today) = (clock.GetUtcNow(), words.Today(clock.GetUtcNow()));
        var running = await db
            .Plans.VisibleTo(viewer)
            .Where(p => p.EndedAt == null && p.EndsOn >= today)
            .OrderByDescending(p => p.StartedAt)
            .Select(p => (PlanId?)p.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (running is { } id && await plans.LoadAsync(id, cancellationToken) is { } plan)
        {
            var outcome = Write(plan, await plans.SealerAsync(id, cancellationToken));
            if (outcome.IsDone)
            {
                await db.SaveChangesAsync(cancellationToken);
            }

            return outcome;
        }

        var made = Id.New<PlanId>(at);
        var frame = new FrameWording { Title = words["experiences.plan.title", now.Catalogue.NameOf(now.Gap.Capability, words)] };
        var started = await plans.StartAsync(made, null, frame, today, (plan, sealer) => Write(plan, sealer), cancellationToken);
        return started!.Value.Refusal is { } refusal ? refusal : made;

        Outcome<PlanId> Write(DevelopmentPlan plan, ISealer sealer)
        {
            var written = plan.WriteBehaviour(null, Behaviour(now, through, at), plans.Rules, sealer, at, Origin(now, through));
            return written.Refusal is { } refusal ? refusal : plan.Id;
        }
    }

    /// <summary>The next level's first sentence is the behaviour to begin with; the owner makes it theirs.</summary>
    private BehaviourWording Behaviour(GapExperiences now, Archetype? through, DateTimeOffset at)
    {
        var capability = now.Gap.Capability;
        var level = now.Gap.Standing is { } standing ? Math.Clamp((int)Math.Floor(GapPicture.Level(standing)) + 1, 1, 4) : 2;
        var text = now.Catalogue.LevelOf(capability, level, words).Split(';')[0].Trim();
        return new()
        {
            Text = text.Length <= plans.Rules.BehaviourLength ? text : text[..plans.Rules.BehaviourLength],
            Capability = capability,
            Why = through is null
                ? words["experiences.behaviour.why", words.Day(at)]
                : words["experiences.behaviour.through", words.Day(at), words[through.NameWord]],
            KeepAsWritten = true,
        };
    }

    private static GrowthOrigin Origin(GapExperiences now, Archetype? through) =>
        new(now.Gap.Capability, now.Catalogue.Id.Value, through?.Id);
}
