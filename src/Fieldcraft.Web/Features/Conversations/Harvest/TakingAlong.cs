using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Journal;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Experiments;
using Fieldcraft.Web.Features.Journal;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Conversations.Harvest;

/// <summary>What a thing said in a conversation becomes.</summary>
public enum HarvestAs
{
    /// <summary>A step of a plan.</summary>
    Step,

    /// <summary>An experiment.</summary>
    Try,

    /// <summary>An entry of the journal.</summary>
    Entry,
}

public sealed record HarvestInput
{
    [Required, MaxLength(SessionAnswer.TextLength)]
    public string? Text { get; init; }

    public HarvestAs As { get; init; }

    public DateOnly? On { get; init; }

    [MaxLength(Lengths.Line)]
    public string? SeenBy { get; init; }

    /// <summary>The plan it goes into; null begins one.</summary>
    public Guid? Plan { get; init; }
}

/// <summary>Takes what came of a conversation into the person's own plan, tries or journal, by the rules of those rooms.</summary>
public sealed class TakingAlong(
    FieldcraftDb db,
    Vault vault,
    PlanDesk plans,
    ExperimentDesk experiments,
    Viewer viewer,
    Words words,
    TimeProvider clock
)
{
    private const int PlansOffered = 10;

    /// <summary>Own plans that are under way, newest first.</summary>
    public async Task<IReadOnlyList<(PlanId Id, SealedText Title)>> PlansAsync(CancellationToken cancellationToken)
    {
        var rows = await db
            .Plans.AsNoTracking()
            .VisibleTo(viewer)
            .Where(p => p.EndedAt == null)
            .OrderByDescending(p => p.Id)
            .Take(PlansOffered)
            .Select(p => new { p.Id, p.Title })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Id, r.Title))];
    }

    /// <summary>What has to be mended first: the field, and the word that says what to do.</summary>
    public IEnumerable<(string Field, string Message)> Problems(HarvestInput input)
    {
        var most = input.As switch
        {
            HarvestAs.Step => Lengths.Line,
            HarvestAs.Try => PlanRules.LongestBehaviour,
            _ => SessionAnswer.TextLength,
        };
        if (input.Text?.Trim().Length > most)
        {
            yield return ("Text", words["conversations.harvest.too_long", most]);
        }

        if (input.As == HarvestAs.Try && input.On is null)
        {
            yield return ("On", words["error.required"]);
        }

        if (input.As == HarvestAs.Try && string.IsNullOrWhiteSpace(input.SeenBy))
        {
            yield return ("SeenBy", words["error.required"]);
        }
    }

    /// <returns>The address of what it became, or the refusal of the room it should have gone to.</returns>
    public async Task<Outcome<string>> TakeAsync(HarvestInput input, AssignmentId? assignment, CancellationToken cancellationToken) =>
        input.As switch
        {
            HarvestAs.Try => await TryAsync(input, cancellationToken),
            HarvestAs.Entry => await WriteAsync(input.Text!, cancellationToken),
            _ => await StepAsync(input, assignment, cancellationToken),
        };

    private async Task<Outcome<string>> StepAsync(HarvestInput input, AssignmentId? assignment, CancellationToken cancellationToken)
    {
        var wording = new StepWording { Text = input.Text, DueOn = input.On };
        if (input.Plan is not { } chosen || await plans.LoadAsync(PlanId.From(chosen), cancellationToken) is not { } plan)
        {
            Refusal? refused = null;
            var frame = new FrameWording { Title = words["conversations.harvest.new_plan"] };
            var started = await plans.StartAsync(
                Id.New<PlanId>(clock.GetUtcNow()),
                assignment,
                frame,
                words.Today(clock.GetUtcNow()),
                (made, sealer) => refused = made.WriteStep(null, wording, sealer, clock.GetUtcNow()).Refusal,
                cancellationToken
            );
            return started is not { } outcome ? new Refusal("plan-changed-meanwhile")
                : (outcome.Refusal ?? refused) is { } no ? no
                : PlansLinks.Plan(outcome.Value!.Id);
        }

        var written = plan.WriteStep(null, wording, await plans.SealerAsync(plan.Id, cancellationToken), clock.GetUtcNow());
        return written.Refusal is { } refusal ? refusal
            : await plans.TrySaveAsync(cancellationToken) ? PlansLinks.Place(plan.Id, PlanPart.Step)
            : new Refusal("plan-changed-meanwhile");
    }

    private async Task<Outcome<string>> TryAsync(HarvestInput input, CancellationToken cancellationToken)
    {
        var id = Id.New<ExperimentId>(clock.GetUtcNow());
        var place = new ExperimentPlace(input.Plan is { } plan ? PlanId.From(plan) : null);
        var wording = new ExperimentWording
        {
            What = input.Text,
            On = input.On,
            SeenBy = input.SeenBy,
        };
        var planned = await experiments.PlanAsync(id, place, wording, cancellationToken);
        return planned.Refusal is { } refusal ? refusal : ExperimentsLinks.Experiment(id);
    }

    private async Task<Outcome<string>> WriteAsync(string text, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Id.New<JournalEntryId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        db.Add(JournalEntry.Write(id, viewer.PersonId, text, JournalPrompt.WhatITake, sealer, now));
        await db.SaveChangesAsync(cancellationToken);
        return JournalLinks.List;
    }
}
