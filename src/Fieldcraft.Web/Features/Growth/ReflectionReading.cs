using Fieldcraft.Domain.Growth;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Growth;

/// <summary>A reflection, opened for its owner.</summary>
public sealed record OpenReflection(PullReflectionId Id, PullAnswers Answers, DateTimeOffset WrittenAt);

/// <summary>Opens the reflections on the two pulls.</summary>
public sealed class ReflectionReading(FieldcraftDb db, Vault vault)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<OpenReflection>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var rows = await db
            .PullReflections.AsNoTracking()
            .VisibleTo(viewer)
            .OrderByDescending(r => r.WrittenAt)
            .ThenByDescending(r => r.Id)
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.Select(r => r.Answers), cancellationToken);
        return [.. rows.Select(r => new OpenReflection(r.Id, PullAnswers.FromJson(unlocked.Open(r.Answers)), r.WrittenAt))];
    }
}
