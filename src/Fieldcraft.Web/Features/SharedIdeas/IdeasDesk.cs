using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SharedIdeas;

/// <summary>An idea, opened for the owner of the item.</summary>
public sealed record OpenIdea(
    IdeaId Id,
    SharedItemKind Kind,
    Guid ItemId,
    string From,
    string Text,
    DateTimeOffset AddedAt,
    IdeaUse Use,
    DateTimeOffset? DecidedAt,
    int Version
);

/// <summary>What the owner does with ideas, the same for pages and API.</summary>
public sealed class IdeasDesk(
    FieldcraftDb db,
    Vault vault,
    PlanDesk plans,
    AssignmentsReading assignments,
    AssignmentsWriting writing,
    TimeProvider clock
)
{
    public const int PageSize = 30;

    public async Task<IReadOnlyList<OpenIdea>> ListAsync(Viewer viewer, IdeaId? after, int limit, CancellationToken cancellationToken)
    {
        var mine = db.SharedIdeas.AsNoTracking().VisibleTo(viewer);
        if (after is { } last)
        {
            mine = mine.Where(i => i.Id.CompareTo(last) < 0);
        }

        return await OpenAsync(viewer, mine.OrderByDescending(i => i.Id).Take(limit), cancellationToken);
    }

    public async Task<OpenIdea?> FindAsync(Viewer viewer, IdeaId id, CancellationToken cancellationToken) =>
        await OpenAsync(viewer, db.SharedIdeas.AsNoTracking().VisibleTo(viewer).Where(i => i.Id == id), cancellationToken) is [var idea]
            ? idea
            : null;

    /// <summary>Makes a step of a plan of it, with the owner's wording.</summary>
    /// <returns>Null when idea or plan are not the viewer's.</returns>
    public async Task<Outcome?> TakeAsStepAsync(
        Viewer viewer,
        IdeaId id,
        PlanId planId,
        string text,
        DateOnly? dueOn,
        CancellationToken cancellationToken
    )
    {
        if (
            await plans.LoadAsync(planId, cancellationToken) is not { } plan
            || await LoadAsync(viewer, id, cancellationToken) is not { } idea
        )
        {
            return null;
        }

        var outcome = idea.TakeIn(IdeaUse.Step, clock.GetUtcNow());
        if (outcome.IsRefused)
        {
            return outcome;
        }

        var sealer = await plans.SealerAsync(planId, cancellationToken);
        var written = plan.WriteStep(null, new StepWording { Text = text, DueOn = dueOn }, sealer, clock.GetUtcNow());
        return written.Refusal is { } refusal ? refusal : await SaveAsync(cancellationToken);
    }

    /// <summary>Adds it, with the owner's wording, below what stands as the answer to a trigger question of the present round.</summary>
    public async Task<Outcome?> TakeAsAnswerAsync(
        Viewer viewer,
        IdeaId id,
        string question,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (
            await LoadAsync(viewer, id, cancellationToken) is not { Kind: SharedItemKind.Assignment } idea
            || await assignments.InquiryAsync(viewer, AssignmentId.From(idea.ItemId), question, cancellationToken) is not { } inquiry
        )
        {
            return null;
        }

        var outcome = idea.TakeIn(IdeaUse.Answer, clock.GetUtcNow());
        if (outcome.IsRefused)
        {
            return outcome;
        }

        var now = inquiry.Now(question);
        var whole = string.IsNullOrEmpty(now?.Text) ? text : $"{now.Text}\n\n{text}";
        if (whole.Length > Answer.TextLength)
        {
            return new Refusal("idea-answer-too-long");
        }

        // Saves the idea along with the answer.
        var kept = await writing.AnswerAsync(
            viewer,
            AssignmentId.From(idea.ItemId),
            question,
            new AnswerWording(whole, now?.Resonates ?? false),
            now?.Version ?? 0,
            cancellationToken
        );
        return kept.Kept switch
        {
            Kept.Done => Outcome.Done,
            Kept.Missing => (Outcome?)null,
            Kept.Refused => new Outcome(kept.Refusal),
            _ => new Outcome(new Refusal("partners-changed-meanwhile")),
        };
    }

    /// <summary>Notes that a try is being planned from it.</summary>
    public async Task<Outcome?> TakeAsExperimentAsync(Viewer viewer, IdeaId id, CancellationToken cancellationToken) =>
        await DecideAsync(viewer, id, idea => idea.TakeIn(IdeaUse.Experiment, clock.GetUtcNow()), cancellationToken);

    /// <summary>Puts it aside; whoever added it is not told.</summary>
    public async Task<Outcome?> PutAsideAsync(Viewer viewer, IdeaId id, CancellationToken cancellationToken) =>
        await DecideAsync(viewer, id, idea => idea.PutAside(clock.GetUtcNow()), cancellationToken);

    public async Task<bool> RemoveAsync(Viewer viewer, IdeaId id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } idea)
        {
            return false;
        }

        idea.Remove(clock.GetUtcNow());
        db.Remove(idea);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(id.Value, cancellationToken);
        return true;
    }

    private async Task<Outcome?> DecideAsync(Viewer viewer, IdeaId id, Func<Idea, Outcome> decide, CancellationToken cancellationToken)
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } idea)
        {
            return null;
        }

        var outcome = decide(idea);
        return outcome.IsRefused ? outcome : await SaveAsync(cancellationToken);
    }

    private Task<Idea?> LoadAsync(Viewer viewer, IdeaId id, CancellationToken cancellationToken) =>
        db.SharedIdeas.VisibleTo(viewer).FirstOrDefaultAsync(i => i.Id == id, cancellationToken);

    private async Task<Outcome> SaveAsync(CancellationToken cancellationToken) =>
        await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("partners-changed-meanwhile");

    private async Task<IReadOnlyList<OpenIdea>> OpenAsync(Viewer viewer, IQueryable<Idea> ideas, CancellationToken cancellationToken)
    {
        var rows = await ideas.ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.SelectMany(i => new[] { i.FromName, i.Text }), cancellationToken);
        return
        [
            .. rows.Select(i => new OpenIdea(
                i.Id,
                i.Kind,
                i.ItemId,
                unlocked.Open(i.FromName),
                unlocked.Open(i.Text),
                i.AddedAt,
                i.Use,
                i.DecidedAt,
                i.Version
            )),
        ];
    }
}
