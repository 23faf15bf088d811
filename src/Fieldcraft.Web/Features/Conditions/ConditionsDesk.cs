using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Conditions;

/// <summary>How a save of a condition ended.</summary>
public enum ConditionSave
{
    Saved,
    NotFound,

    /// <summary>Somebody else saved another wording meanwhile.</summary>
    Meanwhile,
}

/// <summary>A wording, on top of which version it was written; 0 where the unit had said nothing yet.</summary>
public sealed record ConditionWording(string Topic, string? Text, int Version);

/// <summary>Writes what a unit says, the same for pages and API.</summary>
public sealed class ConditionsDesk(FieldcraftDb db, TimeProvider clock)
{
    /// <summary>The unit, when the viewer may write its conditions.</summary>
    public async Task<Unit?> UnitAsync(Viewer viewer, UnitId id, CancellationToken cancellationToken) =>
        await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancellationToken) is { } unit
        && viewer.MayWriteConditions(unit.Id, unit.Path)
            ? unit
            : null;

    /// <summary>Keeps one or several wordings for everybody, or for one job title, together.</summary>
    /// <param name="also">What else is noted in the same save about each that says something.</param>
    public async Task<ConditionSave> WriteAsync(
        Viewer viewer,
        UnitId unitId,
        string? jobTitle,
        IReadOnlyList<ConditionWording> wordings,
        CancellationToken cancellationToken,
        Action<ConditionId>? also = null
    )
    {
        if (await UnitAsync(viewer, unitId, cancellationToken) is not { } unit)
        {
            return ConditionSave.NotFound;
        }

        var titleKey = FoldedName.Of(jobTitle ?? "");
        var topics = wordings.Select(w => w.Topic).ToList();
        var held = await db
            .Conditions.Where(c => c.UnitId == unitId && c.TitleKey == titleKey && topics.Contains(c.Topic))
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var wording in wordings)
        {
            var condition = held.Find(c => c.Topic == wording.Topic);
            if ((condition?.Version ?? 0) != wording.Version)
            {
                db.ChangeTracker.Clear();
                return ConditionSave.Meanwhile;
            }

            if (condition is not null)
            {
                condition.Rewrite(wording.Text, viewer.PersonId, now);
            }
            else if (!string.IsNullOrWhiteSpace(wording.Text))
            {
                var id = Id.New<ConditionId>(now);
                condition = Condition.Write(id, unit.Id, wording.Topic, jobTitle, wording.Text, viewer.PersonId, now);
                db.Add(condition);
            }

            if (condition?.Text is not null)
            {
                also?.Invoke(condition.Id);
            }
        }

        return await db.TryAddAsync(cancellationToken) ? ConditionSave.Saved : ConditionSave.Meanwhile;
    }

    // Two people who say something first at the same moment meet at the unique index, not at a version.
}
