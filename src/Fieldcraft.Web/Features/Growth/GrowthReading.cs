using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Checks;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Growth;

/// <summary>A wording of what somebody wants to become, or to do, opened for its owner.</summary>
public sealed record OpenStatement(GrowthStatementId Id, StatementKind Kind, string Text, DateTimeOffset WrittenAt);

/// <summary>What somebody works towards and what is known of it, opened for its owner.</summary>
/// <param name="AimsVersion">0 while there are no aims.</param>
/// <param name="Checks">Newest first.</param>
/// <param name="Statements">The newest wording of each kind.</param>
public sealed record GrowthPicture(
    AimsContent Aims,
    int AimsVersion,
    IReadOnlyList<OpenCheck> Checks,
    IReadOnlyList<OpenStatement> Statements
)
{
    public OpenStatement? Statement(StatementKind kind) => Statements.FirstOrDefault(s => s.Kind == kind);

    /// <summary>Goals and gaps are there: the options of a next move can be compared (DOMAIN 5.1).</summary>
    public bool HasGaps => Aims.Aims.Count > 0 && Checks.Count > 0;
}

/// <summary>What <see cref="GrowthPicture"/> is made of, still sealed.</summary>
public sealed record SealedGrowth(GrowthAims? Aims, GrowthStatement? Become, GrowthStatement? Do, IReadOnlyList<LeadershipCheck> Checks)
{
    public IEnumerable<SealedText?> Texts =>
        [Aims?.Aims, Become?.Text, Do?.Text, .. Checks.SelectMany(c => new[] { c.SelfRatings, c.Report })];
}

/// <summary>Opens aims, checks and statements with one query and one for the keys.</summary>
public sealed class GrowthReading(FieldcraftDb db, Vault vault)
{
    /// <summary>Two rounds show a change; own views stand between them.</summary>
    private const int ChecksLooked = 12;

    public async Task<GrowthPicture> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var found = await SealedAsync(viewer, cancellationToken);
        return Open(found, await vault.UnlockAsync(viewer, found.Texts, cancellationToken));
    }

    /// <summary>The pieces, for pages that take out all their keys at once.</summary>
    public async Task<SealedGrowth> SealedAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var aims = db.GrowthAims.AsNoTracking().VisibleTo(viewer);
        var checks = db.LeadershipChecks.AsNoTracking().VisibleTo(viewer);
        var statements = db.GrowthStatements.AsNoTracking().VisibleTo(viewer);
        return await db
            .People.AsNoTracking()
            .Where(p => p.Id == me)
            .AsSingleQuery()
            .Select(p => new SealedGrowth(
                aims.FirstOrDefault(a => a.OwnerId == p.Id),
                statements
                    .Where(s => s.OwnerId == p.Id && s.Kind == StatementKind.Become)
                    .OrderByDescending(s => s.WrittenAt)
                    .ThenByDescending(s => s.Id)
                    .FirstOrDefault(),
                statements
                    .Where(s => s.OwnerId == p.Id && s.Kind == StatementKind.Do)
                    .OrderByDescending(s => s.WrittenAt)
                    .ThenByDescending(s => s.Id)
                    .FirstOrDefault(),
                checks
                    .Where(c => c.OwnerId == p.Id)
                    .OrderByDescending(c => c.RatedAt)
                    .ThenByDescending(c => c.Id)
                    .Take(ChecksLooked)
                    .ToList()
            ))
            .SingleAsync(cancellationToken);
    }

    public static GrowthPicture Open(SealedGrowth found, Unlocked unlocked) =>
        new(
            found.Aims is { } set ? AimsContent.FromJson(unlocked.Open(set.Aims)) : new AimsContent(),
            found.Aims?.Version ?? 0,
            [.. found.Checks.Select(c => Open(c, unlocked)).OrderByDescending(c => c.At)],
            [.. new[] { found.Become, found.Do }.OfType<GrowthStatement>().Select(s => Open(s, unlocked))]
        );

    /// <summary>Every wording of one kind, newest first.</summary>
    public async Task<IReadOnlyList<OpenStatement>> StatementsAsync(Viewer viewer, StatementKind kind, CancellationToken cancellationToken)
    {
        var rows = await db
            .GrowthStatements.AsNoTracking()
            .VisibleTo(viewer)
            .Where(s => s.Kind == kind)
            .OrderByDescending(s => s.WrittenAt)
            .ThenByDescending(s => s.Id)
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.Select(s => s.Text), cancellationToken);
        return [.. rows.Select(s => Open(s, unlocked))];
    }

    private static OpenStatement Open(GrowthStatement statement, Unlocked unlocked) =>
        new(statement.Id, statement.Kind, unlocked.Open(statement.Text), statement.WrittenAt);

    public static OpenCheck Open(LeadershipCheck check, Unlocked unlocked) =>
        new(
            check.Id,
            check.EditionId,
            check.ClosedAt ?? check.RatedAt,
            CapabilityRatings.FromJson(unlocked.Open(check.SelfRatings)).Ratings,
            check.Report is { } report ? CheckReport.FromJson(unlocked.Open(report)) : null
        );
}
