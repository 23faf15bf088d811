using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>Opens assignments and answers, for the pages and the API alike.</summary>
public sealed class AssignmentsReading(FieldcraftDb db, Vault vault)
{
    public const int PageSize = 50;

    /// <summary>The person's own, newest first.</summary>
    public async Task<IReadOnlyList<OpenAssignment>> ListAsync(
        Viewer viewer,
        AssignmentId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var own = db.Assignments.AsNoTracking().VisibleTo(viewer);
        if (after is { } last)
        {
            // Ids carry the time they were made, so that the id alone is the position.
            own = own.Where(a => a.Id.CompareTo(last) < 0);
        }

        var rows = await own.OrderByDescending(a => a.Id).Take(limit).ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.SelectMany(Texts), cancellationToken);
        return [.. rows.Select(a => Open(a, unlocked))];
    }

    public async Task<OpenAssignment?> FindAsync(Viewer viewer, AssignmentId id, CancellationToken cancellationToken)
    {
        if (await db.Assignments.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } row)
        {
            return null;
        }

        return Open(row, await vault.UnlockAsync(viewer, Texts(row), cancellationToken));
    }

    /// <summary>The assignment with all answers of all rounds, or of one question.</summary>
    public async Task<OpenInquiry?> InquiryAsync(Viewer viewer, AssignmentId id, string? question, CancellationToken cancellationToken)
    {
        if (await db.Assignments.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } row)
        {
            return null;
        }

        var own = db.Answers.AsNoTracking().VisibleTo(viewer).Where(a => a.AssignmentId == id);
        var answers = await (question is null ? own : own.Where(a => a.Question == question))
            .OrderBy(a => a.Id)
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(
            viewer,
            [.. Texts(row), .. answers.Select(a => a.Text), .. answers.Select(a => a.Stance)],
            cancellationToken
        );
        return new OpenInquiry(Open(row, unlocked), [.. answers.Select(a => Open(a, unlocked))]);
    }

    /// <summary>The person's answers about all their assignments, the newest first.</summary>
    public async Task<IReadOnlyList<(AssignmentId Of, OpenAnswer Answer)>> AnswersAsync(
        Viewer viewer,
        string? question,
        AnswerId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var own = db.Answers.AsNoTracking().VisibleTo(viewer);
        own = question is null ? own : own.Where(a => a.Question == question);
        own = after is { } last ? own.Where(a => a.Id.CompareTo(last) < 0) : own;
        var rows = await own.OrderByDescending(a => a.Id).Take(limit).ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.SelectMany(a => new[] { a.Text, a.Stance }), cancellationToken);
        return [.. rows.Select(a => (a.AssignmentId, Open(a, unlocked)))];
    }

    public static IEnumerable<Domain.Shared.SealedText?> Texts(Assignment row) => [row.Title, row.Context, row.Lesson, row.Origin];

    public static OpenAssignment Open(Assignment row, Unlocked unlocked) =>
        new(
            row.Id,
            unlocked.Open(row.Title),
            unlocked.OpenOrEmpty(row.Context),
            row.Archetype,
            row.StartsOn,
            row.EndsOn,
            row.EndedOn,
            unlocked.OpenOrEmpty(row.Lesson),
            row.Round,
            row.BroughtAt,
            row.Version
        )
        {
            Origin = row.Origin is { } origin && unlocked.Opens(origin) ? GrowthOrigin.FromJson(unlocked.Open(origin)) : null,
        };

    public static OpenAnswer Open(Answer row, Unlocked unlocked) =>
        new(
            row.Id,
            row.Question,
            row.Round,
            unlocked.OpenOrEmpty(row.Text),
            row.Resonates,
            Enum.TryParse<AnswerStance>(unlocked.OpenOrEmpty(row.Stance), out var stance) ? stance : AnswerStance.None,
            row.ChangedAt,
            row.Version
        );
}
